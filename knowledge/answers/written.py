"""Answers that stand written in the base: topics, news, organisations."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.factbase.records import News, Organisation, Topic


def topic(ctx: Context, found: Topic) -> Answer:
    """A written answer, with what it is about."""
    entities = [
        Entity("topic", found.id),
        *(Entity("film", i) for i in found.films),
        *(Entity("person", i) for i in found.people),
        *(Entity("organisation", i) for i in found.organisations),
    ]
    note = next((c.note for c in found.conflicts if c.note), None)
    line = ctx.say("conflict-note", note=note.get(ctx.word.language)) if note else ""
    loose = f" ({ctx.say('unconfirmed')})" if found.unsourced else ""
    return ctx.answer(
        found.answer.get(ctx.word.language)[:1180] + loose,
        [line],
        entities=entities,
        sources=found.sources,
    )


def item(ctx: Context, found: News) -> Answer:
    lead = f"{ctx.word.date(found.date)}: {found.text.get(ctx.word.language)}"
    entities = [Entity("news", found.id), *(Entity("film", i) for i in found.films)]
    return ctx.answer(lead[:1190], entities=entities, sources=found.sources)


def news(ctx: Context) -> Answer:
    if ctx.reading.kind == "news.about":
        return _about(ctx)
    items = sorted(ctx.base.news.values(), key=lambda n: n.date, reverse=True)
    items = [n for n in items if n.date <= ctx.today.isoformat()]
    if ctx.range:
        items = [n for n in items if ctx.range.covers(n.date)]
        if not items:
            return ctx.unknown(ctx.say("news-none-in", when=ctx.word.range(ctx.range)))
    return _listed(ctx, items)


def _about(ctx: Context) -> Answer:
    items: list[News] = []
    for entity in ctx.query.start:
        items += ctx.base.news_of(entity)
    if ctx.range:
        items = [n for n in items if ctx.range.covers(n.date)]
    items = sorted(dict.fromkeys(items), key=lambda n: n.date, reverse=True)
    if not items:
        topics = [t for e in ctx.query.start for t in ctx.base.topics_of(e)]
        if topics:
            return topic(ctx, max(topics, key=lambda t: t.date))
        return ctx.unknown(ctx.say("news-none"))
    return _listed(ctx, items)


def _listed(ctx: Context, items: list[News]) -> Answer:
    if not items:
        return ctx.unknown(ctx.say("news-none"))
    if len(items) == 1:
        return item(ctx, items[0])
    shown = [f"{ctx.word.date(n.date)}: {n.text.get(ctx.word.language)}" for n in items[:4]]
    lead, kept = "", 0
    for text in shown:
        if len(lead) + len(text) > 1100 and kept:
            break
        lead, kept = f"{lead}\n{text}".strip(), kept + 1
    lines = [
        f"{ctx.word.date(n.date)}: {n.headline.get(ctx.word.language)}"
        for n in items[kept : kept + 6]
    ]
    return ctx.answer(
        lead[:1190],
        lines,
        entities=[Entity("news", n.id) for n in items[:10]],
        sources=_sources(items[:kept]),
    )


def _sources(items: Iterable[News]) -> list[str]:
    return [s for n in items for s in n.sources[:2]]


def organisation(ctx: Context) -> Answer:
    found = ctx.organisations()
    if not found:
        return ctx.unknown(ctx.say("no-such-organisation"))
    own = found[0]
    kind = ctx.reading.kind
    if kind == "org.where":
        if not own.place:
            return ctx.gap(ctx.word.organisation(own.id), "place", own.sources)
        return ctx.answer(
            ctx.say("org-where", name=ctx.word.organisation(own.id), place=ctx.word.place(own)),
            sources=own.sources,
        )
    if kind == "org.when":
        if not own.founded:
            return ctx.gap(ctx.word.organisation(own.id), "founded", own.sources)
        return ctx.answer(
            ctx.say(
                "org-founded", name=ctx.word.organisation(own.id), date=ctx.word.date(own.founded)
            ),
            sources=own.sources,
        )
    return _card(ctx, own)


def _card(ctx: Context, own: Organisation) -> Answer:
    word = ctx.word
    kind = ctx.base.vocabulary["kinds"].get(own.kind)
    head = f"{word.organisation(own.id)} — {kind.get(word.language) if kind else own.kind}"
    if own.place:
        head += f", {word.place(own)}"
    parts = [f"{head}."]
    if own.founded:
        parts.append(ctx.say("org-since", date=word.date(own.founded)))
    if own.note:
        parts.append(own.note.get(word.language))
    won = [w for w in ctx.base.honours_at(own.id) if w.honour.result == "won"]
    if won:
        won.sort(key=lambda w: -(w.honour.year or 0))
        items = "; ".join(f"{word.film(w.film)} — {word.award(w.honour)}" for w in won[:5])
        parts.append(ctx.say("org-wins", count=len(won), items=items))
    told = [
        topic.answer.get(word.language)
        for topic in ctx.base.topics_of(Entity("organisation", own.id))[:3]
    ]
    if told and not own.note:
        parts.append(told.pop(0))
    lines = told[:2]
    return ctx.answer(" ".join(parts)[:1190], lines, sources=own.sources)
