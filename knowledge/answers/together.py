"""What two people made together, and whom somebody played."""

from __future__ import annotations

from knowledge.answer import Answer, Entity
from knowledge.answers import filmography, person
from knowledge.answers.context import Context
from knowledge.query import Filter, passes


def answer(ctx: Context) -> Answer:
    """Films on which both worked."""
    pair = [p.id for p in ctx.people()] + ctx.values("maker")
    pair = list(dict.fromkeys(pair))[:2]
    if len(pair) < 2:
        return person.answer(ctx)
    word, base = ctx.word, ctx.base
    tests = [Filter("maker", pair[1]), *ctx.filters("date", "genre", "type")]
    films = [f for f in base.credited(pair[0]) if all(passes(base, f, t) for t in tests)]
    names = word.people(pair)
    if not films:
        return ctx.unknown(ctx.say("together-none", names=names))
    lead = ctx.say("together", names=names, count=len(films), films=word.films(films[:12]))
    return ctx.answer(
        lead,
        entities=[Entity("film", f.id) for f in films],
        sources=[s for f in films[:5] for s in f.sources[:1]],
    )


def roles(ctx: Context) -> Answer:
    people = ctx.people() or [
        ctx.base.people[v] for v in ctx.values("maker") if v in ctx.base.people
    ]
    if not people:
        return ctx.unknown(ctx.say("no-such-person"))
    return filmography.roles(ctx, people[0])
