"""A kind of question over one masking: whom it is about, what it is exactly called, how surely."""

from __future__ import annotations

from functools import lru_cache, partial

import msgspec
from msgspec.structs import replace

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import BEHIND_CAMERA, CREDIT_OF, KINDS, Kind
from knowledge.asking.patterns import Match
from knowledge.factbase.base import FactBase
from knowledge.query import Query, denotes, run
from knowledge.reading.hints import hinted
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ROLE_OF_KIND
from knowledge.reading.relations import HONOURED
from knowledge.reading.subjects import Subject, Subjects
from knowledge.reading.whether import named_value, whether_there
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

_CRAFT = {
    "cinematographer_of": "person.shot",
    "composer_of": "person.scored",
    "writer_of": "person.wrote",
    "producer_of": "person.produced",
    "author_of": "person.adapted",
}
_CRAFTS = BEHIND_CAMERA | {"film.cast"}

_WRITTEN = ("person.wrote", "person.adapted")
_MADE = ("person.directed", "person.films", "person.acted")
"""Kinds that the credits of the person tell apart."""
_NAMED = 0.95
"""How well a film must be named for a question whether somebody made it."""
_NO_AUTHOR = 0.2
"""What it costs to take whoever wrote no book for a writer."""


class Settled(msgspec.Struct, frozen=True):
    """What a kind comes to over one masking."""

    kind: Kind
    subject: Subject
    confidence: float


class Settling:
    """Fits kinds to maskings."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        self.base = base
        self.asking = asking
        self.subjects = Subjects(base, lexicon, asking)
        self._denotes = lru_cache(maxsize=512)(partial(denotes, base))
        oscar = base.organisations.get("academy-awards")
        self._oscar = {
            word
            for name in (oscar.aka if oscar else ())
            for s in fold(name)
            if len(fold(name)) == 1 and (word := lexicon.id(s)) is not None
        }

    def settle(
        self, heard: Heard, masked: Masked, match: Match, conversation: Conversation
    ) -> Settled | None:
        """None where the kind does not fit."""
        if _asks_source(self.base, masked, match):
            match = replace(match, kind="film.based_on")
        elif _asks_maker(self.base, masked, match) or _asks_whether(
            self.asking, masked, heard, match
        ):
            match = replace(match, kind="person.did")
        kind = KINDS[match.kind]
        if kind.name != "film.oscar" and self._names_oscar(heard, masked):
            return None
        subject = self.subjects.find(kind, masked, heard, conversation)
        if subject is None or (masked.derived and not self._denotes(subject.query)):
            return None
        rest = [heard.hits[at] for at in masked.rest]
        subject = replace(subject, query=named_value(self.asking, kind, subject.query, rest))
        if kind.name.startswith("follow.") and masked.mentions:
            return None
        if kind.name == "person.adapted" and masked.of("film", "role") and not masked.derived:
            return None  # what the film named is based on is its own question
        if (
            kind.name in ("film.card", "person.did")
            and masked.derived
            and masked.derived[-1].relation in HONOURED
            and any(self.asking.says(c, heard.hits, 0.99) for c in ("films", "films_of_sort"))
        ):
            return None  # "the films that won": no single one
        if masked.derived and kind.name in _CRAFT.values() and not self._crafted(kind, subject):
            return None
        confidence = hinted(
            match.score - subject.cost, kind, masked, heard, self.asking, conversation
        )
        if confidence is None:
            return None
        if kind.name in ("film.festivals", "film.awards") and (
            asked := whether_there(self.base, self.asking, kind, subject.query, masked, heard)
        ):
            return Settled(KINDS["award.yesno"], replace(subject, query=asked), confidence)
        name = self._exactly(match, subject.query, masked, heard)
        if match.kind == "person.adapted" and name != match.kind:
            confidence -= _NO_AUTHOR
        return Settled(KINDS[name], subject, confidence)

    def _names_oscar(self, heard: Heard, masked: Masked) -> bool:
        """The Oscar left among the words: only one kind of question means it."""
        near = {h.word for at in masked.rest for h in heard.hits[at] if h.similarity > 0.93}
        return not near.isdisjoint(self._oscar)

    def _crafted(self, kind: Kind, subject: Subject) -> bool:
        """Whether one whom a relation leads to has ever done this: writers compose no scores."""
        people = [e.id for e in run(self.base, subject.query) if e.kind == "person"]
        return any(self.base.credited(id_, ROLE_OF_KIND[kind.name]) for id_ in people)

    def _two_made(self, name: str, query: Query, masked: Masked, heard: Heard) -> bool:
        """ "Films with X directed by Y": where nobody asks who, a craft says what Y did."""
        if name not in _CRAFTS or not masked.derived:
            return False
        if self.asking.says("who", heard.hits, 0.97):
            return False
        if masked.derived[-1].relation in HONOURED:  # "films that went to X, shot by Y"
            people = {i for m in masked.of("person") for i in m.ids}
            films = [self.base.films[e.id] for e in query.start if e.kind == "film"]
            return any(self.base.made(person, film) for person in people for film in films[:1])
        return masked.derived[-1].relation.startswith("films") and any(
            test.field == "maker" for test in query.filters
        )

    def _exactly(self, match: Match, query: Query, masked: Masked, heard: Heard) -> str:
        """What the question is called where its words do not tell like kinds apart."""
        name = match.kind
        if name == "list.films" and masked.range and masked.range.grain == "day":
            return "premiere.onthisday"  # a film has a year; what has a day is its premiere
        if name == "list.films" and masked.range and masked.range.fine and _only_dated(query):
            return "premiere.period"
        if self._two_made(name, query, masked, heard):
            return "list.films"
        if name in ("film.role", "film.cast") and any(f.field == "role" for f in query.filters):
            return "film.role"
        if name == "film.role" and match.language and not masked.of("role"):
            strange = any(not heard.words[at].of_films for at in masked.rest)
            return name if strange else "film.cast"  # "who plays?" names no part
        if name == "person.role" and match.language and not masked.of("film", "role"):
            # "What else was she in?" asks for films, and only "whom did she play?" for parts.
            alone = all(entity.kind == "person" for entity in query.start)
            if alone and not self.asking.says("whom", heard.hits, 0.97):
                name = "person.acted"
        if name == "person.together" and [e.kind for e in query.start] == ["person"]:
            name = "person.films"  # of one alone nobody asks with whom
        if name not in (*_WRITTEN, *_MADE) or not query.start:
            return name
        person = next((e.id for e in run(self.base, query) if e.kind == "person"), "")
        if name == "person.adapted" and not match.language:
            return name if self.base.credited(person, "author") else "person.who"
        if name in _WRITTEN:
            return self._as_writer(name, person)
        directed = bool(self.base.credited(person, "director"))
        if name == "person.acted":
            # Whose films are asked for has perhaps never been in one.
            return "person.films" if directed and not self.base.credited(person, "actor") else name
        craft = _CRAFT.get(masked.derived[-1].relation, "") if masked.derived else ""
        if name == "person.directed" and not directed and not craft and person:
            # Who never directed can only have shot it, or have been in it.
            craft = "person.films"
            if self.base.credited(person, "cinematographer"):
                craft = "person.shot"
        if craft and (name == "person.films" or not directed or craft == "person.shot"):
            return craft
        return name

    def _as_writer(self, name: str, person: str) -> str:
        """What somebody wrote is a screenplay, the book or music; who wrote but one is asked for
        that."""
        scripts, books, scores = (
            bool(self.base.credited(person, c)) for c in ("writer", "author", "composer")
        )
        if scores and not (scripts or books):
            return "person.scored"
        return name if scripts == books else "person.wrote" if scripts else "person.adapted"


def _only_dated(query: Query) -> bool:
    """Whether it tells of films nothing that premieres do not take."""
    told = {test.field for test in query.filters}
    return not query.start and told <= {"date", "genre", "type", "place", "country"}


def _asks_source(base: FactBase, masked: Masked, match: Match) -> bool:
    """ "«Шал» это же по Хемингуэю?": whether a film is named beside the author of its source."""
    implied = match.kind in ("film.card", "person.did") and not match.language
    if masked.derived or not (implied or match.kind == "person.adapted"):
        return False
    people = {i for m in masked.of("person") for i in m.ids}
    return any(
        not people.isdisjoint(base.films[i].authors) for m in masked.of("film") for i in m.ids
    )


def _asks_maker(base: FactBase, masked: Masked, match: Match) -> bool:
    """ "«Айка» снята Дворцевым?": whoever is named made the film, and of no book is known."""
    if match.kind != "film.based_on" or masked.derived:
        return False
    people, films = masked.of("person"), masked.of("film")
    if len(people) != 1 or len(films) != 1:
        return False
    named = [base.films[id_] for id_ in films[0].ids]
    if any(film.authors or film.based_on for film in named):
        return False
    return any(base.made(person, film) for person in people[0].ids for film in named)


def _asks_whether(asking: Asking, masked: Masked, heard: Heard, match: Match) -> bool:
    """ "«Айка» — работа Дворцевого?": whether somebody made the film that is named beside him."""
    if match.kind not in CREDIT_OF or masked.derived or len(masked.of("person")) != 1:
        return False
    films = masked.of("film")
    named = len(films) == 1 and films[0].quality > _NAMED
    rest = [heard.hits[at] for at in masked.rest]
    other = any(h.word in asking.words.other for found in rest for h in found[:2])
    return named and not other and asking.says("yesno", rest, 0.97)
