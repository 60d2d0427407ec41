"""Answers about the showings of a film: premieres, festivals, what it took, where to see it."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.factbase.dates import precision
from knowledge.factbase.records import Film, Premiere

_OPENING = (
    "theatrical",
    "national",
    "planned",
    "tv",
    "streaming",
    "world",
    "festival",
    "international",
)


def opening(film: Film) -> Premiere | None:
    """The premiere people mean by "when did it open": at home, best known date first."""
    ranked = sorted(
        film.premieres,
        key=lambda p: (
            p.kind in ("festival", "international"),  # shown there, not opened
            p.country not in ("KZ", "SU", ""),
            _OPENING.index(p.kind),
            -len(p.date),
            p.date,
        ),
    )
    return ranked[0] if ranked else None


def premiere_line(ctx: Context, premiere: Premiere) -> str:
    word = ctx.word
    kind = ctx.base.vocabulary["premieres"][premiere.kind].get(word.language)
    place = premiere.place.get(word.language) if premiere.place else ""
    if premiere.event:
        event = word.organisation(premiere.event)
        place = f"{event}, {place}" if place else event
    note = f" ({premiere.note.get(word.language)})" if premiere.note else ""
    where = f", {place}" if place else ""
    return f"{word.date(premiere.date)} — {kind}{where}{note}"


def _premiere(ctx: Context, film: Film) -> Answer:
    first = opening(film)
    if first is None:
        if film.year:
            lead = ctx.say("film-premiere-year", film=ctx.word.title(film), year=str(film.year))
            return ctx.answer(lead + ctx.mark(film, "year"), sources=film.sources)
        return ctx.gap(ctx.word.film(film), "premiere", film.sources)
    kind = first.kind
    future = precision(first.date) == "day" and first.date > ctx.today.isoformat()
    same = [p for p in film.premieres if p.kind == kind and p.country == first.country][:3]
    same += [p for p in film.premieres if p.kind == "world" and p not in same][:1]
    said = "; ".join(premiere_line(ctx, p) for p in same)
    lead = ctx.say("film-premiere", film=ctx.word.title(film), when=said, future=int(future))
    others = [premiere_line(ctx, p) for p in film.premieres if p not in same][:6]
    return ctx.answer(
        lead + ctx.mark(film, "premieres"),
        [*others, ctx.disagreement(film, "premieres")],
        sources=film.sources,
    )


def _premiere_place(ctx: Context, film: Film) -> Answer:
    dated = sorted(film.premieres, key=lambda p: (p.kind not in ("world",), p.date))
    if not dated:
        return _festivals(ctx, film)
    lead = ctx.say(
        "film-first-shown", film=ctx.word.title(film), where=premiere_line(ctx, dated[0])
    )
    return ctx.answer(lead, [premiere_line(ctx, p) for p in dated[1:6]], sources=film.sources)


def _festivals(ctx: Context, film: Film) -> Answer:
    word = ctx.word
    shown: dict[str, str] = {}
    for premiere in sorted(film.premieres, key=lambda p: (p.kind != "world", p.date)):
        if premiere.event:
            first = f" ({ctx.base.vocabulary['premieres']['world'].get(word.language)})"
            shown.setdefault(
                premiere.event,
                f"{word.organisation(premiere.event)}, {premiere.date[:4]}"
                + (first if premiere.kind == "world" else ""),
            )
    for honour in film.honours:
        year = f", {honour.year}" if honour.year else ""
        shown.setdefault(honour.event, f"{word.organisation(honour.event)}{year}")
    if not shown:
        return ctx.gap(word.film(film), "festivals", film.sources)
    asked = set(ctx.values("event"))  # "in which year was it at X?"
    shown = {event: said for event, said in shown.items() if event in asked} or shown
    lead = ctx.say(
        "film-festivals", film=word.film(film), festivals="; ".join(list(shown.values())[:14])
    )
    return ctx.answer(
        lead, entities=[Entity("organisation", o) for o in list(shown)[:6]], sources=film.sources
    )


def _boxoffice(ctx: Context, film: Film) -> Answer:
    said = []
    for sum_ in film.box_office:
        note = f" ({sum_.note.get(ctx.word.language)})" if sum_.note else ""
        said.append(f"{ctx.word.money(sum_)}, {sum_.scope.get(ctx.word.language)}{note}")
    for seen in film.admissions:
        note = f" ({seen.note.get(ctx.word.language)})" if seen.note else ""
        said.append(f"{ctx.word.admissions(seen)}, {seen.scope.get(ctx.word.language)}{note}")
    if not said:
        return ctx.gap(ctx.word.film(film), "boxoffice", film.sources)
    lead = ctx.say("film-boxoffice", film=ctx.word.film(film), sums="; ".join(said))
    return ctx.answer(
        lead + ctx.mark(film, "box_office"),
        [ctx.disagreement(film, "box_office")],
        sources=film.sources,
    )


def _watch(ctx: Context, film: Film) -> Answer:
    return _linked(ctx, film, "watch")


def _trailer(ctx: Context, film: Film) -> Answer:
    return _linked(ctx, film, "trailer")


def _rating(ctx: Context, film: Film) -> Answer:
    return _linked(ctx, film, "rating")


def _linked(ctx: Context, film: Film, kind: str) -> Answer:
    urls = [link.url for link in film.links if link.kind == kind]
    if urls:
        return ctx.answer(
            ctx.say(f"film-{kind}", film=ctx.word.film(film), url=urls[0]), sources=urls
        )
    return ctx.unknown(ctx.say(f"no-{kind}", film=ctx.word.film(film)))


ANSWERS: dict[str, Callable[[Context, Film], Answer]] = {
    "film.premiere": _premiere,
    "film.premiere_place": _premiere_place,
    "film.festivals": _festivals,
    "film.boxoffice": _boxoffice,
    "film.watch": _watch,
    "film.trailer": _trailer,
    "film.rating": _rating,
}
