"""Chatter around a question: it sets no date, names no common word, and is no part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set

from msgspec.structs import replace

from knowledge.asking.asking import Asking
from knowledge.naming.mention import Mention
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard

_DAYS = frozenset({"relative", "month", "season"})
_SURE, _TELLING = 0.95, 0.5
"""How well something must be named, and what a word weighs that tells what is asked."""


def without_asides(heard: Heard, mentions: Sequence[Mention], asking: Asking) -> list[Mention]:
    """Without the days and the common words taken for titles outside the clause that asks.

    "We saw X at home yesterday, who made it?": neither yesterday nor «Home» is asked about.
    """
    asks = _asks(heard)
    if not asks or len({token.clause for token in heard.tokens}) == 1:
        return list(mentions)
    named = any(
        m.kind in ("film", "person") and m.quality > 0.95 and (m.quoted or not m.ordinary)
        for m in mentions
    )
    films = {m.end for m in mentions if m.kind == "film"}
    told = {heard.tokens[m.start].clause for m in mentions if m.kind == "film" and names_surely(m)}
    return [
        m
        for m in mentions
        if not (_aside(heard, m, asks, asking) and (_loose(m, named) or _hearsay(heard, m, told)))
        or _of_year(heard, m)
        or (m.kind == "film" and m.start - 1 in films and _offers(heard, m.start - 1, asking))
    ]


def _of_year(heard: Heard, mention: Mention) -> bool:
    """Whether it is the month of a year, or has a day: "August 2021, what came out then?"."""
    behind = heard.tokens[mention.end].skeleton if mention.end < len(heard.tokens) else ""
    return mention.kind in ("month", "season") and behind.isdigit()


def _hearsay(heard: Heard, mention: Mention, told: Set[int]) -> bool:
    """ "Tarkovsky had a hand in X, they say. Who wrote it?": foreign, beside a film of ours."""
    return mention.kind == "decoy" and heard.tokens[mention.start].clause in told


def _offers(heard: Heard, at: int, asking: Asking) -> bool:
    """Whether "or" stands there: "which is older, this OR that?"."""
    return any(h.word in asking.words.either and h.similarity > 0.97 for h in heard.hits[at][:2])


def request(heard: Heard, masked: Masked, asking: Asking) -> Masked | None:
    """Only the last clause that asks something, with what is surely named in the others.

    "A friend drags me to X tonight, give me the gist of it": how one came to X is not asked.
    """
    telling: dict[int, float] = defaultdict(float)
    for at in masked.rest:
        hits = heard.hits[at]
        if asking.is_asking(hits) and hits[0].word not in asking.words.question:
            telling[heard.tokens[at].clause] += heard.words[at].weight
    clauses = {heard.tokens[at].clause for at in masked.rest}
    asks = _asks(heard) or clauses
    last = max((c for c, told in telling.items() if told >= _TELLING and c in asks), default=-1)
    after = any(
        token.clause > last and not asking.words.light(found)
        for token, found in zip(heard.tokens, heard.hits, strict=True)
    )
    if last < 0 or len(clauses) < 2 or after:
        return None  # what comes after the question makes it clearer
    named = {m for m in masked.mentions if names_surely(m)}
    own = {m for m in masked.mentions if heard.tokens[m.start].clause == last}
    own |= set() if own & named else named
    if not named or any(m.kind == "role" for m in masked.mentions if m not in own):
        return None
    mentions = tuple(m for m in masked.mentions if m in own)
    rest = tuple(at for at in masked.rest if heard.tokens[at].clause == last)
    return replace(masked, mentions=mentions, rest=rest)


def _asks(heard: Heard) -> set[int]:
    """The clauses with a word like "who" or "when"."""
    return {
        token.clause for token, word in zip(heard.tokens, heard.words, strict=True) if word.asks
    }


def names_surely(mention: Mention) -> bool:
    """Whether a film, person or organisation is surely named."""
    return (
        mention.quality > _SURE
        and (mention.quoted or not mention.ordinary)
        and (mention.kind in ("film", "person") or mention.how == "name")
    )


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
