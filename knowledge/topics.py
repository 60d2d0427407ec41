"""Written answers found by their meaning-bearing words: topics and news."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answer import Entity
from knowledge.base import FactBase
from knowledge.lexicon import Lexicon
from knowledge.records import LANGUAGES, News, Text, Topic
from knowledge.spelling import Token, fold

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

    def __init__(self, base: FactBase, light: frozenset[str]) -> None:
        self._light = light
        self._lexicon = Lexicon()
        self._records: list[Entity] = []
        self._links: dict[Entity, frozenset[str]] = {}
        self._fields: list[dict[int, float]] = []
        self._questions: list[list[frozenset[int]]] = []
        for record in (*base.topics.values(), *base.news.values()):
            entity = Entity("topic" if isinstance(record, Topic) else "news", record.id)
            self._links[entity] = frozenset((*record.films, *record.people, *record.organisations))
        for topic in base.topics.values():
            self._add(Entity("topic", topic.id), topic.question, topic.answer, self._names(base, topic))
        for item in base.news.values():
            self._add(Entity("news", item.id), item.headline, item.text, self._names(base, item))
        self._lexicon.freeze()
        self._postings: dict[int, list[int]] = defaultdict(list)
        for number, field in enumerate(self._fields):
            for word in field:
                self._postings[word].append(number)
        self._total = math.log(len(self._records) + 1)

    @staticmethod
    def _names(base: FactBase, record: Topic | News) -> list[str]:
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

    def _add(self, entity: Entity, question: Text, answer: Text, names: list[str]) -> None:
        fields: dict[int, float] = {}
        questions = []

        def put(text: str, weight: float) -> frozenset[int]:
            words = frozenset(
                self._lexicon.add(word) for word in fold(text) if word not in self._light and len(word) > 1
            )
            for word in words:
                fields[word] = max(weight, fields.get(word, 0.0))
            return words

        for language in LANGUAGES:
            questions.append(put(question.get(language), _QUESTION))
            put(answer.get(language), _ANSWER)
        for name in names:
            put(name, _NAME)
        self._records.append(entity)
        self._fields.append(fields)
        named = {self._lexicon.id(word) for name in names for word in fold(name)}
        # A name that fits proves little: the question's own words must be asked.
        self._questions.append([frozenset(q - named) for q in questions])

    def _idf(self, word: int) -> float:
        return max(0.1, 1.0 - math.log(len(self._postings[word]) + 1) / self._total)

    def linked(self, entity: Entity) -> frozenset[str]:
        """Ids of what a written answer is about."""
        return self._links[entity]

    def search(
        self, text: Sequence[Token], keep: int = 3, names: frozenset[int] = frozenset()
    ) -> list[Found]:
        """Records that cover the question's words, the best first; ``names`` are positions of names."""
        words: dict[int, float] = defaultdict(float)
        asked_words = 0.0
        gained: dict[int, float] = defaultdict(float)
        hit_words: dict[int, dict[int, float]] = defaultdict(dict)
        asked = 0.0
        for at, token in enumerate(text):
            if token.skeleton in self._light or len(token.skeleton) < 2:
                continue
            hits = self._lexicon.find(token.skeleton)
            best: dict[int, float] = {}
            weight = 0.9 if len(token.skeleton) > 3 else 0.5
            if hits and hits[0].similarity >= 0.8:
                weight = max(self._idf(h.word) for h in hits[:1])
            for hit in hits:
                if hit.similarity < 0.8:
                    continue
                for number in self._postings[hit.word]:
                    value = hit.similarity * self._fields[number][hit.word]
                    if value > best.get(number, 0.0):
                        best[number] = value
                    seen = hit_words[number]
                    seen[hit.word] = max(hit.similarity, seen.get(hit.word, 0.0))
            asked += weight
            asked_words += weight * (at not in names)
            for number, value in best.items():
                gained[number] += weight * value
                words[number] += weight * value * (at not in names)
        if not asked:
            return []
        leading = sorted(gained, key=lambda n: -gained[n])[:12]
        found = []
        for number in leading:
            covered = gained[number] / asked
            matched = max(self._share(question, hit_words[number]) for question in self._questions[number])
            found.append(
                Found(self._records[number], 0.7 * covered + 0.3 * matched, covered, matched,
                      words[number] / asked_words if asked_words > 0.2 else 0.0, asked)
            )
        found.sort(key=lambda f: (-f.score, f.entity.id))
        return found[:keep]

    def _share(self, question: frozenset[int], hits: dict[int, float]) -> float:
        """How much of the written question itself was asked."""
        if not question:
            return 0.0
        total = sum(map(self._idf, question))
        # Three inflected forms of one word of the text may hit one word: count each word once.
        return sum(self._idf(w) * s for w, s in hits.items() if w in question and s >= 0.85) / total
