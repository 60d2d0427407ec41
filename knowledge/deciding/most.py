"""One of all: "which of his films won MOST" is not answered with all of them."""

from __future__ import annotations

from knowledge.deciding.plausibility import ordered
from knowledge.reading.reading import Reading

MOST = 0.3
"""What asking for the most leaves of the chance of whatever tells of all."""

_WHOLE = ("list.films", "list.people", "list.count")


def tells_all(reading: Reading) -> bool:
    """Whether it tells of all there are, in no order that was asked for."""
    every = reading.kind == "film.awards" and bool(reading.query.steps)
    return (every or reading.kind in _WHOLE) and not ordered(reading)
