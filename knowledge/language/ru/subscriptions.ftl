# Подписки: переключатели, списки, кнопки; и что о чате хранится.

chat-topic-premieres = премьеры
chat-topic-awards = награды
chat-topic-news = новости
chat-topic-on-this-day = этот день в истории

chat-subscribe = О чём вам писать? Нажмите на тему, чтобы включить или выключить её.
chat-subscribe-on = Сейчас включено: { $topics }.
chat-subscribe-off = Сейчас ни одна из тем не включена.
chat-subscribe-more = Следить можно и за фильмом, человеком, фестивалем или студией: откройте карточку и нажмите «Следить». Все подписки: /subscriptions
chat-switch-on = ✓ { $topic }: включено
chat-switch-off = { $topic }: выключено

chat-how = Как часто: { $how }
chat-how-at-once = сразу
chat-how-daily = раз в день
chat-how-weekly = раз в неделю
chat-hour = В { $hour }
chat-quiet = Тихие часы: { $hours }
chat-quiet-none = нет
chat-zone = Время: { $zone }
chat-zone-asia-almaty = Казахстан
chat-zone-europe-moscow = Москва
chat-zone-europe-istanbul = Стамбул
chat-zone-asia-dubai = Дубай
chat-zone-asia-shanghai = Пекин
chat-zone-asia-seoul = Сеул
chat-zone-europe-berlin = Берлин
chat-zone-europe-london = Лондон
chat-zone-america-new-york = Нью-Йорк
chat-day-0 = понедельник
chat-day-1 = вторник
chat-day-2 = среда
chat-day-3 = четверг
chat-day-4 = пятница
chat-day-5 = суббота
chat-day-6 = воскресенье
chat-menu-how = Как часто писать? Сейчас: { $now }.
chat-menu-hour = В котором часу? Сейчас: { $now }.
chat-menu-day = В какой день недели? Сейчас: { $now }.
chat-menu-quiet = В какие часы не беспокоить? Сейчас: { $now }.
chat-menu-zone = По какому времени? Сейчас: { $now }.
chat-chosen = ✓ { $what }
chat-back = Назад
chat-when-at-once = Пишу сразу, как что-то появится.
chat-when-daily = Пишу раз в день, в { $hour }.
chat-when-weekly = Пишу раз в неделю: { $day }, { $hour }.
chat-when-quiet = В тихие часы ({ $hours }) не беспокою.

chat-follow = Следить
chat-following = ✓ Слежу
chat-followed = Готово. Когда появится новость, напишу. Все подписки: /subscriptions
chat-unfollowed = Больше об этом писать не буду.

chat-subscribed = Подписка оформлена: { $topic }. Появится новость – напишу. Как часто и в какие часы: /subscribe
chat-unsubscribed = Подписка отменена: { $topic }.
chat-undo = Отменить
chat-again = Вернуть
chat-subscribe-whom = Не понял, о чём речь: «{ $name }». Напишите название фильма или имя, а на карточке нажмите «Следить». Общие темы: /subscribe

chat-subscriptions = { $count ->
    [one] У вас { $count } подписка
    [few] У вас { $count } подписки
   *[other] У вас { $count } подписок
  }. Нажмите на ту, которую хотите отменить. Когда писать: /subscribe
chat-subscriptions-rest = Показаны не все, ещё { $count }.
chat-subscriptions-none = Подписок нет. Выбрать, о чём писать: /subscribe
chat-end = ✕ Отменить: { $topic }
chat-ended = Отменено: { $topic }

chat-end-all-ask = { $count ->
    [one] Отменить { $count } подписку? После этого сам я писать не буду.
    [few] Отменить все { $count } подписки? После этого сам я писать не буду.
   *[other] Отменить все { $count } подписок? После этого сам я писать не буду.
  }
chat-end-all-yes = Да, отменить
chat-end-all-no = Нет, оставить
chat-end-all-done = Готово, подписок больше нет. На вопросы отвечаю по-прежнему. Вернуться можно через /subscribe
chat-end-all-kept = Хорошо, всё остаётся как было.

chat-only-administrators = Здесь это могут решать только администраторы.

chat-help-subscriptions =
    Чтобы узнавать о премьерах и новостях, нажмите /subscribe или напишите «подпишись на Тюльпан». Подписки: /subscriptions, отменить все: /unsubscribe.

    Что я храню о чате: /privacy, получить это файлом: /export, стереть: /forget.

chat-command-subscribe = получать премьеры и новости
chat-command-subscriptions = на что подписан чат
chat-command-unsubscribe = отменить все подписки
chat-command-privacy = что я храню о чате
chat-command-export = получить эти данные файлом
chat-command-forget = стереть эти данные

chat-privacy =
    Что я храню об этом чате

    Данные хранятся под номером чата в Telegram: иначе неизвестно, куда писать. Имён, телефонов и переписки в базе нет. Если вы ничего не выбирали и ни на что не подписывались, не хранится ничего.
chat-privacy-language = • Язык, выбранный через /lang, и когда он выбран: чтобы отвечать на нём.
chat-privacy-topics = • Темы, фильмы и люди, на которых подписан чат, и с какого дня: чтобы знать, о чём писать.
chat-privacy-hours = • Как часто и в какие часы писать, часовой пояс, язык и день первой подписки, время следующей сводки: чтобы не писать ночью и некстати.
chat-privacy-reach = • Сколько раз подряд сообщение не дошло и с какого времени бот заблокирован: чтобы не писать туда, где его не ждут. Подписки заблокировавших стираются через 90 дней.
chat-privacy-sent = • Какие новости отправлены или ждут отправки, когда, с какой попытки, номер сообщения и причина, если не получилось: чтобы каждая пришла один раз. Стирается через 30 дней после того, как новость устарела.
chat-privacy-else = О чём шла речь, я помню 15 минут, чтобы понимать «а кто там играл?», а какие ответы стоят в чате – до перезапуска: в файл это не пишется. Вопросы без ответа хранятся без номера чата и без имени, телефоны и адреса из них вычёркиваются. 👍 и 👎 только считаются.
chat-privacy-yours = Получить всё это файлом: /export. Стереть: /forget.

chat-export = Здесь всё, что хранится об этом чате. Что это значит: /privacy
chat-forget-ask = Стереть всё, что хранится об этом чате: язык, подписки, отправленные новости? Вернуть это будет нельзя.
chat-forget-yes = Да, стереть
chat-forget-no = Нет, оставить
chat-forget-done = Стёрто: об этом чате больше ничего не хранится. На вопросы отвечаю по-прежнему.
chat-forget-kept = Хорошо, ничего не стёрто.
