"""The honours that a question means: of whom, at which event, for what, when."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answer import Answer, Entity
from knowledge.answers import scope
from knowledge.answers.context import Context
from knowledge.factbase.base import Won
from knowledge.factbase.records import Person
from knowledge.query import Filter, Query, awarded, passes

_HOME = ("KZ", "SU")


def events_asked(ctx: Context) -> list[str]:
    """Ids of the festivals and prizes that the question names."""
    return [e.id for e in ctx.query.start if e.kind == "organisation"] + ctx.values("event")


def of_subject(ctx: Context) -> list[Won]:
    """Honours of the film or person asked about, else of everybody."""
    films = [ctx.base.films[i] for i in [*(f.id for f in ctx.films()), *ctx.values("film")]]
    makers = ctx.values("maker")
    people = [p.id for p in ctx.people()] + makers
    if films:
        found = [Won(f, h) for f in dict.fromkeys(films) for h in f.honours]
        if people:
            found = [
                w
                for w in found
                if not w.honour.recipients or set(people) & set(w.honour.recipients)
            ]
        return found
    if makers and not ctx.people():  # "films shot by X at Cannes": whoever was awarded
        every = {f.id: f for p in makers for f in ctx.base.credited(p)}
        return [Won(f, h) for f in every.values() for h in f.honours]
    if people:
        found = [w for p in people for w in ctx.base.received(p)]
        found += [
            Won(f, h)
            for p in people
            for f in ctx.base.credited(p, "director")
            for h in f.honours
            if not h.recipients
        ]
        return found
    return ctx.base.honours


def of_person(ctx: Context, person: Person) -> list[Won]:
    """Honours that name the person, and those of films that the person directed."""
    own = list(ctx.base.received(person.id))
    for film in ctx.base.credited(person.id, "director"):
        own += [Won(film, h) for h in film.honours if not h.recipients]
    once: dict[int, Won] = {}
    for won in own:
        once.setdefault(id(won.honour), won)
    return list(once.values())


def meant(ctx: Context, honours: Iterable[Won]) -> list[Won]:
    """Honours under the question's event, year, award and film."""
    every = list(honours)
    if not ctx.films():  # beside a film a genre only says which is meant
        sort = ctx.filters("genre", "type")
        every = [w for w in every if all(passes(ctx.base, w.film, test) for test in sort)]
    sections = ctx.values("section")
    inside = [w for w in every if w.honour.section and w.honour.section.id in sections]
    awards = ctx.values("award") or _of_trade(ctx, every)
    kept = _under(ctx, inside, awards) or _under(ctx, every, awards)
    if not kept and (ctx.films() or ctx.people()):
        # "Its main prize": what the prize is called there may be another word.
        kept = _under(ctx, every, [])
    return kept


_TRADES = {
    "actor": ("best-actor", "best-actress"),
    "director": ("best-director",),
    "cinematographer": ("best-cinematography",),
    "composer": ("best-music",),
    "screenwriter": ("best-screenplay",),
}


def _of_trade(ctx: Context, every: list[Won]) -> list[str]:
    """The awards of the trade that is asked for, where any was given: "which actress won?"."""
    asked = [award for trade in ctx.values("occupation") for award in _TRADES.get(trade, ())]
    return asked if asked and _under(ctx, every, asked) else []


def _under(ctx: Context, honours: list[Won], awards: list[str]) -> list[Won]:
    events, span = set(events_asked(ctx)), ctx.range
    kept = []
    for won in honours:
        honour = won.honour
        if events and honour.event not in events:
            continue
        if not given_there(ctx, honour.event):
            continue
        if awards and not any(
            awarded(honour.award, honour.category, a) or _said(won, a, ctx) for a in awards
        ):
            continue
        if span and not (honour.year and span.touches(str(honour.year))):
            # The Oscars of a year are known by the year of entry and by that of the ceremony.
            edition = honour.edition.en if honour.edition else ""
            if not (span.grain == "year" and str(span.first.year) in edition):
                continue
        kept.append(won)
    return kept


def _lands(ctx: Context) -> list[Filter]:
    """Where the prizes were won: "our wins in Korea", "what did she get in France"."""
    if events_asked(ctx) or ctx.reading.kind == "award.where":
        return []  # a festival has one place; and "where besides Tokyo?" asks of the others
    return [f for f in ctx.filters("country", "place") if f.value not in _HOME]


def given_there(ctx: Context, event: str) -> bool:
    """Whether the event is of a land or town that was named, if any was."""
    lands = _lands(ctx)
    return not lands or any(_held_in(ctx, event, land) for land in lands)


def _held_in(ctx: Context, event: str, land: Filter) -> bool:
    """Whether a festival is of this land or town."""
    own = ctx.base.organisations[event]
    if land.field == "country":
        return own.country == land.value
    country = ctx.base.vocabulary["countries"].get(own.country)
    named = scope.place(ctx, land.value)  # "South Korea" is among the places too
    return named is not None and named.en in (t.en for t in (own.place, country) if t)


def _said(won: Won, award: str, ctx: Context) -> bool:
    """Whether the award's wording holds the wanted one: "Grand Prix for Best Film"."""
    term = ctx.base.vocabulary["awards"].get(award)
    own = won.honour.award.en if won.honour.award else ""
    return bool(term and term.en.casefold() in own.casefold())


def ranked(ctx: Context, found: list[Won]) -> list[Won]:
    """Won before nominated, new before old, well known before little known."""
    order = {"won": 0, "nominated": 1, "selected": 2}
    return sorted(
        found,
        key=lambda w: (
            order[w.honour.result],
            -(w.honour.year or 0),
            -ctx.base.fame(Entity("film", w.film.id)),
        ),
    )


def named(ctx: Context) -> str:
    """The events, awards and time of the question in words."""
    events = [ctx.word.organisation(e) for e in dict.fromkeys(events_asked(ctx))]
    known = ctx.base.vocabulary["awards"]
    awards = [known[a].get(ctx.word.language) for a in ctx.values("award") if a in known]
    sort = tuple(ctx.filters("genre", "type"))
    awards.append(scope.described(ctx, Query(filters=(*sort, *_lands(ctx)))))
    span = [ctx.word.range(ctx.range)] if ctx.range else []
    people = [ctx.word.person(p) for p in ctx.values("maker")]
    return ", ".join(filter(None, [*people, *events, *awards, *span]))


def line(ctx: Context, won: Won, *, event: bool = True, film: bool = True) -> str:
    """One honour in words."""
    said = ctx.word.honour(won.honour, event=event, place=ctx.reading.kind == "award.where")
    loose = f" ({ctx.say('unconfirmed')})" if "year" in won.honour.unsourced else ""
    return (f"{ctx.word.film(won.film)} — {said}" if film else said) + loose


def told(ctx: Context, key: str, found: list[Won], **values: object) -> Answer:
    """The answer ``key`` with these honours as its items."""
    shown = found[:10]
    several = len({w.honour.event for w in shown}) > 1 or not events_asked(ctx)
    several = several or key == "yes-items"  # a yes says to what
    film = ctx.reading.kind not in ("film.awards", "award.where")
    items = [line(ctx, w, event=several or not film, film=film) for w in shown]
    lead = ctx.say(key, count=len(found), items="; ".join(items), **values)
    people = [Entity("person", p) for w in shown[:4] for p in w.honour.recipients]
    return ctx.answer(
        lead[:1190],
        entities=[*(Entity("film", w.film.id) for w in shown), *people],
        sources=[w.honour.source for w in shown],
    )


def no_record(ctx: Context, name: str) -> Answer:
    """What is said where nothing is known, with what it was asked of, if that was named."""
    return ctx.unknown(ctx.say("no-record", name=name, named=int(bool(name))))
