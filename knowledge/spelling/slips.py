"""Slips of the finger, letter by letter: "diercted", «соңңы», «коемдий».

A skeleton is by sound.  A slip may change the sound of the letters beside it ("sc" before "i" is
another one than in "script"), and a misspelt word may sound like another one, or like a form of
one: «соңңы» like «соны», "fils" like "fil".  So a word that nobody writes so is also sought among
the words with which people ask, as those are written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import ENDINGS, VOWELS, plain, skeleton

LETTERS = 5
"""A written word that is shorter is another one after a slip."""
_LONG = 7
_ONE_SLIP, _LONG_SLIP, OFTEN = 0.9, 0.96, 0.99
"""What a slip counts, in a long word, and in one with which many ask."""
_FOUND, _PERHAPS, _OTHERWISE = 0.95, 0.93, 0.05
"""From where on a word is found by its sound; what a slip then counts where the word may be a form
of another one, and what that other one loses where it can be none."""
_KIN = 0.95
"""From here on a word is a form of a name."""
_REMEMBERED = 2048
_WHOLE = 2
"""So many letters one slip leaves whole, at the beginning of a word or else at its end."""
_SHORTEST, _ENDING = 3, 7
"""The letters of a stem, and at most of an ending."""
_REPLACED = (*"аеиоуыяюэьй", "ый", "ий", "ая", "ое", "ой", "ие", "ия")
"""What an ending takes the place of."""

Spelt = Literal["", "asked", "named", "both"]
"""Whether a word is written like one with which people ask, or like a name."""


class Slips:
    """Words as they are written, with their numbers in the lexicon; immutable.

    ``names`` are words of names as they are written, ``often`` the words with which many ask.
    """

    def __init__(self, written: Mapping[str, int], names: Iterable[str], often: Set[int]) -> None:
        self._written = dict(written)
        self._asked = frozenset(self._written.values())
        self._often = often
        self._spelt: dict[str, Spelt] = dict.fromkeys(_forms(written), "asked")
        for form in _forms(names):
            self._spelt[form] = "both" if self._spelt.get(form, "named") != "named" else "named"
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._ending: dict[str, list[str]] = defaultdict(list)
        for word in written:
            if len(word) >= LETTERS:
                self._beginning[word[:_WHOLE]].append(word)
                self._ending[word[-_WHOLE:]].append(word)
        self.find = lru_cache(maxsize=_REMEMBERED)(self._find)

    def among(self, typed: str, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """What a typed word may be: what was ``found`` by its sound, and what is a slip away."""
        typed = typed.casefold()
        best = found[0].similarity if found else 0.0
        if typed in self._written or (best == 1.0 and typed.isascii()):
            return found
        spelt: Spelt = ""
        if best >= _FOUND:  # how Latin letters are meant, only the sound can tell
            spelt = "asked" if typed.isascii() else self.spelt(typed)
        if spelt == "named":
            return found if best == 1.0 else self._as_named(found, best)
        if spelt == "both" or (spelt and best == 1.0) or not (near := self.find(typed)):
            return found
        most = _PERHAPS if spelt else 1.0
        less = _OTHERWISE if not spelt and near[0].similarity > _FOUND else 0.0
        meant = {hit.word: min(hit.similarity, most) for hit in near}
        hits = dict(meant)
        for hit in found:
            lost = less if hit.similarity >= _FOUND and hit.word not in meant else 0.0
            hits[hit.word] = max(meant.get(hit.word, 0.0), hit.similarity - lost)
        ranked = sorted(hits.items(), key=lambda item: -item[1])
        return tuple(Hit(word, round(similarity, 4)) for word, similarity in ranked)

    def _find(self, typed: str) -> tuple[Hit, ...]:
        """The words from which the typed one is one slip away: a letter too many, too few,
        another one, or two exchanged.  Those with which many ask, or else the only one."""
        if not typed.isalpha():
            return ()
        words = self._near(typed)
        if often := words & self._often:
            return _hits(often, OFTEN)
        if len(words) == 1:
            return _hits(words, _LONG_SLIP if len(typed) >= _LONG else _ONE_SLIP)
        return ()

    def _near(self, typed: str) -> set[int]:
        if len(typed) < LETTERS - 1:
            return set()
        like = {
            *self._beginning.get(typed[:_WHOLE], ()),
            *self._ending.get(typed[-_WHOLE:], ()),
        }
        near = extract(typed, like, scorer=OSA.distance, score_cutoff=1, limit=None)
        return {self._written[written] for written, _, _ in near}

    def spelt(self, typed: str) -> Spelt:
        """Whether a word of ours is written like that, with an ending or without."""
        if typed in self._spelt:
            return self._spelt[typed]
        found: set[Spelt] = set()
        for stem, ending in _cuts(typed):
            found.add(self._spelt.get(stem, ""))
            if ending[0] in VOWELS:
                found.update(self._spelt.get(stem + lost, "") for lost in _REPLACED)
        found.discard("")
        return next(iter(found)) if len(found) == 1 else "both" if found else ""

    def _as_named(self, found: tuple[Hit, ...], best: float) -> tuple[Hit, ...]:
        """«Караганде» is written like the town, and only sounds like «қарағанда» as well."""
        most = max((hit.similarity for hit in found if hit.word not in self._asked), default=0.0)
        hits = [
            Hit(hit.word, best) if hit.similarity == most and hit.word not in self._asked else hit
            for hit in found
        ]
        return tuple(sorted(hits, key=lambda hit: -hit.similarity)) if most >= _KIN else found


def _forms(words: Iterable[str]) -> Iterator[str]:
    """As they are written, and as they are where the keyboard is a Russian one."""
    for word in words:
        yield word
        yield plain(word)


def _hits(words: Set[int], similarity: float) -> tuple[Hit, ...]:
    return tuple(Hit(word, similarity) for word in sorted(words))


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """A word without each of its endings, and the skeleton of that."""
    for at in range(len(word) - 1, max(_SHORTEST, len(word) - _ENDING) - 1, -1):
        ending = skeleton(word[at:])
        # "дий" sounds like "ды", and "ңы" like "ны", but they are none.
        if ending in ENDINGS and (
            ending[0] in VOWELS or (len(ending) == len(word) - at and word[at] != "ң")
        ):
            yield word[:at], ending
