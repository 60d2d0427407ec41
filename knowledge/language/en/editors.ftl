# What editors read: /publish, /premiere, /queue, /unanswered, /reload, /health, and when something breaks.

chat-trouble-feed = A news feed cannot be reached. I keep trying, less and less often; /health shows which one.
chat-trouble-round = Something that I do by myself every few minutes went wrong. I still answer and keep trying; the log says more.
chat-editors-database = The database cannot be used just now, so I could not do that. Please try again a little later.

chat-publish =
    A new message for subscribers: write the text.

    First in Kazakh, then in Russian, then in English: one message each, or all three in one with a line --- in between. The first line becomes the headline. Nothing goes out before you say so.
chat-publish-waiting = { $count ->
    [one] One draft is waiting for you:
   *[other] { $count } drafts are waiting for you:
  }
chat-publish-stop = Never mind
chat-publish-stopped = All right, nothing is published.
chat-publish-next = Now the text in this language: { $name }
chat-publish-too-many = { $count ->
    [one] That is more than one text, and only one language is missing.
   *[other] Those are too many texts: only { $count } languages are missing.
  } Please send it again.
chat-publish-gone = This draft has been published, rejected or changed meanwhile. /publish shows what is waiting.
chat-publish-missing = There is no text in this language yet.
chat-publish-feed = From a feed: the words are those of its source.
chat-publish-alike = It looks like one that came before.
chat-publish-topics = Topics: { $topics }
chat-publish-recipients = { $count ->
    [0] Nobody follows these topics yet.
    [one] One chat will get it.
   *[other] { $count } chats will get it.
  }
chat-publish-topic-news = News
chat-publish-topic-premieres = Premieres
chat-publish-topic-awards = Awards
chat-publish-write = Write again: { $name }
chat-publish-reject = Reject
chat-publish-to-me = To me first
chat-publish-go = Publish…
chat-publish-sure = { $count ->
    [0] Nobody follows these topics yet: nobody will get it. Publish all the same?
    [one] One chat will get this message. What is sent cannot be taken back.
   *[other] { $count } chats will get this message. What is sent cannot be taken back.
  }
chat-publish-send = Yes, send ({ $count })
chat-publish-back = Back
chat-publish-rejected = Rejected. It goes to nobody.
chat-publish-unfinished = Not yet: a text is missing in one of the languages, or is longer than 3,500 letters.
chat-publish-too-late = This draft is more than a week old. It was not sent; please write it again.

chat-progress-active = Sending.
chat-progress-paused = Paused.
chat-progress-cancelled = Cancelled. Nothing more goes out.
chat-progress-done = Done.
chat-progress-nobody = Published; nobody follows these topics yet.
chat-progress-sent = Sent: { $sent } of { $all }
chat-progress-waiting = Waiting: { $count }
chat-progress-pause = Pause
chat-progress-resume = Go on
chat-progress-cancel = Cancel

chat-state-pending = Waiting: { $count }
chat-state-sending = Under way: { $count }
chat-state-sent = Sent: { $count }
chat-state-unconfirmed = Unconfirmed, perhaps arrived: { $count }
chat-state-failed = Refused by Telegram: { $count }
chat-state-dead = Chat out of reach: { $count }
chat-state-expired = No longer needed: { $count }

chat-queue = In the queue and the ledger of the last 30 days:
chat-queue-empty = The queue is empty, and nothing has been sent lately.
chat-queue-rate = Sent within the last minute: { $count }
chat-queue-oldest = { $minutes ->
    [0] What is due has been waiting for less than a minute.
    [one] What is due has been waiting for a minute at most.
   *[other] What is due has been waiting for { $minutes } minutes at most.
  }

chat-premiere-how =
    Write it like this: /premiere TITLE DATE CITY CINEMA
    For example: /premiere Tomiris 2026-12-04 Almaty Arman
    City and cinema may be left out; the date needs its year.
chat-premiere-past = That day is past. Please give a premiere that is still to come.
chat-premiere-stranger = I know of no film called “{ $title }”. Add it to the facts first, then /reload.
chat-premiere-which = Which film is “{ $title }” ({ $day })?
chat-premiere-confirm =
    { $showing }

    Is that right? If so, I will give it in answers from now on and remind subscribers.
chat-premiere-store = Yes, store it
chat-premiere-no = No, drop it
chat-premiere-stored = Stored: { $showing }
chat-premiere-known = I knew that already: { $showing }
chat-premiere-dropped = Dropped, nothing was stored.
chat-premiere-forgotten = I do not remember this proposal any more. Please send /premiere again.

chat-unanswered = What people asked most and I could not answer:
chat-unanswered-none = There is no question that I could not answer.

chat-reload-done =
    The facts have been read again: { $films } { $films ->
        [one] film
       *[other] films
    }, the newest fact is dated { $newest }.
chat-reload-faults = { $count ->
    [one] There is a fault in the facts. I go on with the old ones:
   *[other] There are { $count } faults in the facts. I go on with the old ones. The first:
  }

chat-health-up = Running for: { $days } d { $hours } h { $minutes } min
chat-health-base = Facts: { $films } films, { $people } people, the newest dated { $newest }
chat-health-database = Database: fine
chat-health-database-broken = Database: cannot be used; the log says why
chat-health-queue = Queue: { $waiting } waiting, { $unconfirmed } unconfirmed
chat-health-feed = Feed { $host }: fine
chat-health-feed-new = Feed { $host }: not asked yet
chat-health-feed-down = Feed { $host }: down, { $count } { $count ->
    [one] failure
   *[other] failures
  } in a row
chat-health-memory = Memory: { $mb } MB
