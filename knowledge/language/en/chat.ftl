# What the chat itself says: greeting, help, buttons, apologies. Answers about cinema are in texts.ftl.

chat-start =
    Hello! I answer questions about Kazakh cinema.

    Ask who made a film, who is in it, what it won or when it opens: in Kazakh, Russian or English, in any spelling. Every answer comes with its source.

    You could start with:
chat-example-1 = Who directed “The Road to Mother”?
chat-example-2 = Films by Akan Satayev
chat-example-3 = What premieres are coming up?

chat-help =
    What you can ask

    • Films: who directed “Tulpan”? Who is in “Tomiris”?
    • People: who is Shaken Aimanov? Where was Akan Satayev born?
    • Awards: which Kazakh films won at Cannes?
    • Premieres: which films are coming out soon?
    • Lists: films of 2018, films by Darezhan Omirbayev
    • News: what is new in Kazakh cinema?

    Typos are fine. If you edit your question, I edit my answer. There is no need to repeat a title: “and who plays in it?” will do.

    In a group, mention me as @{ $username } or reply to one of my messages.

    /lang – choose a language
    /about – about this bot

chat-help-more =
    Ready-made commands: /film, /person, /awards, /premieres, /today, /news, /random, /stats. In any chat, type @{ $username } and a title to send its card.

    If an answer was good or bad, react to it with 👍 or 👎: that shows what needs fixing.

chat-about =
    Qazaq Kino, a reference bot for Kazakh cinema

    It knows { $films } { $films ->
        [one] film
       *[other] films
      }, { $people } { $people ->
        [one] person
       *[other] people
      } and { $organisations } { $organisations ->
        [one] festival, prize or studio
       *[other] festivals, prizes and studios
      }. Its newest fact dates from { DATETIME($newest, dateStyle: "long") }.

    Answers come only from this base; nothing is made up. Where sources disagree, I show both; what I do not know, I say I do not know.

    Questions that I could not answer are kept so that the base can grow: without who asked, and with numbers and addresses struck out. Reactions 👍 and 👎 are only counted, without names.

chat-lang-ask = Which language shall we speak?
chat-lang-name = English
chat-lang-set = All right, English from now on. Ask in another language, and I will answer in it.

chat-called = I am listening. What would you like to know about Kazakh cinema?
chat-command = I do not know that command. Just write your question in your own words, or press /help.
chat-card-missing = I could not find what this link points to. Write the title of the film or the name of the person.

chat-voice = Sorry, I cannot listen to recordings. Write your question and I will answer at once.
chat-sticker = Nice sticker! Now ask me something about Kazakh cinema: a film, an actor, an award, a premiere.
chat-picture = I cannot see pictures or videos. Write which film you mean and I will tell you what I know.
chat-media = I only understand text. Write me your question about Kazakh cinema.

chat-flood = A little slower, please: I cannot keep up. Try again in a few seconds.
chat-stale = Sorry, I was away for a while and have only now seen your messages. Shall I answer your last question?
chat-stale-answer = Yes, please
chat-error = Sorry, something broke on my side. Please try again in a moment.
chat-expired = This button is too old. Please write your question again.

chat-not-meant = Not what I meant
chat-choose = Sorry, I misunderstood. Is it one of these? If not, try asking in other words.
chat-sources = { $count ->
    [one] Source:
   *[other] Sources:
  }

# Commands. When nothing is written after them.
chat-which-film = Which film? Write its title after the command, for example: /film Tomiris
chat-which-person = Who? Write the name after the command, for example: /person Shaken Aimanov
chat-which-awards = Whose awards? Write a film, a person or a festival, for example: /awards Cannes
chat-which-of-these = There are several. Which one?
chat-no-film = I know of no Kazakh film called “{ $name }”. Perhaps it is spelled differently?
chat-no-person = I know of nobody in Kazakh cinema called “{ $name }”. Perhaps it is spelled differently?
chat-random-none = I found nothing for “{ $about }”. Try a genre or a year, for example: /random comedy
chat-stats =
    My base holds { $films } Kazakh { $films ->
        [one] film
       *[other] films
      }, { $people } { $people ->
        [one] person
       *[other] people
      } and { $honours } { $honours ->
        [one] record
       *[other] records
      } of festivals and awards.

# How a question is made of what is written after a command.
chat-ask-awards = which film has the most awards { $about }
chat-ask-premieres = premieres { $about }
chat-ask-today = on this day { $about }
chat-ask-news = news { $about }
chat-ask-random = films { $about }

# Buttons.
chat-share = Share
chat-all = Read on
chat-chart-years = Films by year
chat-chart-awards = Awards at festivals
chat-chart-box-office = Box office

# When somebody writes @bot in any chat.
chat-inline-more = Ask the bot for more
chat-inline-none = Nothing found. Ask the bot itself
chat-inline-open = The whole card

# The menu and the descriptions that Telegram shows.
chat-command-film = card of a film: /film Tomiris
chat-command-person = card of a person: /person Shaken Aimanov
chat-command-awards = awards: /awards Cannes
chat-command-premieres = what opens soon
chat-command-today = what happened on this day
chat-command-news = the latest news
chat-command-random = a random film
chat-command-stats = Kazakh cinema in pictures
chat-command-lang = choose the language
chat-command-help = what you can ask
chat-command-about = about this bot
chat-bot-name = Qazaq Kino
chat-bot-description =
    I answer questions about Kazakh cinema: who made a film, who is in it, what it won, when it opens. In Kazakh, Russian or English, in any spelling. Every answer comes with its source.
chat-bot-short-description = Kazakh cinema: films, people, awards, premieres. With sources.
chat-premieres-calendar = The dates known so far, for your calendar.
