"""Names in chatter: what is said beside the question sets no date and names no common word."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.asking.asking import Asking
from knowledge.naming.mention import Mention
from knowledge.spelling.hearing import Heard

_DAYS = frozenset({"relative", "month", "season"})


def without_asides(heard: Heard, mentions: Sequence[Mention], asking: Asking) -> list[Mention]:
    """Without the days and the common words taken for titles outside the clause that asks.

    "We saw X at home yesterday, who made it?": neither yesterday nor «Home» is asked about.
    """
    asks = {
        token.clause
        for token, found in zip(heard.tokens, heard.hits, strict=True)
        if asking.says("who", [found], 0.97)
    }
    if not asks or len({token.clause for token in heard.tokens}) == 1:
        return list(mentions)
    named = any(
        m.kind in ("film", "person") and m.quality > 0.95 and (m.quoted or not m.ordinary)
        for m in mentions
    )
    return [m for m in mentions if not (_aside(heard, m, asks, asking) and _loose(m, named))]


def _loose(mention: Mention, named: bool) -> bool:
    """Whether it means little by itself; ``named``: something is surely named in the text."""
    return mention.kind in _DAYS or (
        named and mention.kind in ("film", "role") and mention.ordinary and not mention.quoted
    )


def _aside(heard: Heard, mention: Mention, asks: set[int], asking: Asking) -> bool:
    """Whether it stands in a clause that asks nothing and says something besides."""
    clause = heard.tokens[mention.start].clause
    if clause in asks:
        return False
    words = asking.words
    return any(
        token.clause == clause
        and not mention.start <= at < mention.end
        and not any(h.word in words.function for h in heard.hits[at][:1])
        for at, token in enumerate(heard.tokens)
    )
