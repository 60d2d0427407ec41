"""The small algebra in which every question is an expression: start, steps, filters, order, count.

"What else did the director of Racketeer make" is ``start=(racketeer,) steps=(directors, directed)
without=(racketeer,)``; "Kazakh comedies of 2018" is all films filtered by genre and year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.factbase.base import CREDITS, FactBase, is_woman
from knowledge.factbase.dates import Range
from knowledge.factbase.records import Film
from knowledge.spelling.spelling import fold


class Filter(msgspec.Struct, frozen=True):
    """A test that a film passes or not; ``passes`` knows the fields."""

    field: str
    value: str
    range: Range | None = None


class Query(msgspec.Struct, frozen=True):
    """``start`` empty means all films; ``order`` is one of ``ORDERS``, with ``-`` reversed."""

    start: tuple[Entity, ...] = ()
    steps: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    without: tuple[Entity, ...] = ()
    order: str = "-fame"

    def step(self, *names: str) -> Query:
        return replace(self, steps=(*self.steps, *names))

    def where(self, *filters: Filter) -> Query:
        if not filters:
            return self
        return Query(self.start, self.steps, (*self.filters, *filters), self.without, self.order)

    def but(self, *entities: Entity) -> Query:
        return replace(self, without=(*self.without, *entities))


def has(query: Query, field: str) -> bool:
    """Whether a filter of this field is set."""
    return any(test.field == field for test in query.filters)


_PEOPLE_OF = {
    "directors": "director",
    "writers": "writer",
    "producers": "producer",
    "composers": "composer",
    "cinematographers": "cinematographer",
    "cast": "actor",
    "authors": "author",
}
_FILMS_OF = {
    "films": (),
    "directed": ("director",),
    "acted": ("actor",),
    "wrote": ("writer",),
    "scored": ("composer",),
    "shot": ("cinematographer",),
    "produced": ("producer",),
    "adapted": ("author",),
}


def _step(base: FactBase, entity: Entity, name: str) -> list[Entity]:
    if entity.kind == "film":
        film = base.films[entity.id]
        if name in _PEOPLE_OF:
            return [Entity("person", p) for p in base.crew(film, _PEOPLE_OF[name])]
        if name == "lead":
            return [Entity("person", part.person) for part in film.cast[:1]]
        if name.startswith("actor:"):
            # The person behind a part was found with the part itself.
            return [Entity("person", name.partition(":")[2])]
        if name.startswith("part_"):
            number = int(name.rsplit("_", 1)[1])
            parts = base.series(film)
            return [Entity("film", parts[number - 1].id)] if 1 < len(parts) >= number else []
        if name == "sequel":
            parts = base.series(film)
            at = [part.id for part in parts].index(film.id)
            return [Entity("film", part.id) for part in parts[at + 1 : at + 2]]
    if entity.kind == "person" and name in _FILMS_OF:
        return [Entity("film", f.id) for f in base.credited(entity.id, *_FILMS_OF[name])]
    if entity.kind == "organisation" and name == "films":
        return [Entity("film", won.film.id) for won in base.honours_at(entity.id)]
    return []


def passes(base: FactBase, film: Film, test: Filter) -> bool:
    """Whether what the base knows of the film satisfies the filter."""
    value = test.value
    match test.field:
        case "genre":
            return any(term.id == value for term in film.genres) or film.type == value
        case "type":
            return film.type == value or any(term.id == value for term in film.genres)
        case "date":
            return test.range is not None and _of_time(film, test.range)
        case "country":
            return value.upper() in film.countries or _shot_in(base, film, value)
        case "language":
            return value in film.languages
        case "place":
            text = value.removeprefix("text:")
            return any(term.id == value or text in term.en for term in film.filming_locations)
        case "studio":
            return value in film.studios
        case "event":
            return any(honour.event == value for honour in film.honours)
        case "result":
            return any(honour.result == value for honour in film.honours)
        case "about":
            words = fold(value)
            return bool(words) and all(film.id in base.plots.films(word) for word in words)
        case "abroad":
            return any(h.result == value and _foreign(base, h.event) for h in film.honours)
        case "award":
            return any(awarded(honour.award, honour.category, value) for honour in film.honours)
        case "maker":
            return base.made(value, film)
        case "adapted":
            return bool(film.based_on or film.authors)
        case "directed_by":
            return any(is_woman(base.people[id_]) for id_ in film.directors)
    # Parts, sections, occupations steer the answer and hold for no film as such.
    return value in base.crew(film, test.field) if test.field in CREDITS else True


def _of_time(film: Film, span: Range) -> bool:
    """A film has a year; what has a month is its premiere."""
    if span.fine:
        return any(span.covers(premiere.date) for premiere in film.premieres)
    return bool(film.year) and span.touches(str(film.year))


def _foreign(base: FactBase, event: str) -> bool:
    return base.organisations[event].country not in ("", "KZ")


def _passes_all(base: FactBase, film: Film, tests: Iterable[Filter]) -> bool:
    """Whether the film satisfies every filter."""
    for test in tests:  # noqa: SIM110 - all films are tried, and a generator for each is dear
        if not passes(base, film, test):
            return False
    return True


def _shot_in(base: FactBase, film: Film, country: str) -> bool:
    term = base.vocabulary["countries"].get(country)
    return bool(term) and any(term.en in place.en for place in film.filming_locations if term)


def awarded(award: object, category: str, wanted: str) -> bool:
    """Whether an honour's award is the wanted one, or one of its kind."""
    if wanted.startswith("text:"):
        return wanted.removeprefix("text:").casefold() in getattr(award, "en", "").casefold()
    return wanted in (getattr(award, "id", ""), getattr(award, "category", ""), category)


def takings(film: Film) -> int:
    """The largest sum in tenge, 0 where none is known; other currencies are not compared."""
    return max((t.amount for t in film.box_office if t.currency == "KZT"), default=0)


ORDERS: dict[str, Callable[[FactBase, Film], float]] = {
    "fame": lambda base, film: base.fame(Entity("film", film.id)),
    "year": lambda base, film: film.year or 9999,
    "runtime": lambda base, film: film.runtime_min or 0,
    "takings": lambda base, film: takings(film),
    "viewers": lambda base, film: max((a.number for a in film.admissions), default=0),
    "awards": lambda base, film: sum(h.result == "won" for h in film.honours),
}


def _stepped(base: FactBase, found: Iterable[Entity], name: str) -> Iterator[Entity]:
    seen: set[Entity] = set()
    for entity in found:
        for reached in _step(base, entity, name):
            if reached not in seen:
                seen.add(reached)
                yield reached


def _denoted(base: FactBase, query: Query) -> Iterator[Entity]:
    """The entities, each once, in no order of theirs; none is sought before it is taken."""
    found: Iterable[Entity] = query.start or base.every_film
    for name in query.steps:
        found = _stepped(base, found, name)
    return (e for e in found if _kept(base, e, query))


def _kept(base: FactBase, entity: Entity, query: Query) -> bool:
    """Whether it is not left out, nor, where it is a film, kept out by a filter."""
    return entity not in query.without and (
        entity.kind != "film" or _passes_all(base, base.films[entity.id], query.filters)
    )


def denotes(base: FactBase, query: Query) -> bool:
    """Whether the expression denotes anything."""
    return next(_denoted(base, query), None) is not None


def run(base: FactBase, query: Query) -> list[Entity]:
    """The entities that the expression denotes, each once, in its order."""
    if not query.start and not query.steps:
        every = _ranks(base, query.order)
        limited = query.filters or query.without
        return [e for e in every if _kept(base, e, query)] if limited else list(every)
    kept = list(dict.fromkeys(_denoted(base, query)))
    if kept and query.steps and all(e.kind == "film" for e in kept):
        kept.sort(key=_ranks(base, query.order).__getitem__)
    return kept


def _ranks(base: FactBase, order: str) -> dict[Entity, int]:
    """Films to their places in this order of all."""
    rank = base.ranks.get(order)
    if rank is None:
        sign, key = (-1 if order.startswith("-") else 1), ORDERS[order.lstrip("-")]
        films = sorted(
            base.films.values(), key=lambda film: (sign * key(base, film), film.year or 0, film.id)
        )
        ordered = [Entity("film", film.id) for film in films]
        rank = base.ranks[order] = dict(zip(ordered, range(len(films)), strict=True))
    return rank


def films(base: FactBase, query: Query) -> list[Film]:
    return [base.films[e.id] for e in run(base, query) if e.kind == "film"]
