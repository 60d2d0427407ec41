# Что говорится без вопроса: премьеры, новости, этот день в истории. И что объявляют кинотеатры.

showings = В кинотеатрах ({ $count } { $count ->
    [one] фильм
    [few] фильма
   *[other] фильмов
  }): { $items }.
showings-film = В кинотеатрах: { $item }.
showings-more = и ещё { $count } { $count ->
    [one] кинотеатр
    [few] кинотеатра
   *[other] кинотеатров
  }
showings-until = далее до { $day }

reminder-week = Скоро премьера: { $film }, { $date }.
reminder-eve = Завтра, { $date }, выходит { $film }.
reminder-day = Сегодня, { $date }, премьера: { $film }!
reminder-moved = { $film }: премьера перенесена на { $date } (была назначена на { $before }).
reminder-withdrawn = { $film } не выйдет { $before }: новая дата пока неизвестна.
reminder-where = Где: { $places }
reminder-directors = { $count ->
    [one] Режиссёр
   *[other] Режиссёры
  }: { $people }.
reminder-calendar = Премьера: { $film }
premieres-calendar = Премьеры казахского кино

day-in-history = { $day } в казахском кино
day-premiere = { $year }: { $film } – { $kind }
day-award = { $year }: { $headline }
day-birth = { $year }: день рождения – { $name }
