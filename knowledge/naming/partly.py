"""Titles of which only a part is said, and that no other film has: "who directed Indifference"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from knowledge.naming.aliases import Alias
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import Token

QUALITY = 0.9
"""How well such a part names the film."""
_SAID, _KIN = 0.95, 0.93
"""From here on a word of the title is said, give or take an ending, and one to ask with."""
_LETTERS = 4
"""Letters of a word that can name a film alone."""


class Partly:
    """Over the aliases of a base; ``said`` are words that people say whatever they ask."""

    def __init__(
        self, aliases: Sequence[Alias], postings: Mapping[int, Iterable[int]], lexicon: Lexicon,
        said: Set[int], function: Set[int], questions: Set[int],
    ) -> None:  # fmt: skip
        self._function, self._questions, self._said = function, questions, said
        self._titled = {w for alias in aliases if alias.kind == "film" for w in alias.words}
        self.telling: dict[int, tuple[int, ...]] = {}
        """Words that stand in the titles of one film alone, with the numbers of its aliases."""
        for word, numbers in postings.items():
            owners = [aliases[n] for n in numbers]
            spelt = lexicon.words[word]
            if (
                len({alias.ids for alias in owners}) == 1
                and all(a.kind == "film" and len(a.words) > 1 for a in owners)
                and word not in said
                and len(spelt) >= _LETTERS
                and not spelt.isdigit()
            ):
                self.telling[word] = tuple(numbers)

    def titled(self, word: int) -> bool:
        """Whether it stands in the title of any film."""
        return word in self._titled

    def span(
        self, alias: Alias, start: int, end: int, text: Sequence[Token],
        sole: Sequence[tuple[Hit, ...]],
    ) -> tuple[int, int] | None:  # fmt: skip
        """Where a part of a title stands that names the film, and nothing else is named by it."""
        own = [at for at in range(start, end) if self._of(alias, sole[at])]
        if not own or not any(sole[at][0].word in self.telling for at in own):
            return None
        start, end = own[0], own[-1] + 1
        inside = [at for at in range(start, end) if at not in own]
        if text[start].quoted or not all(self._small(sole[at]) for at in inside):
            return None
        sides = (reversed(sole[:start]), sole[end:])
        beside = [next((f for f in side if not self._small(f)), None) for side in sides]
        return (start, end) if all(f is None or self._asks(f) for f in beside) else None

    def _of(self, alias: Alias, found: tuple[Hit, ...]) -> bool:
        if not found or found[0].similarity < _SAID:
            return False
        return found[0].word in alias.words and found[0].word not in self._function

    def _small(self, found: tuple[Hit, ...]) -> bool:
        return bool(found) and found[0].word in self._function and found[0].similarity >= _KIN

    def _asks(self, found: tuple[Hit, ...]) -> bool:
        """Whether people ask with it, and it stands in no title."""
        if not found or found[0].similarity < _KIN:
            return False
        word = found[0].word
        return word in self._said and (word in self._questions or word not in self._titled)
