"""Written answers found by their meaning-bearing words: topics and news."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from knowledge.answer import Entity
from knowledge.base import FactBase
from knowledge.lexicon import Lexicon
from knowledge.records import LANGUAGES, News, Topic
from knowledge.spelling import Token, fold

_CONSIDERED = 12
_QUESTION, _NAME, _ANSWER = 1.0, 0.95, 0.8


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


class TopicIndex:
    """Words of questions, answers and names, with where they stand; its lexicon is its own."""

    def __init__(
        self,
        base: FactBase,
        light: frozenset[str],
        directory: Path | None = None,
        asked_in: Sequence[str] = LANGUAGES,
    ) -> None:
        self.light = light
        self._asked_in = asked_in
        self._lexicon = Lexicon()
        self._records: list[Entity] = []
        self._links: dict[Entity, frozenset[str]] = {}
        fields: list[dict[int, float]] = []
        questions: list[list[frozenset[int]]] = []
        records: list[Topic | News] = [*base.topics.values(), *base.news.values()]
        for record in records:
            topic = isinstance(record, Topic)
            entity = Entity("topic" if topic else "news", record.id)
            self._records.append(entity)
            self._links[entity] = frozenset((*record.films, *record.people, *record.organisations))
            field, asked = self._read(record, _names(base, record))
            fields.append(field)
            questions.append(asked)
        self._lexicon.freeze(directory, "topics")
        postings: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for number, field in enumerate(fields):
            for word, weight in field.items():
                postings[word].append((number, weight))
        total = math.log(len(self._records) + 1)
        self._postings = {word: tuple(found) for word, found in postings.items()}
        self._idf = {
            word: max(0.1, 1.0 - math.log(len(found) + 1) / total)
            for word, found in postings.items()
        }
        self._questions = [
            [(question, sum(self._idf[word] for word in question)) for question in own]
            for own in questions
        ]

    def _read(
        self, record: Topic | News, names: list[str]
    ) -> tuple[dict[int, float], list[frozenset[int]]]:
        """The words of a record with their weights, and those of its question in each language."""
        field: dict[int, float] = {}
        if isinstance(record, Topic):
            question, answer = record.question, record.answer
        else:
            question, answer = record.headline, record.text

        def put(text: str, weight: float) -> frozenset[int]:
            words = frozenset(
                self._lexicon.add(word)
                for word in fold(text)
                if word not in self.light and len(word) > 1
            )
            for word in words:
                field[word] = max(weight, field.get(word, 0.0))
            return words

        asked = []
        for language in LANGUAGES:
            if language in self._asked_in:
                asked.append(put(question.get(language), _QUESTION))
            put(answer.get(language), _ANSWER)
        for name in names:
            put(name, _NAME)
        # A name that fits proves little: the question's own words must be asked.
        named = {self._lexicon.id(word) for name in names for word in fold(name)}
        return field, [words - named for words in asked]

    def linked(self, entity: Entity) -> frozenset[str]:
        """Ids of what a written answer is about."""
        return self._links[entity]

    def search(
        self, text: Sequence[Token], keep: int = 3, names: frozenset[int] = frozenset()
    ) -> list[Found]:
        """Records that cover the question's words, the best first; ``names`` are positions."""
        gained: dict[int, float] = defaultdict(float)
        words: dict[int, float] = defaultdict(float)
        heard: dict[int, float] = {}
        asked = asked_words = 0.0
        for at, token in enumerate(text):
            if token.skeleton in self.light or len(token.skeleton) < 2:
                continue
            hits = [h for h in self._lexicon.find(token.skeleton) if h.similarity >= 0.8]
            weight = 0.9 if len(token.skeleton) > 3 else 0.5
            if hits:
                weight = self._idf[hits[0].word]
            best: dict[int, float] = {}
            for hit in hits:
                heard[hit.word] = max(hit.similarity, heard.get(hit.word, 0.0))
                for number, field in self._postings[hit.word]:
                    value = hit.similarity * field
                    if value > best.get(number, 0.0):
                        best[number] = value
            asked += weight
            for number, value in best.items():
                gained[number] += weight * value
            if at not in names:
                asked_words += weight
                for number, value in best.items():
                    words[number] += weight * value
        if not asked:
            return []
        # Three inflected forms of one word of the text may hit one word: count each word once.
        sure = {word: self._idf[word] * s for word, s in heard.items() if s >= 0.85}
        found = []
        for number in nlargest(_CONSIDERED, gained, key=gained.__getitem__):
            covered = gained[number] / asked
            matched = self._matched(number, sure)
            covered_words = words[number] / asked_words if asked_words > 0.2 else 0.0
            score = 0.7 * covered + 0.3 * matched
            found.append(
                Found(self._records[number], score, covered, matched, covered_words, asked)
            )
        found.sort(key=lambda f: (-f.score, f.entity.id))
        return found[:keep]

    def _matched(self, number: int, sure: Mapping[int, float]) -> float:
        """How much of the written question itself was asked, in the language where it is most."""
        return max(
            # "What was TsOKS?" asks for nothing but the name.
            sum(sure[word] for word in sure if word in question) / whole if question else 0.5
            for question, whole in self._questions[number]
        )


def _names(base: FactBase, record: Topic | News) -> list[str]:
    """How everything is called that a record is linked to."""
    names: list[str] = []
    for id_ in record.films:
        film = base.films[id_]
        names += [film.title.get(code) for code in LANGUAGES] + list(film.aka)
    for id_ in record.people:
        names += [base.people[id_].name.get(code) for code in LANGUAGES]
    for id_ in record.organisations:
        own = base.organisations[id_]
        names += [own.name.get(code) for code in LANGUAGES] + list(own.aka)
    return names
