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

Stage = Literal["withdrawn", "moved", "week", "eve", "day"]
_STAGES: tuple[Stage, ...] = ("withdrawn", "moved", "week", "eve", "day")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Announced:
    """What subscribers were told last of a film: which day, and which reminder it was."""

    day: date
    stage: Stage
    sequence: int = 0
    """How often the day has changed since it was first announced."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A bulletin, and what is announced of the film once it is handed over."""

    bulletin: Bulletin
    film: str
    announced: Announced


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
    telling = _Telling(words, today, zone)
    found = (_reminder(base, film, announced.get(id_), telling) for id_, film in _films(base))
    return [reminder for reminder in found if reminder]


def _films(base: FactBase) -> list[tuple[str, Film]]:
    return sorted(base.films.items())


def _reminder(
    base: FactBase, film: Film, told: Announced | None, telling: _Telling
) -> Reminder | None:
    today = telling.today
    opening = opening_of(base, film, today)
    pending = told if told and told.day >= today and told.stage != "withdrawn" else None
    if opening is None:
        # A premiere that is past by now was not taken back.
        gone = pending and opening_of(base, film, date.min) is None
        return telling.withdrawn(film, pending) if pending and gone else None
    stage = _stage(opening.day - today)
    sequence = told.sequence + (told.day != opening.day) if told else 0
    if pending and pending.day != opening.day:
        after = Announced(opening.day, stage or "moved", sequence)
        return Reminder(telling.moved(opening, pending.day, sequence), film.id, after)
    if stage is None or (pending and _STAGES.index(stage) <= _STAGES.index(pending.stage)):
        return None
    after = Announced(opening.day, stage, sequence)
    return Reminder(telling.reminder(opening, stage, sequence), film.id, after)


def _stage(left: timedelta) -> Stage | None:
    if left.days > _WEEK:
        return None
    return "day" if left.days == 0 else "eve" if left.days == 1 else "week"


@dataclass(frozen=True, slots=True)
class _Telling:
    """Puts reminders into words, in all languages, on one day."""

    words: Mapping[str, Wording]
    today: date
    zone: ZoneInfo

    def reminder(self, opening: Opening, stage: Stage, sequence: int) -> Bulletin:
        # "Tomorrow" is wrong a day later; "soon" until the day before speaks.
        last = {"week": opening.day - timedelta(days=2), "eve": self.today}
        leads = {
            code: word.say(
                f"reminder-{stage}",
                film=word.title(opening.film),
                date=word.day_of_year(opening.day),
            )
            for code, word in self.words.items()
        }
        return self._bulletin(opening, stage, sequence, leads, last.get(stage, opening.day))

    def moved(self, opening: Opening, before: date, sequence: int) -> Bulletin:
        leads = {
            code: word.say(
                "reminder-moved",
                film=word.title(opening.film),
                date=word.day_of_year(opening.day),
                before=word.day_of_year(before),
            )
            for code, word in self.words.items()
        }
        return self._bulletin(opening, "moved", sequence, leads, opening.day)

    def withdrawn(self, film: Film, told: Announced) -> Reminder:
        texts = {
            code: Message(
                word.say(
                    "reminder-withdrawn",
                    film=word.title(film),
                    before=word.day_of_year(told.day),
                )
            )
            for code, word in self.words.items()
        }
        after = Announced(told.day, "withdrawn", told.sequence + 1)
        bulletin = Bulletin(
            kind="change",
            key=_key(film, told.day, after.sequence, "withdrawn"),
            texts=texts,
            topics=topics_of(film),
            expires_at=end_of(told.day, self.zone),
            may_repeat=True,
            subject=Entity("film", film.id),
        )
        return Reminder(bulletin, film.id, after)

    def _bulletin(
        self,
        opening: Opening,
        stage: Stage,
        sequence: int,
        leads: Mapping[str, str],
        last: date,
    ) -> Bulletin:
        film = opening.film
        return Bulletin(
            kind="change" if stage == "moved" else "reminder",
            key=_key(film, opening.day, sequence, stage),
            texts={
                code: self._message(opening, sequence, code, leads[code]) for code in LANGUAGES
            },
            topics=topics_of(film),
            expires_at=end_of(last, self.zone),
            may_repeat=True,
            subject=Entity("film", film.id),
        )

    def _message(self, opening: Opening, sequence: int, language: str, lead: str) -> Message:
        film, word = opening.film, self.words[language]
        lines = []
        if opening.showings:
            lines.append(word.say("reminder-where", places=places(word, opening.showings)))
        elif opening.place:
            lines.append(word.say("reminder-where", places=opening.place.get(language)))
        if film.directors:
            some = film.directors[:3]
            lines.append(word.say("reminder-directors", people=word.people(some), count=len(some)))
        calendar = calendar_of([opening], word, self.zone, self.today, {film.id: sequence})
        document = Document(f"{film.id}.ics", calendar)
        return Message(lead, tuple(lines), opening.sources, document)


def _key(film: Film, day: date, sequence: int, stage: Stage) -> str:
    return f"premiere:{film.id}:{day}:{sequence}:{stage}"


def topics_of(film: Film) -> tuple[str, ...]:
    """Whoever follows premieres, the film, its makers or a studio of it hears of it."""
    people = (*film.directors, *(part.person for part in film.cast[:6]))
    return (
        "premieres",
        f"film:{film.id}",
        *dict.fromkeys(f"person:{id_}" for id_ in people),
        *(f"organisation:{id_}" for id_ in film.studios if " " not in id_),
    )
