"""Words of one meaning, and what sort of thing a question asks for: why, when, how many.

They stand in ``language/*/meanings.yaml``; written answers are found by them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.spelling import fold

SHARP = frozenset(("why", "most"))
"""Sorts that nothing else stands in for: who asks for the most is not told of any."""

_YEAR = re.compile(r"(?:18|19|20)\d\d")


class Meanings(msgspec.Struct, frozen=True):
    """Skeletons by meaning, in all languages at once; phrases by the sort of what they ask for."""

    same: Mapping[str, frozenset[str]]
    asks: Mapping[str, frozenset[str]]
    longest: Mapping[str, int]
    """First words of these phrases: how many words the longest has."""

    def sorts(self, skeletons: Iterable[str]) -> frozenset[str]:
        """What a question asks for; of "how many" the longer phrase counts, not "how"."""
        words = tuple(skeletons)
        found: set[str] = set()
        at = 0
        while at < len(words):
            for size in range(self.longest.get(words[at], 0), 0, -1):
                sort = self.asks.get(" ".join(words[at : at + size]))
                if sort:
                    found |= sort
                    at += size - 1
                    break
            at += 1
        # "What did it earn" asks for no yes or no, and "which year" is a "when".
        sharp = found & SHARP
        return frozenset(
            (found - {"whether", "which"} - sharp or found - {"whether"} or found) | sharp
        )


def years(skeletons: Iterable[str]) -> frozenset[str]:
    """The years that a text names."""
    return frozenset(word for word in skeletons if _YEAR.fullmatch(word))


def read_meanings() -> Meanings:
    """The meanings.yaml of every language, as shipped."""
    import yaml

    directory = Path(str(resources.files("knowledge"))) / "language"
    same: dict[str, set[str]] = defaultdict(set)
    asks: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        text = (directory / language / "meanings.yaml").read_bytes()
        document: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
        for name, words in document["same"].items():
            same[name].update(word for each in words for word in fold(each))
        for sort, phrases in document["asks"].items():
            for phrase in phrases:
                asks[" ".join(fold(phrase))].add(sort)
    longest: dict[str, int] = {}
    for phrase in asks:
        first, size = phrase.partition(" ")[0], phrase.count(" ") + 1
        longest[first] = max(size, longest.get(first, 0))
    return Meanings(
        {name: frozenset(words) for name, words in same.items()},
        {phrase: frozenset(found) for phrase, found in asks.items()},
        longest,
    )
