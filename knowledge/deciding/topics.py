"""Written answers found by their meaning-bearing words: topics and news."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from knowledge.answer import Entity
from knowledge.asking.meanings import years
from knowledge.deciding.alike import Wordings
from knowledge.deciding.found import Found, sort_fits, year_fits
from knowledge.deciding.writings import Scribe, Writing, Written
from knowledge.factbase.base import FactBase
from knowledge.factbase.compiled import NOT_KEPT, Shelf
from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import Token

_CONSIDERED = 6
_SAME = 0.85
"""What another word of the same meaning counts."""
_SURE = 0.85
_SLIP, _AS_NEAR = 0.92, 0.02
_SAID = 0.78
_SORT, _YEAR = 0.05, 0.1
"""What the sort of question and the year, where both name one, add to a score or take off it."""

_REMEMBERED = 1024
"""Typed words of which it is kept where they stand: about five kilobytes each."""

Numbers = NDArray[np.float64]
Places = tuple[NDArray[np.int64], Numbers]
"""Numbers of records, and the weight that a word has in each."""
_NOWHERE: Places = (np.zeros(0, dtype=np.int64), np.zeros(0))


class _Postings:
    """Where every word stands, in two arrays: as mappings they would take ten times as much."""

    def __init__(self, writings: Sequence[Writing]) -> None:
        held: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for number, writing in enumerate(writings):
            for word, weight in writing.field.items():
                held[word].append((number, weight))
        whole = [each for found in held.values() for each in found]
        self._numbers = np.array([number for number, _ in whole], dtype=np.int64)
        self._weights = np.array([weight for _, weight in whole], dtype=np.float64)
        ends = list(accumulate(map(len, held.values())))
        self._range = dict(zip(held, zip([0, *ends], ends, strict=False), strict=True))

    def __contains__(self, word: int) -> bool:
        return word in self._range

    def sizes(self) -> Iterator[tuple[int, int]]:
        """The words, each with how many records hold it."""
        return ((word, end - first) for word, (first, end) in self._range.items())

    def places(self, word: int) -> Places:
        """Where a word stands; nowhere, where none holds it."""
        first, end = self._range.get(word, (0, 0))
        return self._numbers[first:end], self._weights[first:end]


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word: what it counts, the words it may be, what those tell that it surely is, how
    strongly each record holds it.
    """

    weight: float
    heard: Mapping[int, float]
    sure: Mapping[int, float]
    strength: Numbers


class TopicIndex:
    """Words of questions, answers and names, with where they stand; its lexicon is its own."""

    def __init__(
        self,
        base: FactBase,
        light: frozenset[str],
        shelf: Shelf = NOT_KEPT,
        asked_in: Sequence[str] = LANGUAGES,
        last: bool = True,
    ) -> None:
        self.light = light
        # Questions repeat words.
        self._hear = lru_cache(maxsize=_REMEMBERED)(self._look_up)
        self._lexicon = Lexicon()
        scribe = Scribe(base, self._lexicon, light, asked_in, last)
        written = self._lexicon.learn(shelf, "writings", Written, scribe.read)
        self._writings = written.writings
        self.sorts = written.meanings.sorts
        """What a question, as skeletons, asks for: "why", "when"."""
        self._numbers = {writing.entity: at for at, writing in enumerate(self._writings)}
        self._linked = {writing.entity: writing.linked for writing in self._writings}
        self._lexicon.freeze(shelf, "topics")
        self._postings = _Postings(self._writings)
        # The postings hold their words from now on.
        self._writings = [replace(writing, field={}) for writing in self._writings]
        weights = [self._weight(held) for held in range(len(self._writings) + 1)]
        self._idf = {word: weights[size] for word, size in self._postings.sizes()}
        self._meanings: dict[int, list[frozenset[int]]] = defaultdict(list)
        forms = shelf.kept(
            "meanings", list[frozenset[int]], lambda: list(map(self._forms, written.same)),
            *self._lexicon.content(),
        )  # fmt: skip
        for words, own in zip(written.same, forms, strict=True):
            for word in {*words, *own}:
                self._meanings[word].append(own)
        # Of what is never asked nothing more is worked out.
        self._places = cache(self._postings.places)
        self._places_of_all = cache(self._merged)
        self._wordings = cache(lambda number: Wordings(self._writings[number], self._idf))

    def _weight(self, held: int) -> float:
        """What a word tells that so many records hold."""
        return max(0.1, 1.0 - math.log(held + 1) / math.log(len(self._writings) + 1))

    def _forms(self, words: Iterable[int]) -> frozenset[int]:
        """The forms of these words that stand in the records."""
        return frozenset(
            hit.word
            for word in words
            for hit in self._lexicon.find(self._lexicon.words[word])
            if hit.similarity >= 0.95 and hit.word in self._postings
        )

    def _merged(self, forms: frozenset[int]) -> Places:
        """Where any of these words stands, with the largest weight."""
        if not forms:
            return _NOWHERE
        found = [self._postings.places(form) for form in forms]
        numbers = np.unique(np.concatenate([own for own, _ in found]))
        weights = np.zeros(len(numbers))
        for own, weight in found:
            at = numbers.searchsorted(own)
            weights[at] = np.maximum(weights[at], weight)
        return numbers, weights

    def linked(self, entity: Entity) -> frozenset[str]:
        """Ids of what a written answer is about."""
        return self._linked[entity]

    def holds(self, entity: Entity, word: str) -> bool:
        """Whether a written answer has this word, or another of the same meaning."""
        return bool(self._hear(word).strength[self._numbers[entity]] >= _SAID)

    def search(
        self, text: Sequence[Token], keep: int = 3, names: frozenset[int] = frozenset()
    ) -> list[Found]:
        """Records that cover the question's words, the best first; ``names`` are positions."""
        gained, words = np.zeros(len(self._writings)), np.zeros(len(self._writings))
        # Three inflected forms of one word of the text may hit one word: count each word once.
        sure: dict[int, float] = {}
        named: dict[int, Numbers] = {}
        heard: list[tuple[float, Mapping[int, float]]] = []
        small: set[int] = set()
        asked = asked_words = 0.0
        for at, token in enumerate(text):
            if token.skeleton in self.light or len(token.skeleton) < 2:
                small.add(at)
                continue
            word = self._hear(token.skeleton)
            for form, worth in word.sure.items():
                if worth > sure.get(form, 0.0):
                    sure[form] = worth
            heard.append((word.weight, word.heard))
            own = word.weight * word.strength
            asked += word.weight
            gained += own
            if at in names:
                named[at] = word.strength
            else:
                asked_words += word.weight
                words += own
        if not asked:
            return []
        skeletons = [token.skeleton for token in text]
        sorts, named_years = self.sorts(skeletons), years(skeletons)
        found = []
        held = np.flatnonzero(gained)
        for number in held[np.argsort(-gained[held], kind="stable")][:_CONSIDERED].tolist():
            covered = float(gained[number]) / asked
            matched, alike = self._wordings(number).alike(sure, heard, asked)
            covered_words = float(words[number]) / asked_words if asked_words > 0.2 else 0.0
            writing = self._writings[number]
            sort, year = sort_fits(sorts, writing), year_fits(named_years, writing)
            score = 0.45 * covered + 0.2 * matched + 0.35 * alike + _SORT * sort + _YEAR * year
            said = names & small | {
                at for at, strength in named.items() if strength[number] >= _SAID
            }
            signs = (covered, matched, covered_words, asked, asked_words, sort, year)
            found.append(Found(writing.entity, score, *signs, said, alike))
        found.sort(key=lambda f: (-f.score, f.entity.id))
        return found[:keep]

    def _look_up(self, skeleton: str) -> _Word:
        """What a typed word counts and where it stands."""
        hits = _slipped([hit for hit in self._lexicon.find(skeleton) if hit.similarity >= 0.8])
        weight = 0.9 if len(skeleton) > 3 else 0.5
        if hits:
            weight = self._idf.get(hits[0].word, weight)
        heard: dict[int, float] = {}
        strength = np.zeros(len(self._writings))
        known: set[frozenset[int]] = set()
        for hit in hits:
            heard_as = [(hit.similarity, frozenset((hit.word,)), self._places(hit.word))]
            if hit.similarity >= 0.9:
                # The best come first: of a meaning, what comes later adds nothing.
                new = [forms for forms in self._meanings.get(hit.word, ()) if forms not in known]
                known.update(new)
                same = hit.similarity * _SAME
                heard_as += [(same, forms, self._places_of_all(forms)) for forms in new]
            for similarity, forms, (numbers, fields) in heard_as:
                for form in forms:
                    if similarity > heard.get(form, 0.0):
                        heard[form] = similarity
                strength[numbers] = np.maximum(strength[numbers], similarity * fields)
        sure = {
            word: self._idf[word] * similarity
            for word, similarity in heard.items()
            if similarity >= _SURE and word in self._idf
        }
        return _Word(weight, heard, sure, strength)


def _slipped(hits: list[Hit]) -> list[Hit]:
    """Of a word that is nothing but a slip, the nearest ones are nearly as good as said."""
    if not hits or hits[0].similarity >= _SLIP:
        return hits
    least = hits[0].similarity - _AS_NEAR
    return [Hit(h.word, _SLIP) if h.similarity >= least else h for h in hits]
