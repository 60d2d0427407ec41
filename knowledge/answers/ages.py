"""How old somebody is, or was when a film came out, a prize was won, or in a year."""

from __future__ import annotations

from datetime import date

from knowledge.answer import Answer
from knowledge.answers import honours
from knowledge.answers.context import Context
from knowledge.factbase.dates import age, latest
from knowledge.factbase.records import Person


def answer(ctx: Context, person: Person) -> Answer:
    """The age today or at death; or in the year of what is named besides."""
    if not person.born:
        return ctx.gap(ctx.word.person(person.id), "born", person.sources)
    if asked := _at(ctx, person):
        return _age_in(ctx, person, *asked)
    day = latest(person.died) if person.died else ctx.today
    low, high = age(person.born, day)
    years = str(high) if low == high else f"{low}–{high}"
    key = "person-age-died" if person.died else "person-age"
    lead = ctx.say(
        key,
        name=ctx.word.person(person.id),
        years=years,
        count=high,
        born=ctx.word.date(person.born),
        died=ctx.word.date(person.died) if person.died else "",
    ) + ctx.mark(person, "born")
    return ctx.answer(lead, [ctx.disagreement(person, "born")], sources=person.sources)


def _at(ctx: Context, person: Person) -> tuple[int, str, list[str]] | None:
    """The year for which the age is asked, what was then, and the sources of that."""
    for id_ in ctx.values("film"):
        film = ctx.base.films[id_]
        if film.year:
            return film.year, ctx.word.film(film), list(film.sources[:1])
    events = ctx.values("event")
    won = [w.honour for w in honours.of_person(ctx, person) if w.honour.event in events]
    for honour in sorted(won, key=lambda h: (h.result != "won", -(h.year or 0))):
        if honour.year:
            return honour.year, ctx.word.honour(honour), [honour.source]
    span = ctx.range
    if span and span.grain == "year" and span.first.year != ctx.today.year:
        return span.first.year, ctx.word.range(span), []
    return None


def _age_in(ctx: Context, person: Person, year: int, then: str, proof: list[str]) -> Answer:
    """How old somebody was in a year: two numbers where the birthday may lie before or after."""
    born = person.born or ""
    low, high = age(born, date(year, 1, 1))[0], age(born, date(year, 12, 31))[1]
    lead = ctx.say(
        "person-age-then",
        name=ctx.word.person(person.id),
        years=str(high) if low == high else f"{low}–{high}",
        count=high,
        then=then,
        born=ctx.word.date(born),
    ) + ctx.mark(person, "born")
    return ctx.answer(lead, [ctx.disagreement(person, "born")], sources=[*person.sources, *proof])
