"""Lists with all that was named: as likely as those that leave some of it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from knowledge.deciding.outsaid import says_more
from knowledge.reading.reading import Reading

if TYPE_CHECKING:
    from knowledge.deciding.contest import Candidate

CONSIDERED = 6
_OUTSAID = 2.0
"""What being outsaid took off the chance of one that leaves something out."""
_MOST = 0.97
_SURE = 0.96
"""A genre that is less surely said may be another word: "music" is no musical."""


def considered(readings: Sequence[Reading]) -> list[Reading]:
    """The likeliest readings, and those that name more than one of them."""
    first = [*readings[:CONSIDERED]]
    more = (r for r in readings[CONSIDERED:] if any(_lists_more(r, other) for other in first))
    return [*first, *more]


def lifted(contest: Sequence[Candidate]) -> list[Candidate]:
    """The same candidates, where "shorts shot in Almaty" is as likely as "shorts" alone.

    What more is named explains words; nothing that was strange before becomes less so.
    """
    found = []
    named = [c.reading for c in contest if c.reading]
    for rich in contest:
        if rich.reading and any(_lists_more(other, rich.reading) for other in named):
            found.append(rich)
            continue
        poor = [
            c.chance
            for c in contest
            if c.reading and rich.reading and _lists_more(rich.reading, c.reading)
        ]
        chance = max([rich.chance, *(min(_MOST, _OUTSAID * own) for own in poor)])
        found.append(replace(rich, chance=chance))
    return found


def _lists_more(rich: Reading, poor: Reading) -> bool:
    if rich.kind != poor.kind or not rich.kind.startswith("list.") or rich.missing:
        return False
    said = {(m.kind, m.ids) for m in poor.mentions}
    more = [m for m in rich.mentions if m not in poor.mentions]
    return says_more(rich, poor) and all(
        (m.kind, m.ids) not in said and (m.kind == "type" or m.quality >= _SURE) for m in more
    )
