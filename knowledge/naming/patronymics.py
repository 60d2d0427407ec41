"""Patronymics, which no name of the base has: "Дарежан Кемельбекович Омирбаев"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.naming.mention import Mention
from knowledge.naming.names import NameIndex
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token

_ENDINGS = re.compile(
    r"(?:[oe]vic(?:a|u|em|e)?|[oe]vn(?:a|i|u|oi|e)|(?:uli|kizi)(?:nin|ni|na|da|dan|men)?)$"
)
"""Of Russian and Kazakh patronymics, folded, with the endings of cases.

https://en.wikipedia.org/wiki/Patronymic
"""
_SHORTEST = 7


def named(
    names: NameIndex, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]]
) -> list[Mention]:
    """What the text names; a patronymic belongs to the name before it."""
    kept = [at for at in range(len(text)) if not (at and _patronymic(text[at], hits[at]))]
    if len(kept) == len(text):
        return names.find(text, hits)
    found = names.find([text[at] for at in kept], [hits[at] for at in kept])
    return [_placed(mention, kept, len(text)) for mention in found]


def _patronymic(token: Token, hits: Sequence[Hit]) -> bool:
    """Whether a word ends like one and is none that is known as it stands."""
    known = bool(hits) and hits[0].similarity == 1.0
    if token.quoted or len(token.skeleton) < _SHORTEST:
        return False
    return bool(_ENDINGS.search(token.skeleton)) and not known


def _placed(mention: Mention, kept: Sequence[int], size: int) -> Mention:
    """The mention where it stands in the whole text, with the patronymic behind it."""
    start, last = kept[mention.start], kept[mention.end - 1]
    following = next((at for at in kept if at > last), size)
    end = following if mention.kind == "person" else last + 1
    return replace(mention, start=start, end=end)
