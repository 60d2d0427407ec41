"""The words the bot knows, found again in any spelling: exact, with endings, with typos.

All words of names and patterns are held once.  A word is looked up in three widening rings: the
skeleton itself, the skeleton without endings, and skeletons at an edit distance that its length allows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from knowledge.spelling import stems

_TYPO_COST = 0.45
"""Edits divided by length times this come off the similarity of a word."""
_NAME_ENDINGS = frozenset(("", "a", "e", "i", "o", "u", "ia", "ie", "iu", "oi", "ei", "aia", "oe", "ii"))
_CACHE = 50_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the lexicon and how surely it was meant, 0 to 1."""

    word: int
    similarity: float


def allowed_edits(length: int) -> int:
    """Short words are the danger: up to three letters none, up to six one, longer two."""
    return 0 if length <= 3 else 1 if length <= 6 else 2


class Lexicon:
    """Immutable after ``freeze``; ``find`` is memoised, for chats repeat their words."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._ids: dict[str, int] = {}
        self._common: set[int] = set()
        self._stems: dict[str, list[tuple[int, float]]] = {}
        self._deletes: dict[str, list[str]] = {}
        self._by_length: dict[int, tuple[list[str], None]] = {}
        self._found: dict[str, tuple[Hit, ...]] = {}

    def add(self, skeleton: str, *, name: bool = False) -> int:
        """The number of a word; ``name``: it belongs to a name and loses only vowels at its end."""
        found = self._ids.get(skeleton)
        if found is None:
            found = self._ids[skeleton] = len(self.words)
            self.words.append(skeleton)
        if not name:
            self._common.add(found)
        return found

    def add_all(self, skeletons: Iterable[str], *, name: bool = False) -> tuple[int, ...]:
        return tuple(self.add(s, name=name) for s in skeletons)

    def id(self, skeleton: str) -> int | None:
        return self._ids.get(skeleton)

    def freeze(self) -> None:
        """Index what was added."""
        by_stem: dict[str, dict[int, float]] = defaultdict(dict)
        for number, word in enumerate(self.words):
            for stem, cost in stems(word):
                if number not in self._common and word[len(stem) :] not in _NAME_ENDINGS:
                    continue  # Погодин is not погода + a Kazakh ending
                if len(stem) >= 4 or stem == word or (len(word) == 4 and word[-1] in "aeiou"):
                    known = by_stem[stem]
                    known[number] = min(cost, known.get(number, 1.0))
        self._stems = {stem: sorted(found.items()) for stem, found in by_stem.items()}
        deletes: dict[str, list[str]] = defaultdict(list)
        lengths: dict[int, list[str]] = defaultdict(list)
        for stem in self._stems:
            if len(stem) >= 4 and not stem.isdigit():
                lengths[len(stem)].append(stem)
                for at in range(len(stem)):
                    deletes[stem[:at] + stem[at + 1 :]].append(stem)
        self._deletes = dict(deletes)
        self._by_length = {n: (found, None) for n, found in lengths.items()}

    def find(self, skeleton: str) -> tuple[Hit, ...]:
        """Words that this skeleton may stand for, best first, at most 12."""
        found = self._found.get(skeleton)
        if found is None:
            if len(self._found) >= _CACHE:
                self._found.clear()
            found = self._found[skeleton] = self._search(skeleton)
        return found

    def _search(self, skeleton: str) -> tuple[Hit, ...]:
        best: dict[int, float] = {}
        for stem, cost in stems(skeleton):
            for number, other in self._stems.get(stem, ()):
                similarity = 1.0 - cost - other
                # Two words that share a stem only after both lost letters are kin, not the same.
                if cost and other:
                    similarity -= 0.02
                if similarity > best.get(number, 0.0):
                    best[number] = similarity
        exact = max(best.values(), default=0.0)
        if exact < 0.97 and len(skeleton) >= 4 and not skeleton.isdigit():
            self._search_typos(skeleton, best, generous=exact < 0.9)
        ranked = sorted(best.items(), key=lambda item: -item[1])[:12]
        return tuple(Hit(number, round(similarity, 4)) for number, similarity in ranked)

    def _search_typos(self, skeleton: str, best: dict[int, float], *, generous: bool) -> None:
        near: dict[str, int] = {}
        for form, _ in stems(skeleton)[:6]:
            if len(form) < 4:
                continue
            candidates = set(self._deletes.get(form, ()))
            for at in range(len(form)):
                shorter = form[:at] + form[at + 1 :]
                candidates.update(self._deletes.get(shorter, ()))
                if shorter in self._stems and len(shorter) >= 4:
                    candidates.add(shorter)
            if form in self._stems:
                candidates.add(form)
            self._judge(form, candidates, len(form) != len(skeleton), near, best)
        if generous and not near and len(skeleton) >= 7:
            self._search_far(skeleton, near, best)

    def _judge(
        self, form: str, candidates: set[str], stripped: bool, near: dict[str, int], best: dict[int, float]
    ) -> None:  # fmt: skip
        for stem in candidates:
            length = max(len(form), len(stem))
            edits = OSA.distance(form, stem, score_cutoff=2)
            if edits > allowed_edits(min(len(form), len(stem)) if edits else 9):
                continue
            near[stem] = edits
            base = 1.0 - _TYPO_COST * edits * 2 / (length + 2) - (0.06 if stripped and edits else 0.02 if stripped else 0.0)
            if form[0] != stem[0]:
                base -= 0.03
            for number, other in self._stems[stem]:
                if base - other > best.get(number, 0.0):
                    best[number] = base - other

    def _search_far(self, skeleton: str, near: dict[str, int], best: dict[int, float]) -> None:
        pool: list[str] = []
        for length in range(len(skeleton) - 3, len(skeleton) + 3):
            pool += self._by_length.get(length, ([], None))[0]
        if not pool:
            return
        distances = cdist([skeleton], pool, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)[0]
        candidates = {pool[i] for i in np.flatnonzero(distances <= 2)}
        self._judge(skeleton, candidates, False, near, best)
