"""Every stem of every word of a lexicon, in arrays: found exactly, one letter off, or two.

Stems are numbered by length, so that those of similar length stand side by side.  The arrays are
small beside lists of strings, and are written down and read again as they are.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from knowledge.spelling.spelling import VOWELS, stems

SHORTEST = 4
"""Letters that a stem needs for a typo in it to be forgiven."""
_NAME_ENDINGS = frozenset(
    ("", "a", "e", "i", "o", "u", "ia", "ie", "iu", "oi", "ei", "aia", "oe", "ii")
)
_FLED = 0.02
"""What a vowel costs that falls out when the word is declined."""


class Arrays(msgspec.Struct, frozen=True):
    """The index as it is written down."""

    stems: str
    starts: bytes
    owners: bytes
    costs: bytes
    keys: bytes
    keyed: bytes
    letters: bytes


class StemIndex:
    """Which words a stem may be of, and which stems are spelt like it."""

    def __init__(self, arrays: Arrays) -> None:
        self.stems: list[str] = arrays.stems.split("\n") if arrays.stems else []
        self._number = {stem: number for number, stem in enumerate(self.stems)}
        self._starts = array("I", arrays.starts)
        self._owners = array("I", arrays.owners)
        self._costs = array("d", arrays.costs)
        self._keys: NDArray[np.uint32] = np.frombuffer(arrays.keys, dtype=np.uint32)
        self._keyed: NDArray[np.uint32] = np.frombuffer(arrays.keyed, dtype=np.uint32)
        self._letters: NDArray[np.uint64] = np.frombuffer(arrays.letters, dtype=np.uint64)
        lengths = np.fromiter(map(len, self.stems), dtype=np.uint32, count=len(self.stems))
        self._from_length: list[int] = np.searchsorted(
            lengths, np.arange(max(map(len, self.stems), default=0) + 2)
        ).tolist()

    def words(self, stem: str) -> Iterator[tuple[int, float]]:
        """The words that have this stem, each with what its lost ending costs."""
        number = self._number.get(stem)
        return iter(()) if number is None else self.owners(number)

    def owners(self, number: int) -> Iterator[tuple[int, float]]:
        """The same by the number of the stem."""
        first, end = self._starts[number], self._starts[number + 1]
        return zip(self._owners[first:end], self._costs[first:end], strict=True)

    def near(self, forms: Sequence[str]) -> list[list[int]]:
        """For each form the stems it becomes by losing, gaining or changing about a letter."""
        shorter = [_without_a_letter(form) for form in forms]
        keys = np.array(
            [_key(s) for form, less in zip(forms, shorter, strict=True) for s in (form, *less)],
            dtype=np.uint32,
        )
        first = self._keys.searchsorted(keys, "left").tolist()
        end = self._keys.searchsorted(keys, "right").tolist()
        found, at = [], 0
        for form, less in zip(forms, shorter, strict=True):
            numbers: set[int] = set()
            for low, high in zip(
                first[at : at + 1 + len(less)], end[at : at + 1 + len(less)], strict=True
            ):
                if low < high:
                    numbers.update(self._keyed[low:high].tolist())
            at += 1 + len(less)
            for stem in (form, *less):
                number = self._number.get(stem)
                if number is not None and len(stem) >= SHORTEST:
                    numbers.add(number)
            found.append(sorted(numbers))
        return found

    def two_off(self, form: str) -> list[int]:
        """Stems that may be two edits away: at most two letters are only here, two only there."""
        last = len(self._from_length) - 1
        low = self._from_length[min(last, max(SHORTEST, len(form) - 3))]
        high = self._from_length[min(last, len(form) + 3)]
        own = np.uint64(_letters(form))
        pool = self._letters[low:high]
        near = np.flatnonzero(np.bitwise_count(pool ^ own) <= 4)
        fits = np.bitwise_count(pool[near] & ~own) <= 2
        fits &= np.bitwise_count(own & ~pool[near]) <= 2
        found: list[int] = (near[fits] + low).tolist()
        return found


def build(words: Sequence[str], whole: Callable[[int], bool]) -> Arrays:
    """Index words by their stems; ``whole`` tells of which ones only vowels are taken off."""
    by_stem: dict[str, dict[int, float]] = {}
    for number, word in enumerate(words):
        for stem, cost in stems(word):
            if word[len(stem) :] not in _NAME_ENDINGS and whole(number):
                continue  # Погодин is not погода + a Kazakh ending
            if len(stem) >= 4 or stem == word or (len(word) == 4 and word[-1] in VOWELS):
                known = by_stem.setdefault(stem, {})
                known[number] = min(cost, known.get(number, 1.0))
        if whole(number):
            for form in _declined(word):
                by_stem.setdefault(form, {}).setdefault(number, _FLED)
    ordered = sorted(by_stem, key=lambda stem: (len(stem), stem))
    postings = [sorted(by_stem[stem].items()) for stem in ordered]
    typed = [
        (number, stem)
        for number, stem in enumerate(ordered)
        if len(stem) >= SHORTEST and not stem.isdigit()
    ]
    keys = np.fromiter(
        (_key(less) for _, stem in typed for less in _without_a_letter(stem)), dtype=np.uint32
    )
    keyed = np.repeat(
        np.array([number for number, _ in typed], dtype=np.uint32),
        [len(stem) for _, stem in typed],
    )
    order = np.argsort(keys, kind="stable")
    return Arrays(
        "\n".join(ordered),
        array("I", accumulate(map(len, postings), initial=0)).tobytes(),
        array("I", (number for found in postings for number, _ in found)).tobytes(),
        array("d", (cost for found in postings for _, cost in found)).tobytes(),
        keys[order].tobytes(),
        keyed[order].tobytes(),
        array("Q", map(_letters, ordered)).tobytes(),
    )


def _declined(word: str) -> tuple[str, ...]:
    """What a Russian name becomes where no ending is only put on or taken off.

    A last vowel is lost: конец, в конце; ветер, ветра.  A plural is too short to be a stem without
    its ending: сны, снов, в снах.  So is what ends in й: Цой, с Цоем, о Цое.
    """
    if len(word) in (3, 4) and word[-1] == "i" and word[-2] in "aeou":
        return word[:-1] + "em", word[:-1] + "e"
    if len(word) == 3 and word[-1] == "i" and VOWELS.isdisjoint(word[:-1]):
        return tuple(word[:-1] + ending for ending in ("ov", "ei", "am", "ami", "ah"))
    if len(word) < 5 or word[-2:] not in ("es", "ok", "ek", "er", "el", "en", "ol"):
        return ()
    return () if word[-3] in VOWELS else (word[:-2] + word[-1],)


def _without_a_letter(stem: str) -> list[str]:
    return [stem[:at] + stem[at + 1 :] for at in range(len(stem))]


def _key(text: str) -> int:
    """Not ``hash``, which is another one in every process."""
    return crc32(text.encode())


def _letters(stem: str) -> int:
    """A bit for every letter that occurs, for every one that occurs again, for every digit."""
    bits = 0
    for letter in stem:
        bit = 1 << (ord(letter) - 97 if "a" <= letter <= "z" else 52 + ord(letter) % 12)
        bits |= bit << 26 if bits & bit and letter >= "a" else bit
    return bits
