"""What is read of a written answer, so that it is found: words, wordings, years, sorts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from knowledge.answer import Entity
from knowledge.asking.meanings import Meanings, read_meanings, years
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, News, Text, Topic
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

_QUESTION, _AGAIN, _NAME, _ANSWER = 1.0, 0.95, 0.95, 0.8
_NUMBER = re.compile(r"\d")


class Writing(msgspec.Struct, frozen=True):
    """A topic or a news item as the index holds it."""

    entity: Entity
    field: dict[int, float]
    """Its words with their weights."""
    wordings: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """The words of each wording of its question, and apart from them its names."""
    linked: frozenset[str]
    years: frozenset[str]
    """The years its question names."""
    undated: bool
    """Whether some wording names no year."""
    sorts: frozenset[str]
    """What its question asks for."""
    told: frozenset[str]
    """What its answer tells besides."""


class Written(msgspec.Struct, frozen=True):
    """All of them, and the meanings by which they are found."""

    writings: list[Writing]
    meanings: Meanings
    same: list[tuple[int, ...]]
    """Words of one meaning, as of the lexicon."""


@dataclass(frozen=True, slots=True)
class Scribe:
    """Reads records: the wordings in these languages, without the last where that is left out."""

    base: FactBase
    lexicon: Lexicon
    light: frozenset[str]
    languages: Sequence[str] = LANGUAGES
    last: bool = True

    def read(self) -> Written:
        """Everything that is written in the base."""
        meanings = read_meanings()
        records: list[Topic | News] = [*self.base.topics.values(), *self.base.news.values()]
        writings = [self._read(record, meanings) for record in records]
        same = [self.lexicon.add_all(sorted(words)) for words in meanings.same.values()]
        return Written(writings, meanings, same)

    def _read(self, record: Topic | News, meanings: Meanings) -> Writing:
        field: dict[int, float] = {}
        if isinstance(record, Topic):
            again = record.asked if self.last else record.asked[:-1]
            asked, answer = (record.question, *again), record.answer
        else:
            asked, answer = (record.headline,), record.text
        names = _names(self.base, record)
        wordings, skeletons = [], []
        for number, text in enumerate(asked):
            for language in self.languages:
                weight = _AGAIN if number else _QUESTION
                skeletons.append(fold(text.get(language)))
                wordings.append(self._put(field, skeletons[-1], weight))
        for language in LANGUAGES:
            self._put(field, fold(answer.get(language)), _ANSWER)
        # A name that fits proves little: the question's own words must be asked.
        folded = list(map(fold, names))
        for name in folded:
            self._put(field, name, _NAME)
        named = {self.lexicon.add(word) for name in folded for word in name}
        return Writing(
            Entity("topic" if isinstance(record, Topic) else "news", record.id),
            field,
            tuple((self._own(words - named), tuple(sorted(words & named))) for words in wordings),
            frozenset((*record.films, *record.people, *record.organisations)),
            frozenset().union(*map(years, skeletons)),
            not all(map(years, skeletons)),
            frozenset().union(*map(meanings.sorts, skeletons)),
            _told(answer),
        )

    def _own(self, words: frozenset[int]) -> tuple[int, ...]:
        """The words that a question says besides names; a year alone says nothing."""
        dated = years(self.lexicon.words[word] for word in words)
        return tuple(sorted(words)) if len(dated) < len(words) else ()

    def _put(
        self, field: dict[int, float], skeletons: Sequence[str], weight: float
    ) -> frozenset[int]:
        words = frozenset(
            self.lexicon.add(word)
            for word in skeletons
            if word not in self.light and len(word) > 1
        )
        for word in words:
            field[word] = max(weight, field.get(word, 0.0))
        return words


def _told(answer: Text) -> frozenset[str]:
    """Sorts of question that any answer with a year or a number may satisfy."""
    text = answer.get("en")
    found = {"how", "whether", "what"}
    if years(fold(text)):
        found.add("when")
    if _NUMBER.search(text):
        found.add("many")
    return frozenset(found)


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
