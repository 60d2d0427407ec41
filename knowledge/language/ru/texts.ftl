# Что бот говорит по-русски. Факты приходят готовыми: имена, названия, даты.

# Даты: шаблоны Babel; что в апострофах, остаётся как есть.
date-day = d MMMM y 'г.'
date-day-of-year = d MMMM
date-month = LLLL y 'г.'
date-year = { $year } г.
quoted = «{ $text }»

unconfirmed = не подтверждено источниками
either = { $values }
conflict-values = Источники расходятся: { $values }.
conflict-note = Источники расходятся. { $note }
gap = { $name } в базе есть, но не хватает данных: { $fact }.
and-more = … и ещё { $count }.
no-more = Это всё, что я об этом знаю.
billion = { $number } млрд
million = { $number } млн
currency-KZT = тенге
currency-USD = долларов США
currency-EUR = евро
currency-RUB = рублей
currency-SUR = советских рублей
viewers = { $number } зрителей
minutes = { $minutes } мин.
hours-minutes = { $minutes } мин. ({ $hours } ч{ $rest ->
    [0] {""}
   *[other] {" "}{ $rest } мин
  })
actress = актриса
result-won = победа
result-nominated = номинация
result-selected = участие

# Чего нет в базе.
fact-director = режиссёр
fact-writer = автор сценария
fact-composer = композитор
fact-cinematographer = оператор
fact-producer = продюсер
fact-actor = актёры
fact-role = исполнитель роли
fact-year = год
fact-runtime = продолжительность
fact-genre = жанр
fact-language = язык
fact-country = страна
fact-studio = студия
fact-plot = сюжет
fact-based-on = литературная основа
fact-location = место съёмок
fact-boxoffice = сборы
fact-budget = бюджет
fact-reception = отзывы
fact-awards = награды
fact-parts = число частей
fact-premiere = премьера
fact-festivals = фестивали
fact-films = фильмы
fact-born = дата рождения
fact-died = дата смерти
fact-birthplace = место рождения
fact-education = образование
fact-titles = звания
fact-prizes = награды
fact-place = место
fact-founded = год основания
fact-this = то, о чём спросили

# Один фильм.
film-director = { $film }: { $count ->
    [one] режиссёр
   *[other] режиссёры
  } — { $people }.
film-writer = { $film }: сценарий — { $people }.
film-composer = { $film }: музыка — { $people }.
film-cinematographer = { $film }: { $count ->
    [one] оператор
   *[other] операторы
  } — { $people }.
film-producer = { $film }: { $count ->
    [one] продюсер
   *[other] продюсеры
  } — { $people }.
film-cast = { $film }, в ролях: { $people }.
film-lead = { $film }, в главной роли: { $people }.
film-role = { $film }: { $roles }.
film-year = { $film }: { $year } год.
film-runtime = { $film } идёт { $length }
film-genre = { $film }: { $genres }.
film-genre-yes = Да, { $film }: { $genres }.
film-genre-no = Нет, { $film }: { $genres }.
film-language = { $film }, язык: { $languages }.
film-country = { $count ->
    [one] { $film }, страна: { $countries }.
   *[other] { $film }, совместное производство: { $countries }.
  }
film-studio = { $film }, производство: { $studios }.
film-based-on = { $film }, основа: { $work }.
film-based-on-unknown = { $film }: литературная основа в базе не названа.
film-location = { $film }, место съёмок: { $places }.
film-boxoffice = { $film }: { $sums }.
film-budget = { $film }, бюджет: { $sums }.
film-premiere = { $future ->
    [1] { $film } выйдет: { $when }.
   *[other] { $film }: { $when }.
  }
film-premiere-year = { $film }: { $year } год; день премьеры в базе не указан.
film-first-shown = { $film }, первый показ: { $where }.
film-festivals = { $film } на фестивалях: { $festivals }.
film-awards = { $name }: { $count ->
    [one] { $count } награда
    [few] { $count } награды
   *[other] { $count } наград
  }. { $items }.
film-nominations = { $name }: о победах сведений нет, но есть: { $items }.
film-watch = { $film }, где посмотреть: { $url }
film-trailer = { $film }, трейлер: { $url }
film-rating = { $film }, рейтинг: { $url }
no-watch = { $film }: где посмотреть, не скажу, ведь афиши я не веду и ссылок на показы не храню.
no-trailer = { $film }: трейлера у меня нет.
no-rating = { $film }: оценок и рейтингов я не веду.
card-director = { $count ->
    [one] Режиссёр
   *[other] Режиссёры
  }: { $people }.
card-cast = В ролях: { $people }.
card-awards = Награды ({ $count }): { $awards }.
people-of-films = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[other] { $count } человек
  }: { $people }.

# Один человек.
person-born = { $name }, дата рождения: { $date }
person-died = { $name }, дата смерти: { $date }
person-died-at = { $name }, дата и место смерти: { $date }, { $place }
person-died-aged = ({ $years } { $count ->
    [one] год
    [few] года
   *[other] лет
  })
person-age = { $name }: { $years } { $count ->
    [one] год
    [few] года
   *[other] лет
  } (дата рождения: { $born })
person-age-then = { $then }: { $name } — тогда { $years } { $count ->
    [one] год
    [few] года
   *[other] лет
  } (р. { $born }).
person-age-died = { $name } ({ $born } – { $died }): { $years } { $count ->
    [one] год
    [few] года
   *[other] лет
  } жизни.
person-older = { $apart ->
    [1] Старше { $first }: дата рождения — { $born }; { $second }: { $later }.
   *[other] По датам, которые мне известны, не различить: { $first } ({ $born }), { $second } ({ $later }).
  }
no-death = { $name }: сведений о смерти в базе нет.
person-birthplace = { $name }, место рождения: { $place }.
person-education = { $name }, образование: { $school }.
person-titles = { $name }, звания и награды: { $titles }.
person-prizes = { $name }, награды ({ $count }): { $prizes }.
person-prizes-short = Награды: { $prizes }.
person-works = { $name }, известные работы: { $films }.
person-roles = { $name }, роли: { $roles }.
person-films = { $name }, фильмы ({ $count }): { $films }.
person-films-director = { $name }, режиссёрские работы ({ $count }): { $films }.
person-films-actor = { $name }, роли в фильмах ({ $count }): { $films }.
person-films-writer = { $name }, фильмы по сценарию ({ $count }): { $films }.
person-films-producer = { $name }, продюсерские работы ({ $count }): { $films }.
person-films-composer = { $name }, музыка к фильмам ({ $count }): { $films }.
person-films-cinematographer = { $name }, операторские работы ({ $count }): { $films }.
person-films-author = { $name }, экранизации ({ $count }): { $films }.
as-director = как режиссёр: { $count }
as-actor = как актёр: { $count }
as-writer = как сценарист: { $count }
as-producer = как продюсер: { $count }
as-composer = как композитор: { $count }
as-cinematographer = как оператор: { $count }
as-author = экранизации: { $count }
role-director = режиссёр
role-actor = актёр
role-writer = сценарист
role-producer = продюсер
role-composer = композитор
role-cinematographer = оператор
role-author = автор литературной основы
known-for = Известные работы: { $films }.
no-films-match = { $name }: таких фильмов в базе нет.
did-yes = Да, { $name } — { $film }: { $roles }.
did-nothing-else = { $name } — { $film }: { $roles }; других сведений нет.
did-unknown = { $name } и { $film }: сведений об участии в базе нет.
did-ever = Да, { $name } — { $role }: { $films }.
did-never-known = { $name }: об этом в базе сведений нет.

# Награды.
award-winner = { $items }.
award-where = { $name }, победы: { $items }.
award-shown = { $name } — казахстанские фильмы: { $items }.
award-wins = { $name } — казахстанские победы ({ $count }): { $items }.
award-first = Первое, что известно: { $items }.
said-yes = Да: { $lead }
said-no = Нет: { $lead }
yes-items = Да: { $items }.
no-items = { $any ->
    [1] Нет, { $name }: { $items }.
   *[other] Нет, { $name }: такого не было, список полный.
  }
not-won-but = { $named ->
    [0] О такой победе сведений нет, есть только: { $items }.
   *[other] { $name }: о победе сведений нет, есть только: { $items }.
  }
no-wins = { $name }: сведений о наградах в базе нет.
no-record = { $named ->
    [0] В базе таких сведений нет.
   *[other] В базе нет сведений: { $name }.
}
no-record-film = { $name }: нет сведений, связанных с «{ $event }».
oscar-yes = { $shortlist ->
    [1] Да, { $name }: фильм выдвигали на «Оскар», он вошёл в шорт-лист. { $items }.
   *[other] Да, { $name }: { $items }.
  }
oscar-entered-not-nominated = { $shortlist ->
    [1] Нет, { $name }: фильм выдвинули, он вошёл в шорт-лист, но не был номинирован. { $items }.
   *[other] Нет, { $name }: фильм выдвинули, но не номинировали. { $items }.
  }
oscar-no = Нет, { $name } — не в списке заявок Казахстана на «Оскар».
count-awards = { $name }: { $count }. { $items }.
count-films = { $name }: { $count ->
    [one] { $count } фильм
    [few] { $count } фильма
   *[other] { $count } фильмов
  }. { $items }.
awards-count = { $count ->
    [one] { $count } награда
    [few] { $count } награды
   *[other] { $count } наград
  }

# Премьеры.
premieres = Премьеры, { $when } ({ $count }): { $items }.
premieres-none = { $when }: казахстанских премьер я не знаю.
upcoming = { $any ->
    [1] Скоро: { $items }. { $announced } (Самая свежая новость — { $newest })
   *[other] { $announced } Точных дат пока нет. (Самая свежая новость — { $newest })
  }
announced = Объявлены: { $films }.
upcoming-none = Объявленных премьер я не знаю (самая свежая новость — { $newest }).
on-this-day = { $day } в казахском кино. { $items }.
on-this-day-none = Событий казахского кино { $day } я не знаю.
day-born = день рождения: { $name }
day-died = день памяти: { $name }

# Списки.
list-all = Казахстанские фильмы
list-everybody = Люди казахского кино
list-films = { $filters } ({ $count }): { $films }.
list-count = { $filters }: в базе { $count ->
    [one] { $count } фильм
    [few] { $count } фильма
   *[other] { $count } фильмов
  } — { $films }.
list-none = { $named ->
    [0] Таких фильмов в базе нет.
   *[other] Таких фильмов в базе нет: { $filters }.
}
list-first = Самый ранний из известных: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-last = Самый новый из известных: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}До него: { $others }.
}
list-longest = Самый длинный: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-shortest = Самый короткий: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-grossing = Самый кассовый казахстанский фильм в прокате страны: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-viewed = Больше всего зрителей: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-awarded = Больше всего наград: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
list-similar = { $film }, похожие фильмы: { $films }.
list-recommend = Стоит посмотреть: { $films }.
list-both = Работали и с тем, и с другим ({ $names }): { $people }.
both-none = { $names }: общих коллег в базе нет.
both-films = И там, и там ({ $names }): { $people }.
both-films-none = { $names }: общих участников в базе нет.
range-until = до { $year } г.
range-since = с { $year } г.
from-books = экранизации
by-women = режиссёр — женщина
won-prizes = с наградами
told-about = в описании есть { $words }
won-abroad = победы за рубежом
under = { $filters }: { $lead }
list-earlier = { $same ->
    [1] { $first } и { $second } — одного года.
   *[other] Раньше вышел { $first }, позже — { $second }.
  }
list-people = { $filters } ({ $count }): { $people }.
list-women = женщины
list-women-known = Только те, о ком это видно из источника или по фамилии.
list-nobody = Таких людей в базе нет: { $filters }.
born-in = место рождения — { $place }
born-when = дата рождения — { $when }
died-when = дата смерти — { $when }
foremost-born = р. { $when }
foremost-compared = { $same ->
    [1] Поровну: { $first }; { $second }.
   *[other] { $first }; { $second }.
}
foremost-youngest = { $filters }: моложе всех, кого знаю, { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
foremost-oldest = { $filters }: старше всех из ныне живущих, кого знаю, { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
foremost-films = { $filters }: больше всего фильмов в базе — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
foremost-awards = { $filters }: больше всего наград в базе — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Затем: { $others }.
}
films-count = { $count ->
    [one] { $count } фильм
    [few] { $count } фильма
   *[other] { $count } фильмов
}

# Новости, организации.
news-none = Новостей об этом у меня нет.
news-none-in = { $when }: новостей у меня нет.
org-where = { $name }: { $place }.
org-founded = { $name }, основание: { $date }
org-since = Основание: { $date }
org-wins = Казахстанские победы ({ $count }): { $items }.

# Не понято.
no-such-film = Такого фильма я не знаю.
no-such-person = Такого человека я не знаю.
no-such-organisation = Такого фестиваля, премии или студии я не знаю.
unknown = Этого я не знаю. Я отвечаю о казахском кино: фильмы, люди, награды, премьеры и новости.
unknown-foreign = Это не казахский фильм и не казахское имя, тут я не помощник. Я знаю казахское кино: фильмы, людей, награды, премьеры.
unknown-near = { $name }: этого я не знаю. Могу сказать, кто снял, кто играет, какие награды и когда вышел.
unknown-part = { $name }: такой части я не знаю.
unknown-near-person = { $name }: этого я не знаю. Могу рассказать о фильмах, датах жизни и наградах.
ask-which = Что именно вы имеете в виду?
ask-what = { $name }: что хотите узнать?
ask-did-you-mean = Вы об этом?
ask-missing-film = О каком фильме речь?
ask-missing-person = О ком речь?
ask-missing-organisation = О каком фестивале или премии речь?
ask-missing-other = Назовите, пожалуйста, фильм или имя, и я отвечу.
option = { $name }: { $question }
examples = Например: «Кто снял „Дорогу к матери“?», «Фильмы Ержанова», «Что наши взяли в Каннах?», «Что выходит в этом месяце?»

# Названия вопросов, для кнопок.
ask-film-director = режиссёр
ask-film-writer = сценарий
ask-film-cast = актёры
ask-film-lead = главная роль
ask-film-role = роли
ask-film-composer = музыка
ask-film-cinematographer = оператор
ask-film-producer = продюсер
ask-film-year = год
ask-film-runtime = продолжительность
ask-film-genre = жанр
ask-film-language = язык
ask-film-country = страна
ask-film-studio = студия
ask-film-plot = сюжет
ask-film-based_on = основа
ask-film-location = место съёмок
ask-film-boxoffice = сборы
ask-film-budget = бюджет
ask-film-reception = отзывы
ask-film-premiere = премьера
ask-film-premiere_place = первый показ
ask-film-festivals = фестивали
ask-film-awards = награды
ask-film-oscar = «Оскар»
ask-film-card = о фильме
ask-film-watch = где посмотреть
ask-film-trailer = трейлер
ask-film-rating = рейтинг
ask-person-who = кто это
ask-person-films = фильмы
ask-person-directed = режиссёрские работы
ask-person-acted = роли в кино
ask-person-wrote = сценарии
ask-person-scored = музыка к фильмам
ask-person-shot = операторские работы
ask-person-produced = продюсерские работы
ask-person-adapted = экранизации
ask-person-born = дата рождения
ask-person-age = возраст
ask-person-died = дата смерти
ask-person-birthplace = место рождения
ask-person-education = образование
ask-person-titles = звания
ask-person-prizes = награды
ask-person-known = чем известен
ask-person-did = участие в фильме
ask-person-role = роли
ask-person-together = совместные фильмы
ask-award-winner = победители
ask-award-where = где победил
ask-award-shown = что показывали
ask-award-wins = казахстанские победы
ask-award-yesno = была ли награда
ask-award-count = сколько наград
ask-award-first = кто первый
ask-premiere-upcoming = скоро на экранах
ask-premiere-period = премьеры
ask-premiere-onthisday = в этот день
ask-list-films = список фильмов
ask-list-count = сколько фильмов
ask-list-first = самый первый
ask-list-last = самый новый
ask-list-longest = самый длинный
ask-list-shortest = самый короткий
ask-list-grossing = самый кассовый
ask-list-viewed = больше всего зрителей
ask-list-awarded = больше всего наград
ask-list-similar = похожие фильмы
ask-list-recommend = что посмотреть
ask-list-both = кто работал с обоими
ask-list-earlier = что вышло раньше
ask-list-people = люди кино
ask-news-latest = новости
ask-news-about = новости
ask-news-period = новости за период
ask-org-what = что это
ask-org-where = где это
ask-org-when = с какого года

# Разговор.
talk-greeting = Здравствуйте! Спрашивайте о казахском кино: фильмы, люди, награды, премьеры.
talk-thanks = Пожалуйста! Обращайтесь.
talk-ok = Хорошо. Что ещё рассказать?
talk-bye = До встречи! Возвращайтесь с вопросами о кино.
talk-who = Я Qazaq Kino — бот, который знает казахское кино и называет источники.
talk-help = Спрашивайте своими словами, по-казахски, по-русски или по-английски: кто снял фильм, кто играет, что он выиграл, когда вышел, чего ждать, какие новости. Опечатки не страшны.
talk-mood = Отлично, спасибо: целый день с кино. О чём рассказать?
talk-praise = Спасибо, приятно!
talk-insult = Простите, если не помог. Спросите другими словами, я попробую ещё раз.
talk-sources = У каждого факта в базе есть источник: фестивали, архивы, пресса, студии. Они стоят под ответом.
talk-joke = Режиссёр в степи попросил тишины на площадке. Степь ответила: «Наконец-то роль по мне».
together = { $names }, совместные фильмы ({ $count }): { $films }.
together-none = { $names }: общих фильмов в базе нет.
did-no = Нет, { $film }: { $role } — { $people }.
did-no-but = Нет, { $film }: { $role } — { $people }. { $name } — { $roles }.
