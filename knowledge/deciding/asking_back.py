"""Asking back: buttons where something is likely, else what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.deciding.contest import NEAR_WEIGHT, Candidate, named_subject, near
from knowledge.deciding.decision import Decision
from knowledge.query import Query
from knowledge.reading.reading import Reading

if TYPE_CHECKING:
    from knowledge.engine import Engine


LIKELY = 0.02
"""From here on a candidate may be offered as a button."""

WORTH_ASKING = 0.24
"""Below this nothing is offered."""


def unsure(engine: Engine, contest: Sequence[Candidate], sure: float, spoken: str) -> Decision:
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
            return which(offered[0], spoken, sure)
        if subject:
            offered = (
                *offered,
                *(r for r in common(subject, spoken) if r.kind not in {o.kind for o in offered}),
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


def common(subject: Entity, spoken: str) -> list[Reading]:
    """What people ask most of a film or person: buttons where the question is not understood."""
    kinds = {
        "film": ("film.director", "film.cast", "film.awards", "film.premiere"),
        "person": ("person.films", "person.who", "person.prizes", "person.born"),
    }.get(subject.kind, ())
    return [Reading(kind, Query((subject,)), spoken, 0.0) for kind in kinds]


def which(best: Reading, spoken: str, sure: float) -> Decision:
    """One question for each of the namesakes."""
    readings = tuple(
        replace(best, query=replace(best.query, start=_instead(best, entity)), namesakes=())
        for entity in best.namesakes
    )
    return Decision(
        "clarify", spoken, readings, text="ask-which", about=best.namesakes, confidence=sure
    )


def _instead(best: Reading, entity: Entity) -> tuple[Entity, ...]:
    """Whom the reading is about, with this one of the namesakes; who else is named stays."""
    start = best.query.start
    at = next((n for n, own in enumerate(start) if own in best.namesakes), 0)
    return (*start[:at], entity, *start[at + 1 :])


def meant(best: Reading, spoken: str, sure: float) -> Decision:
    """Whether this is the film that was meant."""
    about = best.query.start
    return Decision(
        "clarify", spoken, (best,), text="ask-did-you-mean", about=about, confidence=sure
    )


def no_part(engine: Engine, film: Entity, spoken: str, sure: float) -> Decision:
    """The film is known, but not the part of it that was named."""
    values = {"name": engine.name(film, spoken)}
    return Decision(
        "unknown", spoken, text="unknown-part", values=values, about=(film,), confidence=sure
    )
