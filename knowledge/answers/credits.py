"""Answers about the credits of a film: who made it, who played in it and whom."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.factbase.base import CREDITS
from knowledge.factbase.records import Film, Role

CREDIT = {
    "film.director": "director",
    "film.writer": "writer",
    "film.composer": "composer",
    "film.cinematographer": "cinematographer",
    "film.producer": "producer",
}


def credit(ctx: Context, film: Film, role: str) -> Answer:
    """Who did this on the film."""
    people = ctx.base.crew(film, role)
    if not people:
        return ctx.gap(ctx.word.film(film), role, film.sources)
    lead = ctx.say(
        f"film-{role}",
        film=ctx.word.film(film),
        people=ctx.word.people(people[:8]),
        count=len(people),
    ) + ctx.mark(film, CREDITS[role])
    return ctx.answer(
        lead,
        [ctx.disagreement(film, CREDITS[role])],
        entities=[Entity("person", p) for p in people],
        sources=film.sources,
    )


def part(ctx: Context, role: Role) -> str:
    """Who plays, and whom where that is known."""
    person = ctx.word.person(role.person)
    return f"{person} ({role.role.get(ctx.word.language)})" if role.role else person


def _cast(ctx: Context, film: Film) -> Answer:
    if not film.cast:
        return ctx.gap(ctx.word.film(film), "actor", film.sources)
    shown = film.cast[:12]
    lead = ctx.say(
        "film-cast", film=ctx.word.film(film), people=", ".join(part(ctx, p) for p in shown)
    )
    if len(film.cast) > len(shown):
        lead += " " + ctx.say("and-more", count=len(film.cast) - len(shown))
    return ctx.answer(
        lead + ctx.mark(film, "cast"),
        entities=[Entity("person", p.person) for p in film.cast],
        sources=film.sources,
    )


def _lead(ctx: Context, film: Film) -> Answer:
    if not film.cast:
        return ctx.gap(ctx.word.film(film), "actor", film.sources)
    first = film.cast[:2] if len(film.cast) > 1 and film.cast[1].role else film.cast[:1]
    lead = ctx.say(
        "film-lead", film=ctx.word.film(film), people=", ".join(part(ctx, p) for p in first)
    )
    return ctx.answer(
        lead + ctx.mark(film, "cast"),
        entities=[Entity("person", p.person) for p in first],
        sources=film.sources,
    )


def _role(ctx: Context, film: Film) -> Answer:
    wanted = {
        person for pair in ctx.values("role") for f, person in [pair.split("/")] if f == film.id
    }
    parts = [p for p in film.cast if p.person in wanted and p.role]
    if not parts:
        return _cast(ctx, film)
    said = "; ".join(_played(ctx, p) for p in parts)
    return ctx.answer(
        ctx.say("film-role", film=ctx.word.film(film), roles=said) + ctx.mark(film, "cast.role"),
        entities=[Entity("person", p.person) for p in parts],
        sources=film.sources,
    )


def _played(ctx: Context, part: Role) -> str:
    person = ctx.word.person(part.person)
    return f"{part.role.get(ctx.word.language)} — {person}" if part.role else person


ANSWERS: dict[str, Callable[[Context, Film], Answer]] = {
    "film.cast": _cast,
    "film.lead": _lead,
    "film.role": _role,
}
