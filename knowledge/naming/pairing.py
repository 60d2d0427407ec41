"""Titles and other names together: a title beside the name of who made the film is a title,
whatever else it means; one that begins with the name of a part calls that part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set

from msgspec.structs import replace

from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.query import Filter, awarded, passes

_FIRST = "first-prize"
_SURE = 0.95


def titled(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions; a title that begins with the name of a part calls it: «Birzhan Sal»."""
    mentions = list(mentions)
    films = [m for m in mentions if m.kind == "film" and m.quality > 0.95]
    said = Counter(m.ids for m in mentions if m.kind == "role")
    for mention in mentions:
        once = mention.kind == "role" and said[mention.ids] == 1
        whole = next((f for f in films if once and _begins(mention, f)), None)
        ids = [i for i in mention.ids if whole and i.partition("/")[0] in whole.ids]
        yield replace(whole, kind="role", ids=tuple(ids)) if whole else mention


def _begins(part: Mention, film: Mention) -> bool:
    """Whether a longer title begins with the name of a part in the film."""
    own = any(pair.partition("/")[0] in film.ids for pair in part.ids)
    return own and part.start == film.start and part.end < film.end


def paired(base: FactBase, mentions: Iterable[Mention], light: Set[int]) -> Iterator[Mention]:
    """The mentions; "студент Омирбаева" names a film as surely as if it stood in quotes.

    ``light``: places of small words, of which one may stand between: "Student by Omirbayev".
    """
    mentions = _given(base, list(mentions))
    people = [m for m in mentions if m.kind == "person" and m.quality > 0.9]
    for mention in mentions:
        if mention.kind != "film" or mention.quality < 0.95:
            yield mention
            continue
        ends = {mention.end, mention.end + 1 if mention.end in light else mention.end}
        beside = [p for p in people if p.start in ends or p.end == mention.start]
        made = tuple(
            id_
            for id_ in mention.ids
            if any(
                passes(base, base.films[id_], Filter("maker", i)) for p in beside for i in p.ids
            )
        )
        yield replace(mention, ids=made, quoted=True, ordinary=False) if made else mention


def _given(base: FactBase, mentions: list[Mention]) -> list[Mention]:
    """Without a "first prize" that the festival named beside it never gave: the first of all."""
    events = [m for m in mentions if m.kind == "organisation" and m.quality >= _SURE]
    if not events or not any(m.ids[:1] == (_FIRST,) for m in mentions):
        return mentions
    won = (w for m in events for id_ in m.ids for w in base.honours_at(id_))
    if any(awarded(w.honour.award, w.honour.category, _FIRST) for w in won):
        return mentions
    return [m for m in mentions if m.ids[:1] != (_FIRST,)]
