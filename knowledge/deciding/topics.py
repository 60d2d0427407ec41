"""Written answers found by their meaning-bearing words: topics and news."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.answer import Entity
from knowledge.asking.meanings import read_meanings, years
from knowledge.deciding.found import Found, sort_fits, year_fits
from knowledge.deciding.writings import Scribe
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import Token

_CONSIDERED = 10
_SAME = 0.85
"""What another word of the same meaning counts."""
_SURE = 0.85
_SAID = 0.78
_NAMELESS = 0.6
"""What a wording counts that names something, where nothing of that is named."""
_SORT, _YEAR = 0.05, 0.1
"""What the sort of question and the year, where both name one, add to a score or take off it."""

_REMEMBERED = 1024
"""Typed words of which it is kept where they stand: about five kilobytes each."""

Numbers = NDArray[np.float64]
Postings = dict[int, float]
"""Numbers of records with the weight that a word has in each."""
Places = tuple[NDArray[np.int64], Numbers]
"""The same as two arrays."""


def _places(postings: Postings) -> Places:
    size = len(postings)
    numbers = np.fromiter(postings, dtype=np.int64, count=size)
    return numbers, np.fromiter(postings.values(), dtype=np.float64, count=size)


_NOWHERE = _places({})


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Words of one meaning, and where they stand."""

    words: frozenset[int]
    places: Places


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word: what it counts, the words it may be, how strongly each record holds it."""

    weight: float
    heard: Mapping[int, float]
    strength: Numbers


class TopicIndex:
    """Words of questions, answers and names, with where they stand; its lexicon is its own."""

    def __init__(
        self,
        base: FactBase,
        light: frozenset[str],
        directory: Path | None = None,
        asked_in: Sequence[str] = LANGUAGES,
        last: bool = True,
    ) -> None:
        self.light = light
        meanings = read_meanings()
        self._sorts = meanings.sorts
        # Questions repeat words.
        self._hear = lru_cache(maxsize=_REMEMBERED)(self._look_up)
        self._lexicon = Lexicon()
        self._writings = list(
            Scribe(base, self._lexicon, light, meanings, asked_in, last).writings()
        )
        self._linked = {writing.entity: writing.linked for writing in self._writings}
        same = [self._lexicon.add_all(sorted(words)) for words in meanings.same.values()]
        self._lexicon.freeze(directory, "topics")
        self._postings: dict[int, Postings] = defaultdict(dict)
        for number, writing in enumerate(self._writings):
            for word, weight in writing.field.items():
                self._postings[word][number] = weight
        self._places = {word: _places(found) for word, found in self._postings.items()}
        self._idf = {word: self._weight(found) for word, found in self._postings.items()}
        self._meanings: dict[int, list[_Meaning]] = defaultdict(list)
        for words in same:
            meaning = self._meaning(words)
            for word in {*words, *meaning.words}:
                self._meanings[word].append(meaning)
        self._wordings = [
            [
                (words, sum(self._idf[word] for word in words), names)
                for words, names in writing.wordings
            ]
            for writing in self._writings
        ]
        self._worded: list[dict[int, list[int]]] = []
        for writing in self._writings:
            stands: dict[int, list[int]] = defaultdict(list)
            for at, (own, called) in enumerate(writing.wordings):
                for word in own | called:
                    stands[word].append(at)
            self._worded.append(dict(stands))

    def _weight(self, postings: Postings) -> float:
        return max(0.1, 1.0 - math.log(len(postings) + 1) / math.log(len(self._writings) + 1))

    def _meaning(self, words: Iterable[int]) -> _Meaning:
        """The forms of these words that stand in the records."""
        forms = frozenset(
            hit.word
            for word in words
            for hit in self._lexicon.find(self._lexicon.words[word])
            if hit.similarity >= 0.95 and hit.word in self._postings
        )
        postings: Postings = {}
        for form in forms:
            for number, weight in self._postings[form].items():
                postings[number] = max(weight, postings.get(number, 0.0))
        return _Meaning(forms, _places(postings))

    def linked(self, entity: Entity) -> frozenset[str]:
        """Ids of what a written answer is about."""
        return self._linked[entity]

    def search(
        self, text: Sequence[Token], keep: int = 3, names: frozenset[int] = frozenset()
    ) -> list[Found]:
        """Records that cover the question's words, the best first; ``names`` are positions."""
        gained, words = np.zeros(len(self._writings)), np.zeros(len(self._writings))
        heard: dict[int, float] = {}
        named: dict[int, Numbers] = {}
        said_words: list[_Word] = []
        small: set[int] = set()
        asked = asked_words = 0.0
        for at, token in enumerate(text):
            if token.skeleton in self.light or len(token.skeleton) < 2:
                small.add(at)
                continue
            word = self._hear(token.skeleton)
            for form, similarity in word.heard.items():
                heard[form] = max(similarity, heard.get(form, 0.0))
            said_words.append(word)
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
        # Three inflected forms of one word of the text may hit one word: count each word once.
        sure = {word: self._idf[word] * s for word, s in heard.items() if s >= _SURE}
        skeletons = [token.skeleton for token in text]
        sorts, named_years = self._sorts(skeletons), years(skeletons)
        found = []
        for number in np.argsort(-gained, kind="stable")[:_CONSIDERED].tolist():
            if not gained[number]:
                break
            covered = float(gained[number]) / asked
            matched, alike = self._matched(number, sure, said_words, asked)
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
        hits = [hit for hit in self._lexicon.find(skeleton) if hit.similarity >= 0.8]
        weight = 0.9 if len(skeleton) > 3 else 0.5
        if hits:
            weight = self._idf.get(hits[0].word, weight)
        heard: dict[int, float] = {}
        strength = np.zeros(len(self._writings))
        for hit in hits:
            meanings = self._meanings.get(hit.word, ()) if hit.similarity >= 0.9 else ()
            heard_as = [
                (hit.similarity, frozenset((hit.word,)), self._places.get(hit.word, _NOWHERE)),
                *((hit.similarity * _SAME, each.words, each.places) for each in meanings),
            ]
            for similarity, forms, (numbers, fields) in heard_as:
                for form in forms:
                    if form in self._idf:
                        heard[form] = max(similarity, heard.get(form, 0.0))
                strength[numbers] = np.maximum(strength[numbers], similarity * fields)
        return _Word(weight, heard, strength)

    def _matched(
        self, number: int, sure: Mapping[int, float], said: Sequence[_Word], asked: float
    ) -> tuple[float, float]:
        """How much of the written question was asked, in the wording where it is most, and how
        alike question and wording are where they are most."""
        stands = self._worded[number]
        wordings = self._wordings[number]
        shared = [0.0] * len(wordings)
        for word in said:
            here: dict[int, float] = {}
            for form, similarity in word.heard.items():
                for at in stands.get(form, ()):
                    if similarity > here.get(at, 0.0):
                        here[at] = similarity
            for at, similarity in here.items():
                shared[at] += word.weight * similarity
        best = alike = 0.0
        known = sure.keys()
        for (words, whole, names), part in zip(wordings, shared, strict=True):
            # "What was TsOKS?" asks for nothing but the name.
            recall = sum(map(sure.__getitem__, words & known)) / whole if words else 0.5
            if names and names.isdisjoint(known):
                recall *= _NAMELESS
            if recall > best:
                best = recall
            both = 2 * recall * part / (recall * asked + part) if part else 0.0
            if both > alike:
                alike = both
        return best, alike
