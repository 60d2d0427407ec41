# Что говорят картинки: подписи карточек и графиков и то же самое словами.

picture-director = { $count ->
    [one] режиссёр
   *[other] режиссёры
  }
picture-cast = в ролях
picture-awards = награды
picture-more = ещё { $count }
picture-minutes = { $minutes } мин
picture-life = годы жизни
picture-born = год рождения
picture-died = год смерти
picture-known-for = известные фильмы
picture-films = фильмов в базе
picture-founded = год основания
picture-kazakh-films = казахстанских фильмов
picture-last-honours = последние награждённые фильмы
picture-last-entries = последние фильмы-участники
picture-made-here = фильмы студии
picture-awards-of = { $count ->
    [one] награда фильмам Казахстана
    [few] награды фильмам Казахстана
   *[other] наград фильмам Казахстана
  }
picture-awards-of-counted = { $count ->
    [one] { $count } награда фильмам Казахстана
    [few] { $count } награды фильмам Казахстана
   *[other] { $count } наград фильмам Казахстана
  }
picture-films-of-counted = { $count ->
    [one] { $count } фильм
    [few] { $count } фильма
   *[other] { $count } фильмов
  }
picture-films-of = { $count ->
    [one] фильм
    [few] фильма
   *[other] фильмов
  }

picture-year-unconfirmed = год не подтверждён
picture-timeline-subtitle = режиссёр { $count ->
    [one] { $count } фильма
   *[other] { $count } фильмов
  }, { $years }
picture-timeline-lead = { $name }, режиссёрские работы ({ $count }), { $years }:
picture-timeline-awards = Число в знаке — награды.
picture-years-title = Фильмы по годам
picture-years-subtitle = { $count ->
    [one] { $count } фильм в базе
    [few] { $count } фильма в базе
   *[other] { $count } фильмов в базе
  }, { $first }–{ $last }
picture-years-sure = год подтверждён источником
picture-years-unsure = год не подтверждён
picture-years-unsure-count = Год не подтверждён: { $count }
picture-years-lead = Фильмы из базы по годам: { $count }, { $first }–{ $last }. Больше всего за { $most } год: { $films }.
picture-decade = { $decade }-е: { $count }
picture-honours-title = Награды по фестивалям и годам
picture-honours-subtitle = { $count ->
    [one] { $count } фестиваль или премия
    [few] { $count } фестиваля и премии
   *[other] { $count } фестивалей и премий
  }, где фильмы Казахстана награждали чаще всего
picture-honours-key = Точка — одна награда; справа — всего.
picture-honours-left-out = Не показаны награды, чей год или название не подтверждены: { $count }.
picture-honours-lead = Награды фильмам Казахстана, где их больше всего ({ $count }):
picture-takings-title = Кассовые сборы: первые { $count }
picture-takings-subtitle = Среди фильмов, чьи сборы в тенге известны ({ $count })
picture-takings-note = Суммы по источникам, на разные дни проката.
picture-takings-lead = Кассовые сборы, первые { $count }:
