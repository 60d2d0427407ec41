"""Answer, ask back, or say "I do not know": two thresholds over the best readings and written answers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from knowledge.answer import Conversation, Entity
from knowledge.query import Query
from knowledge.reading import Reading

if TYPE_CHECKING:
    from knowledge.engine import Engine

SURE = 0.62
"""From here on a reading is answered."""
LIKELY = 0.45
"""From here on it is offered as a button."""
WRITTEN = 0.60
"""From here on a written answer is given."""


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


def decide(engine: Engine, text: str, today: date, before: Conversation, language: str) -> Decision:
    readings = engine.reader.read(text, today, before)
    best = readings[0] if readings else None
    spoken = (best.language if best else "") or language or before.language or "ru"
    readings = [replace(r, language=r.language or spoken) for r in readings]
    best = readings[0] if readings else None

    if best and best.kind.startswith("follow."):
        decision = _follow(best, readings, before, spoken)
        if decision:
            return decision
        readings = [r for r in readings if not r.kind.startswith("follow.")]
        best = readings[0] if readings else None

    written = engine.topics.search(engine.reader.hear(text)[0].tokens) if text.strip() else []
    top = written[0] if written else None
    score = top.score if top else 0.0
    own = best.confidence if best else 0.0
    if top and score >= WRITTEN and score > _written_bar(best, own) and not (best and best.kind.startswith("talk") and own > 0.8):
        return Decision("answer", spoken, entity=top.entity, confidence=score)
    if best is None:
        return Decision("unknown", spoken, text="unknown")
    if best.missing == "decoy":
        return Decision("unknown", spoken, text="unknown-foreign", confidence=own)
    if own >= SURE and not best.missing:
        if best.namesakes:
            return _which(engine, best, spoken)
        return Decision("answer", spoken, tuple(readings), confidence=own)
    if own >= SURE and best.missing:
        key = best.missing if best.missing in ("film", "person", "organisation") else "other"
        return Decision("clarify", spoken, (), text=f"ask-missing-{key}", confidence=own)
    offered = tuple(r for r in readings if r.confidence >= LIKELY and not r.missing)
    if offered:
        about = offered[0].query.start
        return Decision("clarify", spoken, offered, text="ask-did-you-mean", about=about, confidence=own)
    named = [r for r in readings if r.query.start and not r.missing and not r.carried]
    if named and named[0].confidence >= 0.25:
        entity = named[0].query.start[0]
        key = "unknown-near-person" if entity.kind == "person" else "unknown-near"
        return Decision("unknown", spoken, text=key, values={"name": engine.name(entity, spoken)},
                        about=(entity,), confidence=own)  # fmt: skip
    return Decision("unknown", spoken, text="unknown", confidence=own)


def _written_bar(best: Reading | None, own: float) -> float:
    """How good a written answer must be to come before the best reading."""
    if best is None or best.missing:
        return 0.0
    return own + (0.04 if best.query.start else -0.02)


def _which(engine: Engine, best: Reading, spoken: str) -> Decision:
    """One question for each of the namesakes."""
    readings = tuple(
        replace(best, query=replace(best.query, start=(entity,)), namesakes=())
        for entity in best.namesakes
    )
    return Decision("clarify", spoken, readings, text="ask-which", about=best.namesakes,
                    confidence=best.confidence)  # fmt: skip


def _follow(
    best: Reading, readings: list[Reading], before: Conversation, spoken: str
) -> Decision | None:  # fmt: skip
    """More, yes, no, not that: only where there is something to follow."""
    if best.confidence < SURE:
        return None
    if best.kind == "follow.more" and before.ref:
        return Decision("answer", spoken, again=before.ref, page=before.page + 1)
    if best.kind == "follow.yes" and before.options:
        return Decision("answer", spoken, again=before.options[0].ref)
    if best.kind in ("follow.no", "follow.other") and len(before.options) > 1:
        return Decision("answer", spoken, again=before.options[1].ref)
    return None


__all__ = ["Decision", "Query", "decide"]
