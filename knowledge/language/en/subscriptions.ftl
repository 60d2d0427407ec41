# Subscriptions: switches, lists, buttons; and what is kept of a chat.

chat-topic-premieres = premieres
chat-topic-awards = awards
chat-topic-news = news
chat-topic-on-this-day = this day in history

chat-subscribe = What should I write to you about? Press a topic to switch it on or off.
chat-subscribe-on = Switched on now: { $topics }.
chat-subscribe-off = None of the topics is switched on.
chat-subscribe-more = You can also follow a film, a person, a festival or a studio: open its card and press “Follow”. All subscriptions: /subscriptions
chat-switch-on = ✓ { $topic }: on
chat-switch-off = { $topic }: off

chat-how = How often: { $how }
chat-how-at-once = at once
chat-how-daily = once a day
chat-how-weekly = once a week
chat-hour = At { $hour }
chat-quiet = Quiet hours: { $hours }
chat-quiet-none = none
chat-zone = Time: { $zone }
chat-zone-asia-almaty = Kazakhstan
chat-zone-europe-moscow = Moscow
chat-zone-europe-istanbul = Istanbul
chat-zone-asia-dubai = Dubai
chat-zone-asia-shanghai = Beijing
chat-zone-asia-seoul = Seoul
chat-zone-europe-berlin = Berlin
chat-zone-europe-london = London
chat-zone-america-new-york = New York
chat-day-0 = Monday
chat-day-1 = Tuesday
chat-day-2 = Wednesday
chat-day-3 = Thursday
chat-day-4 = Friday
chat-day-5 = Saturday
chat-day-6 = Sunday
chat-menu-how = How often should I write? Now: { $now }.
chat-menu-hour = At what time? Now: { $now }.
chat-menu-day = On which day of the week? Now: { $now }.
chat-menu-quiet = During which hours should I not disturb you? Now: { $now }.
chat-menu-zone = Which time zone are you in? Now: { $now }.
chat-chosen = ✓ { $what }
chat-back = Back
chat-when-at-once = I write as soon as there is something new.
chat-when-daily = I write once a day, at { $hour }.
chat-when-weekly = I write once a week, on { $day } at { $hour }.
chat-when-quiet = In the quiet hours ({ $hours }) I do not disturb you.

chat-follow = Follow
chat-following = ✓ Following
chat-followed = Done. I will write when there is news. All subscriptions: /subscriptions
chat-unfollowed = I will not write about this any more.

chat-subscribed = Subscribed: { $topic }. I will write when there is news. How often and when: /subscribe
chat-unsubscribed = Subscription ended: { $topic }.
chat-undo = Undo
chat-again = Subscribe again
chat-subscribe-whom = I do not know what “{ $name }” is. Write a title or a name, and press “Follow” on its card. General topics: /subscribe

chat-subscriptions = { $count ->
    [one] You have { $count } subscription
   *[other] You have { $count } subscriptions
  }. Press one to end it. When I write: /subscribe
chat-subscriptions-rest = Not all are shown: there are { $count } more.
chat-subscriptions-none = You have no subscriptions. To choose what I write about: /subscribe
chat-end = ✕ End: { $topic }
chat-ended = Ended: { $topic }

chat-end-all-ask = { $count ->
    [one] End { $count } subscription? After that I will write only when you ask.
   *[other] End all { $count } subscriptions? After that I will write only when you ask.
  }
chat-end-all-yes = Yes, end them
chat-end-all-no = No, keep them
chat-end-all-done = Done, you have no subscriptions any more. I still answer questions. To come back: /subscribe
chat-end-all-kept = All right, everything stays as it was.

chat-only-administrators = Only administrators can decide that here.

chat-help-subscriptions =
    To hear of premieres and news, press /subscribe or write “follow Tulpan”. Subscriptions: /subscriptions, to end them all: /unsubscribe.

    What I keep of this chat: /privacy, to get it as a file: /export, to erase it: /forget.

chat-command-subscribe = hear of premieres and news
chat-command-subscriptions = what this chat subscribed to
chat-command-unsubscribe = end all subscriptions
chat-command-privacy = what I keep of this chat
chat-command-export = get your data as a file
chat-command-forget = erase your data

chat-privacy =
    What I keep of this chat

    It is kept under the chat's number in Telegram: otherwise I would not know where to write. There are no names, telephone numbers or conversations in it. Where nothing was chosen and nothing subscribed to, nothing is kept.
chat-privacy-language = • The language chosen with /lang, and when: to answer in it.
chat-privacy-topics = • The topics, films and people subscribed to, and since when: to know what to write about.
chat-privacy-hours = • How often and at which hours to write, the time zone, the day and language of the first subscription, the time of the next digest: so as not to write at night or at a bad moment.
chat-privacy-reach = • How often in a row a message did not arrive, and since when the bot is blocked: so as not to write where it is not wanted. Subscriptions of those who blocked the bot are erased after 90 days.
chat-privacy-sent = • Which news was sent or waits, when, at which attempt, the number of the message, and the reason where it failed: so that each arrives once. Erased 30 days after the news is over.
chat-privacy-else = What we talked about is remembered for 15 minutes, to understand “and who plays in it?”, and which answers stand in the chat until the next restart: that is written to no file. Questions without an answer are kept without the chat's number and without a name; telephone numbers and addresses are struck out. 👍 and 👎 are only counted.
chat-privacy-yours = To get all this as a file: /export. To erase it: /forget.

chat-export = This is all that is kept of this chat. What it means: /privacy
chat-forget-ask = Erase all that is kept of this chat: language, subscriptions, news sent? It cannot be undone.
chat-forget-yes = Yes, erase it
chat-forget-no = No, keep it
chat-forget-done = Erased: nothing is kept of this chat any more. I still answer questions.
chat-forget-kept = All right, nothing was erased.
