# What the chat itself says: greeting, help, buttons, apologies. Answers about cinema are in texts.ftl.

chat-start =
    Hello! I answer questions about Kazakh cinema.

    Ask who made a film, who plays in it, what it won or when it opens: in Kazakh, Russian or English, in any spelling. Every answer comes with its source.

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

    Typos are no obstacle. If you edit your question, I edit my answer. There is no need to repeat a title: “and who plays in it?” will do.

    In a group, mention me as @{ $username } or reply to one of my messages.

    /lang – choose a language
    /about – about this bot

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

    Answers come from this base alone; nothing is made up. Where sources disagree, I show both; what I do not know, I say I do not know.

    Questions that I could not answer are kept so that the base can grow: without who asked, and with numbers and addresses struck out.

chat-lang-ask = Which language shall we speak?
chat-lang-name = English
chat-lang-set = All right, English from now on. Ask in another language and I will answer in that one.

chat-called = I am listening. What would you like to know about Kazakh cinema?
chat-command = I do not know that command. Just write your question in your own words, or press /help.
chat-card-missing = I could not find what this link points to. Write the title of the film or the name of the person.

chat-voice = Sorry, I cannot listen to recordings. Write your question and I will answer at once.
chat-sticker = Nice sticker! Now ask me something about Kazakh cinema: a film, an actor, an award, a premiere.
chat-picture = I cannot see pictures or videos. Write which film you mean and I will tell you what I know.
chat-media = I only understand text. Write me your question about Kazakh cinema.

chat-flood = A little slower, please: I cannot keep up. Let us go on in a few seconds.
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
