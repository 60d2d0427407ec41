"""Who asks why is told by a written answer or not at all: no record of the base holds reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

if TYPE_CHECKING:
    from knowledge.engine import Engine

_AS_SAID = 0.98
""" "White" is no "why"."""
_TOLD = ("film.reception", "person.known", "person.who", "news", "talk", "beyond", "follow")
"""Kinds of which one may ask why: it was liked, somebody is famous."""
_PRIZES, _CLEAR = ("film.awards", "person.prizes"), 0.6
"""Kinds that know what a prize was given for, and how much of the question they explain then."""


def asks_why(engine: Engine, heard: Heard, reading: Reading | None = None) -> bool:
    """Whether a reason is asked for, in words that are no part of the names in the reading."""
    named = {at for m in reading.mentions for at in range(m.start, m.end)} if reading else set()
    rest = [at for at in range(len(heard.tokens)) if at not in named]
    return engine.asking.says("why", [heard.hits[at] for at in rest], _AS_SAID) or (
        "why" in engine.topics.sorts([heard.tokens[at].skeleton for at in rest])
    )


def holds_none(reading: Reading) -> bool:
    """Whether the answer to this kind of question is never a reason."""
    if reading.kind.startswith(_PRIZES):
        return reading.signs.explained < _CLEAR
    return not reading.kind.startswith(_TOLD)
