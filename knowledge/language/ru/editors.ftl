# Что читают редакторы: /publish, /premiere, /queue, /unanswered, /reload, /health, и когда что-то сломалось.

chat-trouble-feed = Одна из новостных лент не отвечает. Я буду обращаться к ней сам, но всё реже; какая именно — покажет /health.
chat-trouble-round = Сбой в том, что я делаю сам каждые несколько минут. На вопросы отвечаю, попытки продолжаю; подробности в журнале.
chat-editors-database = База данных сейчас недоступна, сделать это не удалось. Попробуйте чуть позже.

chat-publish =
    Новое сообщение подписчикам: напишите текст.

    Сначала на казахском, потом на русском, потом на английском: тремя сообщениями или одним, разделив части строкой ---. Первая строка станет заголовком. Без вашего подтверждения ничего не уйдёт.
chat-publish-waiting = { $count ->
    [one] Вас ждёт { $count } черновик:
    [few] Вас ждут { $count } черновика:
   *[other] Вас ждут { $count } черновиков:
  }
chat-publish-new = { $count ->
    [one] Из новостных лент пришла { $count } новость, она ждёт вашего решения: /publish
    [few] Из новостных лент пришли { $count } новости, они ждут вашего решения: /publish
   *[other] Из новостных лент пришло { $count } новостей, они ждут вашего решения: /publish
  }
chat-publish-stop = Не нужно
chat-publish-stopped = Хорошо, ничего не публикую.
chat-publish-next = Теперь текст на этом языке: { $name }
chat-publish-too-many = Текстов больше, чем недостающих языков ({ $count }). Пришлите ещё раз.
chat-publish-gone = Этот черновик уже опубликован, отклонён или изменён. Что ждёт решения, покажет /publish.
chat-publish-missing = На этом языке текста пока нет.
chat-publish-feed = Пришло из ленты: слова её источника.
chat-publish-alike = Похоже на то, что уже приходило.
chat-publish-topics = Темы: { $topics }
chat-publish-recipients = { $count ->
    [0] На эти темы пока никто не подписан.
    [one] Получит { $count } чат.
    [few] Получат { $count } чата.
   *[other] Получат { $count } чатов.
  }
chat-publish-topic-news = Новости
chat-publish-topic-premieres = Премьеры
chat-publish-topic-awards = Награды
chat-publish-write = Переписать: { $name }
chat-publish-reject = Отклонить
chat-publish-to-me = Сначала мне
chat-publish-go = Опубликовать…
chat-publish-sure = { $count ->
    [0] На эти темы никто не подписан: сообщение никто не получит. Всё равно опубликовать?
    [one] Сообщение получит { $count } чат. Отозвать отправленное нельзя.
    [few] Сообщение получат { $count } чата. Отозвать отправленное нельзя.
   *[other] Сообщение получат { $count } чатов. Отозвать отправленное нельзя.
  }
chat-publish-send = Да, отправить ({ $count })
chat-publish-back = Назад
chat-publish-rejected = Отклонено. Никому не уйдёт.
chat-publish-unfinished = Пока нельзя: на одном из языков нет текста или он длиннее 3500 знаков.
chat-publish-too-late = Черновику больше недели. Он не отправлен; напишите его заново.

chat-progress-active = Отправляю.
chat-progress-paused = Приостановлено.
chat-progress-cancelled = Отменено. Больше ничего не уйдёт.
chat-progress-done = Готово.
chat-progress-nobody = Опубликовано; на эти темы пока никто не подписан.
chat-progress-sent = Отправлено: { $sent } из { $all }
chat-progress-waiting = Ждут: { $count }
chat-progress-pause = Пауза
chat-progress-resume = Продолжить
chat-progress-cancel = Отменить

chat-state-pending = Ждут: { $count }
chat-state-sending = В пути: { $count }
chat-state-sent = Отправлено: { $count }
chat-state-unconfirmed = Не подтверждено, возможно, дошло: { $count }
chat-state-failed = Telegram не принял: { $count }
chat-state-dead = Чат недоступен: { $count }
chat-state-expired = Уже не нужно: { $count }

chat-queue = В очереди и в журнале доставки за 30 дней:
chat-queue-empty = Очередь пуста, и в последнее время ничего не отправлялось.
chat-queue-rate = Отправлено за последнюю минуту: { $count }
chat-queue-oldest = { $minutes ->
    [0] То, что пора отправить, ждёт меньше минуты.
    [one] Дольше всего ждут { $minutes } минуту.
    [few] Дольше всего ждут { $minutes } минуты.
   *[other] Дольше всего ждут { $minutes } минут.
  }

chat-premiere-how =
    Напишите так: /premiere НАЗВАНИЕ ДАТА ГОРОД КИНОТЕАТР
    Например: /premiere Томирис 04.12.2026 Алматы Арман
    Город и кинотеатр можно не указывать; в дате нужен год.
chat-premiere-past = Этот день уже прошёл. Нужна премьера, которая ещё впереди.
chat-premiere-stranger = Фильма «{ $title }» я не знаю. Сначала добавьте его в базу фактов, потом отправьте /reload.
chat-premiere-which = Какой фильм имеется в виду: «{ $title }» ({ $day })?
chat-premiere-confirm =
    { $showing }

    Всё верно? Тогда буду так отвечать и напомню подписчикам.
chat-premiere-store = Да, сохранить
chat-premiere-no = Нет, не нужно
chat-premiere-stored = Сохранено: { $showing }
chat-premiere-known = Это я уже знал: { $showing }
chat-premiere-dropped = Хорошо, ничего не сохранено.
chat-premiere-forgotten = Этого предложения я уже не помню. Отправьте /premiere ещё раз.

chat-unanswered = О чём спрашивали чаще всего, а я не смог ответить:
chat-unanswered-none = Вопросов без ответа нет.

chat-reload-done =
    База фактов прочитана заново: { $films } { $films ->
        [one] фильм
        [few] фильма
       *[other] фильмов
    }, самый свежий факт — { $newest }.
chat-reload-faults = { $count ->
    [one] В базе фактов { $count } ошибка. Работаю со старой базой:
    [few] В базе фактов { $count } ошибки. Работаю со старой базой. Первые из них:
   *[other] В базе фактов { $count } ошибок. Работаю со старой базой. Первые из них:
  }

chat-health-up = Работаю: { $days } д { $hours } ч { $minutes } мин
chat-health-base = Факты: фильмов — { $films }, людей — { $people }, самый свежий — { $newest }
chat-health-database = База данных: в порядке
chat-health-database-broken = База данных: недоступна, причина в журнале
chat-health-queue = Очередь: ждут — { $waiting }, не подтверждено — { $unconfirmed }
chat-health-feed = Лента { $host }: в порядке
chat-health-feed-new = Лента { $host }: ещё не запрашивалась
chat-health-feed-down = Лента { $host }: не отвечает, сбоев подряд — { $count }
chat-health-memory = Память: { $mb } МБ
