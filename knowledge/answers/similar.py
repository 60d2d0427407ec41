"""Films like a given one: what they share with it is said beside each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.factbase.records import Film

SHOWN = 6
ERA = 8
"""Years apart that still are the same time."""
_DIRECTOR, _GENRE, _ACTOR, _TIME = 3.0, 2.0, 1.5, 1.0
_ACTORS = 3
"""So many common actors count: a fourth makes no film more alike."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A film, and what it shares with the one asked about."""

    film: Film
    directors: tuple[str, ...]
    actors: tuple[str, ...]
    genres: tuple[str, ...]
    same_time: bool

    @property
    def closeness(self) -> float:
        return (
            _DIRECTOR * bool(self.directors)
            + _ACTOR * min(len(self.actors), _ACTORS)
            + _GENRE * len(self.genres)
            + _TIME * self.same_time
        )


def alike(ctx: Context, film: Film) -> list[Alike]:
    """The closest first."""
    ranked = sorted(
        sharing(ctx, film),
        key=lambda one: (
            -one.closeness,
            -ctx.base.fame(Entity("film", one.film.id)),
            one.film.id,
        ),
    )
    return ranked[:SHOWN]


def sharing(ctx: Context, film: Film) -> Iterator[Alike]:
    """What shares neither makers nor genre with a film is not like it."""
    for other in ctx.base.films.values():
        if other.id != film.id and other.type == film.type:
            one = _compared(film, other)
            if one.directors or one.actors or one.genres:
                yield one


def _compared(film: Film, other: Film) -> Alike:
    cast = {part.person for part in other.cast}
    genres = {term.id or term.en for term in other.genres}
    return Alike(
        other,
        tuple(p for p in film.directors if p in other.directors),
        tuple(part.person for part in film.cast if part.person in cast),
        tuple(t.id or t.en for t in film.genres if (t.id or t.en) in genres),
        bool(film.year and other.year and abs(film.year - other.year) <= ERA),
    )


def line(ctx: Context, film: Film, one: Alike) -> str:
    """«Racketeer 2» (2015) — the same director, Akan Satayev; drama."""
    said = []
    if one.directors:
        said.append(ctx.say("similar-director", people=ctx.word.people(one.directors)))
    if one.actors:
        said.append(ctx.say("similar-cast", people=ctx.word.people(one.actors[:_ACTORS])))
    said += [t.get(ctx.word.language) for t in film.genres if (t.id or t.en) in one.genres]
    return f"{ctx.word.film(one.film)} — {', '.join(said)}"


def answer(ctx: Context) -> Answer:
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    film = films[0]
    found = alike(ctx, film)
    if not found:
        return ctx.unknown(ctx.say("similar-none", film=ctx.word.film(film)))
    close = [one.film for one in found]
    return ctx.answer(
        ctx.say("list-similar", film=ctx.word.film(film), films=ctx.word.films(close)),
        [line(ctx, film, one) for one in found],
        entities=[Entity("film", f.id) for f in close],
        sources=film.sources[:2],
    )
