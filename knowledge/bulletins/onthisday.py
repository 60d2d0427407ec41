"""This day in the history of Kazakh cinema, in one short message."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from knowledge.answer import Entity
from knowledge.answers.wording import Wording
from knowledge.bulletins.bulletin import Bulletin, Message, end_of
from knowledge.bulletins.news import about_awards
from knowledge.bulletins.openings import put_off
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, Film, News, Person, Term

_MOST = 4
"""So many events; the best known go before others."""


Said = Callable[[Wording, str], str]
"""An event in one language; the second value is its year, or the whole date of a leap day."""


@dataclass(frozen=True, slots=True)
class _Event:
    day: str
    about: Entity
    sources: tuple[str, ...]
    said: Said


def on_this_day(
    base: FactBase, words: Mapping[str, Wording], day: date, zone: ZoneInfo
) -> Bulletin | None:
    """Premieres, births and awards of this day in other years; None where nothing is known.

    What happened on a 29th of February is told on the 28th in years that have none.
    """
    marks = {f"-{day:%m-%d}"}
    if (day.month, day.day) == (2, 28) and not calendar.isleap(day.year):
        marks.add("-02-29")
    found = [e for e in _events(base) if e.day[4:] in marks and e.day < day.isoformat()]
    if not found:
        return None
    best: dict[Entity, _Event] = {}
    for event in sorted(found, key=lambda e: (-base.fame(e.about), e.day)):
        best.setdefault(event.about, event)
    told = sorted(list(best.values())[:_MOST], key=lambda e: e.day)
    return Bulletin(
        kind="onthisday",
        key=f"onthisday:{day}",
        texts={code: _message(words[code], day, told) for code in LANGUAGES},
        topics=("on-this-day",),
        expires_at=end_of(day, zone),
        subject=told[0].about,
    )


def _message(word: Wording, day: date, events: list[_Event]) -> Message:
    lines = []
    for event in events:
        same = event.day[5:] == f"{day:%m-%d}"
        lines.append(event.said(word, event.day[:4] if same else word.date(event.day)))
    sources = tuple(dict.fromkeys(s for event in events for s in event.sources))
    lead = word.say("day-in-history", day=word.day_of_year(day))
    return Message(lead, tuple(lines), sources)


def _events(base: FactBase) -> Iterator[_Event]:
    """Everything that is told of, whatever its day."""
    for film in base.films.values():
        for premiere in film.premieres:
            if put_off(film, premiere):
                continue
            kind = base.vocabulary["premieres"][premiere.kind]
            about = Entity("film", film.id)
            yield _Event(premiere.date, about, film.sources[:1], _opened(film, kind))
    for person in base.people.values():
        about = Entity("person", person.id)
        yield _Event(person.born, about, person.sources[:1], _born(person))
    for item in base.news.values():
        if about_awards(base, item):
            yield _Event(item.date, Entity("news", item.id), item.sources[:1], _awarded(item))


def _opened(film: Film, kind: Term) -> Said:
    return lambda word, year: word.say(
        "day-premiere", year=year, film=word.title(film), kind=kind.get(word.language)
    )


def _born(person: Person) -> Said:
    return lambda word, year: word.say("day-birth", year=year, name=word.person(person.id))


def _awarded(item: News) -> Said:
    return lambda word, year: word.say(
        "day-award", year=year, headline=item.headline.get(word.language)
    )
