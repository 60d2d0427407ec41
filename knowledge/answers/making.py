"""How a film was made: genre, language, countries, studio, places, budget."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answer import Answer
from knowledge.answers.context import Context
from knowledge.factbase.records import Film
from knowledge.query import passes


def _genre(ctx: Context, film: Film) -> Answer:
    names = [ctx.word.type(film)] if film.type else []
    names += [term.get(ctx.word.language) for term in film.genres]
    if not names:
        return ctx.gap(ctx.word.film(film), "genre", film.sources)
    asked = ctx.filters("genre", "type")
    key = "film-genre"
    if len(asked) == 1:  # "is it a comedy?"
        key += "-yes" if passes(ctx.base, film, asked[0]) else "-no"
    lead = ctx.say(key, film=ctx.word.film(film), genres=", ".join(dict.fromkeys(names)))
    return ctx.answer(lead + ctx.mark(film, "genres", "type"), sources=film.sources)


def _holds(asked: Sequence[str], own: Sequence[str]) -> bool | None:
    """Whether it has what was asked for; None where no value was named."""
    return not {*asked}.isdisjoint(own) if asked else None


def _language(ctx: Context, film: Film) -> Answer:
    if not film.languages:
        return ctx.gap(ctx.word.film(film), "language", film.sources)
    names = ctx.word.list([ctx.word.tongue(code) for code in film.languages])
    lead = ctx.say("film-language", film=ctx.word.film(film), languages=names)
    lead = ctx.whether(lead, _holds(ctx.values("language"), film.languages))
    return ctx.answer(lead + ctx.mark(film, "languages"), sources=film.sources)


def _country(ctx: Context, film: Film) -> Answer:
    if not film.countries:
        return ctx.gap(ctx.word.film(film), "country", film.sources)
    names = ctx.word.list([ctx.word.country(code) for code in film.countries])
    lead = ctx.say(
        "film-country", film=ctx.word.film(film), countries=names, count=len(film.countries)
    )
    lead = ctx.whether(lead, _holds(ctx.values("country"), film.countries))
    return ctx.answer(
        lead + ctx.mark(film, "countries"),
        [ctx.disagreement(film, "countries")],
        sources=film.sources,
    )


def _studio(ctx: Context, film: Film) -> Answer:
    if not film.studios:
        return ctx.gap(ctx.word.film(film), "studio", film.sources)
    names = ctx.word.list([ctx.word.organisation(s) for s in film.studios])
    lead = ctx.say("film-studio", film=ctx.word.film(film), studios=names, count=len(film.studios))
    return ctx.answer(lead + ctx.mark(film, "studios"), sources=film.sources)


def _location(ctx: Context, film: Film) -> Answer:
    if not film.filming_locations:
        return ctx.gap(ctx.word.film(film), "location", film.sources)
    places = ctx.word.list([place.get(ctx.word.language) for place in film.filming_locations])
    lead = ctx.say("film-location", film=ctx.word.film(film), places=places)
    # Where else it was shot nobody may have written down.
    there = any(passes(ctx.base, film, test) for test in ctx.filters("place", "country"))
    lead = ctx.whether(lead, there or None)
    return ctx.answer(lead + ctx.mark(film, "filming_locations"), sources=film.sources)


def _budget(ctx: Context, film: Film) -> Answer:
    if not film.budget:
        return ctx.gap(ctx.word.film(film), "budget", film.sources)
    sums = "; ".join(ctx.word.money(sum_) for sum_ in film.budget)
    return ctx.answer(
        ctx.say("film-budget", film=ctx.word.film(film), sums=sums), sources=film.sources
    )


ANSWERS: dict[str, Callable[[Context, Film], Answer]] = {
    "film.genre": _genre,
    "film.language": _language,
    "film.country": _country,
    "film.studio": _studio,
    "film.location": _location,
    "film.budget": _budget,
}
