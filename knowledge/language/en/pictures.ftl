# What pictures say: labels of cards and charts, and captions that say the same.

picture-director = { $count ->
    [one] director
   *[other] directors
  }
picture-cast = cast
picture-awards = awards
picture-more = { $count } more
picture-minutes = { $minutes } min
picture-life = years of life
picture-born = born
picture-died = died
picture-known-for = known for
picture-films = films in the base
picture-founded = founded
picture-kazakh-films = Kazakh films here
picture-last-honours = last awarded
picture-last-entries = latest entries
picture-made-here = films made here
picture-awards-of = { $count ->
    [one] award to a Kazakh film
   *[other] awards to Kazakh films
  }
picture-awards-of-counted = { $count ->
    [one] { $count } award to a Kazakh film
   *[other] { $count } awards to Kazakh films
  }
picture-films-of-counted = { $count ->
    [one] { $count } film
   *[other] { $count } films
  }
picture-films-of = { $count ->
    [one] film
   *[other] films
  }

picture-year-unconfirmed = year unconfirmed
picture-timeline-subtitle = { $count ->
    [one] one film as director, { $years }
   *[other] { $count } films as director, { $years }
  }
picture-timeline-lead = { $name }, films as director ({ $count }), { $years }:
picture-timeline-awards = The number is that of awards.
picture-years-title = Films by year
picture-years-subtitle = { $count } films of the base, { $first }–{ $last }
picture-years-sure = year confirmed by a source
picture-years-unsure = year unconfirmed
picture-years-unsure-count = Year unconfirmed: { $count }
picture-years-lead = Films of the base by year: { $count }, { $first }–{ $last }. Most are from { $most }: { $films }.
picture-decade = { $decade }s: { $count }
picture-honours-title = Awards by festival and year
picture-honours-subtitle = The { $count } events that honoured Kazakh films most
picture-honours-key = A dot is an award; on the right, all of them.
picture-honours-left-out = Awards without a confirmed year or name are left out: { $count }.
picture-honours-lead = Awards to Kazakh films, the { $count } events that gave most:
picture-takings-title = Box office: top { $count }
picture-takings-subtitle = Of { $count } films whose takings in tenge are known
picture-takings-note = Sums as sources give them, at different times of release.
picture-takings-lead = Box office, top { $count }:
