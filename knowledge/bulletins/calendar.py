"""Premieres as a calendar that phones open (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from knowledge.answers.programme import city_name, film_line
from knowledge.answers.wording import Wording
from knowledge.bulletins.openings import Opening

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Qazaq Kino//premieres//"
_DURATION = timedelta(hours=2)
"""Of a film whose length is not known."""


def calendar_of(
    openings: Iterable[Opening],
    word: Wording,
    zone: tzinfo,
    today: date,
    sequences: Mapping[str, int] = {},
) -> bytes:
    """One event for each opening, timed where all that is known of the day is one time.

    ``sequences`` are the changes of day so far, by film: a calendar that has the event moves it.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"{_PRODUCT}{word.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", word.say("premieres-calendar"))
    for opening in openings:
        calendar.add_component(
            _event(opening, word, zone, today, sequences.get(opening.film.id, 0))
        )
    return bytes(calendar.to_ical())


def _event(opening: Opening, word: Wording, zone: tzinfo, today: date, sequence: int) -> Event:
    from icalendar import Event

    film = opening.film
    event = Event()
    event.add("uid", f"premiere-{film.id}@qazaq-kino")
    event.add("sequence", sequence)
    event.add("summary", word.say("reminder-calendar", film=word.title(film)))
    times = {showing.at for showing in opening.showings}
    at = next(iter(times)) if len(times) == 1 else None
    if at:
        start = datetime.combine(opening.day, at, zone).astimezone(UTC)
        length = timedelta(minutes=film.runtime_min) if film.runtime_min else _DURATION
        event.add("dtstart", start)
        event.add("dtend", start + length)
    else:
        event.add("dtstart", opening.day)
        event.add("dtend", opening.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    stamp = datetime.combine(today, time.min, UTC)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    if opening.showings:
        event.add("description", film_line(word, film, opening.showings))
        if len(opening.showings) == 1:
            only = opening.showings[0]
            where = filter(None, (only.cinema, city_name(word, only.city)))
            event.add("location", ", ".join(where))
    elif opening.place:
        event.add("location", opening.place.get(word.language))
    if film.sources:
        event.add("url", film.sources[0])
    return event
