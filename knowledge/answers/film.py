"""Answers about one film: what it is; how it was made and where it was seen stand beside."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers import credits, making, showings
from knowledge.answers.context import Context
from knowledge.factbase.records import Film
from knowledge.query import passes


def answer(ctx: Context) -> Answer:
    """A question about one film, or about each of a few (the films of a person)."""
    films = ctx.films()
    kind = ctx.reading.kind
    if len(films) > 1:  # of X, with Y
        films = [f for f in films if all(passes(ctx.base, f, t) for t in ctx.filters(*_WHICH))]
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    if len(films) > 1:
        return _many(ctx, films)
    film = films[0]
    if kind in credits.CREDIT:
        return credits.credit(ctx, film, credits.CREDIT[kind])
    return _KINDS[kind](ctx, film)


_WHICH = ("date", "genre", "type", "maker")
"""Filters that tell which of several films are meant."""


def _many(ctx: Context, films: list[Film]) -> Answer:
    """One property over several films: "who played in the films of X"."""
    word = ctx.word
    role = {"film.cast": "actor", "film.lead": "actor", "film.role": "actor"} | credits.CREDIT
    if ctx.reading.kind in role:
        found: dict[str, list[str]] = {}
        for film in films:
            for person in ctx.base.crew(film, role[ctx.reading.kind]):
                found.setdefault(person, []).append(word.title(film))
        if not found:
            return ctx.gap(word.films(films[:3]), role[ctx.reading.kind])
        ranked = sorted(found, key=lambda p: (-len(found[p]), -ctx.base.fame(Entity("person", p))))
        items, pages = ctx.paged([f"{word.person(p)} ({', '.join(found[p][:3])})" for p in ranked])
        lead = ctx.say("people-of-films", count=len(ranked), people="; ".join(items))
        return ctx.answer(
            lead,
            entities=[Entity("person", p) for p in ranked[:8]],
            pages=pages,
            sources=[s for f in films for s in f.sources[:1]],
        )
    parts = []
    for film in films[:6]:
        said = _KINDS[ctx.reading.kind](ctx, film)
        if said.kind == "answer":
            parts.append(said.lead)
    if not parts:
        return ctx.unknown(ctx.say("gap", name=word.films(films[:3]), fact=ctx.say("fact-this")))
    return ctx.answer(
        " ".join(parts),
        entities=[Entity("film", f.id) for f in films[:6]],
        sources=[s for f in films for s in f.sources[:1]],
    )


def _year(ctx: Context, film: Film) -> Answer:
    if not film.year:
        return ctx.gap(ctx.word.film(film), "year", film.sources)
    found = ctx.conflict(film, "year")
    years = " / ".join(found.values) if found and found.values else str(film.year)
    lead = ctx.say("film-year", film=ctx.word.title(film), year=years) + ctx.mark(film, "year")
    return ctx.answer(lead, [ctx.disagreement(film, "year")], sources=film.sources)


def _runtime(ctx: Context, film: Film) -> Answer:
    if not film.runtime_min:
        return ctx.gap(ctx.word.film(film), "runtime", film.sources)
    lead = ctx.say(
        "film-runtime", film=ctx.word.film(film), length=ctx.word.minutes(film.runtime_min)
    )
    return ctx.answer(
        lead + ctx.mark(film, "runtime_min"),
        [ctx.disagreement(film, "runtime_min")],
        sources=film.sources,
    )


def _plot(ctx: Context, film: Film) -> Answer:
    if not film.synopsis:
        return ctx.gap(ctx.word.film(film), "plot", film.sources)
    lead = f"{ctx.word.film(film)}: {film.synopsis.get(ctx.word.language)}"
    return ctx.answer(lead + ctx.mark(film, "synopsis"), sources=film.sources)


def _based_on(ctx: Context, film: Film) -> Answer:
    language = ctx.word.language
    if film.based_on:
        lead = ctx.say("film-based-on", film=ctx.word.film(film), work=film.based_on.get(language))
        authors = [Entity("person", id_) for id_ in film.authors]
        lead += ctx.mark(film, "based_on")
        return ctx.answer(lead, entities=authors, sources=film.sources)
    if film.synopsis:
        # Whose life it is, or what it draws on, is often told by the plot alone.
        note = f" {film.note.get(language)}" if film.note else ""
        lead = ctx.say("film-based-on-unknown", film=ctx.word.film(film))
        return ctx.answer(
            f"{lead} {film.synopsis.get(language)}{note}"[:310], sources=film.sources
        )
    return ctx.gap(ctx.word.film(film), "based-on", film.sources)


def _reception(ctx: Context, film: Film) -> Answer:
    language = ctx.word.language
    said = [text.get(language) for text in film.reception]
    topics = [
        t.answer.get(language)
        for t in ctx.base.topics_of(Entity("film", film.id))
        if t.topic == "seed" and "viewer" in t.id
    ]
    if not said and not topics:
        return ctx.gap(ctx.word.film(film), "reception", film.sources)
    lead = f"{ctx.word.film(film)}: " + " ".join([*topics, *said])
    return ctx.answer(lead[:1190], sources=film.sources)


def _card(ctx: Context, film: Film) -> Answer:
    """All that matters about a film, in a few lines."""
    word, language = ctx.word, ctx.word.language
    names = [
        t for code in ("kk", "ru", "en") if (t := film.title.get(code)) != film.title.get(language)
    ]
    about = [word.type(film), *(term.get(language) for term in film.genres[:3])]
    head = (
        word.film(film)
        + ctx.mark(film, "year")
        + (f" / {' / '.join(dict.fromkeys(names))}" if names else "")
    )
    parts = [f"{head}: {', '.join(dict.fromkeys(a for a in about if a))}".rstrip(": ") + "."]
    if film.directors:
        parts.append(
            ctx.say("card-director", people=word.people(film.directors), count=len(film.directors))
        )
    if film.cast:
        parts.append(
            ctx.say("card-cast", people=", ".join(word.person(p.person) for p in film.cast[:5]))
        )
    if film.synopsis:
        parts.append(film.synopsis.get(language))
    won = [h for h in film.honours if h.result == "won"]
    lines = []
    if won:
        lines.append(
            ctx.say(
                "card-awards", count=len(won), awards="; ".join(word.honour(h) for h in won[:3])
            )
        )
    first = showings.opening(film)
    if first:
        lines.append(showings.premiere_line(ctx, first))
    if film.note:
        lines.append(film.note.get(language))
    lines.append(ctx.disagreement(film, "year"))
    return ctx.answer(
        " ".join(parts)[:1190],
        lines,
        entities=[Entity("person", p) for p in film.directors],
        sources=film.sources,
    )


_KINDS: dict[str, Callable[[Context, Film], Answer]] = {
    **credits.ANSWERS,
    **making.ANSWERS,
    **showings.ANSWERS,
    "film.year": _year,
    "film.runtime": _runtime,
    "film.plot": _plot,
    "film.based_on": _based_on,
    "film.reception": _reception,
    "film.card": _card,
}
