"""The contest of what may be meant: readings and written answers, each with its chance.

First each gets a chance of its own, then the winner's chance is judged again by how far it is
ahead of the best candidate that says something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from knowledge.answer import Entity
from knowledge.deciding import confidence
from knowledge.deciding.besides import about_it, about_more, of_kin, of_then
from knowledge.deciding.events import (
    by_town,
    in_event,
    of_another_land,
    of_another_time,
    sole_event,
)
from knowledge.deciding.found import Found
from knowledge.deciding.gathered import abroad, gathered, of_none, unheld
from knowledge.deciding.leftover import leaves_more, told_better, written_of
from knowledge.deciding.lifted import considered, lifted
from knowledge.deciding.most import MOST, OF_ONE_YEAR, asks_all, tells_all
from knowledge.deciding.outsaid import outsaid
from knowledge.deciding.plausibility import implausible, torn
from knowledge.deciding.reasons import asks_why, holds_none
from knowledge.deciding.strangers import STRANGER, strangers
from knowledge.reading.reading import Reading

if TYPE_CHECKING:
    from knowledge.engine import Engine


STRANGE = 0.25
"""So doubted a winner is never sure."""

NEAR, NEAR_WEIGHT = 0.35, 1.5
"""Share and weight of the words that a written answer must cover to be offered all the same."""

_ELSEWHERE = 0.5
"""What is left of the chance of one that has no word of another country that is named."""

_WHY = 4.0
"""Only a written answer knows reasons: what being asked for one does to its odds."""

_FILMS_OF = ("list.films", "person.films", "person.directed")
"""Kinds that tell nearly the same of a director."""


class Candidate(msgspec.Struct, frozen=True):
    """A reading or a written answer, its chance, and the signs that give it."""

    chance: float
    values: dict[str, float]
    reading: Reading | None = None
    found: Found | None = None
    doubt: float = 1.0
    """What the fitted chance is multiplied by: what no sign tells."""
    odds: float = 1.0
    """What the odds of that are multiplied by."""
    elsewhere: bool = False
    """Whether this written answer has no word of what is strange or of another country."""

    @property
    def says(self) -> tuple[object, ...]:
        """What it would answer about: candidates that say the same are no rivals."""
        if self.reading and _of_soon(self.reading):
            return ("premiere.upcoming", (), ())
        if self.reading and _of_films(self.reading):
            return ("person.films", self.reading.query.start, ())
        if self.reading:
            return (self.reading.kind, self.reading.query.start, self.reading.query.steps)
        return (self.found.entity if self.found else None,)


def _of_soon(reading: Reading) -> bool:
    """Whether it asks for the premieres of the time that is called "soon"."""
    return reading.kind == "premiere.period" and any(
        m.kind == "relative" and m.ids[0] == "soon" for m in reading.mentions
    )


def _of_films(reading: Reading) -> bool:
    """Whether it asks for all films of somebody, whatever he did in them."""
    query = reading.query
    alone = len(query.start) == 1 and query.start[0].kind == "person" and not query.filters
    return alone and not query.steps and reading.kind in _FILMS_OF


def candidates(engine: Engine, readings: Sequence[Reading], text: str) -> list[Candidate]:
    """All that might be meant, the likeliest first."""
    heard = engine.reader.hear(text)
    places = frozenset(
        at
        for number, r in enumerate(readings)
        if heard and r.layout == heard[0].layout.name
        for m in r.mentions
        if m.kind == "decoy" or (number == 0 and m.kind in ("film", "person", "organisation"))
        for at in range(m.start, m.end)
    )
    found = engine.topics.search(heard[0].tokens, names=places) if heard else []
    if found:
        readings = [r for r in readings if not written_of(engine.topics, r, found[0])]
    named = {entity.id for r in readings[:1] for entity in r.query.start}
    contest = []
    event = sole_event(readings, len(heard[0].tokens)) if heard else None
    others = strangers(engine.base, readings, heard[0]) if heard else set()
    most = bool(heard) and engine.asking.says("most", heard[0].hits)
    every = bool(heard) and asks_all(engine.asking, heard[0], readings)
    why = bool(heard) and asks_why(engine, heard[0])
    in_two = torn(readings)
    ranks: dict[tuple[str, tuple[Entity, ...]], float] = {}
    for each in readings:  # the best first
        ranks.setdefault((each.kind, each.query.start), each.rank)
    for reading in considered(readings):
        own = reading.kind, reading.query.start
        rival = next((rank for said, rank in ranks.items() if said != own), 0.0)
        values = confidence.of_reading(reading, found[0] if found else None, rival)
        doubt = implausible(reading, readings, in_two)
        if (most and tells_all(reading)) or (every and reading.kind == "award.yesno"):
            doubt *= MOST
        if why and holds_none(reading) and asks_why(engine, heard[0], reading):
            doubt *= STRANGE
        if heard and of_then(engine.asking, heard[0], reading):
            doubt *= STRANGE
        if heard and about_more(engine.asking, heard[0], reading):
            doubt *= STRANGE
        if heard and about_it(engine.asking, heard[0], reading):
            doubt *= STRANGE
        if heard and of_kin(engine.asking, heard[0], reading):
            doubt *= STRANGE
        if outsaid(reading, readings):
            doubt *= 0.5
        if not others.isdisjoint(reading.mentions):
            doubt *= STRANGER
        if found and told_better(engine.topics, reading, found[0]):
            doubt *= 0.4
        elif found and leaves_more(reading, found[0]):
            doubt *= 0.5
        if of_another_time(engine.base, reading, readings):
            doubt *= 0.4
        if of_another_land(engine.base, reading) or by_town(reading, readings):
            doubt *= 0.4
        if event and event not in reading.mentions:
            doubt *= 0.25  # "Kulager Award" alone is no question about «Kulager»
        elif not reading.signs.known and in_event(reading, readings):
            doubt *= 0.4  # of «Kulager» nothing is known, and "Kulager Award" was said
        if found and found[0].asked_itself and not every:
            doubt *= 0.6  # the base answers in so many words
        elif found and found[0].known and reading.kind.startswith("beyond"):
            doubt *= 0.6
        chance = weighed(confidence.probability("reading", values), doubt)
        contest.append(Candidate(chance, values, reading, doubt=doubt))
    contest = lifted(contest)
    words = unheld(readings, heard[0]) if heard else set()
    lands = abroad(readings, heard[0]) if heard else set()
    likeliest = max(contest, key=lambda c: c.chance, default=None)
    clear = bool(likeliest and likeliest.reading and confidence.explains_all(likeliest.reading))
    for number, written in enumerate(found[:2]):
        other = found[1 - number].score if len(found) > 1 else 0.0
        shared = bool(named & engine.topics.linked(written.entity))
        values = confidence.of_written(
            written,
            other,
            bool(named),
            shared,
            likeliest.reading if likeliest else None,
            likeliest.chance if likeliest else 0.0,
        )
        doubt = gathered(
            written, likeliest.reading if likeliest else None,
            clear=clear, shared=shared, following=bool(values["following"]), why=why,
        )  # fmt: skip
        if of_none(written, readings, engine.topics.linked(written.entity)):
            doubt *= 0.2
        if every:
            doubt *= OF_ONE_YEAR
        odds = _WHY if why else 1.0
        lost = any(not engine.topics.holds(written.entity, word) for word in words)
        if any(not engine.topics.holds(written.entity, word) for word in lands):
            doubt *= _ELSEWHERE  # "the father of Uzbek cinema" is not ours
        chance = weighed(confidence.probability("written", values), doubt, odds)
        contest.append(Candidate(chance, values, None, written, doubt, odds, lost))
    contest.sort(key=lambda c: standing(c, c.chance), reverse=True)
    return contest


def weighed(chance: float, doubt: float, odds: float = 1.0) -> float:
    """A fitted chance in view of what no sign tells."""
    chance *= doubt
    return odds * chance / (1 + (odds - 1) * chance)


def standing(candidate: Candidate, chance: float) -> float:
    """A reading that lacks its subject stands back behind one that has it."""
    missing = candidate.reading.missing if candidate.reading else ""
    return chance * (0.5 if missing and missing != "decoy" else 1.0)


def sureness(contest: Sequence[Candidate]) -> float:
    """The winner's chance in view of its rivals."""
    if not contest:
        return 0.0
    first = contest[0]
    second = next((c for c in contest[1:] if c.says != first.says), None)
    values = confidence.of_winner(
        first.chance,
        second.chance if second else 0.0,
        first.values,
        first.doubt,
        written=bool(first.found),
    )
    chance = confidence.probability("winner", values)
    # Whoever is half known, or a title torn in two, is not answered however well the rest fits.
    return chance * first.doubt if first.doubt <= STRANGE else chance


def near(contest: Sequence[Candidate], weight: float) -> tuple[Entity, ...]:
    """Written answers that cover enough of the question to be offered, unsure as they are."""
    return tuple(
        c.found.entity
        for c in contest
        if c.found
        and c.found.covered >= NEAR
        and (c.found.covered * c.found.asked >= weight or c.values["shared"])
    )


def named_subject(contest: Sequence[Candidate]) -> Entity | None:
    """The film or person that the question surely names, whatever it asks of it."""
    for candidate in contest[:4]:
        reading = candidate.reading
        if (
            reading
            and reading.query.start
            and not reading.missing
            and not reading.carried
            and reading.signs.named
            and reading.signs.least_quality >= 0.93
            and not reading.signs.ordinary
            and reading.signs.strange < 0.45
            and reading.query.start[0].kind in ("film", "person")
        ):
            return reading.query.start[0]
    return None
