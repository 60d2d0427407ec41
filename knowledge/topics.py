"""Written answers found by their meaning-bearing words: topics and news."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from knowledge.answer import Entity
from knowledge.base import FactBase
from knowledge.lexicon import Lexicon
from knowledge.meanings import SHARP, read_meanings, years
from knowledge.records import LANGUAGES
from knowledge.spelling import Token
from knowledge.writings import Scribe, Writing

_CONSIDERED = 16
_SAME = 0.85
"""What another word of the same meaning counts."""
_SURE = 0.85
_SAID = 0.78
_ITSELF = 0.88
_NAMELESS = 0.6
"""What a wording counts that names something, where nothing of that is named."""
_UNDATED = -0.4
"""What asking without a year is to an answer for one year only."""
_SORT, _YEAR = 0.05, 0.1
"""What the sort of question and the year, where both name one, add to a score or take off it."""

Postings = dict[int, float]
"""Numbers of records with the weight that a word has in each."""


@dataclass(frozen=True, slots=True)
class Found:
    """A written answer and how well it covers the question, 0 to 1."""

    entity: Entity
    score: float
    covered: float
    matched: float
    covered_words: float = 0.0
    """The share covered of what is no name: a name alone proves little."""
    asked: float = 0.0
    """How much meaning the question carried: a few light words prove nothing."""
    asked_words: float = 0.0
    """How much of it is no name."""
    sort: float = 0.0
    """1 where it is asked for what the written question asks for, -1 for something else."""
    year: float = 0.0
    """1 where the years are those of the written question, -1 where they are others."""
    said: frozenset[int] = frozenset()
    """The places of the names that surely stand in it."""

    @property
    def asked_itself(self) -> bool:
        """The written question was asked, hardly more or less, and for the same sort of thing."""
        return (
            min(self.covered, self.covered_words, self.matched) >= _ITSELF
            and self.asked >= 1.0
            and self.asked_words >= 0.5
            and self.entity.kind == "topic"
            and self.sort >= 0
            and self.year >= 0
        )


@dataclass(frozen=True, slots=True)
class _Meaning:
    """Words of one meaning, and where they stand."""

    words: frozenset[int]
    postings: Postings


class TopicIndex:
    """Words of questions, answers and names, with where they stand; its lexicon is its own."""

    def __init__(
        self,
        base: FactBase,
        light: frozenset[str],
        directory: Path | None = None,
        asked_in: Sequence[str] = LANGUAGES,
        again: bool = True,
    ) -> None:
        self.light = light
        meanings = read_meanings()
        self._sorts = meanings.sorts
        self._lexicon = Lexicon()
        self._writings = list(
            Scribe(base, self._lexicon, light, meanings, asked_in, again).writings()
        )
        self._linked = {writing.entity: writing.linked for writing in self._writings}
        same = [self._lexicon.add_all(sorted(words)) for words in meanings.same.values()]
        self._lexicon.freeze(directory, "topics")
        self._postings: dict[int, Postings] = defaultdict(dict)
        for number, writing in enumerate(self._writings):
            for word, weight in writing.field.items():
                self._postings[word][number] = weight
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
        return _Meaning(forms, postings)

    def linked(self, entity: Entity) -> frozenset[str]:
        """Ids of what a written answer is about."""
        return self._linked[entity]

    def search(
        self, text: Sequence[Token], keep: int = 3, names: frozenset[int] = frozenset()
    ) -> list[Found]:
        """Records that cover the question's words, the best first; ``names`` are positions."""
        gained: dict[int, float] = defaultdict(float)
        words: dict[int, float] = defaultdict(float)
        heard: dict[int, float] = {}
        said: dict[int, set[int]] = defaultdict(set)
        asked = asked_words = 0.0
        for at, token in enumerate(text):
            if token.skeleton in self.light or len(token.skeleton) < 2:
                continue
            weight, best = self._hear(token.skeleton, heard)
            asked += weight
            for number, value in best.items():
                gained[number] += weight * value
            if at in names:
                for number, value in best.items():
                    if value >= _SAID:
                        said[number].add(at)
            else:
                asked_words += weight
                for number, value in best.items():
                    words[number] += weight * value
        if not asked:
            return []
        # Three inflected forms of one word of the text may hit one word: count each word once.
        sure = {word: self._idf[word] * s for word, s in heard.items() if s >= _SURE}
        skeletons = [token.skeleton for token in text]
        sorts, named_years = self._sorts(skeletons), years(skeletons)
        found = []
        for number in nlargest(_CONSIDERED, gained, key=gained.__getitem__):
            covered = gained[number] / asked
            matched = self._matched(number, sure)
            covered_words = words[number] / asked_words if asked_words > 0.2 else 0.0
            writing = self._writings[number]
            sort, year = _sort(sorts, writing), _year(named_years, writing)
            score = 0.7 * covered + 0.3 * matched + _SORT * sort + _YEAR * year
            found.append(
                Found(
                    writing.entity,
                    score,
                    covered,
                    matched,
                    covered_words,
                    asked,
                    asked_words,
                    sort,
                    year,
                    frozenset(said[number]),
                )
            )
        found.sort(key=lambda f: (-f.score, f.entity.id))
        return found[:keep]

    def _hear(self, skeleton: str, heard: dict[int, float]) -> tuple[float, Postings]:
        """What a typed word counts and where it stands; adds to the words ``heard``."""
        hits = [hit for hit in self._lexicon.find(skeleton) if hit.similarity >= 0.8]
        weight = 0.9 if len(skeleton) > 3 else 0.5
        if hits:
            weight = self._idf.get(hits[0].word, weight)
        best: Postings = {}
        for hit in hits:
            meanings = self._meanings.get(hit.word, ()) if hit.similarity >= 0.9 else ()
            heard_as = [
                (hit.similarity, frozenset((hit.word,)), self._postings.get(hit.word, {})),
                *((hit.similarity * _SAME, each.words, each.postings) for each in meanings),
            ]
            for similarity, forms, postings in heard_as:
                for form in forms:
                    if form in self._idf:
                        heard[form] = max(similarity, heard.get(form, 0.0))
                for number, field in postings.items():
                    value = similarity * field
                    if value > best.get(number, 0.0):
                        best[number] = value
        return weight, best

    def _matched(self, number: int, sure: Mapping[int, float]) -> float:
        """How much of the written question itself was asked, in the wording where it is most."""
        return max(
            # "What was TsOKS?" asks for nothing but the name.
            (sum(sure[word] for word in sure if word in words) / whole if words else 0.5)
            * (_NAMELESS if names and names.isdisjoint(sure) else 1.0)
            for words, whole, names in self._wordings[number]
        )


def _sort(sorts: frozenset[str], writing: Writing) -> float:
    if not sorts or not writing.sorts:
        return 0.0
    if (sorts & SHARP) - writing.sorts:
        return -1.0
    if sorts & writing.sorts:
        return 1.0
    return 0.0 if sorts & writing.told else -1.0


def _year(named: frozenset[str], writing: Writing) -> float:
    if not named or not writing.years:
        return 0.0 if writing.undated else _UNDATED
    if named == writing.years:
        return 1.0
    if named & writing.years or min(writing.years) < min(named) < max(writing.years):
        return 0.0
    return -1.0
