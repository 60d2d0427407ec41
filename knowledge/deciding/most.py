"""One of all, and all of them: "which won MOST", "what was won there over ALL the years"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.asking.asking import Asking
from knowledge.deciding.plausibility import ordered
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

MOST = 0.3
"""What asking for the most leaves of the chance of whatever tells of all."""

OF_ONE_YEAR = 0.3
"""What is left of a written answer where all the years are asked for."""
_SURE = 0.95

_WHOLE = ("list.films", "list.people", "list.count")


def tells_all(reading: Reading) -> bool:
    """Whether it tells of all there are, in no order that was asked for."""
    every = reading.kind == "film.awards" and bool(reading.query.steps)
    return (every or reading.kind in _WHOLE) and not ordered(reading)


def asks_all(asking: Asking, heard: Heard, readings: Sequence[Reading]) -> bool:
    """Whether everything is asked for that was won at a festival: no answer of one year."""
    wins = any(
        r.kind == "award.wins"
        and not r.range
        and any(m.kind == "organisation" and m.quality >= _SURE for m in r.mentions)
        for r in readings
    )
    return wins and asking.says("always", heard.hits, 0.99)
