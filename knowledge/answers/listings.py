"""What stands in each section of a card, an item a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from knowledge.answer import Entity
from knowledge.answers import credits, similar
from knowledge.answers.context import Context
from knowledge.answers.person import honours_of
from knowledge.answers.scope import ROLES
from knowledge.answers.showings import premiere_line
from knowledge.factbase.base import Won
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


def _directors_films(ctx: Context, id_: str) -> Section:
    film = ctx.base.films[id_]
    found = {
        other.id: other
        for person in film.directors
        for other in ctx.base.credited(person, "director")
        if other.id != id_
    }
    newest = sorted(found.values(), key=lambda other: (-(other.year or 0), other.id))
    return Section(
        [ctx.word.film(other) for other in newest],
        [[*other.sources[:1]] for other in newest],
        [Entity("film", other.id) for other in newest],
    )


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
    newest = sorted(ctx.base.credited(id_), key=lambda film: (-(film.year or 0), film.id))
    roles = [[role for role in ROLES if id_ in ctx.base.crew(film, role)] for film in newest]
    return Section(
        [
            f"{ctx.word.film(film)} — {', '.join(ctx.say(f'role-{role}') for role in done)}"
            for film, done in zip(newest, roles, strict=True)
        ],
        [[*film.sources[:1]] for film in newest],
        [Entity("film", film.id) for film in newest],
    )


def _person_awards(ctx: Context, id_: str) -> Section:
    return _honours(ctx, honours_of(ctx, ctx.base.people[id_]), film=True)


def _person_sources(ctx: Context, id_: str) -> Section:
    return _sources(ctx, ctx.base.people[id_])


# Of a festival, a prize, a studio.


def _winners(ctx: Context, id_: str) -> Section:
    won = [won for won in ctx.base.honours_at(id_) if won.honour.result == "won"]
    return _honours(ctx, won, film=True, event=False)


def _shown(ctx: Context, id_: str) -> Section:
    """Films that were shown there, or made there."""
    at = {won.film.id: won.film for won in ctx.base.honours_at(id_)}
    made = {film.id: film for film in ctx.base.films.values() if id_ in film.studios}
    newest = sorted({**at, **made}.values(), key=lambda film: (-(film.year or 0), film.id))
    return Section(
        [ctx.word.film(film) for film in newest],
        [[*film.sources[:1]] for film in newest],
        [Entity("film", film.id) for film in newest],
    )


def _organisation_sources(ctx: Context, id_: str) -> Section:
    return _sources(ctx, ctx.base.organisations[id_])


# Of any of them.


def _honours(ctx: Context, found: Iterable[Won], *, film: bool, event: bool = True) -> Section:
    """Won before nominated, new before old; ``film`` and ``event``: whether they are named."""
    order = {"won": 0, "nominated": 1, "selected": 2}
    ranked = sorted(found, key=lambda w: (order[w.honour.result], -(w.honour.year or 0)))
    said = [ctx.word.honour(won.honour, event=event) for won in ranked]
    return Section(
        [
            f"{ctx.word.film(won.film)} — {text}" if film else text
            for won, text in zip(ranked, said, strict=True)
        ],
        [[won.honour.source] for won in ranked],
        [Entity("film", won.film.id) for won in ranked] if film else (),
    )


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


_Read = Callable[[Context, str], Section]

SECTIONS: dict[str, dict[str, tuple[str, _Read]]] = {
    "film": {
        "cast": ("cast", _cast),
        "awards": ("awards", _film_awards),
        "premieres": ("premieres", _premieres),
        "films": ("directors-films", _directors_films),
        "similar": ("similar", _similar),
        "sources": ("sources", _film_sources),
    },
    "person": {
        "films": ("films", _films),
        "awards": ("awards", _person_awards),
        "sources": ("sources", _person_sources),
    },
    "organisation": {
        "awards": ("winners", _winners),
        "films": ("films", _shown),
        "sources": ("sources", _organisation_sources),
    },
}
