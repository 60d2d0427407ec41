"""How old somebody is, or was when a film came out or a prize was won; which of two is older."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Answer, Entity
from knowledge.answers import honours
from knowledge.answers.context import Context
from knowledge.factbase.dates import Range, age, earliest, latest, year_range
from knowledge.factbase.records import Person

_Then = tuple[Range, str, Sequence[str]]
"""A time, what was then, and the sources of that."""


def answer(ctx: Context, person: Person) -> Answer:
    """The age today or at death; or at the time of what is named besides."""
    name = ctx.word.person(person.id)
    if not person.born:
        return ctx.gap(name, "born", person.sources)
    then = _then(ctx, person)
    if then and _alive(person, person.born, then[0]):
        return _age_then(ctx, person, person.born, *then)
    if not then and (named := ctx.filters("film", "event", "studio")):
        what = [ctx.word.film(ctx.base.films[f.value]) for f in named if f.field == "film"]
        return honours.no_record(ctx, ", ".join(filter(None, (name, *what, honours.named(ctx)))))
    low, high = _lived(person.born, person.died) if person.died else age(person.born, ctx.today)
    key = "person-age-died" if person.died else "person-age"
    lead = ctx.say(
        key,
        name=name,
        years=_years(low, high),
        count=high,
        born=ctx.word.date(person.born),
        died=ctx.word.date(person.died) if person.died else "",
    ) + ctx.mark(person, "born")
    return ctx.answer(lead, [ctx.disagreement(person, "born")], sources=person.sources)


def at_death(ctx: Context, person: Person) -> str:
    """ "(aged 56)", where both days are known and no source disagrees; otherwise empty."""
    if not (person.born and person.died) or ctx.conflict(person, "born", "died"):
        return ""
    low, high = _lived(person.born, person.died)
    return ctx.say("person-died-aged", years=_years(low, high), count=high)


def compared(ctx: Context, one: Person, other: Person) -> Answer:
    """Which of two is the elder; of both only the year known, perhaps neither."""
    for person in (one, other):
        if not person.born:
            return ctx.gap(ctx.word.person(person.id), "born", person.sources)
    elder, younger = sorted((one, other), key=lambda p: earliest(p.born))
    apart = latest(elder.born) < earliest(younger.born)
    lead = ctx.say(
        "person-older",
        first=ctx.word.person(elder.id) + ctx.mark(elder, "born"),
        born=ctx.word.date(elder.born),
        second=ctx.word.person(younger.id) + ctx.mark(younger, "born"),
        later=ctx.word.date(younger.born),
        apart=int(apart),
    )
    return ctx.answer(
        lead,
        [ctx.disagreement(elder, "born"), ctx.disagreement(younger, "born")],
        entities=[Entity("person", one.id), Entity("person", other.id)],
        sources=[*elder.sources[:2], *younger.sources[:2]],
    )


def _lived(born: str, died: str) -> tuple[int, int]:
    """Least and greatest age at death: of either day perhaps only the year is known."""
    return age(born, earliest(died))[0], age(born, latest(died))[1]


def _years(low: int, high: int) -> str:
    return str(high) if low == high else f"{low}–{high}"


def _then(ctx: Context, person: Person) -> _Then | None:
    """The time for which the age is asked, where it is known and not today."""
    for id_ in ctx.values("film"):
        film = ctx.base.films[id_]
        if film.year:
            return year_range(film.year), ctx.word.film(film), film.sources[:1]
    events = ctx.values("event")
    won = [w.honour for w in honours.of_person(ctx, person) if w.honour.event in events]
    for honour in sorted(won, key=lambda h: (h.result != "won", -(h.year or 0))):
        if honour.year:
            event = ctx.word.organisation(honour.event)
            return year_range(honour.year), f"{event}, {honour.year}", [honour.source]
    span = ctx.range
    if span and not span.first <= ctx.today <= span.last:
        return span, ctx.word.range(span), []
    return None


def _alive(person: Person, born: str, span: Range) -> bool:
    """Whether somebody lived then: a film may come out later, or tell of what was before."""
    died = latest(person.died) if person.died else span.last
    return earliest(born) <= span.first and span.first <= died


def _age_then(
    ctx: Context, person: Person, born: str, span: Range, then: str, proof: Sequence[str]
) -> Answer:
    """Two numbers where a birthday may lie between: the film is only known to the year."""
    low, high = age(born, span.first)[0], age(born, span.last)[1]
    lead = ctx.say(
        "person-age-then",
        name=ctx.word.person(person.id),
        years=_years(low, high),
        count=high,
        then=then,
        born=ctx.word.date(born),
    ) + ctx.mark(person, "born")
    return ctx.answer(lead, [ctx.disagreement(person, "born")], sources=[*person.sources, *proof])
