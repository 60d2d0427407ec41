# What the bot says in English. Facts arrive as finished values: names, titles, dates.

# Dates: Babel's patterns; what stands in apostrophes is left as it is.
date-day = d MMMM y
date-day-of-year = d MMMM
date-month = LLLL y
date-year = { $year }
quoted = “{ $text }”

unconfirmed = unconfirmed
either = { $values }
conflict-values = Sources disagree: { $values }.
conflict-note = Sources disagree. { $note }
gap = I know { $name }, but I have no record of { $fact }.
and-more = … and { $count } more.
no-more = That is all I have on this.
billion = { $number } billion
million = { $number } million
currency-KZT = tenge
currency-USD = US dollars
currency-EUR = euros
currency-RUB = roubles
currency-SUR = Soviet roubles
viewers = { $number } viewers
minutes = { $minutes } minutes
hours-minutes = { $minutes } minutes ({ $hours } h{ $rest ->
    [0] {""}
   *[other] {" "}{ $rest } min
  })
actress = actress
result-won = won
result-nominated = nominated
result-selected = selected

# What is not known.
fact-director = the director
fact-writer = the screenwriter
fact-composer = the composer
fact-cinematographer = the cinematographer
fact-producer = the producer
fact-actor = the cast
fact-role = who played the part
fact-year = the year
fact-runtime = the running time
fact-genre = the genre
fact-language = the language
fact-country = the country
fact-studio = the studio
fact-plot = the plot
fact-based-on = what it is based on
fact-location = where it was shot
fact-boxoffice = the box office
fact-budget = the budget
fact-reception = how it was received
fact-awards = awards
fact-parts = the number of parts
fact-premiere = the premiere
fact-festivals = the festivals
fact-films = the films
fact-born = the date of birth
fact-died = the date of death
fact-birthplace = the place of birth
fact-education = the education
fact-titles = honorary titles
fact-prizes = prizes
fact-place = the place
fact-founded = the year of foundation
fact-this = what was asked

# One film.
film-director = { $film } was directed by { $people }.
film-writer = The screenplay of { $film } is by { $people }.
film-composer = The music of { $film } is by { $people }.
film-cinematographer = { $film } was shot by { $people } (cinematography).
film-producer = { $film } was produced by { $people }.
film-cast = Cast of { $film }: { $people }.
film-lead = Lead role in { $film }: { $people }.
film-role = { $film }: { $roles }.
film-year = { $film }: { $year }.
film-runtime = { $film } runs { $length }.
film-genre = { $film }: { $genres }.
film-genre-yes = Yes, { $film }: { $genres }.
film-genre-no = No, { $film }: { $genres }.
film-language = { $film } is in { $languages }.
film-country = { $count ->
    [one] { $film } was made in { $countries }.
   *[other] { $film } is a co-production of { $countries }.
  }
film-studio = { $film } was made by { $studios }.
film-based-on = { $film } is based on: { $work }.
film-based-on-unknown = I know of no book or story behind { $film }.
film-location = { $film } was shot in { $places }.
film-boxoffice = { $film }: { $sums }.
film-budget = The budget of { $film }: { $sums }.
film-premiere = { $future ->
    [1] { $film } is due to open: { $when }.
   *[other] { $film }: { $when }.
  }
film-premiere-year = { $film } is dated { $year }; I do not know the day of its premiere.
film-first-shown = { $film } was first shown: { $where }.
film-festivals = { $film } at festivals: { $festivals }.
film-awards = { $name } won { $count ->
    [one] one award
   *[other] { $count } awards
  }: { $items }.
film-nominations = I know of no award won by { $name }, but: { $items }.
film-watch = { $film } can be watched here: { $url }
film-trailer = Trailer of { $film }: { $url }
film-rating = Rating of { $film }: { $url }
no-watch = I keep no cinema listings and no streaming links, so I cannot say where { $film } is on.
no-trailer = I have no trailer of { $film }.
no-rating = I keep no ratings, so I have none for { $film }.
card-director = Directed by { $people }.
card-cast = Cast: { $people }.
card-awards = Awards ({ $count }): { $awards }.
people-of-films = { $count ->
    [one] One person: { $people }.
   *[other] { $count } people: { $people }.
  }

# One person.
person-born = { $name }: born { $date }.
person-died = { $name }: died { $date }.
person-died-at = { $name }: died { $date }, { $place }.
person-died-aged = (aged { $years })
person-age = { $name } is { $years } { $count ->
    [one] year
   *[other] years
  } old (born { $born }).
person-age-then = { $then }: { $name } was { $years } { $count ->
    [one] year
   *[other] years
  } old then (born { $born }).
person-age-died = { $name } ({ $born } – { $died }) lived { $years } { $count ->
    [one] year
   *[other] years
  }.
person-older = { $apart ->
    [1] { $first } is older: born { $born }; { $second }: born { $later }.
   *[other] The dates I know do not tell them apart: { $first } ({ $born }), { $second } ({ $later }).
  }
no-death = I have no record of { $name }'s death.
person-birthplace = { $name } was born in { $place }.
person-education = Education of { $name }: { $school }.
person-titles = Titles of { $name }: { $titles }.
person-prizes = Prizes won by { $name } ({ $count }): { $prizes }.
person-prizes-short = Prizes: { $prizes }.
person-works = { $name } is known for: { $films }.
person-roles = Roles of { $name }: { $roles }.
person-films = Films of { $name } ({ $count }): { $films }.
person-films-director = { $name } directed { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-actor = { $name } played in { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-writer = { $name } wrote { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-producer = { $name } produced { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-composer = { $name } wrote the music for { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-cinematographer = { $name } shot { $count ->
    [one] one film
   *[other] { $count } films
  }: { $films }.
person-films-author = Based on works by { $name } ({ $count }): { $films }.
as-director = director of { $count }
as-actor = actor in { $count }
as-writer = writer of { $count }
as-producer = producer of { $count }
as-composer = composer of { $count }
as-cinematographer = cinematographer of { $count }
as-author = author of the source of { $count }
role-director = director
role-actor = actor
role-writer = screenwriter
role-producer = producer
role-composer = composer
role-cinematographer = cinematographer
role-author = author of the original work
known-for = Known for { $films }.
no-films-match = I know of no such films by { $name }.
did-yes = Yes, { $name } worked on { $film }: { $roles }.
did-nothing-else = { $name } on { $film }: { $roles }. I have no record of anything else.
did-unknown = I have no record of { $name } working on { $film }.
did-ever = Yes, { $name } as { $role }: { $films }.
did-never-known = I have no record of that for { $name }.

# Awards.
award-winner = { $items }.
award-where = { $name } won at: { $items }.
award-shown = { $name } — Kazakh films: { $items }.
award-wins = { $name } — Kazakh wins ({ $count }): { $items }.
award-first = The first I know of: { $items }.
said-yes = Yes: { $lead }
said-no = No: { $lead }
yes-items = Yes: { $items }.
no-items = { $any ->
    [1] No, { $name }: { $items }.
   *[other] No, { $name } has nothing of the kind, and this list is complete.
  }
not-won-but = { $named ->
    [0] I have no record of such a win, only: { $items }.
   *[other] I have no record of a win by { $name }, only: { $items }.
  }
no-wins = I have no record of awards won by { $name }.
no-record = { $named ->
    [0] I have no record of it.
   *[other] I have no record of it: { $name }.
}
no-record-film = I have no record of { $name } at { $event }.
oscar-yes = { $shortlist ->
    [1] Yes, { $name } was entered for the Oscars and shortlisted: { $items }.
   *[other] Yes, { $name }: { $items }.
  }
oscar-entered-not-nominated = { $shortlist ->
    [1] No, { $name } was entered and shortlisted, but not nominated: { $items }.
   *[other] No, { $name } was entered, but not nominated: { $items }.
  }
oscar-no = No, { $name } is not among Kazakhstan's entries for the Oscars.
count-awards = { $name }: { $count }. { $items }.
count-films = { $name }: { $count ->
    [one] one film
   *[other] { $count } films
  }. { $items }.
awards-count = { $count ->
    [one] one award
   *[other] { $count } awards
  }

# Premieres.
premieres = { $when }, premieres ({ $count }): { $items }.
premieres-none = { $when }: I know of no Kazakh premiere.
upcoming = { $any ->
    [1] Coming up: { $items }. { $announced } (My latest news is from { $newest }.)
   *[other] { $announced } I know of no dates yet. (My latest news is from { $newest }.)
  }
announced = Announced: { $films }.
upcoming-none = I know of no announced premieres (my latest news is from { $newest }).
on-this-day = { $day } in Kazakh cinema. { $items }.
on-this-day-none = I know of nothing that happened in Kazakh cinema on { $day }.
day-born = { $name } was born
day-died = { $name } died

# Lists.
list-all = Kazakh films
list-everybody = People of Kazakh cinema
list-films = { $filters } ({ $count }): { $films }.
list-count = { $filters }: { $count ->
    [one] I know one film
   *[other] I know { $count } films
  } — { $films }.
list-none = { $named ->
    [0] I know of no such films.
   *[other] I know of no such films: { $filters }.
}
list-first = The earliest I know of: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-last = The newest I know of: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Before it: { $others }.
}
list-longest = The longest: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-shortest = The shortest: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-grossing = The highest-grossing Kazakh film at home: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-viewed = The largest audience: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-awarded = Most awards: { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
list-similar = Similar to { $film }: { $films }.
list-recommend = Worth watching: { $films }.
list-both = Worked with { $names }: { $people }.
both-none = I know of nobody who worked with both { $names }.
both-films = In both { $names }: { $people }.
both-films-none = I know of nobody who worked on both { $names }.
range-until = before { $year }
range-since = since { $year }
from-books = from books
by-women = directed by women
won-prizes = with prizes
told-about = described with the words { $words }
won-abroad = won abroad
under = { $filters }: { $lead }
list-earlier = { $same ->
    [1] { $first } and { $second } are from the same year.
   *[other] { $first } came first, { $second } later.
  }
list-people = { $filters } ({ $count }): { $people }.
list-women = women
list-women-known = Only those of whom I can tell: a source or the surname says so.
list-nobody = I know nobody like that: { $filters }.
born-in = born in { $place }
born-when = born { $when }
died-when = died { $when }
foremost-born = born { $when }
foremost-compared = { $same ->
    [1] Neither is ahead: { $first }; { $second }.
   *[other] { $first }; { $second }.
}
foremost-youngest = { $filters }: the youngest I know of is { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
foremost-oldest = { $filters }: the oldest living one I know of is { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
foremost-films = { $filters }: most films in the base has { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
foremost-awards = { $filters }: most prizes in the base has { $first }.{ $count ->
    [0] {""}
   *[other] {" "}Then: { $others }.
}
films-count = { $count ->
    [one] one film
   *[other] { $count } films
}

# News, organisations.
news-none = I have no news on that.
news-none-in = I have no news from { $when }.
org-where = { $name }: { $place }.
org-founded = { $name }: founded { $date }.
org-since = Founded: { $date }.
org-wins = Kazakh wins ({ $count }): { $items }.

# Not understood.
no-such-film = I know of no such film.
no-such-person = I know of no such person.
no-such-organisation = I know of no such festival, prize or studio.
unknown = I do not know that. I answer questions about Kazakh cinema: films, people, awards, premieres and news.
unknown-foreign = That is not a Kazakh film or name, so I cannot say. I know Kazakh cinema: films, people, awards, premieres.
unknown-near = I do not know that about { $name }. I can tell you who made it, who is in it, what it won and when it opened.
unknown-part = I know { $name }, but no such part of it.
unknown-near-person = I do not know that about { $name }. I can tell you about films, prizes, and dates of birth and death.
ask-which = Which one do you mean?
ask-what = What would you like to know about { $name }?
ask-did-you-mean = Did you mean this?
ask-missing-film = Which film do you mean?
ask-missing-person = Who do you mean?
ask-missing-organisation = Which festival or prize do you mean?
ask-missing-other = Please name what you are asking about, such as a film or a person.
option = { $name }: { $question }
examples = For example: “Who directed Road to Mother?”, “Films by Yerzhanov”, “What won at Cannes?”, “What opens this month?”

# Names of questions, for buttons.
ask-film-director = director
ask-film-writer = screenplay
ask-film-cast = cast
ask-film-lead = lead role
ask-film-role = roles
ask-film-composer = music
ask-film-cinematographer = cinematography
ask-film-producer = producer
ask-film-year = year
ask-film-runtime = running time
ask-film-genre = genre
ask-film-language = language
ask-film-country = country
ask-film-studio = studio
ask-film-plot = plot
ask-film-based_on = based on
ask-film-location = locations
ask-film-boxoffice = box office
ask-film-budget = budget
ask-film-reception = reception
ask-film-premiere = premiere
ask-film-premiere_place = first screening
ask-film-festivals = festivals
ask-film-awards = awards
ask-film-oscar = Oscar
ask-film-card = about the film
ask-film-watch = where to watch
ask-film-trailer = trailer
ask-film-rating = rating
ask-person-who = about the person
ask-person-films = films
ask-person-directed = films as director
ask-person-acted = films as actor
ask-person-wrote = screenplays
ask-person-scored = film music
ask-person-shot = films as cinematographer
ask-person-produced = films as producer
ask-person-adapted = screen adaptations
ask-person-born = birth
ask-person-age = age
ask-person-died = death
ask-person-birthplace = place of birth
ask-person-education = education
ask-person-titles = titles
ask-person-prizes = prizes
ask-person-known = known for
ask-person-did = part in the film
ask-person-role = role in the film
ask-person-together = together
ask-award-winner = winners
ask-award-where = where it won
ask-award-shown = films shown
ask-award-wins = Kazakh wins
ask-award-yesno = did it win
ask-award-count = how many awards
ask-award-first = the first
ask-premiere-upcoming = upcoming premieres
ask-premiere-period = premieres at that time
ask-premiere-onthisday = on this day
ask-list-films = list of films
ask-list-count = how many films
ask-list-first = the first
ask-list-last = the newest
ask-list-longest = the longest
ask-list-shortest = the shortest
ask-list-grossing = highest-grossing
ask-list-viewed = most viewers
ask-list-awarded = most awards
ask-list-similar = similar films
ask-list-recommend = what to watch
ask-list-both = who worked with both
ask-list-earlier = which came first
ask-list-people = people
ask-news-latest = news
ask-news-about = news
ask-news-period = news from that time
ask-org-what = about it
ask-org-where = where it is
ask-org-when = since when

# Talk.
talk-greeting = Hello! Ask me about Kazakh cinema: films, people, awards, premieres.
talk-thanks = You're welcome!
talk-ok = Good. What else would you like to know?
talk-bye = Goodbye! Come back whenever you wonder about a Kazakh film.
talk-who = I am Qazaq Kino, a bot that knows Kazakh cinema and names its sources.
talk-help = Ask in your own words, in Kazakh, Russian or English: who made a film, who plays in it, what it won, when it opened, what is coming, what is new. Spelling does not matter.
talk-mood = Very well, thank you: films all day long. What would you like to know?
talk-praise = Thank you, that is kind!
talk-insult = I am sorry I did not help. Ask in other words, and I will try again.
talk-sources = Every fact in my base has its source: festivals, archives, the press, studios. You will find them under each answer.
talk-joke = A director from Almaty asked for silence on the set. The steppe said: “At last, something I can do.”
together = { $names } together ({ $count }): { $films }.
together-none = I know no film on which { $names } worked together.
did-no = No, { $role } of { $film }: { $people }.
did-no-but = No, { $role } of { $film }: { $people }. { $name }: { $roles }.
