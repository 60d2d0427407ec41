# Жазылым: қосқыштар, тізімдер, түймелер; чат туралы не сақталады.

chat-topic-premieres = премьералар
chat-topic-awards = марапаттар
chat-topic-news = жаңалықтар
chat-topic-on-this-day = тарихтағы бұл күн

chat-subscribe = Не туралы жазып тұрайын? Қосу не өшіру үшін тақырыпты басыңыз.
chat-subscribe-on = Қазір қосулы: { $topics }.
chat-subscribe-off = Әзірге бірде-бір тақырып қосылмаған.
chat-subscribe-more = Фильмге, адамға, фестивальге не студияға да жазылуға болады: карточкасын ашып, «Жазылу» түймесін басыңыз. Барлық жазылым: /subscriptions
chat-switch-on = ✓ { $topic }: қосулы
chat-switch-off = { $topic }: өшірулі

chat-how = Хабарлау жиілігі: { $how }
chat-how-at-once = бірден
chat-how-daily = күніне бір рет
chat-how-weekly = аптасына бір рет
chat-hour = Сағат { $hour }
chat-quiet = Тыныш уақыт: { $hours }
chat-quiet-none = жоқ
chat-zone = Уақыт белдеуі: { $zone }
chat-zone-asia-almaty = Қазақстан
chat-zone-europe-moscow = Мәскеу
chat-zone-europe-istanbul = Стамбұл
chat-zone-asia-dubai = Дубай
chat-zone-asia-shanghai = Бейжің
chat-zone-asia-seoul = Сеул
chat-zone-europe-berlin = Берлин
chat-zone-europe-london = Лондон
chat-zone-america-new-york = Нью-Йорк
chat-day-0 = дүйсенбі
chat-day-1 = сейсенбі
chat-day-2 = сәрсенбі
chat-day-3 = бейсенбі
chat-day-4 = жұма
chat-day-5 = сенбі
chat-day-6 = жексенбі
chat-menu-how = Қаншалықты жиі жазайын? Қазір: { $now }.
chat-menu-hour = Сағат нешеде жазайын? Қазір: { $now }.
chat-menu-day = Аптаның қай күні жазайын? Қазір: { $now }.
chat-menu-quiet = Қай уақытта мазаламайын? Қазір: { $now }.
chat-menu-zone = Қай жердің уақытымен жазайын? Қазір: { $now }.
chat-chosen = ✓ { $what }
chat-back = Артқа
chat-when-at-once = Жаңалық шыға салысымен жазамын.
chat-when-daily = Күніне бір рет жазамын, уақыты: { $hour }.
chat-when-weekly = Аптасына бір рет жазамын: { $day }, { $hour }.
chat-when-quiet = Тыныш уақытта ({ $hours }) мазаламаймын.

chat-follow = Жазылу
chat-following = ✓ Жазылдыңыз
chat-followed = Жақсы, жаңалық болса, жазамын. Барлық жазылым: /subscriptions
chat-unfollowed = Енді бұл туралы жазбаймын.

chat-subscribed = Жазылдыңыз: { $topic }. Жаңалық болса, жазамын. Қашан әрі қаншалықты жиі жазатынымды таңдау: /subscribe
chat-unsubscribed = Жазылым тоқтатылды: { $topic }.
chat-undo = Болдырмау
chat-again = Қайтару
chat-subscribe-whom = «{ $name }» дегенді түсінбедім. Фильмнің не адамның атын жазып, карточкасындағы «Жазылу» түймесін басыңыз. Жалпы тақырыптар: /subscribe

chat-subscriptions = Сізде { $count } жазылым бар. Тоқтатқыңыз келгенін басыңыз. Қашан жазу керегін /subscribe арқылы таңдайсыз.
chat-subscriptions-rest = Бәрі сыймады, тағы { $count } бар.
chat-subscriptions-none = Жазылым жоқ. Не туралы жазып тұратынымды таңдау: /subscribe
chat-end = ✕ Тоқтату: { $topic }
chat-ended = Тоқтатылды: { $topic }

chat-end-all-ask = Барлық жазылымды ({ $count }) тоқтатайын ба? Одан кейін өзім жазбаймын.
chat-end-all-yes = Иә, тоқтатыңыз
chat-end-all-no = Жоқ, қала берсін
chat-end-all-done = Болды, енді жазылым жоқ. Сұрақтарға бұрынғыша жауап беремін. Қайта жазылу: /subscribe
chat-end-all-kept = Жақсы, бәрі бұрынғыдай қалады.

chat-only-administrators = Мұны тек әкімшілер шеше алады.

chat-help-subscriptions =
    Премьералар мен жаңалықтарды біліп тұру үшін /subscribe дегенді басыңыз немесе «Қызғалдаққа жазыл» деп жазыңыз. Жазылымдар: /subscriptions, бәрін тоқтату: /unsubscribe.

    Чат туралы не сақтаймын: /privacy, соны файл етіп алу: /export, өшіру: /forget.

chat-command-subscribe = премьералар мен жаңалықтарды алып тұру
chat-command-subscriptions = чат неге жазылған
chat-command-unsubscribe = барлық жазылымды тоқтату
chat-command-privacy = чат туралы не сақтаймын
chat-command-export = сол деректерді файл етіп алу
chat-command-forget = сол деректерді өшіру

chat-privacy =
    Бұл чат туралы не сақтаймын

    Деректер чаттың Telegram-дағы нөмірімен сақталады: әйтпесе қайда жазу керегі белгісіз. Базада аты-жөн, телефон, хат-хабар жоқ. Ештеңе таңдамасаңыз, ештеңеге жазылмасаңыз, ештеңе сақталмайды.
chat-privacy-language = • /lang арқылы таңдалған тіл мен таңдалған уақыты: сол тілде жауап беру үшін.
chat-privacy-topics = • Чат жазылған тақырыптар, фильмдер, адамдар және қай күннен бері: не туралы жазу керегін білу үшін.
chat-privacy-hours = • Қаншалықты жиі және қай сағатта жазу керегі, уақыт белдеуі, алғаш жазылған күн мен тіл, келесі шолудың уақыты: түнде әрі орынсыз мазаламау үшін.
chat-privacy-reach = • Хабар қатарынан неше рет жетпегені және бот қашаннан бері бұғатталғаны: күтпеген жерге жазбау үшін. Ботты бұғаттағандардың жазылымы 90 күннен кейін өшіріледі.
chat-privacy-sent = • Қандай жаңалық жіберілді не кезекте тұр, қашан, нешінші әрекеттен, хабардың нөмірі, болмай қалса, себебі: әр жаңалық бір рет қана келуі үшін. Жаңалық ескіргеннен кейін 30 күн өткен соң өшіріледі.
chat-privacy-else = Не туралы сөйлескенімізді 15 минут есте ұстаймын («ал кім ойнады?» дегенді түсіну үшін), ал чатта қандай жауап тұрғанын – қайта іске қосылғанша: файлға жазылмайды. Жауабы табылмаған сұрақтар чат нөмірінсіз, аты-жөнсіз сақталады, телефондар мен мекенжайлар өшіріледі. 👍 мен 👎 тек саналады.
chat-privacy-yours = Мұның бәрін файл етіп алу: /export. Өшіру: /forget.

chat-export = Бұл чат туралы сақталғанның бәрі осында. Не екені: /privacy
chat-forget-ask = Бұл чат туралы сақталғанның бәрін (тіл, жазылым, жіберілген жаңалықтар) өшірейін бе? Оны қайтару мүмкін болмайды.
chat-forget-yes = Иә, өшіріңіз
chat-forget-no = Жоқ, қала берсін
chat-forget-done = Өшірілді: бұл чат туралы енді ештеңе сақталмайды. Сұрақтарға бұрынғыша жауап беремін.
chat-forget-kept = Жақсы, ештеңе өшірілген жоқ.
