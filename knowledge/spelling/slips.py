"""Slips of the finger where words are spelt otherwise than they sound: "scipt", "diercted".

A skeleton is by sound, and a slip may change the sound of the letters beside it: "sc" before "i"
is another one than in "script". So an English word that is not found is sought letter by letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.spelling.lexicon import LETTERS, Hit

_ONE_SLIP = 0.9
_REMEMBERED = 2048


class Slips:
    """Words as they are written, with their numbers in the lexicon; immutable."""

    def __init__(self, written: Mapping[str, int]) -> None:
        self._numbers = dict(written)
        self._written = list(written)
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, typed: str) -> Hit | None:
        """The only word from which the typed one is one slip away: a letter too many, too few,
        another one, or two exchanged."""
        typed = typed.casefold()
        if len(typed) < LETTERS - 1 or not (typed.isascii() and typed.isalpha()):
            return None
        near = extract(typed, self._written, scorer=OSA.distance, score_cutoff=1, limit=3)
        words = {self._numbers[written] for written, _, _ in near}
        return Hit(words.pop(), _ONE_SLIP) if len(words) == 1 else None
