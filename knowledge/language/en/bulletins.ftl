# What is told unasked: premieres, news, this day in history. And what cinemas announce.

showings = In cinemas ({ $count } { $count ->
    [one] film
   *[other] films
  }): { $items }.
showings-film = In cinemas: { $item }.
showings-more = { $count } more { $count ->
    [one] cinema
   *[other] cinemas
  }
showings-until = on until { $day }

reminder-week = { $film } opens soon: on { $date }.
reminder-eve = { $film } opens tomorrow, { $date }.
reminder-day = { $film } opens today, { $date }!
reminder-moved = The premiere of { $film } has moved: { $date } instead of { $before }.
reminder-withdrawn = { $film } will not open on { $before }: no new date is known yet.
reminder-where = Where: { $places }
reminder-directors = Directed by { $people }.
reminder-calendar = Premiere: { $film }
premieres-calendar = Premieres of Kazakh cinema

day-in-history = { $day } in Kazakh cinema
day-premiere = { $year }: { $film } – { $kind }
day-award = { $year }: { $headline }
day-birth = { $year }: { $name } was born
