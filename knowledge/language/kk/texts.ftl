# Бот қазақша не айтады. Деректер дайын күйінде келеді: есімдер, атаулар, күндер.

# Күндер: Babel үлгілері; апостроф ішіндегісі сол күйінде қалады.
date-day = y 'жылғы' d MMMM
date-day-of-year = d MMMM
date-month = y 'жылғы' MMMM
date-year = { $year } жыл
quoted = «{ $text }»

unconfirmed = дереккөзбен расталмаған
either = { $values }
conflict-values = Дереккөздер әртүрлі мәлімет береді: { $values }.
conflict-note = Дереккөздер әртүрлі мәлімет береді. { $note }
gap = { $name }: { $fact } туралы базада дерек жоқ.
and-more = … тағы { $count }.
no-more = Бұл туралы білетінім — осы ғана.
billion = { $number } млрд
million = { $number } млн
currency-KZT = теңге
currency-USD = АҚШ доллары
currency-EUR = еуро
currency-RUB = рубль
currency-SUR = кеңес рублі
viewers = { $number } көрермен
minutes = { $minutes } минут
hours-minutes = { $minutes } минут ({ $hours } сағат{ $rest ->
    [0] {""}
   *[other] {" "}{ $rest } минут
  })
actress = актриса
result-won = жеңіс
result-nominated = номинация
result-selected = қатысты

# Базада жоқ дерек.
fact-director = режиссері
fact-writer = сценарий авторы
fact-composer = композиторы
fact-cinematographer = операторы
fact-producer = продюсері
fact-actor = актерлері
fact-role = рөлді кім ойнағаны
fact-year = жылы
fact-runtime = ұзақтығы
fact-genre = жанры
fact-language = тілі
fact-country = елі
fact-studio = студиясы
fact-plot = оқиғасы
fact-based-on = қай шығармаға негізделгені
fact-location = түсірілген жері
fact-boxoffice = түсімі
fact-budget = бюджеті
fact-reception = жұрт пікірі
fact-awards = марапаттары
fact-parts = бөлім саны
fact-premiere = премьерасы
fact-festivals = фестивальдері
fact-films = фильмдері
fact-born = туған күні
fact-died = қайтыс болған күні
fact-birthplace = туған жері
fact-education = білімі
fact-titles = атақтары
fact-prizes = жүлделері
fact-place = орны
fact-founded = құрылған жылы
fact-this = бұл

# Бір фильм.
film-director = { $film }: режиссері — { $people }.
film-writer = { $film }: сценарийін жазған — { $people }.
film-composer = { $film }: музыкасын жазған — { $people }.
film-cinematographer = { $film }: операторы — { $people }.
film-producer = { $film }: продюсері — { $people }.
film-cast = { $film }, рөлдерде: { $people }.
film-lead = { $film }, басты рөлде: { $people }.
film-role = { $film }: { $roles }.
film-year = { $film }: { $year } жыл.
film-runtime = { $film }, ұзақтығы: { $length }.
film-genre = { $film }, жанры: { $genres }.
film-genre-yes = Иә, { $film }, жанры: { $genres }.
film-genre-no = Жоқ, { $film }, жанры: { $genres }.
film-language = { $film }, тілі: { $languages }.
film-country = { $count ->
    [one] { $film }, елі: { $countries }.
   *[other] { $film }, бірлескен туынды: { $countries }.
  }
film-studio = { $film }, түсірген студия: { $studios }.
film-based-on = { $film }, негізі: { $work }.
film-based-on-unknown = { $film } қай шығармаға негізделгені базада айтылмаған.
film-location = { $film }, түсірілген жері: { $places }.
film-boxoffice = { $film }: { $sums }.
film-budget = { $film }, бюджеті: { $sums }.
film-premiere = { $future ->
    [1] { $film } шығады: { $when }.
   *[other] { $film }: { $when }.
  }
film-premiere-year = { $film }: { $year } жыл; премьера күні базада жоқ.
film-first-shown = { $film }, алғашқы көрсетілімі: { $where }.
film-festivals = { $film } қатысқан фестивальдер: { $festivals }.
film-awards = { $name }, { $count } марапат: { $items }.
film-nominations = { $name } жеңіп алған жүлде туралы дерек жоқ, бірақ мынау бар: { $items }.
film-watch = { $film } фильмін мына жерден көруге болады: { $url }
film-trailer = { $film }, трейлері: { $url }
film-rating = { $film }, рейтингі: { $url }
no-watch = Менде кинотеатр афишасы да, сілтеме де жоқ, сондықтан { $film } қайда жүріп жатқанын айта алмаймын.
no-trailer = { $film } фильмінің трейлері менде жоқ.
no-rating = Менде рейтингтер жоқ, сондықтан { $film } рейтингін айта алмаймын.
card-director = Режиссері: { $people }.
card-cast = Рөлдерде: { $people }.
card-awards = Марапаттары ({ $count }): { $awards }.
people-of-films = { $count } адам: { $people }.

# Бір адам.
person-born = { $name }, туған күні: { $date }.
person-died = { $name }, қайтыс болған күні: { $date }.
person-died-at = { $name }, қайтыс болған күні мен жері: { $date }, { $place }.
person-died-aged = ({ $years } жаста)
person-age = { $name }: { $years } жаста (туған күні: { $born }).
person-age-then = { $then }: { $name } ол кезде { $years } жаста еді (туған күні: { $born }).
person-age-died = { $name } ({ $born } – { $died }): { $years } жыл өмір сүрді.
person-older = { $apart ->
    [1] { $first } үлкен: туған күні — { $born }; { $second }: { $later }.
   *[other] Белгілі даталар бойынша қайсысы үлкен екенін айту мүмкін емес: { $first } ({ $born }), { $second } ({ $later }).
  }
no-death = { $name } қайтыс болғаны туралы базада дерек жоқ.
person-birthplace = { $name }, туған жері: { $place }.
person-education = { $name }, білімі: { $school }.
person-titles = { $name }, атақтары мен марапаттары: { $titles }.
person-prizes = { $name }, жүлделері ({ $count }): { $prizes }.
person-prizes-short = Жүлделері: { $prizes }.
person-works = { $name }, белгілі еңбектері: { $films }.
person-roles = { $name }, рөлдері: { $roles }.
person-films = { $name }, фильмдері ({ $count }): { $films }.
person-films-director = { $name } түсірген фильмдер ({ $count }): { $films }.
person-films-actor = { $name } ойнаған фильмдер ({ $count }): { $films }.
person-films-writer = { $name } сценарийін жазған фильмдер ({ $count }): { $films }.
person-films-producer = { $name } продюсер болған фильмдер ({ $count }): { $films }.
person-films-composer = { $name } музыкасын жазған фильмдер ({ $count }): { $films }.
person-films-cinematographer = { $name } оператор болған фильмдер ({ $count }): { $films }.
person-films-author = { $name } шығармалары бойынша түсірілген фильмдер ({ $count }): { $films }.
as-director = режиссер ретінде: { $count }
as-actor = актер ретінде: { $count }
as-writer = сценарист ретінде: { $count }
as-producer = продюсер ретінде: { $count }
as-composer = композитор ретінде: { $count }
as-cinematographer = оператор ретінде: { $count }
as-author = экрандалған шығармалары: { $count }
role-director = режиссер
role-actor = актер
role-writer = сценарист
role-producer = продюсер
role-composer = композитор
role-cinematographer = оператор
role-author = әдеби негізінің авторы
known-for = Белгілі еңбектері: { $films }.
no-films-match = { $name }: базада мұндай фильмі жоқ.
did-yes = Иә, { $name } { $film } фильміне қатысқан: { $roles }.
did-nothing-else = { $name } — { $film }: { $roles }; басқа дерек жоқ.
did-unknown = { $name }: { $film } фильміне қатысқаны туралы базада дерек жоқ.
did-ever = Иә, { $name } — { $role }: { $films }.
did-never-known = { $name }: бұл туралы базада дерек жоқ.

# Марапаттар.
award-winner = { $items }.
award-where = { $name }, жеңістері: { $items }.
award-shown = { $name } — қазақ фильмдері: { $items }.
award-wins = { $name } — қазақ киносының жеңістері ({ $count }): { $items }.
award-first = Белгілі деректер бойынша алғашқысы: { $items }.
said-yes = Иә: { $lead }
said-no = Жоқ: { $lead }
yes-items = Иә: { $items }.
no-items = { $any ->
    [1] Жоқ, { $name }: { $items }.
   *[other] Жоқ, { $name }: ондай болған жоқ, тізім толық.
  }
not-won-but = { $named ->
    [0] Мұндай жеңіс туралы дерек жоқ, тек мынау бар: { $items }.
   *[other] { $name } жеңгені туралы дерек жоқ, тек мынау бар: { $items }.
  }
no-wins = { $name }: жүлделері туралы базада дерек жоқ.
no-record = { $named ->
    [0] Базада мұндай дерек жоқ.
   *[other] Базада мұндай дерек жоқ: { $name }.
}
no-record-film = { $name }: «{ $event }» туралы дерек жоқ.
oscar-yes = { $shortlist ->
    [1] Иә, { $name }: «Оскарға» ұсынылып, қысқа тізімге енді. { $items }.
   *[other] Иә, { $name }: { $items }.
  }
oscar-entered-not-nominated = { $shortlist ->
    [1] Жоқ, { $name }: ұсынылып, қысқа тізімге енді, бірақ номинация алған жоқ. { $items }.
   *[other] Жоқ, { $name }: ұсынылды, бірақ номинация алған жоқ. { $items }.
  }
oscar-no = Жоқ, { $name } Қазақстан «Оскарға» ұсынған фильмдердің тізімінде жоқ.
count-awards = { $name }: { $count } марапат. { $items }.
count-films = { $name }: { $count } фильм. { $items }.
awards-count = { $count } марапат

# Премьералар.
premieres = Премьералар, { $when } ({ $count }): { $items }.
premieres-none = { $when }: қазақ фильмдерінің премьерасы туралы дерегім жоқ.
upcoming = { $any ->
    [1] Жақында: { $items }. { $announced } (Ең соңғы жаңалығым: { $newest })
   *[other] { $announced } Нақты күндері әзірге белгісіз. (Ең соңғы жаңалығым: { $newest })
  }
announced = Жарияланғандары: { $films }.
upcoming-none = Жарияланған премьералар туралы дерегім жоқ (ең соңғы жаңалығым: { $newest }).
on-this-day = { $day } қазақ киносының тарихында. { $items }.
on-this-day-none = { $day }: бұл күні қазақ киносында болған оқиғаны білмеймін.
day-born = { $name } дүниеге келді
day-died = { $name } қайтыс болды

# Тізімдер.
list-all = Қазақ фильмдері
list-everybody = Қазақ киногерлері
list-films = { $filters } ({ $count }): { $films }.
list-count = { $filters }: базада { $count } фильм — { $films }.
list-none = { $named ->
    [0] Базада мұндай фильм жоқ.
   *[other] Базада мұндай фильм жоқ: { $filters }.
}
list-first = Белгілі деректер бойынша ең алғашқысы: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-last = Белгілі деректер бойынша ең жаңасы: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Оған дейін: { $others }.
}
list-longest = Ең ұзағы: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-shortest = Ең қысқасы: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-grossing = Ел прокатында ең көп ақша жинаған қазақ фильмі: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-viewed = Көрермені ең көбі: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-awarded = Марапаты ең көбі: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
list-similar = { $film } сияқты фильмдер: { $films }.
list-recommend = Көруге тұрарлық: { $films }.
list-both = Екеуімен де жұмыс істегендер ({ $names }): { $people }.
both-none = { $names }: екеуіне ортақ әріптес базада жоқ.
both-films = Екеуіне де қатысқандар ({ $names }): { $people }.
both-films-none = { $names }: екеуіне ортақ адам базада жоқ.
range-until = { $year } жылға дейін
range-since = { $year } жылдан бері
from-books = шығарма желісімен түсірілген
by-women = режиссері — әйел
won-prizes = жүлде алған
told-about = сипаттамасында { $words } бар
won-abroad = шетелде жеңген
under = { $filters }: { $lead }
list-earlier = { $same ->
    [1] Екеуі бір жылы шыққан: { $first }, { $second }.
   *[other] Бұрын шыққаны — { $first }, кейінірек — { $second }.
  }
list-people = { $filters } ({ $count }): { $people }.
list-women = әйелдер
list-women-known = Мұнда тек дереккөзден не тегінен әйел екені көрінетіндер.
list-nobody = Базада мұндай адам жоқ: { $filters }.
born-in = туған жері — { $place }
born-when = туған уақыты — { $when }
died-when = қайтыс болған уақыты — { $when }
foremost-born = { $when }
foremost-compared = { $same ->
    [1] Екеуі тең: { $first }; { $second }.
   *[other] { $first }; { $second }.
}
foremost-youngest = { $filters }: мен білетіндердің ең жасы — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
foremost-oldest = { $filters }: көзі тірілердің ішінде жасы ең үлкені — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
foremost-films = { $filters }: базада фильмі ең көбі — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
foremost-awards = { $filters }: базада марапаты ең көбі — { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Одан кейін: { $others }.
}
films-count = { $count } фильм

# Жаңалықтар, ұйымдар.
news-none = Бұл туралы жаңалық жоқ.
news-none-in = { $when }: жаңалық жоқ.
org-where = { $name }: { $place }.
org-founded = { $name }, құрылған уақыты: { $date }.
org-since = Құрылған уақыты: { $date }.
org-wins = Қазақ киносының жеңістері ({ $count }): { $items }.

# Түсініксіз.
no-such-film = Мұндай фильмді білмеймін.
no-such-person = Мұндай адамды білмеймін.
no-such-organisation = Мұндай фестивальді, сыйлықты не студияны білмеймін.
unknown = Мұны білмеймін. Мен қазақ киносы туралы жауап беремін: фильмдер, адамдар, марапаттар, премьералар мен жаңалықтар.
unknown-foreign = Бұл қазақ фильмі де, қазақ киносына қатысты адам да емес, сондықтан айта алмаймын. Мен қазақ киносын білемін: фильмдерін, адамдарын, марапаттарын, премьераларын.
unknown-near = { $name } туралы мұны білмеймін. Кім түсіргенін, кім ойнағанын, қандай жүлде алғанын, қашан шыққанын айта аламын.
unknown-part = { $name } фильмінің мұндай бөлімін білмеймін.
unknown-near-person = { $name } туралы мұны білмеймін. Фильмдерін, өмір жылдарын, жүлделерін айта аламын.
ask-which = Қайсысын айтып тұрсыз?
ask-what = { $name } туралы нені білгіңіз келеді?
ask-did-you-mean = Осыны сұрадыңыз ба?
ask-missing-film = Қай фильм туралы сұрап тұрсыз?
ask-missing-person = Кім туралы сұрап тұрсыз?
ask-missing-organisation = Қай фестиваль не сыйлық туралы?
ask-missing-other = Нақтырақ сұраңызшы: фильмнің не адамның атын, жылын не жанрын қосыңыз.
option = { $name }: { $question }
examples = Мысалы: «„Анаға апарар жолды“ кім түсірді?», «Ержановтың фильмдері», «Каннда не алдық?», «Осы айда не шығады?»

# Сұрақтардың атаулары, батырмаларға.
ask-film-director = режиссері
ask-film-writer = сценарийі
ask-film-cast = актерлері
ask-film-lead = басты рөлі
ask-film-role = рөлдері
ask-film-composer = музыкасы
ask-film-cinematographer = операторы
ask-film-producer = продюсері
ask-film-year = жылы
ask-film-runtime = ұзақтығы
ask-film-genre = жанры
ask-film-language = тілі
ask-film-country = елі
ask-film-studio = студиясы
ask-film-plot = оқиғасы
ask-film-based_on = негізі
ask-film-location = түсірілген жері
ask-film-boxoffice = түсімі
ask-film-budget = бюджеті
ask-film-reception = жұрт пікірі
ask-film-premiere = премьерасы
ask-film-premiere_place = алғашқы көрсетілімі
ask-film-festivals = фестивальдері
ask-film-awards = марапаттары
ask-film-oscar = «Оскар»
ask-film-card = фильм туралы
ask-film-watch = қайдан көруге болады
ask-film-trailer = трейлері
ask-film-rating = рейтингі
ask-person-who = бұл кім
ask-person-films = фильмдері
ask-person-directed = түсірген фильмдері
ask-person-acted = ойнаған фильмдері
ask-person-wrote = сценарийлері
ask-person-scored = кино музыкасы
ask-person-shot = операторлық жұмыстары
ask-person-produced = продюсерлік жұмыстары
ask-person-adapted = шығармалары бойынша түсірілген фильмдер
ask-person-born = туған күні
ask-person-age = жасы
ask-person-died = қайтыс болған күні
ask-person-birthplace = туған жері
ask-person-education = білімі
ask-person-titles = атақтары
ask-person-prizes = жүлделері
ask-person-known = немен белгілі
ask-person-did = фильмге қатысы
ask-person-role = рөлдері
ask-person-together = бірге
ask-award-winner = жеңімпаздар
ask-award-where = қайда жеңді
ask-award-shown = не көрсетілді
ask-award-wins = қазақ киносының жеңістері
ask-award-yesno = жүлде алды ма
ask-award-count = неше марапат
ask-award-first = алғашқысы кім
ask-premiere-upcoming = жақында шығады
ask-premiere-period = премьералар
ask-premiere-onthisday = осы күні
ask-list-films = фильмдер тізімі
ask-list-count = неше фильм
ask-list-first = ең алғашқысы
ask-list-last = ең жаңасы
ask-list-longest = ең ұзағы
ask-list-shortest = ең қысқасы
ask-list-grossing = ең көп ақша жинағаны
ask-list-viewed = көрермені ең көбі
ask-list-awarded = марапаты ең көбі
ask-list-similar = ұқсас фильмдер
ask-list-recommend = не көруге болады
ask-list-both = екеуімен де жұмыс істегендер
ask-list-earlier = қайсысы бұрын шықты
ask-list-people = киногерлер
ask-news-latest = жаңалықтар
ask-news-about = жаңалықтар
ask-news-period = сол кездегі жаңалықтар
ask-org-what = бұл не
ask-org-where = қайда
ask-org-when = қашаннан бері

# Әңгіме.
talk-greeting = Сәлеметсіз бе! Қазақ киносы туралы сұраңыз: фильмдер, адамдар, марапаттар, премьералар.
talk-thanks = Оқасы жоқ!
talk-ok = Жақсы. Тағы не айтып берейін?
talk-bye = Сау болыңыз! Кино туралы сұрағыңыз болса, қайта келіңіз.
talk-who = Мен Qazaq Kino ботымын: қазақ киносын білемін, әр деректің қайдан алынғанын да айтамын.
talk-help = Өз сөзіңізбен сұрай беріңіз — қазақша, орысша не ағылшынша: фильмді кім түсірді, кім ойнады, қандай жүлде алды, қашан шықты, алда не бар, не жаңалық бар. Қате жазсаңыз да түсінемін.
talk-mood = Жақсымын, рахмет: күні бойы киномен жүрмін. Не айтып берейін?
talk-praise = Көңіліңізге рахмет!
talk-insult = Көмектесе алмасам, кешіріңіз. Басқаша сұрап көріңізші, тағы тырысып көрейін.
talk-sources = Базадағы әр деректің көзі бар: фестивальдер, мұрағаттар, баспасөз, студиялар. Олар жауаптың астында тұрады.
talk-joke = Режиссер далада түсірілім алдында: «Тыныштық!» — депті. Дала: «Міне, нағыз менің рөлім», — деген екен.
together = { $names }, бірге жасаған фильмдері ({ $count }): { $films }.
together-none = { $names }: бірге жасаған фильмдері базада жоқ.
did-no = Жоқ, { $film }: { $role } — { $people }.
did-no-but = Жоқ, { $film }: { $role } — { $people }. { $name } — { $roles }.
