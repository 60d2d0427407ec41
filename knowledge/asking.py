"""How people ask: the patterns of ``language/*/asking.yaml`` as one weighted index over the lexicon.

A question whose names are masked is compared with every pattern of every kind in all languages at once,
as a weighted bag of words.  A word weighs by how few kinds use it; endings and typos are the lexicon's.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

import numpy as np
import yaml

from knowledge.lexicon import Hit, Lexicon
from knowledge.records import LANGUAGES
from knowledge.spelling import fold

_SLOT = re.compile(r"\{(\w+)\}")
SLOT_WEIGHT = 0.35
_SAME_SLOT = {"studio": "organisation", "event": "organisation", "year": "date", "type": "genre"}


@dataclass(frozen=True, slots=True)
class Pattern:
    kind: str
    language: str
    words: tuple[int, ...]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase around a slot: ``before`` the name, ``after`` it; ``relation`` is what it stands for."""

    relation: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    slot: str


@dataclass(frozen=True, slots=True)
class Match:
    """A kind of question and how well the masked text fits it."""

    kind: str
    language: str
    score: float
    recall: float
    explained: float


@dataclass(slots=True)
class Words:
    """Word lists of the three languages by purpose, as lexicon ids with their languages."""

    function: set[int] = field(default_factory=set)
    filler: set[int] = field(default_factory=set)
    cinema: set[int] = field(default_factory=set)
    question: set[int] = field(default_factory=set)
    other: set[int] = field(default_factory=set)
    only: set[int] = field(default_factory=set)
    either: set[int] = field(default_factory=set)
    negation: set[int] = field(default_factory=set)
    pronouns: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    as_role: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    result: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    languages: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))


def slot_name(name: str) -> str:
    """Slots that the engine does not tell apart share one name."""
    return _SAME_SLOT.get(name, name)


class Asking:
    """Patterns, phrases and word lists; ``classify`` once the lexicon is frozen."""

    def __init__(self, lexicon: Lexicon, documents: dict[str, dict[str, Any]]) -> None:
        self._lexicon = lexicon
        self.words = Words()
        self.patterns: list[Pattern] = []
        self.phrases: list[Phrase] = []
        self.dates = {language: documents[language].get("dates", {}) for language in documents}
        for language, document in documents.items():
            self._read_words(language, document.get("words", {}))
            for kind, texts in document["patterns"].items():
                for text in texts:
                    self._read_pattern(kind, language, text)
            for relation, texts in document.get("phrases", {}).items():
                self._read_phrases(relation, texts)
        self._index()

    def _ids(self, language: str, text: str) -> tuple[int, ...]:
        ids = self._lexicon.add_all(fold(text))
        for word in ids:
            self.words.languages[word].add(language)
        return ids

    def _read_words(self, language: str, lists: dict[str, Any]) -> None:
        for name, target in (
            ("function", self.words.function), ("filler", self.words.filler),
            ("cinema", self.words.cinema), ("question", self.words.question),
            ("other", self.words.other), ("only", self.words.only),
            ("or", self.words.either), ("negation", self.words.negation),
        ):  # fmt: skip
            for text in lists.get(name, ()):
                target.update(self._ids(language, str(text)))
        for name, groups in (
            ("pronouns", self.words.pronouns), ("as_role", self.words.as_role),
            ("result", self.words.result),
        ):  # fmt: skip
            for key, texts in lists.get(name, {}).items():
                for text in texts:
                    ids = self._ids(language, str(text))
                    groups[key].update(w for w in ids if len(ids) == 1 or w not in self.words.function)

    def _read_pattern(self, kind: str, language: str, text: str) -> None:
        slots = frozenset(slot_name(s) for s in _SLOT.findall(text))
        words = tuple(dict.fromkeys(self._ids(language, _SLOT.sub(" ", text))))
        self.patterns.append(Pattern(kind, language, words, slots))

    def _read_phrases(self, relation: str, texts: Any) -> None:
        if isinstance(texts, dict):  # part_of_series: {1: […], 2: […]}
            for number, wordings in texts.items():
                for text in wordings:
                    words = self._lexicon.add_all(fold(str(text)))
                    self.phrases.append(Phrase(f"part_{number}", words, (), "film"))
                    self.phrases.append(Phrase(f"part_{number}", (), words, "film"))
            return
        for text in texts:
            slots = _SLOT.findall(text)
            if not slots:
                continue
            slot = "film" if "film" in slots else slots[0]
            before, _, after = text.partition("{" + slot + "}")
            self.phrases.append(
                Phrase(
                    relation,
                    self._lexicon.add_all(fold(_SLOT.sub(" ", before))),
                    self._lexicon.add_all(fold(_SLOT.sub(" ", after))),
                    slot_name(slot),
                )
            )

    def _index(self) -> None:
        self.kinds = tuple(dict.fromkeys(p.kind for p in self.patterns))
        number = {kind: n for n, kind in enumerate(self.kinds)}
        kinds_of: dict[int, set[int]] = defaultdict(set)
        patterns_of: dict[int, list[int]] = defaultdict(list)
        for at, pattern in enumerate(self.patterns):
            for word in pattern.words:
                kinds_of[word].add(number[pattern.kind])
                patterns_of[word].append(at)
        self._kinds_of = {w: np.array(sorted(k), dtype=np.int32) for w, k in kinds_of.items()}
        self._patterns_of = {w: np.array(p, dtype=np.int32) for w, p in patterns_of.items()}
        # How typical a word is of a kind: one pattern of it proves less than ten.
        self._strength = {}
        for word, at in patterns_of.items():
            counts = [0] * len(self.kinds)
            for one in at:
                counts[number[self.patterns[one].kind]] += 1
            own = np.array([counts[k] for k in sorted(kinds_of[word])], dtype=np.float32)
            self._strength[word] = own / (own + 0.4)
        most = math.log(len(self.kinds) + 1)
        self._weights = {
            word: self._listed(word) * max(0.08, 1.0 - math.log(len(kinds)) / most)
            for word, kinds in kinds_of.items()
        }
        self._pattern_kind = np.array([number[p.kind] for p in self.patterns], dtype=np.int32)
        self._pattern_weight = np.array(
            [sum(self._weights[w] for w in p.words) for p in self.patterns], dtype=np.float32
        )

    def _listed(self, word: int) -> float:
        if word in self.words.filler:
            return 0.05
        if word in self.words.question:
            return 0.7
        if word in self.words.function:
            return 0.25
        return 0.35 if word in self.words.cinema else 1.0

    @property
    def ordinary(self) -> frozenset[int]:
        """Words with which people ask: a title made of them alone proves little."""
        return frozenset(self._weights) | frozenset(self.words.cinema)

    def weight(self, hits: Sequence[Hit]) -> float:
        """What a word of a question counts: little for chatter, much for what tells kinds apart."""
        if not hits:
            return 0.6
        known = [h for h in hits if h.word in self._weights]
        light = [h for h in hits if h.word in self.words.filler or h.word in self.words.function]
        content = max((h.similarity for h in known if h not in light), default=0.0)
        if light and light[0].similarity >= max(0.9, content):
            word = light[0].word
            return 0.03 if word in self.words.filler else self._weights.get(word, 0.05)
        if not known or known[0].similarity < 0.8:
            return 0.6
        return self._weights[known[0].word]

    def is_asking(self, hits: Sequence[Hit], at_least: float = 0.9) -> bool:
        """Whether a word is one with which people ask."""
        return any(h.word in self._weights and h.similarity >= at_least for h in hits)

    def classify(
        self, hits: Sequence[tuple[Hit, ...]], slots: frozenset[str], burden: float = 0.0
    ) -> list[Match]:
        """Kinds that fit the masked question, best first; ``burden`` is weight that nothing explains."""
        size, kinds = len(self.patterns), len(self.kinds)
        recall = np.zeros(size, dtype=np.float32)
        explained = np.zeros(kinds, dtype=np.float32)
        direct = np.zeros(size, dtype=np.float32)
        asked = burden
        for found in hits:
            weight = self.weight(found)
            asked += weight
            by_pattern = np.zeros(size, dtype=np.float32)
            by_kind = np.zeros(kinds, dtype=np.float32)
            light = weight <= 0.05

            for hit in found:
                own = self._weights.get(hit.word)
                if own is None:
                    continue
                at = self._patterns_of[hit.word]
                by_pattern[at] = np.maximum(by_pattern[at], own * hit.similarity)
                at = self._kinds_of[hit.word]
                strength = self._strength[hit.word] * np.float32(hit.similarity)
                by_kind[at] = np.maximum(by_kind[at], strength)
            recall += by_pattern
            if light:
                explained += weight
                direct += weight
            else:
                explained += weight * by_kind
                direct += np.minimum(by_pattern, weight)
        matched_slots, all_slots = self._slot_weights(slots)
        fit = np.minimum(1.0, (recall + matched_slots) / (self._pattern_weight + all_slots + 1e-6))
        share = explained / asked if asked > 0.1 else np.ones(kinds, dtype=np.float32)
        share_p = share[self._pattern_kind]
        if asked > 0.1:
            share_p = 0.5 * share_p + 0.5 * direct / asked
        score = np.where(fit + share_p > 0, 2 * fit * share_p / (fit + share_p + 1e-9), 0.0)
        best: dict[str, Match] = {}
        order = np.argsort(-score)[:60]
        for at in order:
            pattern = self.patterns[at]
            if pattern.kind not in best and score[at] > 0.2:
                best[pattern.kind] = Match(
                    pattern.kind, pattern.language, float(score[at]), float(fit[at]),
                    float(share_p[at]),
                )  # fmt: skip
        return list(best.values())

    def _slot_weights(self, slots: frozenset[str]) -> tuple[Any, Any]:
        key = slots
        cached = self._slot_cache.get(key) if hasattr(self, "_slot_cache") else None
        if cached is None:
            if not hasattr(self, "_slot_cache"):
                self._slot_cache: dict[frozenset[str], tuple[Any, Any]] = {}
            own = np.array([len(p.slots & slots) for p in self.patterns], dtype=np.float32)
            every = np.array([len(p.slots) for p in self.patterns], dtype=np.float32)
            cached = self._slot_cache[key] = (own * SLOT_WEIGHT, every * SLOT_WEIGHT)
        return cached


def read_documents() -> dict[str, dict[str, Any]]:
    """The asking.yaml of every language, as shipped."""
    found = {}
    for language in LANGUAGES:
        path = resources.files("knowledge") / "language" / language / "asking.yaml"
        found[language] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return found
