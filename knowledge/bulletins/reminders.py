"""Reminders of premieres: a week before, the day before, on the day, and when the day changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from knowledge.answer import Entity
from knowledge.answers.programme import places
from knowledge.answers.wording import Wording
from knowledge.bulletins.bulletin import Bulletin, Document, Message, end_of
from knowledge.bulletins.calendar import calendar_of
from knowledge.bulletins.openings import Opening, opening_of
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, Film

Stage = Literal["week", "eve", "day"]
_STAGES: tuple[Stage, ...] = ("week", "eve", "day")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Announced:
    """What subscribers were told of a film: which day, how far the reminders are."""

    day: date
    stage: Stage
    sequence: int = 0
    """How often the day has changed since it was first announced."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A bulletin, and what has been announced once it is handed over; None: nothing any more."""

    bulletin: Bulletin
    film: str
    announced: Announced | None


def reminders(
    base: FactBase,
    words: Mapping[str, Wording],
    announced: Mapping[str, Announced],
    today: date,
    zone: ZoneInfo,
) -> list[Reminder]:
    """What is to be told today; at most one bulletin of a film, none of a day that is past.

    ``words`` are the wordings of all languages. The base must hold the showings: a premiere that
    is in it no more is announced as withdrawn. A week's reminder that could not be sent in time
    is made up for until two days before.
    """
    found = (_reminder(base, words, announced.get(id_), f, today, zone) for id_, f in _due(base))
    return [reminder for reminder in found if reminder]


def _due(base: FactBase) -> list[tuple[str, Film]]:
    return sorted(base.films.items())


def _reminder(
    base: FactBase,
    words: Mapping[str, Wording],
    told: Announced | None,
    film: Film,
    today: date,
    zone: ZoneInfo,
) -> Reminder | None:
    opening = opening_of(base, film, today)
    pending = told if told and told.day >= today else None
    if opening is None:
        return _withdrawn(words, pending, film, zone) if pending and _gone(base, film) else None
    stage = _stage(opening.day - today)
    if pending and pending.day != opening.day:
        sequence = pending.sequence + 1
        return Reminder(
            _bulletin(words, opening, f"moved-{sequence}", today, zone, sequence, pending.day),
            film.id,
            Announced(opening.day, stage or "week", sequence),
        )
    if stage is None or (pending and _STAGES.index(stage) <= _STAGES.index(pending.stage)):
        return None
    sequence = pending.sequence if pending else 0
    return Reminder(
        _bulletin(words, opening, stage, today, zone, sequence),
        film.id,
        Announced(opening.day, stage, sequence),
    )


def _gone(base: FactBase, film: Film) -> bool:
    """Whether the day was taken back, rather than kept by a premiere that is past by now."""
    return opening_of(base, film, date.min) is None


def _stage(left: timedelta) -> Stage | None:
    if left.days > _WEEK:
        return None
    return "day" if left.days == 0 else "eve" if left.days == 1 else "week"


def _bulletin(
    words: Mapping[str, Wording],
    opening: Opening,
    stage: str,
    today: date,
    zone: ZoneInfo,
    sequence: int,
    before: date | None = None,
) -> Bulletin:
    film = opening.film
    # "Tomorrow" is wrong a day later, "on the 3rd" until the eve speaks.
    last = {"week": opening.day - timedelta(days=2), "eve": today}.get(stage, opening.day)

    def message(word: Wording) -> Message:
        calendar = calendar_of([opening], word, zone, today, {film.id: sequence})
        return _message(word, opening, stage, before, Document(f"{film.id}.ics", calendar))

    return Bulletin(
        kind="change" if before else "reminder",
        key=f"premiere:{film.id}:{opening.day}:{stage}",
        texts={code: message(words[code]) for code in LANGUAGES},
        topics=topics_of(film),
        expires_at=end_of(last, zone),
        may_repeat=True,
        subject=Entity("film", film.id),
    )


def _message(
    word: Wording, opening: Opening, stage: str, before: date | None, document: Document
) -> Message:
    film = opening.film
    values = {"film": word.title(film), "date": word.day_of_year(opening.day)}
    if before:
        lead = word.say("reminder-moved", before=word.day_of_year(before), **values)
    else:
        lead = word.say(f"reminder-{stage}", **values)
    lines = []
    if opening.showings:
        lines.append(word.say("reminder-where", places=places(word, opening.showings)))
    elif opening.place:
        lines.append(word.say("reminder-where", places=opening.place.get(word.language)))
    if film.directors:
        lines.append(
            word.say(
                "reminder-directors",
                people=word.people(film.directors[:3]),
                count=len(film.directors[:3]),
            )
        )
    return Message(lead, tuple(lines), opening.sources, document)


def _withdrawn(
    words: Mapping[str, Wording], told: Announced, film: Film, zone: ZoneInfo
) -> Reminder:
    def message(word: Wording) -> Message:
        before = word.day_of_year(told.day)
        return Message(word.say("reminder-withdrawn", film=word.title(film), before=before))

    return Reminder(
        Bulletin(
            kind="change",
            key=f"premiere:{film.id}:{told.day}:withdrawn-{told.sequence}",
            texts={code: message(words[code]) for code in LANGUAGES},
            topics=topics_of(film),
            expires_at=end_of(told.day, zone),
            may_repeat=True,
            subject=Entity("film", film.id),
        ),
        film.id,
        None,
    )


def topics_of(film: Film) -> tuple[str, ...]:
    """Whoever follows premieres, the film, its makers or a studio of it hears of it."""
    people = (*film.directors, *(part.person for part in film.cast[:6]))
    return (
        "premieres",
        f"film:{film.id}",
        *dict.fromkeys(f"person:{id_}" for id_ in people),
        *(f"organisation:{id_}" for id_ in film.studios if " " not in id_),
    )
