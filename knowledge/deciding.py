"""Answer, ask back, or say "I do not know": two thresholds over calibrated candidates.

Readings and written answers are candidates of one contest.  First each gets a chance of its own, then
the winner's chance is judged again by how far it is ahead of the best candidate that says something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge import confidence
from knowledge.answer import Conversation, Entity
from knowledge.query import Query
from knowledge.reading import Reading
from knowledge.topics import Found

if TYPE_CHECKING:
    from knowledge.engine import Engine

SURE = 0.40
"""From here on the winner is answered."""
SECOND = 0.25
SURE_WRITTEN = 0.55
"""A written answer says more, so it must be surer."""
LIKELY = 0.06
"""From here on a candidate may be offered as a button."""
WORTH_ASKING = 0.22
"""Below this nothing is offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    chance: float
    values: dict[str, float]
    reading: Reading | None = None
    found: Found | None = None

    @property
    def says(self) -> tuple[object, ...]:
        """What it would answer about: candidates that say the same are no rivals."""
        if self.reading:
            return (self.reading.kind, self.reading.query.start, self.reading.query.steps)
        return (self.found.entity if self.found else None,)


@dataclass(frozen=True, slots=True)
class Decision:
    verdict: str
    """answer, clarify or unknown."""
    language: str
    readings: tuple[Reading, ...] = ()
    entity: Entity | None = None
    """A topic or news item to answer with."""
    text: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    about: tuple[Entity, ...] = ()
    confidence: float = 0.0
    again: str = ""
    page: int = 1
    second: bool = False
    """Whether the next reading is likely enough to answer where the first knows nothing."""
    written: tuple[Entity, ...] = ()
    """Written answers to offer beside the readings."""


def candidates(engine: Engine, readings: Sequence[Reading], text: str) -> list[Candidate]:
    """All that might be meant, the likeliest first."""
    heard = engine.reader.hear(text)
    places = frozenset(
        at
        for r in readings[:1]
        if heard and r.layout == heard[0].layout.name
        for m in r.mentions
        if m.kind in ("film", "person", "organisation")
        for at in range(m.start, m.end)
    )
    found = engine.topics.search(heard[0].tokens, names=places) if heard else []
    top = found[0].score if found else 0.0
    named = {entity.id for r in readings[:1] for entity in r.query.start}
    contest = []
    for reading in readings[:8]:
        rival = max(
            (
                other.rank
                for other in readings
                if (other.kind, other.query.start) != (reading.kind, reading.query.start)
            ),
            default=0.0,
        )
        values = confidence.of_reading(reading, top, rival)
        chance = confidence.probability("reading", values) * implausible(reading)
        contest.append(Candidate(chance, values, reading))
    why = bool(heard) and engine.asking.says("why", heard[0].hits)
    likeliest = max(contest, key=lambda c: c.chance, default=None)
    for number, each in enumerate(found[:2]):
        other = found[1 - number].score if len(found) > 1 else 0.0
        shared = bool(named & engine.topics.linked(each.entity))
        values = confidence.of_written(
            each, other, bool(named), shared, likeliest.reading if likeliest else None,
            likeliest.chance if likeliest else 0.0,
        )  # fmt: skip
        chance = confidence.probability("written", values)
        if max(each.covered_words, each.matched) < 0.45 or values["following"]:
            chance *= 0.5  # a name alone, or words that lean on the last answer
        if why:
            chance = min(1.0, 2.5 * chance)  # only a written answer knows reasons
        contest.append(Candidate(chance, values, None, each))
    contest.sort(key=lambda c: standing(c, c.chance), reverse=True)
    return contest


def implausible(reading: Reading) -> float:
    """Half of what is asked is strange: whatever the rest says, this is another question."""
    signs = reading.signs
    if reading.kind.startswith("talk") and signs.strange_words > 0.25:
        return 0.4
    return 0.5 if signs.strange_words >= 0.55 and signs.unexplained >= 0.5 else 1.0


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
    values = confidence.of_winner(first.chance, second.chance if second else 0.0, first.values, bool(first.found))
    return confidence.probability("winner", values)


def decide(engine: Engine, text: str, today: date, before: Conversation, language: str) -> Decision:
    readings = engine.reader.read(text, today, before)
    first = readings[0] if readings else None
    spoken = (first.language if first else engine.reader.tongue(text)) or language or before.language or "ru"
    readings = [replace(r, language=r.language or spoken) for r in readings]
    contest = candidates(engine, readings, text) if text.strip() else []
    sure = sureness(contest)
    if not contest:
        return Decision("unknown", spoken, text="unknown")
    winner = contest[0]
    best = winner.reading
    if best:
        spoken = best.language
        if best.kind.startswith("follow."):
            decision = _follow(best, before, spoken)
            if decision:
                return decision
            contest = [c for c in contest if not (c.reading and c.reading.kind.startswith("follow."))]
            return _settle(engine, contest, sureness(contest), spoken)
    return _settle(engine, contest, sure, spoken)


def _settle(engine: Engine, contest: Sequence[Candidate], sure: float, spoken: str) -> Decision:
    if not contest:
        return Decision("unknown", spoken, text="unknown")
    winner = contest[0]
    best = winner.reading
    if best and not best.signs.known:
        # The record lacks what was asked: a written answer about the same may have it.
        told = next((c for c in contest if c.found and c.chance >= 0.2 and c.values["shared"]), None)
        if told and told.found and sure >= LIKELY:
            return Decision("answer", spoken, entity=told.found.entity, confidence=max(sure, told.chance))
    others = tuple(c.reading for c in contest if c.reading and not c.reading.missing)
    if winner.found:
        if sure >= SURE_WRITTEN:
            return Decision("answer", spoken, others, winner.found.entity, confidence=sure)
    elif best and best.missing == "decoy":
        if winner.chance >= 0.4:
            return Decision("unknown", spoken, text="unknown-foreign", confidence=sure)
    elif best and sure >= SURE:
        if best.missing:
            key = best.missing if best.missing in ("film", "person", "organisation") else "other"
            return Decision("clarify", spoken, text=f"ask-missing-{key}", confidence=sure)
        if best.namesakes:
            return _which(best, spoken, sure)
        ordered = (best, *(r for r in others if r is not best))
        second = next((c for c in contest[1:] if c.reading and not c.reading.missing), None)
        likely = bool(second and second.chance >= SECOND and second.reading is ordered[1])
        return Decision("answer", spoken, ordered, confidence=sure, second=likely)
    return _unsure(engine, contest, sure, spoken)


def _unsure(engine: Engine, contest: Sequence[Candidate], sure: float, spoken: str) -> Decision:
    """Ask back where something is likely, else say what is not known."""
    likely = [c for c in contest if c.chance >= LIKELY]
    offered = tuple(
        c.reading for c in likely if c.reading and not c.reading.missing
        and not c.reading.kind.startswith(("talk", "follow"))
    )  # fmt: skip
    written = tuple(c.found.entity for c in likely if c.found)
    subject = _subject(contest)
    if (offered or written) and (sure >= WORTH_ASKING or subject):
        if offered and offered[0].namesakes and contest[0].reading is offered[0]:
            return _which(offered[0], spoken, sure)
        if subject:
            offered = (*offered, *(r for r in _common(subject, spoken) if r.kind not in {o.kind for o in offered}))
            return Decision("clarify", spoken, offered, text="ask-what",
                            values={"name": engine.name(subject, spoken)}, about=(subject,),
                            confidence=sure, written=written)  # fmt: skip
        about = offered[0].query.start if offered else ()
        return Decision("clarify", spoken, offered, text="ask-did-you-mean", about=about,
                        confidence=sure, written=written)  # fmt: skip
    named = [
        c.reading
        for c in contest
        if c.reading and c.reading.query.start and not c.reading.missing and not c.reading.carried
        and c.reading.signs.least_quality > 0.9
    ]  # fmt: skip
    if named:
        entity = named[0].query.start[0]
        key = {"person": "unknown-near-person", "film": "unknown-near"}.get(entity.kind, "unknown")
        return Decision("unknown", spoken, text=key, values={"name": engine.name(entity, spoken)},
                        about=(entity,), confidence=sure)  # fmt: skip
    return Decision("unknown", spoken, text="unknown", confidence=sure)


def _subject(contest: Sequence[Candidate]) -> Entity | None:
    """The film or person that the question surely names, whatever it asks of it."""
    for candidate in contest[:4]:
        reading = candidate.reading
        if (
            reading and reading.query.start and not reading.missing and not reading.carried
            and reading.signs.named and reading.signs.least_quality >= 0.93
            and not reading.signs.ordinary and reading.query.start[0].kind in ("film", "person")
        ):  # fmt: skip
            return reading.query.start[0]
    return None


def _common(subject: Entity, spoken: str) -> list[Reading]:
    """What people ask most of a film or person: the buttons where the question was not understood."""
    kinds = {
        "film": ("film.director", "film.cast", "film.awards", "film.premiere"),
        "person": ("person.films", "person.who", "person.prizes", "person.born"),
    }[subject.kind]
    return [Reading(kind, Query((subject,)), spoken, 0.0) for kind in kinds]


def _which(best: Reading, spoken: str, sure: float) -> Decision:
    """One question for each of the namesakes."""
    readings = tuple(
        replace(best, query=replace(best.query, start=(entity, *best.query.start[1:])), namesakes=())
        for entity in best.namesakes
    )
    return Decision("clarify", spoken, readings, text="ask-which", about=best.namesakes, confidence=sure)


def _follow(best: Reading, before: Conversation, spoken: str) -> Decision | None:
    """More, yes, no, not that: only where there is something to follow."""
    if best.kind == "follow.more" and before.ref:
        return Decision("answer", spoken, again=before.ref, page=before.page + 1)
    if best.kind == "follow.yes" and before.options:
        return Decision("answer", spoken, again=before.options[0].ref)
    if best.kind in ("follow.no", "follow.other") and len(before.options) > 1:
        return Decision("answer", spoken, again=before.options[1].ref)
    return None
