"""A title beside the name of who made the film: there it is a title, whatever else it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from msgspec.structs import replace

from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.query import Filter, passes


def paired(base: FactBase, mentions: Sequence[Mention], light: Set[int]) -> Iterator[Mention]:
    """The mentions; "студент Омирбаева" names a film as surely as if it stood in quotes.

    ``light``: places of small words, of which one may stand between: "Student by Omirbayev".
    """
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
