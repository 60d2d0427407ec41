"""Patterns of asking as one weighted index: which of a kind is nearest to a masked question.

A question whose names are masked is compared with the patterns as a weighted bag of words.  A
word weighs by how few kinds use it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from operator import itemgetter

import msgspec

SLOT_WEIGHT = 0.45
_COMBINED = 512
"""Sets of slots of which it is kept what they fill: questions name few different ones."""
_GAIN = itemgetter(0)

Gains = Sequence[tuple[int, float, float]]
"""Word, gain and similarity of what a word of the question may be in the patterns."""
Token = tuple[float, bool, Gains]
"""A word of the question: its weight, whether it is chatter, and what it may be."""


class Pattern(msgspec.Struct, frozen=True):
    kind: str
    language: str
    words: tuple[int, ...]
    slots: frozenset[str]


class Match(msgspec.Struct, frozen=True):
    """A kind of question and how well the masked text fits it."""

    kind: str
    language: str
    score: float
    recall: float
    explained: float
    cue: float = 0.0
    """The strongest single word for the kind."""
    chance: float = 0.0
    """What the classifier gives it."""


def _spread(shares: Collection[float]) -> float:
    """The entropy of a word over the kinds: one stray wording makes it tell hardly less."""
    total = sum(shares)
    return -sum([share / total * math.log(share / total) for share in shares])


class Patterns:
    """Patterns of every kind in all languages; ``telling`` is what a word says by itself."""

    def __init__(self, patterns: Sequence[Pattern], telling: Callable[[int], float]) -> None:
        self._patterns = patterns
        self.kinds = tuple(dict.fromkeys(p.kind for p in patterns))
        number = {kind: n for n, kind in enumerate(self.kinds)}
        kinds_of: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        sizes = Counter(pattern.kind for pattern in patterns)
        for pattern in patterns:
            for word in pattern.words:
                kinds_of[word][number[pattern.kind]] += 1.0 / sizes[pattern.kind]
        self._of_kind: list[list[int]] = [[] for _ in self.kinds]
        in_kind: list[dict[int, list[int]]] = [defaultdict(list) for _ in self.kinds]
        for at, pattern in enumerate(patterns):
            kind = number[pattern.kind]
            self._of_kind[kind].append(at)
            for word in pattern.words:
                in_kind[kind][word].append(at)
        # How typical of a kind a word is, and the patterns in which it stands.
        self._in_kind: list[dict[int, tuple[float, list[int]]]] = [
            {word: (len(found) / (len(found) + 0.4), found) for word, found in own.items()}
            for own in in_kind
        ]
        most = math.log(len(self.kinds) + 1)
        self.weights = {
            word: telling(word) * max(0.08, 1.0 - _spread(kinds.values()) / most)
            for word, kinds in kinds_of.items()
        }
        # Patterns share few sets of slots: what of them a question fills is worked out once.
        self._slots = list(dict.fromkeys(p.slots for p in patterns))
        place = {own: at for at, own in enumerate(self._slots)}
        self._slots_of = [place[p.slots] for p in patterns]
        self.filled = lru_cache(maxsize=_COMBINED)(self._fill)
        self._whole = [
            sum([self.weights[w] for w in p.words]) + SLOT_WEIGHT * len(p.slots) + 1e-6
            for p in patterns
        ]

    def _fill(self, slots: frozenset[str]) -> list[float]:
        """What a question with these slots fills of each set of slots."""
        return [SLOT_WEIGHT * len(own & slots) for own in self._slots]

    def nearest(
        self, kind: int, chance: float,
        tokens: Sequence[Token], asked: float, filled: Sequence[float],
    ) -> Match:  # fmt: skip
        """The pattern of a kind that fits best: how much of it was said, and what is left."""
        postings = self._in_kind[kind]
        recall: dict[int, float] = {}
        explained = light = cue = 0.0
        for weight, chatter, gains in tokens:
            if chatter:
                light += weight
                explained += weight
            own = []
            typical = 0.0
            for word, gain, similarity in gains:
                if word in postings:
                    strength, found = postings[word]
                    own.append((gain, found))
                    if strength * similarity > typical:
                        typical = strength * similarity
                    if weight and strength * gain > cue:
                        cue = strength * gain
            if len(own) == 1:
                gain, found = own[0]
                for pattern in found:
                    recall[pattern] = recall.get(pattern, 0.0) + gain
            elif own:
                best: dict[int, float] = {}
                for gain, found in sorted(own, key=_GAIN):  # the largest last: it stands
                    best.update(dict.fromkeys(found, gain))
                for pattern, gain in best.items():
                    recall[pattern] = recall.get(pattern, 0.0) + gain
            if not chatter:
                explained += weight * typical
        share = explained / asked if asked > 0.1 else 1.0
        half, least = 0.5 * share, 0.5 / asked if asked > 0.1 else 0.0
        most = half + 0.5 if least else share
        top = (0.0, 0.0, 0.0, -1)
        highest, needed, slots_of, whole = 0.0, 0.0, self._slots_of, self._whole
        for pattern, said in (recall or dict.fromkeys(self._of_kind[kind][:40], 0.0)).items():
            gained = said + filled[slots_of[pattern]]
            if gained < needed * whole[pattern]:
                continue  # not even covering the whole question would it be the nearest
            fit = gained / whole[pattern]
            if fit > 1.0:
                fit = 1.0
            covered = share
            if least:
                covered = (said + light) * least
                covered = half + (0.5 if covered > 0.5 else covered)
            value = 2 * fit * covered / (fit + covered + 1e-9)
            if value > highest:
                highest, top = value, (value, fit, covered, pattern)
                needed = (highest * most - 1e-9) / (2 * most - highest)
        value, fit, covered, nearest = top
        language = self._patterns[nearest].language if nearest >= 0 else ""
        score = (value + math.sqrt(chance)) / 2
        return Match(self.kinds[kind], language, score, fit, covered, cue, chance)
