"""Who comes first among people: the youngest, the oldest, with the most films or prizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.answer import Answer, Entity
from knowledge.answers import honours, scope
from knowledge.answers.context import Context
from knowledge.factbase.dates import age, earliest
from knowledge.factbase.records import Person

_SHOWN = 5
_LIVES = 110
"""Years: of whoever would be older no death is known, which does not mean that he lives."""


def answer(ctx: Context, order: str, found: Sequence[Person], described: str) -> Answer:
    """The first few of ``found``, each with the measure."""
    measure = _MEASURES[order]
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


def _born(ctx: Context, person: Person) -> int:
    """The day of birth as a number, of those who live."""
    if not person.born or person.died or age(person.born, ctx.today)[1] > _LIVES:
        return 0
    return earliest(person.born).toordinal()


def _eldest(ctx: Context, person: Person) -> int:
    day = _born(ctx, person)
    return ctx.today.toordinal() - day if day else 0


def _films(ctx: Context, person: Person) -> int:
    """All that was made, or in the trade that is named, or that a verb tells: "who played"."""
    return len(ctx.base.credited(person.id, *(scope.roles(ctx) or ctx.values("as"))))


def _awards(ctx: Context, person: Person) -> int:
    won = sum(own.honour.result == "won" for own in honours.of_person(ctx, person))
    return won + len(person.prizes)


_MEASURES: dict[str, Callable[[Context, Person], int]] = {
    "youngest": _born,
    "oldest": _eldest,
    "films": _films,
    "awards": _awards,
}


def _said(ctx: Context, order: str, value: int, person: Person) -> str:
    if order in ("youngest", "oldest") and person.born:
        return ctx.say("foremost-born", when=ctx.word.date(person.born)) + ctx.mark(person, "born")
    return ctx.say(f"{order}-count", count=value)
