"""Answer, ask back, or say "I do not know": thresholds over the winner of the contest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from knowledge.answer import Conversation, Entity
from knowledge.deciding.contest import (
    NEAR_WEIGHT,
    Candidate,
    candidates,
    named_subject,
    near,
    sureness,
)
from knowledge.deciding.decision import Decision
from knowledge.deciding.following import chosen, follow
from knowledge.deciding.plausibility import NAMES_ANOTHER
from knowledge.deciding.standing_in import lacks, may_lack, stands_in, tells, told_after_all
from knowledge.query import Query
from knowledge.reading.reading import Reading

if TYPE_CHECKING:
    from knowledge.engine import Engine


SURE = 0.48
"""From here on the winner is answered."""

BEYOND = 0.34
"""From here on a question is refused as one that no base of films answers."""

CLEARLY_BEYOND = 0.8
"""The same where a written answer tells something near."""

WITHOUT_WRITTEN = 0.55
"""From here on a reading is answered although an unsure written answer stands before it."""

SURE_WRITTEN = 0.5
"""A written answer says more, so it must be surer."""

LIKELY = 0.06
"""From here on a candidate may be offered as a button."""

WORTH_ASKING = 0.24
"""Below this nothing is offered."""


def decide(
    engine: Engine, text: str, today: date, before: Conversation, language: str
) -> Decision:
    """What to do about a text; ``language`` is the chat's."""
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
    readings = [r if r.language else replace(r, language=spoken) for r in readings]
    contest = candidates(engine, readings, text) if text.strip() else []
    best = contest[0].reading if contest else None
    if best:
        spoken = best.language
        if best.kind.startswith("follow."):
            if {spoken, before.language} == {"kk", "ru"}:
                spoken = before.language  # such words are said in both
            neither = bool(heard) and engine.asking.says("neither", heard[0].hits)
            decision = follow(best, before, spoken, neither=neither)
            if decision:
                return replace(decision, confidence=sureness(contest))
            if best.kind == "follow.yes":
                sure = sureness(contest)
                return Decision("talk", spoken, text="talk-ok", asked=best.kind, confidence=sure)
    # "More", "yes" say nothing where there is nothing to follow.
    contest = [c for c in contest if not (c.reading and c.reading.kind.startswith("follow."))]
    decision = _settle(engine, contest, spoken)
    told = told_after_all(contest)
    if decision.readings and decision.verdict == "answer":
        return replace(decision, told=told if may_lack(decision.readings[0]) else None)
    if told and decision.text != "ask-which":
        chance = next(c.chance for c in contest if c.found and c.found.entity == told)
        return Decision("answer", spoken, decision.readings, told, confidence=chance)
    return decision


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
    if best and lacks(best):
        # The record lacks what was asked: a written answer about the same may have it.
        told = next((c for c in contest if tells(c)), None)
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
        if winner.chance >= 0.4 and not near(contest, 2 * NEAR_WEIGHT):
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
        if best.namesakes:
            return _which(best, spoken, sure)
        ordered = (best, *(r for r in others if r is not best))
        if len(ordered) == 1 and len(best.query.start) == 1 and not best.query.steps:
            # "Not what I meant" leads to what else is asked of the same.
            same = _common(best.query.start[0], spoken)
            drawn = (best.kind, "person.who")  # whose picture cannot take a text's place
            ordered += tuple(reading for reading in same if reading.kind not in drawn)
        second = next((c for c in contest if c.reading in ordered[1:2]), None)
        likely = bool(second and stands_in(second, best))
        return Decision("answer", spoken, ordered, confidence=sure, second=likely)
    return _unsure(engine, contest, sure, spoken)


def _unsure(engine: Engine, contest: Sequence[Candidate], sure: float, spoken: str) -> Decision:
    """Ask back where something is likely, else say what is not known."""
    likely = [c for c in contest if c.chance >= LIKELY]
    offered = tuple(
        c.reading
        for c in likely
        if c.reading
        and not c.reading.missing
        and not c.reading.kind.startswith(("talk", "follow", "beyond"))
    )
    written = tuple(c.found.entity for c in likely if c.found)
    subject = named_subject(contest)
    if (offered or written) and (sure >= WORTH_ASKING or subject):
        if offered and offered[0].namesakes and contest[0].reading is offered[0]:
            return _which(offered[0], spoken, sure)
        if subject:
            offered = (
                *offered,
                *(r for r in _common(subject, spoken) if r.kind not in {o.kind for o in offered}),
            )
            return Decision(
                "clarify",
                spoken,
                offered,
                text="ask-what",
                values={"name": engine.name(subject, spoken)},
                about=(subject,),
                confidence=sure,
                written=written,
            )
        about = offered[0].query.start if offered else ()
        return Decision(
            "clarify",
            spoken,
            offered,
            text="ask-did-you-mean",
            about=about,
            confidence=sure,
            written=written,
        )
    offer = near(contest, NEAR_WEIGHT)
    if offer and not any(
        c.reading and c.reading.missing not in ("", "decoy") for c in contest[:3]
    ):
        return Decision("clarify", spoken, text="ask-did-you-mean", confidence=sure, written=offer)
    named = [
        c.reading
        for c in contest
        if c.reading
        and c.reading.query.start
        and not c.reading.missing
        and not c.reading.carried
        and c.reading.signs.least_quality > 0.9
    ]
    if named:
        entity = named[0].query.start[0]
        key = {"person": "unknown-near-person", "film": "unknown-near"}.get(entity.kind, "unknown")
        return Decision(
            "unknown",
            spoken,
            text=key,
            values={"name": engine.name(entity, spoken)},
            about=(entity,),
            confidence=sure,
        )
    return Decision("unknown", spoken, text="unknown", confidence=sure)


def _common(subject: Entity, spoken: str) -> list[Reading]:
    """What people ask most of a film or person: buttons where the question is not understood."""
    kinds = {
        "film": ("film.director", "film.cast", "film.awards", "film.premiere"),
        "person": ("person.films", "person.who", "person.prizes", "person.born"),
    }.get(subject.kind, ())
    return [Reading(kind, Query((subject,)), spoken, 0.0) for kind in kinds]


def _which(best: Reading, spoken: str, sure: float) -> Decision:
    """One question for each of the namesakes."""
    readings = tuple(
        replace(
            best, query=replace(best.query, start=(entity, *best.query.start[1:])), namesakes=()
        )
        for entity in best.namesakes
    )
    return Decision(
        "clarify", spoken, readings, text="ask-which", about=best.namesakes, confidence=sure
    )
