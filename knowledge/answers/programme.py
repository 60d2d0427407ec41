"""What cinemas announce, beside the answers about premieres."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
_FILMS, _TIMES = 8, 8
"""So many films of a programme are named, and times of a day in one cinema."""
_PLACES = 6
"""Cinemas of a day."""
_SIZES = ((3, _PLACES), (2, 4), (1, 3), (1, 1))
"""Days of a film and cinemas of a day, for fewer and fewer letters."""
_LETTERS = 1100
"""Of all that is on, said in one sentence."""


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
        items = _items(ctx, [(ctx.base.films[i], found[i]) for i in first])
        lead = ctx.say("showings", count=len(first), items="; ".join(items))
        if rest := len(first) - len(items):
            lead += " " + ctx.say("and-more", count=rest)
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


def _items(ctx: Context, films: list[tuple[Film, list[Showing]]]) -> list[str]:
    """A line for each of the first films, as long as there is room for all of them."""
    most = films[:_FILMS]
    lines: list[str] = []
    for film, showings in most:
        line = film_line(ctx.word, film, showings, _LETTERS // len(most))
        if lines and sum(map(len, lines)) + len(line) > _LETTERS:
            break
        lines.append(line)
    return lines


def film_line(
    word: Wording, film: Film, showings: Iterable[Showing], letters: int = _LETTERS
) -> str:
    """«Ауру» — 28 November: Almaty (Chaplin MEGA 19:00), Astana (Kinopark 8).

    As much as so many letters hold, and in any case the first day and a cinema of it.
    """
    days: dict[date, list[Showing]] = {}
    for showing in sorted(showings, key=lambda s: s.order):
        days.setdefault(showing.day, []).append(showing)
    for size in _SIZES:
        line = _line(word, film, days, *size)
        if len(line) <= letters:
            break
    return line


def _line(
    word: Wording, film: Film, days: Mapping[date, list[Showing]], most: int, cinemas: int
) -> str:
    said = []
    for day, own in list(days.items())[:most]:
        where = places(word, own, cinemas)
        said.append(f"{word.day_of_year(day)}: {where}" if where else word.day_of_year(day))
    if len(days) > most:
        said.append(word.say("showings-until", day=word.day_of_year(max(days))))
    return f"{word.title(film)} — {', '.join(said)}"


def places(word: Wording, showings: Iterable[Showing], most: int = _PLACES) -> str:
    """Where a film is on, on one day: "Almaty (Arman 18:00/20:30, Kinopark 11), Astana"."""
    cities: dict[str, dict[str, list[str]]] = {}
    for showing in showings:
        cinemas = cities.setdefault(city_name(word, showing.city), {})
        times = cinemas.setdefault(showing.cinema, [])
        if showing.at:
            times.append(showing.at.strftime("%H:%M"))
    said = []
    room = most
    for city, cinemas in cities.items():
        if not room:
            break
        own = [f"{name} {_times(at)}".strip() for name, at in list(cinemas.items())[:room]]
        room -= len(own)
        inside = ", ".join(filter(None, own))
        if city and inside:
            said.append(f"{city} ({inside})")
        elif city or inside:
            said.append(city or inside)
    more = sum(map(len, cities.values())) - most
    rest = [word.say("showings-more", count=more)] if more > 0 else []
    return ", ".join([*said, *rest])


def _times(at: list[str]) -> str:
    return "/".join((*at[:_TIMES], "…") if len(at) > _TIMES else at)


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
        lead=lead,
        lines=after,
        entities=tuple(dict.fromkeys((*films, *answer.entities))),
        sources=_sources(showings, answer.sources),
    )


def _sources(showings: Iterable[Showing], others: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*(s.source for s in showings if s.source), *others)))[:6]
