# Редакторлар оқитын сөздер: /publish, /premiere, /queue, /unanswered, /reload, /health және бірдеңе бұзылғанда айтылатыны.

chat-trouble-feed = Жаңалықтар таспасының бірі жауап бермей тұр. Оған өзім қайта-қайта хабарласамын, бірақ барған сайын сирек; қайсысы екенін /health көрсетеді.
chat-trouble-round = Бірнеше минут сайын өзім істейтін жұмыста ақау шықты. Сұрақтарға жауап беріп жатырмын, қайталап көремін; толығырақ журналда.
chat-editors-database = Дерекқор қазір істемей тұр, сондықтан мұны орындай алмадым. Сәл кейінірек қайталап көріңіз.

chat-publish =
    Жазылушыларға жаңа хабар: мәтінін жазыңыз.

    Алдымен қазақша, сосын орысша, сосын ағылшынша: үш бөлек хабармен немесе арасына --- жолын қойып, бір хабармен. Бірінші жолы тақырыбы болады. Сіз растамайынша, ештеңе жіберілмейді.
chat-publish-waiting = { $count } жоба шешіміңізді күтіп тұр:
chat-publish-stop = Керек емес
chat-publish-stopped = Жарайды, ештеңе жарияламаймын.
chat-publish-next = Енді мына тілдегі мәтінін жазыңыз: { $name }
chat-publish-too-many = Мәтін саны жетіспей тұрған тілдерден ({ $count }) көп. Қайта жіберіңізші.
chat-publish-gone = Бұл жоба бұған дейін жарияланған, қабылданбаған немесе өзгертілген. Күтіп тұрғандарын /publish көрсетеді.
chat-publish-missing = Бұл тілде мәтін әлі жоқ.
chat-publish-feed = Таспадан келген: сөзі — дереккөздікі.
chat-publish-alike = Бұрын келген бір жаңалыққа ұқсайды.
chat-publish-topics = Тақырыптары: { $topics }
chat-publish-recipients = { $count ->
    [0] Бұл тақырыптарға әзірге ешкім жазылмаған.
   *[other] { $count } чат алады.
  }
chat-publish-topic-news = Жаңалықтар
chat-publish-topic-premieres = Премьералар
chat-publish-topic-awards = Марапаттар
chat-publish-write = Қайта жазу: { $name }
chat-publish-reject = Қабылдамау
chat-publish-to-me = Алдымен маған
chat-publish-go = Жариялау…
chat-publish-sure = { $count ->
    [0] Бұл тақырыптарға ешкім жазылмаған, хабарды ешкім алмайды. Сонда да жариялайын ба?
   *[other] Бұл хабарды { $count } чат алады. Жіберілгенін қайтарып алу мүмкін емес.
  }
chat-publish-send = Иә, жіберу ({ $count })
chat-publish-back = Артқа
chat-publish-rejected = Қабылданбады. Ешкімге жіберілмейді.
chat-publish-unfinished = Әзірге болмайды: бір тілде мәтін жоқ немесе ол 3500 таңбадан ұзын.
chat-publish-too-late = Бұл жобаға бір аптадан асты. Ол жіберілген жоқ; қайта жазыңыз.

chat-progress-active = Жіберіп жатырмын.
chat-progress-paused = Кідіртілді.
chat-progress-cancelled = Тоқтатылды. Енді ештеңе жіберілмейді.
chat-progress-done = Дайын.
chat-progress-nobody = Жарияланды; бұл тақырыптарға әзірге ешкім жазылмаған.
chat-progress-sent = Жіберілді: { $sent } / { $all }
chat-progress-waiting = Күтіп тұр: { $count }
chat-progress-pause = Кідірту
chat-progress-resume = Жалғастыру
chat-progress-cancel = Тоқтату

chat-state-pending = Күтіп тұр: { $count }
chat-state-sending = Жолда: { $count }
chat-state-sent = Жіберілді: { $count }
chat-state-unconfirmed = Расталмады, жеткен де болуы мүмкін: { $count }
chat-state-failed = Telegram қабылдамады: { $count }
chat-state-dead = Чатқа жету мүмкін емес: { $count }
chat-state-expired = Енді керегі жоқ: { $count }

chat-queue = Соңғы 30 күннің кезегі мен жеткізу журналы:
chat-queue-empty = Кезек бос, соңғы кезде ештеңе жіберілген жоқ.
chat-queue-rate = Соңғы минутта жіберілгені: { $count }
chat-queue-oldest = { $minutes ->
    [0] Кезектегілер бір минуттан аз күтіп тұр.
   *[other] Ең ұзақ күткені: { $minutes } минут.
  }

chat-premiere-how =
    Былай жазыңыз: /premiere АТАУЫ КҮНІ ҚАЛА КИНОТЕАТР
    Мысалы: /premiere Томирис 04.12.2026 Алматы Арман
    Қала мен кинотеатрды жазбаса да болады; күнінде жылы тұруы керек.
chat-premiere-past = Ол күн өтіп кетті. Алдағы премьера керек.
chat-premiere-stranger = «{ $title }» деген фильмді білмеймін. Алдымен дерекқорға қосып, сосын /reload жіберіңіз.
chat-premiere-which = «{ $title }» ({ $day }) — қай фильм?
chat-premiere-confirm =
    { $showing }

    Дұрыс па? Онда осылай жауап беремін, жазылушыларға да еске саламын.
chat-premiere-store = Иә, сақтау
chat-premiere-no = Жоқ, керек емес
chat-premiere-stored = Сақталды: { $showing }
chat-premiere-known = Мұны бұрыннан білемін: { $showing }
chat-premiere-dropped = Жарайды, ештеңе сақталған жоқ.
chat-premiere-forgotten = Бұл ұсыныс есімде қалмапты. /premiere пәрменін қайта жіберіңіз.

chat-unanswered = Ең жиі сұралған, бірақ мен жауап бере алмаған сұрақтар:
chat-unanswered-none = Жауапсыз қалған сұрақ жоқ.

chat-reload-done = Деректер қайта оқылды: { $films } фильм, ең соңғы деректің күні — { $newest }.
chat-reload-faults = { $count ->
    [one] Деректерде { $count } қате бар. Әзірге бұрынғысымен жұмыс істеймін:
   *[other] Деректерде { $count } қате бар. Әзірге бұрынғысымен жұмыс істеймін. Алғашқылары:
  }

chat-health-up = Жұмыс істегеніме: { $days } күн { $hours } сағ { $minutes } мин
chat-health-base = Деректер: { $films } фильм, { $people } адам, ең соңғысы — { $newest }
chat-health-database = Дерекқор: бәрі дұрыс
chat-health-database-broken = Дерекқор: істемей тұр, себебі журналда
chat-health-queue = Кезек: { $waiting } күтіп тұр, { $unconfirmed } расталмаған
chat-health-feed = { $host } таспасы: бәрі дұрыс
chat-health-feed-new = { $host } таспасы: әлі сұралған жоқ
chat-health-feed-down = { $host } таспасы: жауап бермей тұр, қатарынан { $count } рет
chat-health-memory = Жад: { $mb } МБ
