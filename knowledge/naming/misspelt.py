"""Names of which the words are too far off one by one: looked up whole, among all names.

"gula saims" holds no word that can stand for Gulta or Saimts by itself, yet only one name is
spelt nearly so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from knowledge.naming.aliases import Alias
from knowledge.naming.nearest import NearestNames
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import Token

_KINDS = ("film", "person", "organisation")
_ALIKE = 0.84
"""So much of a name must be there, letters in order: a slip or two and an ending."""
_KNOWN = 0.9
"""A word found so surely is no misspelt one."""
_MOST, _SHORTEST, _QUOTED = 4, 8, 6
"""Words that a run may have, and letters; in quotes fewer do."""
_WORDS = 7
"""Words that one may have whose capitals show where it starts and ends."""


class WholeNames:
    """The names of more than one word in the base."""

    def __init__(
        self, aliases: Sequence[Alias], lexicon: Lexicon, ordinary: Set[int], function: Set[int]
    ) -> None:
        self._ordinary = ordinary | function
        self._function = function
        self._numbers = [
            number
            for number, alias in enumerate(aliases)
            if alias.how == "name" and alias.kind in _KINDS and len(alias.words) > 1
        ]
        self._names = NearestNames(
            [" ".join(lexicon.words[w] for w in aliases[n].words) for n in self._numbers]
        )

    def find(
        self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], named: Set[int]
    ) -> Iterator[tuple[int, int, int, float]]:
        """Aliases with their place and likeness, outside the places that are ``named``."""
        for start, end in dict.fromkeys(
            (*_titled(text), *self._capitalised(text, hits, named), *self._runs(text, hits, named))
        ):
            written = " ".join(token.skeleton for token in text[start:end])
            least = _QUOTED if all(token.quoted for token in text[start:end]) else _SHORTEST
            if len(written) < least or not (found := self._names.nearest(written, _ALIKE)):
                continue
            number, name, alike = found
            if _numerals(name) == _numerals(written):  # "Рэкетир 3" is not "Рэкетир 2"
                yield self._numbers[number], start, end, alike

    def _runs(
        self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], named: Set[int]
    ) -> Iterator[tuple[int, int]]:
        """Runs of words with which nobody asks."""
        first = 0
        for at in range(len(text) + 1):
            if at < len(text) and at not in named and not self._asks(hits[at]):
                continue
            if 2 <= at - first <= _MOST:
                yield first, at
            first = at + 1

    def _capitalised(
        self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], named: Set[int]
    ) -> Iterator[tuple[int, int]]:
        """Words with capitals, and small ones between them: "The Yeer of the Dragon"."""
        if all(token.text[:1].isupper() or token.skeleton.isdigit() for token in text):
            return
        first = last = -1
        for at in range(len(text) + 1):
            if at < len(text) and at not in named and text[at].text[:1].isupper():
                first, last = (at if first < 0 else first), at
            elif first >= 0 and not (at < len(text) and self._small(hits[at])):
                if 2 <= last - first < _WORDS:
                    yield first, last + 1
                first = -1

    def _small(self, found: Sequence[Hit]) -> bool:
        return any(h.word in self._function for h in found[:1])

    def _asks(self, found: Sequence[Hit]) -> bool:
        return any(h.similarity >= _KNOWN and h.word in self._ordinary for h in found)


def _titled(text: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Titles in quotes: whatever their words are, the whole is a name."""
    first = 0
    for at in range(len(text) + 1):
        if at < len(text) and text[at].quoted:
            continue
        if at - first >= 2:
            yield first, at
        first = at + 1


def _numerals(name: str) -> list[str]:
    return [word for word in name.split() if word.isdigit()]
