"""What cinemas announce, beside the answers about premieres."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.answers.wording import Wording
from knowledge.factbase.dates import Range
from knowledge.factbase.records import Film, Term
from knowledge.factbase.showings import Showing
from knowledge.query import passes

JOINED = ("premiere.period", "premiere.upcoming", "film.premiere", "film.watch")
"""The kinds of question to which a programme has something to say."""
_AHEAD = timedelta(days=60)
_FILMS, _PLACES = 8, 6
"""So many films of a programme are named, and so many cinemas of a film."""


def with_programme(ctx: Context, answer: Answer) -> Answer:
    """The answer together with the showings that belong to it; itself where there are none."""
    if ctx.reading.kind.startswith("premiere."):
        span = ctx.range or Range(ctx.today, ctx.today + _AHEAD, "open")
        films = [f for f in map(ctx.base.films.get, ctx.base.showings) if f and _asked(ctx, f)]
        found = {f.id: _inside(ctx, f, span) for f in films}
        found = {film: own for film, own in found.items() if own}
        if not found:
            return answer
        first = sorted(found, key=lambda film: found[film][0].order)
        items = [film_line(ctx.word, ctx.base.films[i], found[i]) for i in first[:_FILMS]]
        lead = ctx.say("showings", count=len(first), items="; ".join(items))
        if answer.lead.startswith(ctx.say("premieres-none", when=ctx.word.range(span))):
            answer = replace(answer, kind="unknown", sources=())
        return _joined(answer, lead, [s for i in first for s in found[i]])
    ahead = [
        s
        for film in ctx.films()
        for s in _inside(ctx, film, Range(ctx.today, ctx.today + _AHEAD, "open"))
    ]
    if not ahead:
        return answer
    film = ctx.base.films[ahead[0].film]
    own = [s for s in ahead if s.film == film.id]
    lead = ctx.say("showings-film", item=film_line(ctx.word, film, own))
    if answer.kind == "answer":
        return replace(answer, lines=(lead, *answer.lines), sources=_sources(own, answer.sources))
    return _joined(answer, lead, own)


def in_asked_place(ctx: Context, place: Term | None) -> bool:
    """Whether a premiere may count where a place was asked for; without one it is everywhere."""
    asked = ctx.values("place")
    return not asked or place is None or place.id in asked


def film_line(word: Wording, film: Film, showings: Iterable[Showing]) -> str:
    """«Ауру» — 28 November: Almaty, Chaplin MEGA, 19:00; Astana, Kinopark 8."""
    days: dict[date, list[str]] = {}
    for showing in sorted(showings, key=lambda s: s.order):
        where = _where(word, showing)
        own = days.setdefault(showing.day, [])
        if where and where not in own:
            own.append(where)
    said = []
    for day, places in list(days.items())[:3]:
        more = len(places) - _PLACES
        rest = f" {word.say('showings-more', count=more)}" if more > 0 else ""
        at = f": {', '.join(places[:_PLACES])}{rest}" if places else ""
        said.append(f"{word.day_of_year(day)}{at}")
    if len(days) > 3:
        said.append(word.say("showings-until", day=word.day_of_year(max(days))))
    return f"{word.title(film)} — {', '.join(said)}"


def _where(word: Wording, showing: Showing) -> str:
    place = word.base.vocabulary.get("places", {}).get(showing.city)
    city = place.get(word.language) if place else showing.city
    at = showing.at.strftime("%H:%M") if showing.at else ""
    name = " ".join(part for part in (city, showing.cinema) if part)
    return f"{name} {at}".strip()


def _inside(ctx: Context, film: Film, span: Range) -> list[Showing]:
    asked = ctx.values("place")
    return [
        s
        for s in ctx.base.showings.get(film.id, ())
        if span.first <= s.day <= span.last and (not asked or s.city in asked)
    ]


def _asked(ctx: Context, film: Film) -> bool:
    return all(passes(ctx.base, film, test) for test in ctx.filters("genre", "type"))


def _joined(answer: Answer, lead: str, showings: list[Showing]) -> Answer:
    """The programme first, and what else is known after it."""
    films = [Entity("film", s.film) for s in showings]
    after = (answer.lead, *answer.lines) if answer.kind == "answer" else ()
    return replace(
        answer,
        kind="answer",
        lead=lead[:1190],
        lines=after,
        entities=tuple(dict.fromkeys((*films, *answer.entities))),
        sources=_sources(showings, answer.sources),
    )


def _sources(showings: Iterable[Showing], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(s.source for s in showings if s.source), *others)))[:6]
