"""Slips of the finger where words are spelt otherwise than they sound: "scipt", "diercted".

A skeleton is by sound, and a slip may change the sound of the letters beside it: "sc" before "i"
is another one than in "script". So an English word that is not found is sought letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.spelling.lexicon import LETTERS, Hit

_ONE_SLIP = 0.9
_REMEMBERED = 2048
_WHOLE = 2
"""So many letters one slip leaves whole, at the beginning of a word or else at its end."""


class Slips:
    """Words as they are written, with their numbers in the lexicon; immutable."""

    def __init__(self, written: Mapping[str, int]) -> None:
        self._numbers = dict(written)
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._ending: dict[str, list[str]] = defaultdict(list)
        for word in written:
            self._beginning[word[:_WHOLE]].append(word)
            self._ending[word[-_WHOLE:]].append(word)
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, typed: str) -> Hit | None:
        """The only word from which the typed one is one slip away: a letter too many, too few,
        another one, or two exchanged."""
        typed = typed.casefold()
        if len(typed) < LETTERS - 1 or not (typed.isascii() and typed.isalpha()):
            return None
        like = {
            *self._beginning.get(typed[:_WHOLE], ()),
            *self._ending.get(typed[-_WHOLE:], ()),
        }
        near = extract(typed, like, scorer=OSA.distance, score_cutoff=1, limit=None)
        words = {self._numbers[written] for written, _, _ in near}
        return Hit(words.pop(), _ONE_SLIP) if len(words) == 1 else None
