"""Answers about awards: who won, where, how often, who was first."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.base import Won
from knowledge.query import awarded
from knowledge.records import Film

OSCAR = "academy-awards"


def answer(ctx: Context) -> Answer:
    return {
        "award.winner": _winner, "award.where": _where, "award.shown": _shown, "award.wins": _wins,
        "award.yesno": _yesno, "award.count": _count, "award.first": _first,
        "film.awards": _film, "film.oscar": _oscar,
    }[ctx.reading.kind](ctx)  # fmt: skip


def _events(ctx: Context) -> list[str]:
    return [e.id for e in ctx.query.start if e.kind == "organisation"] + ctx.values("event")


def _kept(ctx: Context, honours: Iterable[Won]) -> list[Won]:
    """Honours under the question's event, year, award and film."""
    every = list(honours)
    kept = _under(ctx, every, ctx.values("award"))
    if not kept and (ctx.films() or ctx.people()):
        # "Its main prize": what the prize is called there may be another word.
        kept = _under(ctx, every, [])
    return kept


def _under(ctx: Context, honours: list[Won], awards: list[str]) -> list[Won]:
    events, span = set(_events(ctx)), ctx.range
    kept = []
    for won in honours:
        honour = won.honour
        if events and honour.event not in events:
            continue
        if awards and not any(awarded(honour.award, honour.category, a) or _said(won, a, ctx) for a in awards):
            continue
        if span and not (honour.year and span.touches(str(honour.year))):
            # The Oscars of a year are known by the year of entry and by that of the ceremony.
            edition = honour.edition.en if honour.edition else ""
            if not (span.grain == "year" and str(span.first.year) in edition):
                continue
        kept.append(won)
    return kept


def _said(won: Won, award: str, ctx: Context) -> bool:
    """Whether the award's wording holds the wanted one: "Grand Prix for Best Film"."""
    term = ctx.base.vocabulary["awards"].get(award)
    own = won.honour.award.en if won.honour.award else ""
    return bool(term and term.en.casefold() in own.casefold())


def _all(ctx: Context) -> list[Won]:
    return [Won(f, h) for f in ctx.base.films.values() for h in f.honours]


def _of_subject(ctx: Context) -> list[Won]:
    """Honours of the film or person asked about, else of everybody."""
    films = [ctx.base.films[i] for i in [*(f.id for f in ctx.films()), *ctx.values("film")]]
    people = [p.id for p in ctx.people()] + [v for v in ctx.values("maker")]
    if films:
        found = [Won(f, h) for f in dict.fromkeys(films) for h in f.honours]
        if people:
            found = [w for w in found if not w.honour.recipients or set(people) & set(w.honour.recipients)]
        return found
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
    return _all(ctx)


def _ranked(ctx: Context, found: list[Won]) -> list[Won]:
    order = {"won": 0, "nominated": 1, "selected": 2}
    return sorted(
        found,
        key=lambda w: (
            order[w.honour.result], -(w.honour.year or 0), -ctx.base.fame(Entity("film", w.film.id)),
        ),
    )  # fmt: skip


def _line(ctx: Context, won: Won, *, event: bool = True, film: bool = True) -> str:
    said = ctx.word.honour(won.honour, event=event, place=ctx.reading.kind == "award.where")
    loose = f" ({ctx.say('unconfirmed')})" if "year" in won.honour.unsourced else ""
    return (f"{ctx.word.film(won.film)} — {said}" if film else said) + loose


def _answer(ctx: Context, key: str, found: list[Won], **values: object) -> Answer:
    shown = found[:10]
    several = len({w.honour.event for w in shown}) > 1 or not _events(ctx)
    film = ctx.reading.kind not in ("film.awards", "award.where")
    items = [_line(ctx, w, event=several or not film, film=film) for w in shown]
    lead = ctx.say(key, count=len(found), items="; ".join(items), **values)
    people = [Entity("person", p) for w in shown[:4] for p in w.honour.recipients]
    return ctx.answer(
        lead[:1190], entities=[*(Entity("film", w.film.id) for w in shown), *people],
        sources=[w.honour.source for w in shown],
    )  # fmt: skip


def _name(ctx: Context) -> str:
    events = [ctx.word.organisation(e) for e in dict.fromkeys(_events(ctx))]
    known = ctx.base.vocabulary["awards"]
    awards = [known[a].get(ctx.word.language) for a in ctx.values("award") if a in known]
    span = [ctx.word.range(ctx.range)] if ctx.range else []
    return ", ".join([*events, *awards, *span])


def _winner(ctx: Context) -> Answer:
    found = [w for w in _kept(ctx, _of_subject(ctx)) if w.honour.result == "won"]
    if not found:
        found = _foreign(ctx)
        if isinstance(found, str):
            return ctx.answer(found) if found else ctx.unknown(ctx.say("no-record", name=_name(ctx)))
    return _answer(ctx, "award-winner", _ranked(ctx, found), name=_name(ctx))


def _foreign(ctx: Context) -> str:
    """Winners without a record here: an event's other honours and prizes given to persons."""
    span, awards = ctx.range, ctx.values("award")
    said = []
    for event in _events(ctx):
        for person, prize in ctx.base.prizes_at(event):
            if prize.award and awards and not any(awarded(prize.award, "", a) for a in awards):
                continue
            if span and not (prize.year and span.touches(str(prize.year))):
                continue
            award = f": {prize.award.get(ctx.word.language)}" if prize.award else ""
            said.append(f"{ctx.word.organisation(event)}, {prize.year or ''}{award} — {ctx.word.person(person.id)}")
        organisation = ctx.base.organisations.get(event)
        for other in organisation.other_honours if organisation else ():
            if awards and not (other.award and any(awarded(other.award, "", a) for a in awards)):
                continue
            if span and not (other.year and span.touches(str(other.year))):
                continue
            award = other.award.get(ctx.word.language) if other.award else ""
            who = ", ".join([*(ctx.word.quoted(t) for t in [other.film_title] if t), *other.recipients])
            said.append(f"{award} — {who}" + (f" ({other.year})" if other.year else ""))
    return "; ".join(said[:8])


def _where(ctx: Context) -> Answer:
    found = [w for w in _kept(ctx, _of_subject(ctx)) if w.honour.result == "won"]
    name = ctx.word.films(ctx.films()[:2]) or ctx.word.people([p.id for p in ctx.people()])
    if not found:
        return ctx.unknown(ctx.say("no-wins", name=name))
    return _answer(ctx, "award-where", _ranked(ctx, found), name=name)


def _shown(ctx: Context) -> Answer:
    found = _kept(ctx, _of_subject(ctx))
    seen = {w.film.id for w in found}
    events, span = set(_events(ctx)), ctx.range
    premieres: list[Film] = [
        f
        for f in ctx.base.films.values()
        if f.id not in seen
        and any(p.event in events and (not span or span.touches(p.date)) for p in f.premieres)
    ]
    if not found and not premieres:
        return ctx.unknown(ctx.say("no-record", name=_name(ctx)))
    films: dict[str, list[str]] = {}
    for won in _ranked(ctx, found):
        films.setdefault(won.film.id, []).append(ctx.word.award(won.honour) + _result(ctx, won))
    items = [
        f"{ctx.word.film(ctx.base.films[f])} — {', '.join(dict.fromkeys(said[:3]))}"
        for f, said in films.items()
    ] + [ctx.word.film(f) for f in premieres]
    shown, pages = ctx.paged(items)
    lead = ctx.say("award-shown", name=_name(ctx), count=len(items), items="; ".join(shown))
    return ctx.answer(
        lead[:1190], pages=pages,
        entities=[*(Entity("film", f) for f in films), *(Entity("film", f.id) for f in premieres)],
        sources=[w.honour.source for w in found],
    )  # fmt: skip


def _result(ctx: Context, won: Won) -> str:
    return f" ({ctx.say('result-won')})" if won.honour.result == "won" and won.honour.award else ""


def _wins(ctx: Context) -> Answer:
    found = [w for w in _kept(ctx, _of_subject(ctx)) if w.honour.result == "won"]
    if not found:
        foreign = _foreign(ctx)
        return ctx.answer(foreign) if foreign else _shown(ctx)
    return _answer(ctx, "award-wins", _ranked(ctx, found), name=_name(ctx))


def _film(ctx: Context) -> Answer:
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    every = [Won(f, h) for f in films for h in f.honours]
    found = _kept(ctx, every)
    name = ctx.word.films(films[:3])
    if not found:
        if every:
            return ctx.unknown(ctx.say("no-record-film", name=name, event=_name(ctx)))
        return ctx.unknown(ctx.say("no-wins", name=name))
    found = _ranked(ctx, found)
    won = [w for w in found if w.honour.result == "won"]
    key = "film-awards" if won else "film-nominations"
    shown = won or found
    result = _answer(ctx, key, shown, name=name)
    return result


def _complete(ctx: Context, event: str, result: str) -> bool:
    organisation = ctx.base.organisations.get(event)
    return bool(organisation and result in organisation.complete)


def _yesno(ctx: Context) -> Answer:
    """Yes with the proof; "no" only where the event's records are complete; else no record of it."""
    found = _kept(ctx, _of_subject(ctx))
    won = [w for w in found if w.honour.result == "won"]
    name = ctx.word.films(ctx.films()[:2]) or ctx.word.people([p.id for p in ctx.people()][:2])
    wants_nomination = "nominated" in ctx.values("result")
    if wants_nomination and any(w.honour.result != "selected" for w in found):
        return _answer(ctx, "yes-items", [w for w in _ranked(ctx, found) if w.honour.result != "selected"])
    if won and not wants_nomination:
        return _answer(ctx, "yes-items", _ranked(ctx, won))
    wanted = "nominated" if wants_nomination else "won"
    events = _events(ctx)
    if events and all(_complete(ctx, e, wanted) for e in events):
        items = "; ".join(_line(ctx, w, film=not name) for w in _ranked(ctx, found)[:4])
        lead = ctx.say("no-items", name=name or ctx.word.list([ctx.word.organisation(e) for e in events]),
                       items=items, any=int(bool(found)))  # fmt: skip
        return ctx.answer(lead, sources=[w.honour.source for w in found[:4]])
    if found:
        lead = ctx.say("not-won-but", name=name, items="; ".join(_line(ctx, w, film=not name) for w in _ranked(ctx, found)[:4]))
        return ctx.answer(lead, sources=[w.honour.source for w in found[:4]])
    return ctx.unknown(ctx.say("no-record", name=", ".join(filter(None, (name, _name(ctx))))))


def _oscar(ctx: Context) -> Answer:
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    film = films[0]
    found = [h for h in film.honours if h.event == OSCAR]
    name = ctx.word.film(film)
    if not found:
        if film.countries and "KZ" not in film.countries:
            return ctx.unknown(ctx.say("no-record-film", name=name, event=ctx.word.organisation(OSCAR)))
        return ctx.answer(
            ctx.say("oscar-no", name=name), sources=ctx.base.organisations[OSCAR].sources[:2]
        )
    nominated = any(h.result == "nominated" for h in found)
    said = "; ".join(ctx.word.honour(h) for h in found)
    shortlist = any(h.section and "short" in h.section.en for h in found)
    asked = set(ctx.values("result"))
    wants = "nominated" in asked and "entered" not in asked
    if asked == {"won"}:
        lead = ctx.say("no-items", name=name, items=said, any=1)
        return ctx.answer(lead, sources=[h.source for h in found])
    if wants and not nominated:
        key = "oscar-entered-not-nominated"
    else:
        key = "oscar-yes"
    lead = ctx.say(key, name=name, items=said, shortlist=int(shortlist))
    return ctx.answer(lead, sources=[h.source for h in found])


def _count(ctx: Context) -> Answer:
    found = _kept(ctx, _of_subject(ctx))
    won = [w for w in found if w.honour.result == "won"]
    events = _events(ctx)
    people = ctx.people()
    if people and events and len({w.film.id for w in found}) and not won:
        kept = list({w.film.id: w for w in found}.values())
        return _answer(ctx, "count-films", kept, name=_name(ctx))
    kept = won or found
    if not kept:
        return ctx.unknown(ctx.say("no-record", name=_name(ctx)))
    name = ctx.word.films(ctx.films()[:1]) or ctx.word.people([p.id for p in people])
    return _answer(ctx, "count-awards", _ranked(ctx, kept), name=", ".join(filter(None, (name, _name(ctx)))))


def _first(ctx: Context) -> Answer:
    found = _kept(ctx, _of_subject(ctx))
    wanted = ctx.values("result")
    won = [w for w in found if w.honour.result == "won"]
    pool = found if "selected" in wanted else won or found
    dated = sorted((w for w in pool if w.honour.year), key=lambda w: w.honour.year or 0)
    if not dated:
        return ctx.unknown(ctx.say("no-record", name=_name(ctx)))
    first = [w for w in dated if w.honour.year == dated[0].honour.year]
    return _answer(ctx, "award-first", first, name=_name(ctx))
