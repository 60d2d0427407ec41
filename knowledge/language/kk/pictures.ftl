# Суреттер не айтады: карточкалар мен графиктердің жазулары және сол мазмұн сөзбен.

picture-director = { $count ->
    [one] режиссері
   *[other] режиссерлері
  }
picture-cast = рөлдерде
picture-awards = марапаттары
picture-more = тағы { $count }
picture-minutes = { $minutes } мин
picture-life = өмір жылдары
picture-born = туған жылы
picture-died = қайтыс болған жылы
picture-known-for = белгілі фильмдері
picture-films = базадағы фильмдері
picture-founded = құрылған жылы
picture-kazakh-films = қатысқан қазақ фильмдері
picture-last-honours = соңғы марапатталған фильмдер
picture-last-entries = соңғы қатысқан фильмдер
picture-made-here = осында түсірілген
picture-awards-of = қазақ фильмдері алған марапат
picture-awards-of-counted = қазақ фильмдері { $count } марапат алған
picture-films-of-counted = { $count } фильм
picture-films-of = фильм

picture-year-unconfirmed = жылы расталмаған
picture-timeline-subtitle = режиссер ретінде { $count } фильм, { $years }
picture-timeline-lead = { $name }, режиссерлік еңбектері ({ $count }), { $years }:
picture-timeline-awards = Белгідегі сан — марапат саны.
picture-years-title = Фильмдер жылдар бойынша
picture-years-subtitle = базадағы { $count } фильм, { $first }–{ $last }
picture-years-sure = жылы дереккөзбен расталған
picture-years-unsure = жылы расталмаған
picture-years-unsure-count = Жылы расталмаған: { $count }
picture-years-lead = Базадағы фильмдер жылдар бойынша: { $count }, { $first }–{ $last }. Ең көбі { $most } жылы: { $films }.
picture-decade = { $decade }-жылдар: { $count }
picture-honours-title = Марапаттар: фестивальдер мен жылдар
picture-honours-subtitle = Қазақ фильмдерін ең көп марапаттаған { $count } фестиваль мен жүлде
picture-honours-key = Нүкте — бір марапат, оң жақта — барлығы.
picture-honours-left-out = Жылы не атауы расталмаған марапаттар көрсетілмеді: { $count }.
picture-honours-lead = Қазақ фильмдері ең көп марапат алған { $count } фестиваль мен жүлде:
picture-takings-title = Түсімі ең көп { $count } фильм
picture-takings-subtitle = Теңгемен түсімі белгілі { $count } фильмнің ішінде
picture-takings-note = Сомалар дереккөздер бойынша, прокаттың әр кезіндегі есеппен.
picture-takings-lead = Түсімі ең көп { $count } фильм:
