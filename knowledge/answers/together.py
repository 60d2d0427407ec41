"""What two people made together, who worked with both or on both, and whom somebody played."""

from __future__ import annotations

from knowledge.answer import Answer, Entity
from knowledge.answers import filmography, person, scope
from knowledge.answers.context import Context
from knowledge.factbase.records import Film
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


def both(ctx: Context) -> Answer:
    """Who worked with both, or on both."""
    shared_films = [ctx.base.films[e.id] for e in ctx.query.start if e.kind == "film"][:2]
    if len(shared_films) == 2:
        return _on_both(ctx, shared_films)
    pair = [e for e in ctx.query.start if e.kind == "person"][:2]
    if len(pair) < 2:
        return ctx.unknown(ctx.say("no-such-person"))
    circles = []
    for entity in pair:
        circle: set[str] = set()
        for film in ctx.base.credited(entity.id):
            circle.update(p for role in scope.ROLES for p in ctx.base.crew(film, role))
        circles.append(circle)
    shared = (circles[0] & circles[1]) - {e.id for e in pair}
    names = ctx.word.people([e.id for e in pair])
    if not shared:
        return ctx.unknown(ctx.say("both-none", names=names))
    ranked = sorted(shared, key=lambda p: (-ctx.base.fame(Entity("person", p)), p))
    lead = ctx.say(
        "list-both", names=names, people=ctx.word.people(ranked[:10]), count=len(ranked)
    )
    return ctx.answer(lead, entities=[Entity("person", p) for p in ranked[:10]])


def _on_both(ctx: Context, pair: list[Film]) -> Answer:
    first, second = ({p for role in scope.ROLES for p in ctx.base.crew(f, role)} for f in pair)
    cast = {p.person for p in pair[0].cast} & {p.person for p in pair[1].cast}
    ranked = sorted(
        first & second, key=lambda p: (p not in cast, -ctx.base.fame(Entity("person", p)), p)
    )
    names = ctx.word.films(pair)
    if not ranked:
        return ctx.unknown(ctx.say("both-films-none", names=names))
    lead = ctx.say(
        "both-films", names=names, people=ctx.word.people(ranked[:10]), count=len(ranked)
    )
    return ctx.answer(lead, entities=[Entity("person", p) for p in ranked[:10]])
