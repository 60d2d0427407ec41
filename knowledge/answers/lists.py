"""Lists of films and people under filters, counts and superlatives."""

from __future__ import annotations

from knowledge.answer import Answer, Entity
from knowledge.answers import ages, people, scope, similar, together
from knowledge.answers.context import Context
from knowledge.answers.credits import CREDIT, credit
from knowledge.factbase.records import Film
from knowledge.query import ORDERS

_SUPERLATIVE = {
    "list.first": "year",
    "list.last": "-year",
    "list.longest": "-runtime",
    "list.shortest": "runtime",
    "list.grossing": "-takings",
    "list.viewed": "-viewers",
    "list.awarded": "-awards",
}

_FACT = {
    "year": "year",
    "runtime": "runtime",
    "takings": "boxoffice",
    "viewers": "boxoffice",
    "awards": "awards",
}


def answer(ctx: Context) -> Answer:
    kind = ctx.reading.kind
    if kind in _SUPERLATIVE:
        return _superlative(ctx)
    return {
        "list.films": _films,
        "list.count": _count,
        "list.similar": similar.answer,
        "list.recommend": _recommend,
        "list.both": together.both,
        "list.earlier": _earlier,
        "list.people": people.answer,
    }[kind](ctx)


def _none(ctx: Context, described: str) -> Answer:
    return ctx.unknown(ctx.say("list-none", filters=described, named=int(bool(described))))


def _films(ctx: Context) -> Answer:
    query, found = scope.narrowed(ctx)
    described = scope.described(ctx, query)
    if not found:
        return _none(ctx, described)
    items, pages = ctx.paged([ctx.word.film(f) for f in found])
    described = described or ctx.say("list-all")
    lead = ctx.say("list-films", filters=described, count=len(found), films=", ".join(items))
    rest = len(found) - len(items)
    if rest > 0:
        lead += " " + ctx.say("and-more", count=rest)
    return ctx.answer(
        lead,
        pages=pages,
        entities=[Entity("film", f.id) for f in found[:60]],
        sources=[s for f in found[:6] for s in f.sources[:1]],
    )


def _count(ctx: Context) -> Answer:
    query, found = scope.narrowed(ctx)
    described = scope.described(ctx, query)
    if len(query.start) == 1 and len(found) == 1 and not query.steps:
        # "How many Racketeer films": the parts of the series.
        film, found = found[0], list(ctx.base.series(found[0]))
        described = ctx.word.film(film)
        if len(found) == 1:
            return ctx.gap(described, "parts", film.sources)
    if not found:
        return _none(ctx, described)
    shown = [ctx.word.film(f) for f in found[:8]]
    described = described or ctx.say("list-all")
    lead = ctx.say("list-count", filters=described, count=len(found), films=", ".join(shown))
    return ctx.answer(
        lead,
        entities=[Entity("film", f.id) for f in found[:60]],
        sources=[s for f in found[:6] for s in f.sources[:1]],
    )


def _superlative(ctx: Context) -> Answer:
    order = _SUPERLATIVE[ctx.reading.kind]
    query, found = scope.narrowed(ctx)
    measure = ORDERS[order.lstrip("-")]
    if order == "-year":
        found = [f for f in found if f.year and f.year <= ctx.today.year]
    measured = {f.id: measure(ctx.base, f) for f in found}
    known = [f for f in found if measured[f.id] > 0 and (f.year or "year" not in order)]
    if len(ctx.query.start) == 2 and len(known) < len(found):
        # Two are compared, and of one it is not known; of many it only counts for nothing.
        lacking = next(f for f in found if f not in known)
        return ctx.gap(ctx.word.film(lacking), _FACT[order.lstrip("-")], lacking.sources)
    if not known:
        return _none(ctx, scope.described(ctx, query))
    sign = -1 if order.startswith("-") else 1
    if query.start:  # all films come in this order
        known.sort(key=lambda f: -ctx.base.fame(Entity("film", f.id)))
    known.sort(key=lambda f: sign * measured[f.id])
    top = known[:5]
    said = [f"{ctx.word.film(f)}{_measure(ctx, f, order.lstrip('-'))}" for f in top]
    key = ctx.reading.kind.replace(".", "-")
    under = scope.described(ctx, query)
    lead = ctx.say(
        key,
        filters=under,
        first=said[0],
        others="; ".join(said[1:]),
        count=len(said) - 1,
    )
    lead = ctx.say("under", filters=under, lead=lead[0].lower() + lead[1:]) if under else lead
    made = [credit(ctx, top[0], role) for role in ctx.values("as") if role in CREDIT.values()][:1]
    told = made[0] if made and made[0].kind == "answer" else None  # "who directed the longest?"
    return ctx.answer(
        f"{told.lead} {lead}" if told else lead,
        entities=[*(Entity("film", f.id) for f in top), *(told.entities if told else ())],
        sources=[s for f in top[:3] for s in f.sources[:2]],
    )


def _measure(ctx: Context, film: Film, order: str) -> str:
    if order == "runtime" and film.runtime_min:
        return f" — {ctx.word.minutes(film.runtime_min)}"
    if order == "takings":
        took = max((t for t in film.box_office if t.currency == "KZT"), key=lambda t: t.amount)
        return f" — {ctx.word.money(took)}"
    if order == "viewers" and film.admissions:
        seen = max(film.admissions, key=lambda a: a.number)
        return f" — {ctx.word.admissions(seen)}"
    if order == "awards":
        return f" — {ctx.say('awards-count', count=sum(h.result == 'won' for h in film.honours))}"
    return ""


def _recommend(ctx: Context) -> Answer:
    """Well-known films that fit; which ones changes from day to day."""
    query, found = scope.narrowed(ctx)
    found = [f for f in found if f.synopsis and f.year and f.year <= ctx.today.year] or found
    if not found:
        return _none(ctx, scope.described(ctx, query))
    best = found[:30]
    pages = max(1, -(-len(best) // 5))
    step = max(1, len(best) // 5)
    day = ctx.today.toordinal() + ctx.page - 1
    first = 5 * (min(ctx.page, pages) - 1)
    picked = best[first : first + 5] if ctx.query.filters else best[day % step :: step][:5]
    lead = ctx.say(
        "list-recommend", filters=scope.described(ctx, query), films=ctx.word.films(picked)
    )
    lines = [
        f"{ctx.word.film(f)}: {f.synopsis.get(ctx.word.language)}"
        for f in picked[:3]
        if f.synopsis
    ]
    return ctx.answer(
        lead,
        lines,
        pages=pages,
        entities=[Entity("film", f.id) for f in picked],
        sources=[s for f in picked for s in f.sources[:1]],
    )


def _earlier(ctx: Context) -> Answer:
    two = [ctx.base.people[e.id] for e in ctx.query.start if e.kind == "person"]
    if len(two) > 1:
        return ages.compared(ctx, two[0], two[1])
    pair = [ctx.base.films[e.id] for e in ctx.query.start if e.kind == "film"][:2]
    if len(pair) < 2 or not all(f.year for f in pair):
        return ctx.unknown(ctx.say("no-such-film"))
    first, second = sorted(pair, key=lambda f: f.year or 0)
    same = int(first.year == second.year)
    lead = ctx.say(
        "list-earlier", first=ctx.word.film(first), second=ctx.word.film(second), same=same
    )
    return ctx.answer(lead, sources=[*first.sources[:2], *second.sources[:2]])
