"""What stands in each section of a card, an item a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.answer import Entity
from knowledge.answers import credits, similar
from knowledge.answers.context import Context
from knowledge.answers.honours import of_person
from knowledge.answers.showings import premiere_line
from knowledge.factbase.base import CREDITS, Won
from knowledge.factbase.records import Film, Organisation, Person


@dataclass(frozen=True, slots=True)
class Section:
    """Items to page through, each with the sources that it rests on."""

    items: Sequence[str]
    sources: Sequence[Sequence[str]] = ()
    entities: Sequence[Entity] = ()


# Of a film.


def _cast(ctx: Context, id_: str) -> Section:
    film = ctx.base.films[id_]
    return Section(
        [credits.part(ctx, part) for part in film.cast],
        [film.sources],
        [Entity("person", part.person) for part in film.cast],
    )


def _film_awards(ctx: Context, id_: str) -> Section:
    film = ctx.base.films[id_]
    return _honours(ctx, [Won(film, honour) for honour in film.honours], film=False)


def _premieres(ctx: Context, id_: str) -> Section:
    film = ctx.base.films[id_]
    dated = sorted(film.premieres, key=lambda premiere: premiere.date)
    return Section([premiere_line(ctx, premiere) for premiere in dated], [film.sources])


def _by_its_directors(ctx: Context, id_: str) -> list[Film]:
    """What else they directed, the newest first."""
    found = {
        other.id: other
        for person in ctx.base.films[id_].directors
        for other in ctx.base.credited(person, "director")
        if other.id != id_
    }
    return _newest(found.values())


def _directors_films(ctx: Context, id_: str) -> Section:
    return _titles(ctx, _by_its_directors(ctx, id_))


def _similar(ctx: Context, id_: str) -> Section:
    film = ctx.base.films[id_]
    found = similar.alike(ctx, film)
    return Section(
        [similar.line(ctx, film, one) for one in found],
        [film.sources[:2]],
        [Entity("film", one.film.id) for one in found],
    )


def _film_sources(ctx: Context, id_: str) -> Section:
    return _sources(ctx, ctx.base.films[id_])


# Of a person.


def _films(ctx: Context, id_: str) -> Section:
    """What somebody made, the newest first, each with what was done on it."""
    newest = _newest(ctx.base.credited(id_))
    roles = [[role for role in CREDITS if id_ in ctx.base.crew(film, role)] for film in newest]
    return Section(
        [
            f"{ctx.word.film(film)} — {', '.join(ctx.say(f'role-{role}') for role in done)}"
            for film, done in zip(newest, roles, strict=True)
        ],
        [[*film.sources[:1]] for film in newest],
        [Entity("film", film.id) for film in newest],
    )


def _person_awards(ctx: Context, id_: str) -> Section:
    return _honours(ctx, of_person(ctx, ctx.base.people[id_]), film=True)


def _person_sources(ctx: Context, id_: str) -> Section:
    return _sources(ctx, ctx.base.people[id_])


# Of a festival, a prize, a studio.


def _awards_at(ctx: Context, id_: str) -> Section:
    return _honours(ctx, ctx.base.honours_at(id_), film=True, event=False)


def _films_at(ctx: Context, id_: str) -> list[Film]:
    """Films that were shown there, or made there."""
    at = {won.film.id: won.film for won in ctx.base.honours_at(id_)}
    made = {film.id: film for film in ctx.base.films.values() if id_ in film.studios}
    return _newest({**at, **made}.values())


def _shown(ctx: Context, id_: str) -> Section:
    return _titles(ctx, _films_at(ctx, id_))


def _organisation_sources(ctx: Context, id_: str) -> Section:
    return _sources(ctx, ctx.base.organisations[id_])


# Of any of them.


def _newest(films: Iterable[Film]) -> list[Film]:
    return sorted(films, key=lambda film: (-(film.year or 0), film.id))


def _titles(ctx: Context, films: Sequence[Film]) -> Section:
    return Section(
        [ctx.word.film(film) for film in films],
        [[*film.sources[:1]] for film in films],
        [Entity("film", film.id) for film in films],
    )


def _honours(ctx: Context, found: Iterable[Won], *, film: bool, event: bool = True) -> Section:
    """Won before nominated, new before old; ``film`` and ``event``: whether they are named."""
    order = {"won": 0, "nominated": 1, "selected": 2}
    ranked = sorted(found, key=lambda w: (order[w.honour.result], -(w.honour.year or 0)))
    said = [ctx.word.honour(won.honour, event=event, year=event) for won in ranked]
    return Section(
        [
            _with_film(ctx, won, text, dated=not event) if film else text
            for won, text in zip(ranked, said, strict=True)
        ],
        [[won.honour.source] for won in ranked],
        [Entity("film", won.film.id) for won in ranked] if film else (),
    )


def _with_film(ctx: Context, won: Won, said: str, *, dated: bool) -> str:
    if dated and won.honour.year:
        return f"{won.honour.year}: {ctx.word.title(won.film)} — {said}"
    return f"{ctx.word.film(won.film)} — {said}"


def _sources(ctx: Context, record: Film | Person | Organisation) -> Section:
    """What the card rests on, what no source confirms, and where sources disagree."""
    if not record.sources:
        return Section(())
    notes = [
        ctx.say("conflict-note", note=conflict.note.get(ctx.word.language))
        for conflict in record.conflicts
        if conflict.note
    ]
    return Section([ctx.say("section-basis"), *notes], [record.sources])


def _is_like_others(ctx: Context, id_: str) -> bool:
    film = ctx.base.films[id_]
    return next(similar.sharing(ctx, film), None) is not None


@dataclass(frozen=True, slots=True)
class Listing:
    """A section: the word on its button, whether there is anything in it, and what that is."""

    label: str
    has: Callable[[Context, str], bool]
    read: Callable[[Context, str], Section]


SECTIONS: dict[str, dict[str, Listing]] = {
    "film": {
        "cast": Listing("cast", lambda ctx, id_: bool(ctx.base.films[id_].cast), _cast),
        "awards": Listing(
            "awards", lambda ctx, id_: bool(ctx.base.films[id_].honours), _film_awards
        ),
        "premieres": Listing(
            "premieres", lambda ctx, id_: bool(ctx.base.films[id_].premieres), _premieres
        ),
        "films": Listing(
            "directors-films", lambda ctx, id_: bool(_by_its_directors(ctx, id_)), _directors_films
        ),
        "similar": Listing("similar", _is_like_others, _similar),
        "sources": Listing(
            "sources", lambda ctx, id_: bool(ctx.base.films[id_].sources), _film_sources
        ),
    },
    "person": {
        "films": Listing("films", lambda ctx, id_: bool(ctx.base.credited(id_)), _films),
        "awards": Listing(
            "awards",
            lambda ctx, id_: bool(of_person(ctx, ctx.base.people[id_])),
            _person_awards,
        ),
        "sources": Listing(
            "sources", lambda ctx, id_: bool(ctx.base.people[id_].sources), _person_sources
        ),
    },
    "organisation": {
        "awards": Listing("awards", lambda ctx, id_: bool(ctx.base.honours_at(id_)), _awards_at),
        "films": Listing("films", lambda ctx, id_: bool(_films_at(ctx, id_)), _shown),
        "sources": Listing(
            "sources",
            lambda ctx, id_: bool(ctx.base.organisations[id_].sources),
            _organisation_sources,
        ),
    },
}
