"""The fact base in memory: records by id, who did what, what won where.

Immutable: a reload builds a new one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from knowledge.answer import Entity
from knowledge.factbase.places import places
from knowledge.factbase.plots import Plots
from knowledge.factbase.records import (
    Facts,
    Film,
    Honour,
    News,
    Organisation,
    Person,
    Prize,
    Term,
    Topic,
)
from knowledge.factbase.showings import Showing, by_film
from knowledge.spelling.spelling import fold

CREDITS = {
    "director": "directors",
    "writer": "writers",
    "producer": "producers",
    "composer": "composers",
    "cinematographer": "cinematographers",
    "actor": "cast",
    "author": "authors",
}


@dataclass(frozen=True, slots=True)
class Won:
    """An honour together with the film it went to."""

    film: Film
    honour: Honour


_WOMEN = ("ова", "ева", "ёва", "ина", "ская", "цкая")


def is_woman(person: Person) -> bool:
    """Whether a source says so, or the surname: in Russian its ending does.

    https://en.wikipedia.org/wiki/Eastern_Slavic_naming_customs#Surnames
    """
    return person.gender == "female" or person.name.ru.split()[-1].endswith(_WOMEN)


_MEN = ("ов", "ев", "ёв", "ин", "ский", "цкий")


def is_man(person: Person) -> bool:
    """The same of men; of many nothing tells it."""
    return person.gender == "male" or person.name.ru.split()[-1].endswith(_MEN)


class FactBase:
    """All facts, indexed for questions. Nothing changes after construction."""

    def __init__(self, facts: Facts) -> None:
        self.films: dict[str, Film] = {film.id: film for film in facts.films}
        self.every_film = tuple(Entity("film", id_) for id_ in self.films)
        self.plots = Plots(facts.films)
        self.people: dict[str, Person] = {person.id: person for person in facts.people}
        self.organisations: dict[str, Organisation] = {o.id: o for o in facts.organisations}
        self.topics: dict[str, Topic] = {topic.id: topic for topic in facts.topics}
        self.news: dict[str, News] = {item.id: item for item in facts.news}
        self.vocabulary: dict[str, dict[str, Term]] = {
            kind: {term.id: term for term in terms} for kind, terms in facts.vocabulary.items()
        }
        self._credits: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._honours: dict[str, list[Won]] = defaultdict(list)
        self.honours: list[Won] = []
        """Of all films, in their order."""
        self._received: dict[str, list[Won]] = defaultdict(list)
        self._mentioned: dict[Entity, int] = defaultdict(int)
        self._topics: dict[Entity, list[str]] = defaultdict(list)
        self._news: dict[Entity, list[str]] = defaultdict(list)
        self._fame: dict[Entity, float] = {}
        self.ranks: dict[str, dict[Entity, int]] = {}
        """Orders of films that were asked for: each film's place in them."""
        self.showings: Mapping[str, tuple[Showing, ...]] = {}
        """Films to what cinemas announce of them."""
        for film in facts.films:
            self._index_film(film)
        self._titled: dict[str, dict[str, None]] = defaultdict(dict)
        for film in facts.films:
            for title in _titles(film):
                self._titled[title][film.id] = None
        self._series = self._all_series()
        for topic in facts.topics:
            for entity in _linked(topic):
                self._topics[entity].append(topic.id)
                self._mentioned[entity] += 1
        for item in facts.news:
            for entity in _linked(item):
                self._news[entity].append(item.id)
                self._mentioned[entity] += 1
        self.newest = max((day for day in map(_known_day, facts.news) if day), default=date.min)

    def with_showings(self, showings: Iterable[Showing]) -> FactBase:
        """The same facts beside other showings; those of films unknown here are left out."""
        base = copy(self)
        base.showings = by_film(s for s in showings if s.film in self.films)
        return base

    @cached_property
    def spelled_places(self) -> dict[str, Term]:
        """Places that stand in one record alone, by their ids."""
        return dict(places(self.films.values()))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """How people are called, folded, in three languages."""
        names = (t for p in self.people.values() for t in (p.name.kk, p.name.ru, p.name.en))
        return frozenset(words[0] for words in map(fold, names) if len(words) > 1)

    def _all_series(self) -> dict[str, list[Film]]:
        """First film of a series to its parts in order."""
        found: dict[str, list[Film]] = defaultdict(list)
        for film in self.films.values():
            if film.part_of:
                found[film.part_of] = found[film.part_of] or [self.films[film.part_of]]
                found[film.part_of].append(film)
        for first, parts in found.items():
            parts.sort(key=lambda f: (f.part or (1 if f.id == first else 99), f.year or 9999))
        return dict(found)

    def _index_film(self, film: Film) -> None:
        for role, field in CREDITS.items():
            for credit in getattr(film, field):
                person = credit if isinstance(credit, str) else credit.person
                if film.id not in self._credits[person][role]:
                    self._credits[person][role].append(film.id)
        for honour in film.honours:
            won = Won(film, honour)
            self._honours[honour.event].append(won)
            self.honours.append(won)
            for person in honour.recipients:
                self._received[person].append(won)

    # Relations, each a plain look-up.

    def credited(self, person: str, *roles: str) -> list[Film]:
        """Films of a person in the given roles (all roles where none is given), oldest first."""
        own = self._credits.get(person, {})
        ids = {id_ for role in (roles or tuple(CREDITS)) for id_ in own.get(role, ())}
        return sorted((self.films[i] for i in ids), key=lambda film: (film.year or 9999, film.id))

    def roles_of(self, person: str) -> tuple[str, ...]:
        """Roles in which a person is credited, the most frequent first."""
        own = self._credits.get(person, {})
        return tuple(sorted(own, key=lambda role: -len(own[role])))

    def crew(self, film: Film, role: str) -> tuple[str, ...]:
        """Ids of the people who did this on the film."""
        if role == "actor":
            return tuple(part.person for part in film.cast)
        return tuple(getattr(film, CREDITS[role]))

    def made(self, person: str, film: Film) -> bool:
        """Whether the person did anything on the film."""
        return any(film.id in films for films in self._credits.get(person, {}).values())

    def honours_at(self, event: str) -> list[Won]:
        return self._honours.get(event, [])

    def received(self, person: str) -> list[Won]:
        """Honours of films that name this person as recipient."""
        return self._received.get(person, [])

    def prizes_at(self, event: str) -> list[tuple[Person, Prize]]:
        return [
            (p, prize) for p in self.people.values() for prize in p.prizes if prize.event == event
        ]

    def topics_of(self, entity: Entity) -> list[Topic]:
        return [self.topics[i] for i in self._topics.get(entity, ())]

    def news_of(self, entity: Entity) -> list[News]:
        return sorted((self.news[i] for i in self._news.get(entity, ())), key=lambda n: n.date)

    def series(self, film: Film) -> list[Film]:
        """The parts of the series of a film, in order; the film alone where it has none."""
        return self._series.get(film.part_of or film.id, [film])

    def called_like(self, film: Film) -> list[Film]:
        """Other films that share a title with this one."""
        ids = dict.fromkeys(i for title in _titles(film) for i in self._titled[title])
        return [self.films[i] for i in ids if i != film.id]

    def fame(self, entity: Entity) -> float:
        """How much the base knows of something: orders lists and decides between namesakes."""
        found = self._fame.get(entity)
        if found is None:
            found = self._fame[entity] = self._known(entity)
        return found

    def _known(self, entity: Entity) -> float:
        mentions = float(self._mentioned.get(entity, 0))
        if entity.kind == "film":
            film = self.films[entity.id]
            return (
                mentions
                + len(film.sources)
                + 2 * len(film.honours)
                + len(film.reception)
                + 2 * bool(film.synopsis)
                + 3 * bool(film.box_office)
                + len(film.premieres)
            )
        if entity.kind == "person":
            person = self.people[entity.id]
            films = self._credits.get(entity.id, {})
            return mentions + len(person.sources) + 2 * sum(map(len, films.values()))
        if entity.kind == "organisation":
            return mentions + 2 * len(self._honours.get(entity.id, ()))
        return mentions


def _titles(film: Film) -> set[str]:
    own = (film.title.kk, film.title.ru, film.title.en, *film.aka)
    return {title.casefold() for title in own}


def _linked(record: Topic | News) -> list[Entity]:
    return [
        *(Entity("film", i) for i in record.films),
        *(Entity("person", i) for i in record.people),
        *(Entity("organisation", i) for i in record.organisations),
    ]


def _known_day(item: News) -> date | None:
    return date.fromisoformat(item.date) if len(item.date) == 10 else None
