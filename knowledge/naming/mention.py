"""Something that a text names: where, and how surely."""

from __future__ import annotations

import msgspec


class Mention(msgspec.Struct, frozen=True):
    """Something named in tokens ``start`` to ``end`` (exclusive); several ids: namesakes."""

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    quality: float
    weight: float
    how: str
    words: int
    """How many words the alias has."""
    quoted: bool = False
    ordinary: bool = False
    """Made only of words with which people also ask: "Film", "Life", "The Road"."""

    @property
    def value(self) -> float:
        """What taking this mention explains of the text."""
        return self.weight * self.quality * self.quality
