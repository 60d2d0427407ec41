"""Answer, ask back, or say "I do not know": thresholds over the winner of the contest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from knowledge.answer import Conversation, Entity
from knowledge.deciding.asking_back import LIKELY, common, meant, no_part, unsure, which
from knowledge.deciding.contest import (
    NEAR_WEIGHT,
    Candidate,
    candidates,
    near,
    sureness,
)
from knowledge.deciding.decision import Decision
from knowledge.deciding.following import chosen, follow
from knowledge.deciding.plausibility import NAMES_ANOTHER, called_partly
from knowledge.deciding.standing_in import LINKS, lacks, may_lack, stands_in, tells, told_after_all
from knowledge.naming.sequels import NO_PART
from knowledge.reading.reading import Reading

if TYPE_CHECKING:
    from knowledge.engine import Engine


SURE = 0.5
"""From here on the winner is answered."""

SURE_ALONE = 0.88
"""The same where only one clause of several is looked at."""

SURE_WRITTEN = 0.45
"""The same for a written answer: it shows what it is about, whatever was asked."""

BEYOND = 0.34
"""From here on a question is refused as one that no base of films answers."""

CLEARLY_BEYOND = 0.7
"""The same where a written answer tells something near."""

WITHOUT_WRITTEN = 0.55
"""From here on a reading is answered although an unsure written answer stands before it."""

SAID = 0.95
"""How well a wording must fit where what it asks for is never known: a trailer, where to watch."""

MORE = 0.25
"""From here on another question is meant, where a list has no more."""

FOREIGN = 0.4
"""From here on what is no film or name of ours is said to be none."""


def decide(
    engine: Engine, text: str, today: date, before: Conversation, language: str,
    *, in_clauses: bool = True,
) -> Decision:  # fmt: skip
    """What to do about a text; ``language`` is the chat's.

    ``in_clauses``: where the whole is not understood, the clause that asks may be.
    """
    readings = engine.reader.read(text, today, before)
    first = readings[0] if readings else None
    spoken = (
        (first.language if first else engine.reader.tongue(text))
        or language
        or before.language
        or "ru"
    )
    heard = engine.reader.hear(text) if before.options else []
    if heard and (pressed := chosen(engine.asking, heard[0].hits, before)):
        return Decision("answer", spoken, again=pressed, confidence=1.0)
    readings = [r if r.language else structs.replace(r, language=spoken) for r in readings]
    contest = candidates(engine, readings, text) if text.strip() else []
    best = contest[0].reading if contest else None
    if best:
        spoken = best.language
        if best.kind.startswith("follow."):
            if {spoken, before.language} == {"kk", "ru"}:
                spoken = before.language  # such words are said in both
            neither = bool(heard) and engine.asking.says("neither", heard[0].hits)
            decision, sure = follow(best, before, spoken, neither=neither), sureness(contest)
            if decision and not (decision.text == "no-more" and _says_more(contest)):
                return replace(decision, confidence=sure)
            if best.kind == "follow.yes" and sure >= SURE:
                return Decision("talk", spoken, text="talk-ok", asked=best.kind, confidence=sure)
    # "More", "yes" say nothing where there is nothing to follow.
    contest = [c for c in contest if not (c.reading and c.reading.kind.startswith("follow."))]
    decision = _settle(engine, contest, spoken)
    if in_clauses and (request := _requested(engine, decision, text, today, before)):
        return request
    told = told_after_all(contest)
    if not told or not told.found or decision.text == "ask-which":
        return decision
    entity = told.found.entity
    if decision.verdict != "answer":
        return Decision("answer", spoken, decision.readings, entity, confidence=told.chance)
    lacking = not decision.entity and may_lack(decision.readings[0])
    return replace(decision, told=entity) if lacking else decision


def _requested(
    engine: Engine, decision: Decision, text: str, today: date, before: Conversation
) -> Decision | None:
    """What is decided of the asking clause alone, where the whole was not understood."""
    if decision.verdict == "answer" and (decision.entity or _knows(decision.readings[0])):
        return None
    if decision.text == "ask-which":
        return None  # understood, and called as several are
    alone = engine.reader.read(text, today, before, request_only=True)
    if not alone:
        return None
    spoken = alone[0].language or decision.language
    readings = [r if r.language else structs.replace(r, language=spoken) for r in alone]
    request = _settle(engine, candidates(engine, readings, text), spoken)
    if request.verdict != "answer" or request.entity or request.confidence < SURE_ALONE:
        return None
    return request if _knows(request.readings[0]) else None


def _says_more(contest: Sequence[Candidate]) -> bool:
    """Whether "more" was said of something else than the last list, which is at its end."""
    other = next(
        (c for c in contest if not (c.reading and c.reading.kind.startswith("follow"))), None
    )
    reading = other.reading if other else None
    return bool(
        other and reading and other.chance >= MORE and reading.carried and reading.signs.known
    )


def _knows(reading: Reading) -> bool:
    """Whether something is answered; "I have no trailer" may be no answer to what was asked."""
    said = reading.kind in LINKS and reading.signs.fit >= SAID
    return (reading.signs.known or said) and not reading.kind.startswith(("beyond", "talk"))


def _tells_apart(other: Reading, best: Reading) -> bool:
    """Whether this is the same question with more of it read: "the one by Aimanov"."""
    if other.kind != best.kind or other.namesakes:
        return False
    called = {id_ for m in best.mentions if m.kind == "film" for id_ in m.ids}
    another = {e.id for e in other.query.start[:1]} - {e.id for e in best.query.start}
    more = set(other.mentions) - set(best.mentions)
    return (
        bool(another & called)
        and set(best.mentions) < set(other.mentions)
        and {m.kind for m in more} == {"person"}
    )


def _settle(engine: Engine, contest: Sequence[Candidate], spoken: str) -> Decision:
    if not contest:
        return Decision("unknown", spoken, text="unknown")
    sure = sureness(contest)
    winner = contest[0]
    best = winner.reading
    if best and lacks(engine.base, best):
        # The record lacks what was asked: a written answer about the same may have it.
        told = next((c for c in contest if tells(c, best)), None)
        if told and told.found and sure >= LIKELY:
            return Decision(
                "answer", spoken, entity=told.found.entity, confidence=max(sure, told.chance)
            )
    if best and best.carried and winner.doubt <= NAMES_ANOTHER:
        return Decision("unknown", spoken, text="unknown", confidence=sure)
    asks = [c for c in contest if c.reading and not c.reading.kind.startswith("follow.")]
    others = tuple(c.reading for c in asks if c.reading and not c.reading.missing)
    if winner.found:
        if sure >= SURE_WRITTEN:
            return Decision("answer", spoken, others, winner.found.entity, confidence=sure)
        # Its own question was not asked at all: it stands in nobody's way.
        enough = SURE if winner.found.matched < 0.1 else WITHOUT_WRITTEN
        if asks and sureness(asks) >= enough:
            return _settle(engine, asks, spoken)
    elif best and best.missing == "decoy":
        part = next((m for m in best.mentions if m.how == NO_PART), None)
        if part and winner.chance >= FOREIGN:
            return no_part(engine, Entity("film", part.ids[0]), spoken, sure)
        if winner.chance >= FOREIGN and not near(contest, 2 * NEAR_WEIGHT):
            return Decision("unknown", spoken, text="unknown-foreign", confidence=sure)
    elif best and best.kind.startswith("beyond") and not best.missing:
        if winner.chance >= (CLEARLY_BEYOND if near(contest, 2 * NEAR_WEIGHT) else BEYOND):
            return Decision("answer", spoken, (best,), confidence=sure)
    elif best and sure >= SURE:
        if best.missing and best.signs.strange_words > 0.15:
            return Decision("unknown", spoken, text="unknown", confidence=sure)
        if best.missing:
            key = best.missing if best.missing in ("film", "person", "organisation") else "other"
            return Decision("clarify", spoken, text=f"ask-missing-{key}", confidence=sure)
        if apart := [c.reading for c in asks if c.reading and _tells_apart(c.reading, best)]:
            return Decision("answer", spoken, tuple(apart[:1]), confidence=sure)
        if best.namesakes and not best.kind.startswith("talk"):
            return which(best, spoken, sure)
        if called_partly(best):
            return meant(best, spoken, sure)
        ordered = (best, *(r for r in others if r is not best))
        if len(ordered) == 1 and len(best.query.start) == 1 and not best.query.steps:
            # "Not what I meant" leads to what else is asked of the same.
            same = common(best.query.start[0], spoken)
            drawn = (best.kind, "person.who")  # whose picture cannot take a text's place
            ordered += tuple(reading for reading in same if reading.kind not in drawn)
        second = next((c for c in contest if c.reading in ordered[1:2]), None)
        likely = bool(second and stands_in(second, best))
        return Decision("answer", spoken, ordered, confidence=sure, second=likely)
    return unsure(engine, contest, sure, spoken)
