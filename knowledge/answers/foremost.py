"""Who comes first among people: the youngest, the oldest, with the most films or prizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answer import Answer, Entity
from knowledge.answers import honours, scope
from knowledge.answers.context import Context
from knowledge.factbase.base import Won
from knowledge.factbase.dates import age, earliest
from knowledge.factbase.records import Person
from knowledge.query import Filter, passes

_SHOWN = 5
_AGES = ("youngest", "oldest")
_FACT = {"films": "films", "awards": "prizes"}
_LIVES = 110
"""Years: of whoever would be older no death is known, which does not mean that he lives."""


def answer(ctx: Context, order: str, found: Sequence[Person], described: str) -> Answer:
    """The first few of ``found``, each with the measure."""
    measure = _MEASURES[order]
    if order in _AGES:
        found = [person for person in found if _lives(ctx, person)]
    measured = [(measure(ctx, person), person) for person in found]
    ranked = sorted(
        ((value, person) for value, person in measured if value),
        key=lambda each: (-each[0], -ctx.base.fame(Entity("person", each[1].id)), each[1].id),
    )[:_SHOWN]
    if not ranked:
        return ctx.unknown(ctx.say("list-nobody", filters=described))
    items = [f"{ctx.word.person(p.id)} — {_said(ctx, order, value, p)}" for value, p in ranked]
    lead = ctx.say(
        f"foremost-{order}",
        filters=described,
        first=items[0],
        others="; ".join(items[1:]),
        count=len(items) - 1,
    )
    return ctx.answer(
        lead,
        entities=[Entity("person", p.id) for _, p in ranked],
        sources=[s for _, p in ranked for s in p.sources[:1]],
    )


def compared(ctx: Context, order: str, pair: Sequence[Person]) -> Answer:
    """Which of two is ahead; of whom nothing is known is not behind."""
    measured = [(_MEASURES[order](ctx, person), person) for person in pair]
    for value, person in measured:
        if not value:
            return ctx.gap(ctx.word.person(person.id), _FACT[order], person.sources)
    (most, ahead), (less, behind) = sorted(measured, key=lambda each: -each[0])
    lead = ctx.say(
        "foremost-compared",
        first=f"{ctx.word.person(ahead.id)} — {_said(ctx, order, most, ahead)}",
        second=f"{ctx.word.person(behind.id)} — {_said(ctx, order, less, behind)}",
        same=int(most == less),
    )
    return ctx.answer(
        lead,
        entities=[Entity("person", person.id) for person in (ahead, behind)],
        sources=[*ahead.sources[:1], *behind.sources[:1]],
    )


def _lives(ctx: Context, person: Person) -> bool:
    return bool(person.born and not person.died and age(person.born, ctx.today)[1] <= _LIVES)


def _born(_: Context, person: Person) -> int:
    """The day of birth as a number."""
    return earliest(person.born).toordinal() if person.born else 0


def _eldest(ctx: Context, person: Person) -> int:
    day = _born(ctx, person)
    return ctx.today.toordinal() - day if day else 0


def _films(ctx: Context, person: Person) -> int:
    """All that was made, or in the trade that is named, or that a verb tells: "who played"."""
    made = ctx.base.credited(person.id, *(scope.roles(ctx) or ctx.values("as")))
    tests = scope.film_tests(ctx)
    return sum(all(passes(ctx.base, film, test) for test in tests) for film in made)


def _awards(ctx: Context, person: Person) -> int:
    tests = scope.film_tests(ctx)
    won = sum(
        own.honour.result == "won" and all(_of(ctx, own, test) for test in tests)
        for own in honours.of_person(ctx, person)
    )
    return won if tests else won + sum(prize.result == "won" for prize in person.prizes)


def _of(ctx: Context, own: Won, test: Filter) -> bool:
    """Whether an honour was given there or then, or for such a film."""
    if test.field == "event":
        return own.honour.event == test.value
    if test.field == "date" and test.range and own.honour.year:
        return test.range.touches(str(own.honour.year))
    return passes(ctx.base, own.film, test)


_MEASURES: dict[str, Callable[[Context, Person], int]] = {
    "youngest": _born,
    "oldest": _eldest,
    "films": _films,
    "awards": _awards,
}


def _said(ctx: Context, order: str, value: int, person: Person) -> str:
    if order in _AGES and person.born:
        return ctx.say("foremost-born", when=ctx.word.date(person.born)) + ctx.mark(person, "born")
    return ctx.say(f"{order}-count", count=value)
