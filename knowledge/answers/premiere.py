"""Premieres: what is to come, what opened in a period, what happened on this day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answer import Answer, Entity
from knowledge.answers import scope
from knowledge.answers.context import Context
from knowledge.answers.programme import in_asked_place
from knowledge.answers.showings import opening
from knowledge.factbase.dates import Range, latest, precision
from knowledge.factbase.records import Film, Premiere
from knowledge.query import Query, passes

HOME = ("KZ", "SU", "")


@dataclass(frozen=True, slots=True)
class Opened:
    film: Film
    premiere: Premiere


def answer(ctx: Context) -> Answer:
    if ctx.reading.kind == "premiere.onthisday":
        return _on_this_day(ctx)
    if ctx.reading.kind == "premiere.upcoming" and (
        ctx.range is None or ctx.range.grain == "open"
    ):
        return _upcoming(ctx)
    return _period(ctx)


def premieres(ctx: Context, span: Range) -> list[Opened]:
    """Premieres inside the span and place, at home first, by date; each film once."""
    found: dict[str, Opened] = {}
    for film in _of_sort(ctx):
        inside = [
            p for p in film.premieres if span.covers(p.date) and in_asked_place(ctx, p.place)
        ]
        if inside:
            inside.sort(key=lambda p: (p.country not in HOME, p.kind == "international", p.date))
            found[film.id] = Opened(film, inside[0])
    home = [o for o in found.values() if _at_home(o)]
    away = [o for o in found.values() if not _at_home(o)]
    return [
        *sorted(home, key=lambda o: (o.premiere.date, o.film.id)),
        *sorted(away, key=lambda o: (o.premiere.date, o.film.id)),
    ]


def _of_sort(ctx: Context) -> Iterable[Film]:
    """The films of the genre or type that was asked for, or all."""
    films = ctx.base.films.values()
    tests = ctx.filters("genre", "type")
    return [f for f in films if all(passes(ctx.base, f, t) for t in tests)] if tests else films


def _at_home(opened: Opened) -> bool:
    return opened.premiere.country in HOME and opened.premiere.kind != "festival"


def _line(ctx: Context, opened: Opened) -> str:
    premiere = opened.premiere
    abroad = (
        ""
        if premiere.country in ("KZ", "") or not premiere.place
        else f", {premiere.place.get(ctx.word.language)}"
    )
    return f"{ctx.word.title(opened.film)} — {ctx.word.date(premiere.date)}{abroad}"


def _period(ctx: Context) -> Answer:
    span = ctx.range or Range(date(ctx.today.year, 1, 1), date(ctx.today.year, 12, 31), "year")
    found = premieres(ctx, span)
    somewhere = bool(ctx.filters("place", "country"))  # of a film's year that is not known
    if span.grain in ("year", "decade", "years") and not somewhere:
        known = {o.film.id for o in found}
        of_year = [
            f for f in _of_sort(ctx) if f.year and span.covers(str(f.year)) and f.id not in known
        ]
        of_year.sort(key=lambda f: -ctx.base.fame(Entity("film", f.id)))
    else:
        of_year = []
    sort = scope.described(ctx, Query(filters=tuple(ctx.filters("genre", "type"))))
    when = ", ".join(filter(None, (ctx.word.range(span), sort)))
    if not found and not of_year:
        if span.name == "every_year" and (other := _on_this_day(ctx)).kind == "answer":
            # "What came out on 5 April" names no year.
            return replace(other, asked="premiere.onthisday")
        lead = ctx.say("premieres-none", when=when)
        if span.last >= ctx.today:
            return _upcoming(ctx, before=lead)
        return ctx.unknown(lead)
    items = [_line(ctx, o) for o in found] + [ctx.word.title(f) for f in of_year]
    shown, pages = ctx.paged(items)
    lead = ctx.say("premieres", when=when, count=len(items), items="; ".join(shown))
    rest = len(items) - len(shown)
    if rest > 0:
        lead += " " + ctx.say("and-more", count=rest)
    films = [o.film for o in found] + of_year
    return ctx.answer(
        lead[:1190],
        pages=pages,
        entities=[Entity("film", f.id) for f in films[:40]],
        sources=[s for f in films[:6] for s in f.sources[:1]],
    )


def _upcoming(ctx: Context, before: str = "") -> Answer:
    """Films dated after today; those known only to the year are said to be announced."""
    today = ctx.today
    dated: list[Opened] = []
    announced: list[Film] = []
    for film in _of_sort(ctx):
        coming = [p for p in film.premieres if latest(p.date) >= today and p.country in HOME]
        if coming:
            first = min(coming, key=lambda p: p.date)
            if precision(first.date) != "year":
                dated.append(Opened(film, first))
                continue
        if coming or (film.year and film.year >= today.year and not _opened(film, today)):
            announced.append(film)
    dated.sort(key=lambda o: (o.premiere.date, o.film.id))
    announced.sort(key=lambda f: (f.year or 0, -ctx.base.fame(Entity("film", f.id))))
    newest = ctx.word.date(ctx.base.newest.isoformat())
    items = [_line(ctx, o) for o in dated]
    if not items and not announced:
        return ctx.unknown(ctx.say("upcoming-none", newest=newest))
    items, pages = ctx.paged(items)
    titles, more = ctx.paged([ctx.word.film(film) for film in announced])
    items = items if ctx.page <= pages else []
    titles = titles if ctx.page <= more else []
    shown = ctx.say("announced", films=", ".join(titles)) if titles else ""
    lead = ctx.say(
        "upcoming",
        items="; ".join(items),
        any=int(bool(items)),
        announced=shown,
        newest=newest,
    )
    lead = f"{before} {lead}".strip()
    films = [o.film for o in dated] + announced
    return ctx.answer(
        lead[:1190],
        pages=max(pages, more),
        entities=[Entity("film", f.id) for f in films[:30]],
        sources=[s for f in films[:6] for s in f.sources[:1]],
    )


def _opened(film: Film, today: date) -> bool:
    first = opening(film)
    return first is not None and latest(first.date) < today


def _on_this_day(ctx: Context) -> Answer:
    """Premieres, births, deaths and awards of this day in other years."""
    day = ctx.range.first if ctx.range and ctx.range.grain == "day" else ctx.today
    mark = day.isoformat()[4:]
    day = day.replace(year=max(day.year, ctx.today.year))
    events: list[tuple[str, str, Entity, tuple[str, ...]]] = []
    for film in ctx.base.films.values():
        for premiere in film.premieres:
            if premiere.date[4:] == mark and premiere.date < day.isoformat():
                kind = ctx.base.vocabulary["premieres"][premiere.kind].get(ctx.word.language)
                place = f", {premiere.place.get(ctx.word.language)}" if premiere.place else ""
                said = f"{premiere.date[:4]}: {ctx.word.title(film)} — {kind}{place}"
                events.append((premiere.date, said, Entity("film", film.id), film.sources[:1]))
    for person in ctx.base.people.values():
        for field in ("born", "died"):
            when = getattr(person, field)
            if when[4:] == mark:
                said = f"{when[:4]}: {ctx.say('day-' + field, name=ctx.word.person(person.id))}"
                events.append((when, said, Entity("person", person.id), person.sources[:1]))
    for topic in ctx.base.topics.values():
        if topic.date[4:] == mark and len(topic.date) == 10:
            said = f"{topic.date[:4]}: {topic.answer.get(ctx.word.language)}"
            events.append((topic.date, said, Entity("topic", topic.id), topic.sources[:1]))
    when = ctx.word.day_of_year(day)
    if not events:
        return ctx.unknown(ctx.say("on-this-day-none", day=when))
    ranked = sorted(events, key=lambda e: (-ctx.base.fame(e[2]), e[0]))[:6]
    ranked.sort(key=lambda e: e[0])
    lead = ctx.say("on-this-day", day=when, items="; ".join(e[1].rstrip(".") for e in ranked))
    return ctx.answer(
        lead[:1190], entities=[e[2] for e in ranked], sources=[s for e in ranked for s in e[3]]
    )
