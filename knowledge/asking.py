"""How people ask: the patterns of ``language/*/asking.yaml`` as one weighted index.

A question whose names are masked is compared with every pattern of every kind in all languages
at once, as a weighted bag of words.  A word weighs by how few kinds use it; endings and typos are
the lexicon's.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from operator import itemgetter
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from knowledge import compiled
from knowledge.classifier import Classifier
from knowledge.lexicon import Hit, Lexicon
from knowledge.phrases import SLOT, Phrases, slot_name
from knowledge.records import LANGUAGES, Term
from knowledge.spelling import KAZAKH_LETTERS, fold

SLOT_WEIGHT = 0.45
_CONSIDERED = 8
_GAIN = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Pattern:
    kind: str
    language: str
    words: tuple[int, ...]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
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
    cues: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Words that steer: year, female, yesno, who, why, among, entered, sequel, part."""
    ordinals: dict[int, int] = field(default_factory=dict)
    languages: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


class Asking:
    """Patterns, phrases and word lists; ``classify`` once the lexicon is frozen."""

    def __init__(self, lexicon: Lexicon, documents: dict[str, dict[str, Any]]) -> None:
        self._lexicon = lexicon
        self.words = Words()
        self.generic: set[str] = set()
        """Skeletons that many organisations share: "film", "festival"."""
        self.patterns: list[Pattern] = []
        self.phrases = Phrases()
        self.dates = {language: documents[language].get("dates", {}) for language in documents}
        for language, document in documents.items():
            self._read_words(language, document.get("words", {}))
            self._read_cues(language, document.get("cues", {}))
            for kind, texts in document["patterns"].items():
                for text in texts:
                    self._read_pattern(kind, language, text)
            self.phrases.read(document.get("phrases", {}), self._plain_ids)
        self.words.function -= self.words.question
        self._index()

    def _ids(self, language: str, text: str) -> tuple[int, ...]:
        ids = self._lexicon.add_all(fold(text))
        for word in ids:
            self.words.languages[word][language] += 1
        return ids

    def _plain_ids(self, text: str) -> tuple[int, ...]:
        return self._lexicon.add_all(fold(text))

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
                    groups[key].update(
                        w for w in ids if len(ids) == 1 or w not in self.words.function
                    )

    def _read_cues(self, language: str, cues: dict[str, Any]) -> None:
        for name, found in cues.items():
            if name == "generic":
                self.generic.update(s for text in found for s in fold(text))
                continue
            if name == "ordinals":
                for number, texts in found.items():
                    for text in texts:
                        for word in self._lexicon.add_all(fold(text)):
                            self.words.ordinals[word] = int(number)
                continue
            for text in found:
                self.words.cues[name].update(self._lexicon.add_all(fold(text)))

    def says(self, cue: str, hits: Iterable[Sequence[Hit]], at_least: float = 0.95) -> bool:
        """Whether a word of this cue stands among the hits."""
        words = self.words.cues[cue]
        for found in hits:
            for hit in found:
                if hit.similarity < at_least:
                    break  # the best come first
                if hit.word in words:
                    return True
        return False

    def _read_pattern(self, kind: str, language: str, text: str) -> None:
        slots = frozenset(slot_name(s) for s in SLOT.findall(text))
        words = tuple(dict.fromkeys(self._ids(language, SLOT.sub(" ", text))))
        self.patterns.append(Pattern(kind, language, words, slots))

    def _index(self) -> None:
        self.kinds = tuple(dict.fromkeys(p.kind for p in self.patterns))
        number = {kind: n for n, kind in enumerate(self.kinds)}
        kinds_of: dict[int, set[int]] = defaultdict(set)
        for pattern in self.patterns:
            for word in pattern.words:
                kinds_of[word].add(number[pattern.kind])
        self._of_kind: list[list[int]] = [[] for _ in self.kinds]
        self._in_kind: list[dict[int, list[int]]] = [defaultdict(list) for _ in self.kinds]
        for at, pattern in enumerate(self.patterns):
            kind = number[pattern.kind]
            self._of_kind[kind].append(at)
            for word in pattern.words:
                self._in_kind[kind][word].append(at)
        most = math.log(len(self.kinds) + 1)
        self._weights = {
            word: self._listed(word) * max(0.08, 1.0 - math.log(len(kinds)) / most)
            for word, kinds in kinds_of.items()
        }
        # Patterns share few sets of slots: what of them a question fills is worked out once.
        self._slots = list(dict.fromkeys(p.slots for p in self.patterns))
        place = {own: at for at, own in enumerate(self._slots)}
        self._slots_of = [place[p.slots] for p in self.patterns]
        self._whole = [
            sum(self._weights[w] for w in p.words) + SLOT_WEIGHT * len(p.slots) + 1e-6
            for p in self.patterns
        ]

    def fit(self, path: Path | None = None) -> None:
        """Take the fitted weights of the kinds; after the lexicon is frozen."""
        self._classifier = Classifier(self._lexicon, self.kinds, path)

    def date_words(self) -> frozenset[int]:
        """Single words that name a day or a time: no festival is meant by "завтра"."""
        found = set()
        for dates in self.dates.values():
            for texts in dates.get("relative", {}).values():
                for text in texts:
                    words = fold(str(text))
                    if len(words) == 1:
                        found.add(self._lexicon.add(words[0]))
        return frozenset(found)

    def single_words(self, term: Term | None) -> list[int]:
        """A vocabulary entry's wordings of one word, as lexicon ids."""
        texts = [*(term.get(code) for code in LANGUAGES), *term.also] if term else []
        words = [self._lexicon.id(own[0]) for text in texts if len(own := fold(text)) == 1]
        return [word for word in words if word is not None]

    def learn_terms(self, vocabularies: Iterable[Mapping[str, Term]]) -> None:
        """Words of genres, places and awards also show the language they are of."""
        for terms in vocabularies:
            for term in terms.values():
                for language in LANGUAGES:
                    self._show(term.get(language), language)
                for text in term.also:
                    cyrillic = any("Ѐ" <= c <= "ӿ" for c in text)
                    kazakh = any(c in KAZAKH_LETTERS for c in text)
                    self._show(text, "kk" if kazakh else "ru" if cyrillic else "en")

    def _show(self, text: str, language: str) -> None:
        for skeleton in fold(text):
            word = self._lexicon.id(skeleton)
            if word is not None:
                self.words.languages[word][language] += 1

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
        """What a word of a question counts: little for chatter, much where it tells kinds."""
        weights, filler, function = self._weights, self.words.filler, self.words.function
        light: Hit | None = None
        first: Hit | None = None
        content = 0.0
        for hit in hits:
            plain = hit.word in filler or hit.word in function
            if plain and light is None:
                light = hit
            if hit.word in weights:
                first = first or hit
                if not plain and hit.similarity > content:
                    content = hit.similarity
        if light is not None and light.similarity >= max(0.9, content):
            return 0.03 if light.word in filler else weights.get(light.word, 0.05)
        if first is None or first.similarity < 0.8:
            return 0.6
        return weights[first.word]

    def is_asking(self, hits: Sequence[Hit], at_least: float = 0.9) -> bool:
        """Whether a word is one with which people ask."""
        for hit in hits:
            if hit.similarity < at_least:
                return False  # the best come first
            if hit.word in self._weights:
                return True
        return False

    def classify(
        self, hits: Sequence[tuple[Hit, ...]], slots: frozenset[str], shares: Sequence[float] = (),
        carried: frozenset[str] = frozenset(),
    ) -> list[Match]:  # fmt: skip
        """Kinds that fit the masked question, best first; ``shares`` make words count less.

        ``carried`` are slots that only the conversation fills: they complete a pattern, but prove
        nothing.
        """
        parts = shares or [1.0] * len(hits)
        chances = self._classifier.chances(hits, slots, parts)
        slots = slots | carried
        tokens, asked = [], 0.0
        for found, part in zip(hits, parts, strict=True):
            weight = self.weight(found) * part
            asked += weight
            gains = [(h.word, own * h.similarity, h.similarity) for h in found
                     if (own := self._weights.get(h.word)) is not None]  # fmt: skip
            tokens.append((weight, weight <= 0.05 * part, gains))
        filled = [SLOT_WEIGHT * len(own & slots) for own in self._slots]
        found_kinds: list[Match] = []
        for number in np.argsort(-chances)[:_CONSIDERED]:
            chance = float(chances[number])
            if chance < 0.002 and found_kinds:
                break
            match = self._nearest(int(number), chance, tokens, asked, filled)
            if match.score > 0.2:
                found_kinds.append(match)
        found_kinds.sort(key=lambda m: -m.score)
        return found_kinds

    def _nearest(
        self, kind: int, chance: float,
        tokens: Sequence[tuple[float, bool, Sequence[tuple[int, float, float]]]],
        asked: float, filled: Sequence[float],
    ) -> Match:  # fmt: skip
        """The pattern of a kind that fits best: how much of it was said, and what is left."""
        postings = self._in_kind[kind]
        recall: dict[int, float] = {}
        explained = light = cue = 0.0
        for weight, chatter, gains in tokens:
            if chatter:
                light += weight
                explained += weight
            own = [(gain, similarity, found) for word, gain, similarity in gains
                   if (found := postings.get(word)) is not None]  # fmt: skip
            typical = 0.0
            for gain, similarity, found in own:
                strength = len(found) / (len(found) + 0.4)
                typical = max(typical, strength * similarity)
                if weight:
                    cue = max(cue, strength * gain)
            if len(own) == 1:
                gain, _, found = own[0]
                for pattern in found:
                    recall[pattern] = recall.get(pattern, 0.0) + gain
            elif own:
                best: dict[int, float] = {}
                for gain, _, found in sorted(own, key=_GAIN):  # the largest last: it stands
                    best.update(dict.fromkeys(found, gain))
                for pattern, gain in best.items():
                    recall[pattern] = recall.get(pattern, 0.0) + gain
            if not chatter:
                explained += weight * typical
        share = explained / asked if asked > 0.1 else 1.0
        half, least = 0.5 * share, 0.5 / asked if asked > 0.1 else 0.0
        top = (0.0, 0.0, 0.0, -1)
        for pattern in recall or self._of_kind[kind][:40]:
            said = recall.get(pattern, 0.0)
            fit = (said + filled[self._slots_of[pattern]]) / self._whole[pattern]
            if fit > 1.0:
                fit = 1.0
            covered = share
            if least:
                covered = half + min(0.5, (said + light) * least)
            value = 2 * fit * covered / (fit + covered + 1e-9)
            if value > top[0]:
                top = (value, fit, covered, pattern)
        value, fit, covered, nearest = top
        language = self.patterns[nearest].language if nearest >= 0 else ""
        score = (value + math.sqrt(chance)) / 2
        return Match(self.kinds[kind], language, score, fit, covered, cue, chance)


def read_documents() -> dict[str, dict[str, Any]]:
    """The asking.yaml of every language, as shipped, with its cues.yaml."""
    directory = Path(str(resources.files("knowledge"))) / "language"
    files = {
        (language, name): (directory / language / f"{name}.yaml").read_bytes()
        for language in LANGUAGES
        for name in ("asking", "cues")
    }

    def parse() -> dict[str, dict[str, Any]]:
        # The basic loader makes nothing but strings, lists and mappings.
        read = {
            key: yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
            for key, text in files.items()
        }
        return {code: {**read[code, "asking"], "cues": read[code, "cues"]} for code in LANGUAGES}

    key = compiled.digest(*files.values())
    return compiled.kept(directory, ".compiled.asking", key, dict[str, dict[str, Any]], parse)
