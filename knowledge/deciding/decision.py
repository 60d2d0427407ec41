"""What was decided about a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from knowledge.answer import Entity, Option
from knowledge.reading.reading import Reading


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do about a question, and with what."""

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
    options: tuple[Option, ...] = ()
    """Ready buttons, where they are not made from the readings."""
    again: str = ""
    page: int = 1
    asked: str = ""
    """What kind of following a text is: more of the same, something else."""
    second: bool = False
    """Whether the next reading is likely enough to answer where the first knows nothing."""
    told: Entity | None = None
    """A written answer for where the readings know nothing."""
    written: tuple[Entity, ...] = ()
    """Written answers to offer beside the readings."""
