"""Whether something was won: yes with the proof, no only where the records are complete."""

from __future__ import annotations

from knowledge.answer import Answer, Entity
from knowledge.answers import honours
from knowledge.answers.context import Context
from knowledge.answers.showings import premiere_line

OSCAR = "academy-awards"


def _complete(ctx: Context, event: str, result: str) -> bool:
    organisation = ctx.base.organisations.get(event)
    return bool(organisation and result in organisation.complete)


def _took_part(ctx: Context) -> bool:
    """Whether it is asked that a film was at a festival, not what it won there."""
    asked = set(ctx.values("result"))
    events = [ctx.base.organisations[e] for e in honours.events_asked(ctx)]
    festivals = bool(events) and all(event.kind == "festival" for event in events)
    if asked and asked <= {"selected", "entered"}:
        return True
    return (
        not asked and festivals and not ctx.values("award") and bool(ctx.films() or ctx.people())
    )


def _shown_there(ctx: Context) -> Answer | None:
    """Yes, where the film had a premiere at the festival and it is asked whether it was there."""
    events = honours.events_asked(ctx)
    shown = [(f, p) for f in ctx.films() for p in f.premieres if p.event in events]
    span = ctx.range
    shown = [(f, p) for f, p in shown if not span or span.touches(p.date)]
    if not shown or not _took_part(ctx):
        return None
    items = "; ".join(f"{ctx.word.film(f)} — {premiere_line(ctx, p)}" for f, p in shown)
    return ctx.answer(
        ctx.say("yes-items", count=len(shown), items=items),
        entities=[Entity("film", f.id) for f, _ in shown],
        sources=[source for f, _ in shown for source in f.sources],
    )


def yesno(ctx: Context) -> Answer:
    """Yes with the proof; "no" where the event's records are complete; else no record of it."""
    found = honours.meant(ctx, honours.of_subject(ctx))
    won = [w for w in found if w.honour.result == "won"]
    name = ctx.word.films(ctx.films()[:2]) or ctx.word.people([p.id for p in ctx.people()][:2])
    wants_nomination = "nominated" in ctx.values("result")
    if wants_nomination and any(w.honour.result != "selected" for w in found):
        return honours.told(
            ctx,
            "yes-items",
            [w for w in honours.ranked(ctx, found) if w.honour.result != "selected"],
        )
    if found and _took_part(ctx):
        return honours.told(ctx, "yes-items", honours.ranked(ctx, found))
    if won and not wants_nomination:
        return honours.told(ctx, "yes-items", honours.ranked(ctx, won))
    if shown := _shown_there(ctx):
        return shown
    wanted = "nominated" if wants_nomination else "won"
    events = honours.events_asked(ctx)
    if events and all(_complete(ctx, e, wanted) for e in events):
        items = "; ".join(
            honours.line(ctx, w, film=not name) for w in honours.ranked(ctx, found)[:4]
        )
        lead = ctx.say(
            "no-items",
            name=name or ctx.word.list([ctx.word.organisation(e) for e in events]),
            items=items,
            any=int(bool(found)),
        )
        return ctx.answer(lead, sources=[w.honour.source for w in found[:4]])
    if found:
        lead = ctx.say(
            "not-won-but",
            named=int(bool(name)),
            name=name,
            items="; ".join(
                honours.line(ctx, w, film=not name) for w in honours.ranked(ctx, found)[:4]
            ),
        )
        return ctx.answer(
            lead,
            entities=[Entity("film", w.film.id) for w in found[:4]],
            sources=[w.honour.source for w in found[:4]],
        )
    return honours.no_record(ctx, ", ".join(filter(None, (name, honours.named(ctx)))))


def oscar(ctx: Context) -> Answer:
    """How far the film came at the Oscars; the list of Kazakh entries is complete."""
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    film = films[0]
    found = [h for h in film.honours if h.event == OSCAR]
    name = ctx.word.film(film)
    if not found:
        if film.countries and "KZ" not in film.countries:
            return ctx.unknown(
                ctx.say("no-record-film", name=name, event=ctx.word.organisation(OSCAR))
            )
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
    key = "oscar-entered-not-nominated" if wants and not nominated else "oscar-yes"
    lead = ctx.say(key, name=name, items=said, shortlist=int(shortlist))
    return ctx.answer(lead, sources=[h.source for h in found])
