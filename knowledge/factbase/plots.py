"""Which films are told to be about something: by the words of their descriptions."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from knowledge.factbase.records import LANGUAGES, Film
from knowledge.spelling.spelling import fold, stems

_ROOT = 5
"""Letters that two words must share without their endings, where neither is the other's stem."""
_BEGIN = 3
"""Letters with which words begin alike that may be forms of one."""


class Plots:
    """The words of all synopses, in each language, with the films in which they stand."""

    def __init__(self, films: Iterable[Film]) -> None:
        held: dict[str, set[str]] = defaultdict(set)
        for film in films:
            for language in LANGUAGES:
                for word in fold(film.synopsis.get(language) if film.synopsis else ""):
                    held[word].add(film.id)
        self._held = {word: frozenset(ids) for word, ids in sorted(held.items())}
        self._words = list(self._held)
        self.films = lru_cache(maxsize=256)(self._find)
        """Ids of the films in whose description a word stands, in any of its forms."""

    def _find(self, word: str) -> frozenset[str]:
        own = {stem for stem, _ in stems(word)}
        begin = word[:_BEGIN]
        found: set[str] = set()
        for other in self._words[bisect_left(self._words, begin) :]:
            if not other.startswith(begin):
                break
            its = {stem for stem, _ in stems(other)}
            if word in its or other in own or any(len(stem) >= _ROOT for stem in own & its):
                found |= self._held[other]
        return frozenset(found)
