"""The nearest of very many folded names, in milliseconds: trigram postings, then real distances.

A slip spoils at most four of the trigrams of a text.  Of nine different ones, two slips leave at
least one whole: the names that hold any of the nine rarest include every name two slips away, and
the letters that a name has tell most others off before a distance is reckoned.  Beyond two slips
the names with most trigrams in common are compared, among which the nearest nearly always is.
All is held in arrays, some ninety bytes a name, of which twenty are the name itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

FARTHEST = 2
"""So many slips away every name is found, where the text has trigrams enough."""
_SPOILT = 4
"""Two letters that change places stand in four trigrams."""
_ALIKE = 60
"""So many names are compared besides: those with most trigrams in common."""
_READ = 100_000
"""Postings are read up to here, and in any case those without which a near name may be missed."""
_MORE = 3
"""So many lists are read besides: names that share too few of them are near no more."""
_CHUNK = 10_000
"""Names indexed at a time: the memory that takes is needed only then."""

_CODE = np.zeros(256, dtype=np.uint16)
_CODE[np.frombuffer(b"abcdefghijklmnopqrstuvwxyz0123456789", dtype=np.uint8)] = np.arange(1, 37)
_BIT = np.where(_CODE > 0, np.uint32(1) << np.minimum(_CODE, 31).astype(np.uint32), np.uint32(0))
_TRIGRAMS = 37**3

Numbers = NDArray[np.uint32]


def reach(text: str) -> int:
    """How many slips away every name is found: two, fewer where the text is short."""
    return _reach(len(np.unique(_trigrams(_bytes(text)))))


def _reach(trigrams: int) -> int:
    return min(FARTHEST, max(0, trigrams - 1) // _SPOILT)


class NearestNames:
    """Folded names by their trigrams; a name is its number in the order given."""

    def __init__(self, names: Sequence[str]) -> None:
        self._text = f" {' '.join(names)} "
        self._starts: Numbers = np.zeros(len(names) + 1, dtype=np.uint32)
        np.cumsum(np.fromiter(map(len, names), np.uint32, len(names)) + 1, out=self._starts[1:])
        self._letters: Numbers = np.zeros(len(names), dtype=np.uint32)
        held = np.zeros(_TRIGRAMS, dtype=np.uint32)
        for first in range(0, len(names), _CHUNK):
            trigrams, _ = self._chunk(first)
            held += np.bincount(trigrams, minlength=_TRIGRAMS).astype(np.uint32)
        self._ends: Numbers = np.zeros(_TRIGRAMS + 1, dtype=np.uint32)
        np.cumsum(held, out=self._ends[1:])
        self._postings: Numbers = np.zeros(int(self._ends[-1]), dtype=np.uint32)
        place = self._ends[:-1].copy()
        for first in range(0, len(names), _CHUNK):
            self._post(first, place)

    def _chunk(self, first: int) -> tuple[NDArray[np.uint16], Numbers]:
        """The trigrams of a chunk of names, and of which name each is."""
        text, starts = self._written(first)
        trigrams = _trigrams(text)
        own = np.repeat(np.arange(len(starts) - 1, dtype=np.uint32), np.diff(starts))
        inside = np.ones(len(own), dtype=bool)
        inside[starts[1:] - 1] = False  # these would reach from one name into the next
        inside = inside[: len(trigrams)]
        return trigrams[inside], own[: len(trigrams)][inside] + np.uint32(first)

    def _written(self, first: int) -> tuple[NDArray[np.uint8], Numbers]:
        """The letters of a chunk of names between spaces, and where in them each name starts."""
        starts = self._starts[first : first + _CHUNK + 1]
        text = self._text[int(starts[0]) : int(starts[-1]) + 1].encode("ascii")
        return np.frombuffer(text, np.uint8), starts - starts[0]

    def _post(self, first: int, place: Numbers) -> None:
        """Write the postings of a chunk from these places on, and move the places on."""
        trigrams, names = self._chunk(first)
        order = np.argsort(trigrams, kind="stable")
        counts = np.bincount(trigrams, minlength=_TRIGRAMS).astype(np.uint32)
        before = np.cumsum(counts, dtype=np.uint32) - counts
        ordered = trigrams[order]
        at = np.arange(len(order), dtype=np.uint32) - before[ordered] + place[ordered]
        self._postings[at] = names[order]
        place += counts
        text, starts = self._written(first)
        self._letters[first : first + _CHUNK] = np.bitwise_or.reduceat(_BIT[text], starts[:-1])

    def __len__(self) -> int:
        return len(self._letters)

    def nearest(self, text: str, at_least: float = 0.0) -> tuple[int, str, float] | None:
        """The name most like the text, and how alike they are, 0 to 1; the first among equals."""
        numbers = self.candidates(text)
        found = process.extractOne(
            text, self.names(numbers), scorer=fuzz.ratio, score_cutoff=100 * at_least
        )
        return (int(numbers[found[2]]), found[0], found[1] / 100) if found else None

    def names(self, numbers: Numbers) -> list[str]:
        """The names of these numbers."""
        first, end = self._starts[numbers].tolist(), self._starts[numbers + 1].tolist()
        return [self._text[a + 1 : b] for a, b in zip(first, end, strict=True)]

    def candidates(self, text: str) -> Numbers:
        """All names within reach of the text, and others much like it, in their order."""
        own = _bytes(text)
        trigrams = np.unique(_trigrams(own)).astype(np.int64)
        first, end = self._ends[trigrams], self._ends[trigrams + 1]
        rarest = np.argsort(end - first, kind="stable").tolist()
        slips = _reach(len(trigrams))
        lists = [self._postings[:0]]
        size = 0
        for at in rarest:
            size += int(end[at] - first[at])
            if size > _READ and len(lists) > slips * _SPOILT + _MORE:
                break
            lists.append(self._postings[first[at] : end[at]])
        merged = np.sort(np.concatenate(lists))
        needed = least = max(1, len(lists) - 1 - slips * _SPOILT)
        names, shared = _recurring(merged, least)
        while len(names) < _ALIKE and least > 1:
            least = (least + 1) // 2
            names, shared = _recurring(merged, least)
        chosen = self._within(names, own, slips)
        chosen &= shared >= needed
        chosen[_most(shared, _ALIKE)] = True
        return names[chosen]

    def _within(self, names: Numbers, text: NDArray[np.uint8], slips: int) -> NDArray[np.bool_]:
        """Which of the names differ from the text by so many letters at most."""
        own, letters = np.bitwise_or.reduce(_BIT[text]), self._letters[names]
        within: NDArray[np.bool_] = np.bitwise_count(letters & ~own) <= slips
        within &= np.bitwise_count(own & ~letters) <= slips
        left = np.flatnonzero(within)
        names = names[left]
        lengths = (self._starts[names + 1] - self._starts[names]).astype(np.int64)
        within[left] = np.abs(lengths - (len(text) - 1)) <= slips
        return within


def _recurring(merged: Numbers, least: int) -> tuple[Numbers, NDArray[np.int64]]:
    """What stands in an ordered list so often at least, and how often."""
    last = merged[least - 1 :]
    found, more = np.unique(last[last == merged[: len(last)]], return_counts=True)
    return found, more + (least - 1)


def _most(counts: NDArray[np.int64], many: int) -> NDArray[np.int64]:
    """Where the largest counts stand; of equal ones the first."""
    if len(counts) <= many:
        return np.arange(len(counts))
    reaching = np.cumsum(np.bincount(counts)[::-1])[::-1]
    level = int(np.flatnonzero(reaching >= many)[-1])
    above = np.flatnonzero(counts > level)
    return np.concatenate((above, np.flatnonzero(counts == level)[: many - len(above)]))


def _bytes(text: str) -> NDArray[np.uint8]:
    """A text between spaces, as names stand; what is no letter or digit counts as a space."""
    return np.frombuffer(f" {text} ".encode("ascii", "replace"), dtype=np.uint8)


def _trigrams(text: NDArray[np.uint8]) -> NDArray[np.uint16]:
    codes = _CODE[text]
    return codes[:-2] * np.uint16(37 * 37) + codes[1:-1] * np.uint16(37) + codes[2:]
