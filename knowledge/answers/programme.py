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
_FILMS, _DAYS, _PLACES = 8, 3, 6
"""So many films of a programme are named, days of a film, and cinemas of a day."""


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
            answer = replace(answer, kind="unknown", entities=(), sources=())
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
    """«Ауру» — 28 November: Almaty Chaplin MEGA 19:00, Astana Kinopark 8."""
    days: dict[date, list[Showing]] = {}
    for showing in sorted(showings, key=lambda s: s.order):
        days.setdefault(showing.day, []).append(showing)
    said = []
    for day, own in list(days.items())[:_DAYS]:
        where = places(word, own)
        said.append(f"{word.day_of_year(day)}: {where}" if where else word.day_of_year(day))
    if len(days) > _DAYS:
        said.append(word.say("showings-until", day=word.day_of_year(max(days))))
    return f"{word.title(film)} — {', '.join(said)}"


def places(word: Wording, showings: Iterable[Showing]) -> str:
    """Where a film is on, on one day: "Almaty (Arman 18:00/20:30, Kinopark 11), Astana"."""
    cities: dict[str, dict[str, list[str]]] = {}
    for showing in showings:
        cinemas = cities.setdefault(city_name(word, showing.city), {})
        times = cinemas.setdefault(showing.cinema, [])
        if showing.at:
            times.append(showing.at.strftime("%H:%M"))
    said = []
    room = _PLACES
    for city, cinemas in cities.items():
        own = [f"{name} {'/'.join(at)}".strip() for name, at in list(cinemas.items())[:room]]
        room -= len(own)
        inside = ", ".join(filter(None, own))
        if city and inside:
            said.append(f"{city} ({inside})")
        elif city or inside:
            said.append(city or inside)
    more = sum(map(len, cities.values())) - _PLACES
    rest = [word.say("showings-more", count=more)] if more > 0 else []
    return ", ".join([*said, *rest])


def city_name(word: Wording, city: str) -> str:
    """What a showing's city is called; as it was sent, where the base knows no such place."""
    place = word.base.vocabulary.get("places", {}).get(city)
    return place.get(word.language) if place else city


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
