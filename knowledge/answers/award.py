"""Answers about awards: who won, where, how often, who was first."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answer import Answer, Entity
from knowledge.answers import credits, honours, proof
from knowledge.answers.context import Context
from knowledge.factbase.base import Won
from knowledge.factbase.records import Film
from knowledge.query import awarded, passes

_MADE = 3
"""Of so many films who made them is told besides."""


def answer(ctx: Context) -> Answer:
    return {
        "award.winner": _winner,
        "award.where": _where,
        "award.shown": _shown,
        "award.wins": _wins,
        "award.yesno": proof.yesno,
        "award.count": _count,
        "award.first": _first,
        "film.awards": _film,
        "film.oscar": proof.oscar,
    }[ctx.reading.kind](ctx)


def _winner(ctx: Context) -> Answer:
    found = [w for w in honours.meant(ctx, honours.of_subject(ctx)) if w.honour.result == "won"]
    if not found:
        foreign = _foreign(ctx)
        if foreign:
            return ctx.answer(foreign)
        return honours.no_record(ctx, honours.named(ctx))
    ranked = honours.ranked(ctx, found)
    told = honours.told(ctx, "award-winner", ranked, name=honours.named(ctx))
    films = list({w.film.id: w.film for w in ranked}.values())
    crafts = ctx.values("as") if len(films) <= _MADE else []
    made = [credits.credit(ctx, film, craft) for film in films for craft in crafts]
    known = [each for each in made if each.kind == "answer"]
    return replace(
        told,
        lead=" ".join([told.lead, *(each.lead for each in known)]),
        entities=tuple(dict.fromkeys([*told.entities, *(e for m in known for e in m.entities)])),
        sources=tuple(dict.fromkeys([*told.sources, *(s for m in known for s in m.sources)]))[:6],
    )


def _foreign(ctx: Context) -> str:
    """Winners without a record here: an event's other honours and prizes given to persons.

    Of what genre they are is not known.
    """
    if ctx.filters("genre", "type"):
        return ""
    span, awards = ctx.range, ctx.values("award")
    said = []
    for event in honours.events_asked(ctx):
        for person, prize in ctx.base.prizes_at(event):
            if prize.award and awards and not any(awarded(prize.award, "", a) for a in awards):
                continue
            if span and not (prize.year and span.touches(str(prize.year))):
                continue
            award = f": {prize.award.get(ctx.word.language)}" if prize.award else ""
            edition = f"{ctx.word.organisation(event)}, {prize.year or ''}{award}"
            said.append(f"{edition} — {ctx.word.person(person.id)}")
        organisation = ctx.base.organisations.get(event)
        for other in organisation.other_honours if organisation else ():
            if awards and not (other.award and any(awarded(other.award, "", a) for a in awards)):
                continue
            if span and not (other.year and span.touches(str(other.year))):
                continue
            award = other.award.get(ctx.word.language) if other.award else ""
            who = ", ".join(
                [*(ctx.word.quoted(t) for t in [other.film_title] if t), *other.recipients]
            )
            said.append(f"{award} — {who}" + (f" ({other.year})" if other.year else ""))
    return "; ".join(said[:8])


def _where(ctx: Context) -> Answer:
    found = [w for w in honours.meant(ctx, honours.of_subject(ctx)) if w.honour.result == "won"]
    name = ctx.word.films(ctx.films()[:2]) or ctx.word.people([p.id for p in ctx.people()])
    if not found:
        return ctx.unknown(ctx.say("no-wins", name=name))
    return honours.told(ctx, "award-where", honours.ranked(ctx, found), name=name)


def _shown(ctx: Context) -> Answer:
    found = honours.meant(ctx, honours.of_subject(ctx))
    seen = {w.film.id for w in found}
    events, span = set(honours.events_asked(ctx)), ctx.range
    premieres: list[Film] = [
        f
        for f in ctx.base.films.values()
        if f.id not in seen
        and all(passes(ctx.base, f, test) for test in ctx.filters("maker"))
        and any(p.event in events and (not span or span.touches(p.date)) for p in f.premieres)
    ]
    if not found and not premieres:
        return honours.no_record(ctx, honours.named(ctx))
    films: dict[str, list[str]] = {}
    for won in honours.ranked(ctx, found):
        films.setdefault(won.film.id, []).append(ctx.word.award(won.honour) + _result(ctx, won))
    items = [
        f"{ctx.word.film(ctx.base.films[f])} — {', '.join(dict.fromkeys(said[:3]))}"
        for f, said in films.items()
    ] + [ctx.word.film(f) for f in premieres]
    shown, pages = ctx.paged(items)
    name = honours.named(ctx) or ctx.word.films(ctx.films()[:3])
    lead = ctx.say("award-shown", name=name, count=len(items), items="; ".join(shown))
    return ctx.answer(
        lead[:1190],
        pages=pages,
        entities=[*(Entity("film", f) for f in films), *(Entity("film", f.id) for f in premieres)],
        sources=[w.honour.source for w in found],
    )


def _result(ctx: Context, won: Won) -> str:
    return f" ({ctx.say('result-won')})" if won.honour.result == "won" and won.honour.award else ""


def _wins(ctx: Context) -> Answer:
    found = [w for w in honours.meant(ctx, honours.of_subject(ctx)) if w.honour.result == "won"]
    if not found:
        if ctx.filters("genre", "type"):
            return honours.no_record(ctx, honours.named(ctx))
        foreign = _foreign(ctx)
        return ctx.answer(foreign) if foreign else _shown(ctx)
    return honours.told(ctx, "award-wins", honours.ranked(ctx, found), name=honours.named(ctx))


def _film(ctx: Context) -> Answer:
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    every = [Won(f, h) for f in films for h in f.honours]
    found = honours.meant(ctx, every)
    name = ctx.word.films(films[:3])
    if not found:
        if every:
            return ctx.unknown(ctx.say("no-record-film", name=name, event=honours.named(ctx)))
        return ctx.unknown(ctx.say("no-wins", name=name))
    found = honours.ranked(ctx, found)
    won = [w for w in found if w.honour.result == "won"]
    key = "film-awards" if won else "film-nominations"
    shown = won or found
    return honours.told(ctx, key, shown, name=name)


def _count(ctx: Context) -> Answer:
    found = honours.meant(ctx, honours.of_subject(ctx))
    won = [w for w in found if w.honour.result == "won"]
    events = honours.events_asked(ctx)
    people = ctx.people()
    if people and events and len({w.film.id for w in found}) and not won:
        kept = list({w.film.id: w for w in found}.values())
        return honours.told(ctx, "count-films", kept, name=honours.named(ctx))
    kept = won or found
    if not kept:
        return honours.no_record(ctx, honours.named(ctx))
    name = ctx.word.films(ctx.films()[:1]) or ctx.word.people([p.id for p in people])
    return honours.told(
        ctx,
        "count-awards",
        honours.ranked(ctx, kept),
        name=", ".join(filter(None, (name, honours.named(ctx)))),
    )


def _first(ctx: Context) -> Answer:
    found = honours.meant(ctx, honours.of_subject(ctx))
    wanted = ctx.values("result")
    won = [w for w in found if w.honour.result == "won"]
    if "won" in wanted and found and not won:
        return proof.yesno(ctx)  # nobody has won it: that, and how far any came
    pool = found if "selected" in wanted else won or found
    if honours.events_asked(ctx) == [proof.OSCAR]:
        # Countries enter there: a film of the Soviet Union's was no entry of Kazakhstan.
        pool = [w for w in pool if "KZ" in w.film.countries] or pool
    dated = sorted((w for w in pool if w.honour.year), key=lambda w: w.honour.year or 0)
    if not dated:
        return honours.no_record(ctx, honours.named(ctx))
    first = [w for w in dated if w.honour.year == dated[0].honour.year]
    return honours.told(ctx, "award-first", first, name=honours.named(ctx))
