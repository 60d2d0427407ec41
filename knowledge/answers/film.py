"""Answers about one film: who made it, what it is, when and where it was seen."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers.context import Context
from knowledge.dates import precision
from knowledge.query import passes
from knowledge.records import Film, Premiere, Role

_CREDIT = {
    "film.director": "director", "film.writer": "writer", "film.composer": "composer",
    "film.cinematographer": "cinematographer", "film.producer": "producer",
}  # fmt: skip
_FIELD = {
    "director": "directors", "writer": "writers", "composer": "composers",
    "cinematographer": "cinematographers", "producer": "producers", "actor": "cast",
}  # fmt: skip
Answerer = Callable[[Context, Film], Answer]


def answer(ctx: Context) -> Answer:
    """A question about one film, or about each of a few (the films of a person)."""
    films = ctx.films()
    if not films:
        return ctx.unknown(ctx.say("no-such-film"))
    kind = ctx.reading.kind
    if len(films) > 1:
        return _many(ctx, films)
    film = films[0]
    if kind in _CREDIT:
        return _credit(ctx, film, _CREDIT[kind])
    return _KINDS[kind](ctx, film)


def _many(ctx: Context, films: list[Film]) -> Answer:
    """One property over several films: "who played in the films of X"."""
    word = ctx.word
    role = {"film.cast": "actor", "film.lead": "actor", "film.role": "actor"} | _CREDIT
    kept = [f for f in films if all(passes(ctx.base, f, t) for t in ctx.filters("date", "genre"))]
    if ctx.reading.kind in role:
        found: dict[str, list[str]] = {}
        for film in kept:
            for person in ctx.base.crew(film, role[ctx.reading.kind]):
                found.setdefault(person, []).append(word.title(film))
        if not found:
            return ctx.gap(word.films(kept[:3]), role[ctx.reading.kind])
        ranked = sorted(found, key=lambda p: (-len(found[p]), -ctx.base.fame(Entity("person", p))))
        items, pages = ctx.paged([f"{word.person(p)} ({', '.join(found[p][:3])})" for p in ranked])
        lead = ctx.say("people-of-films", count=len(ranked), people="; ".join(items))
        return ctx.answer(
            lead, entities=[Entity("person", p) for p in ranked[:8]], pages=pages,
            sources=[s for f in kept for s in f.sources[:1]],
        )  # fmt: skip
    parts = []
    for film in kept[:6]:
        said = _KINDS[ctx.reading.kind](ctx, film)
        if said.kind == "answer":
            parts.append(said.lead)
    if not parts:
        return ctx.unknown(ctx.say("gap", name=word.films(kept[:3]), fact=ctx.say("fact-this")))
    return ctx.answer(" ".join(parts), entities=[Entity("film", f.id) for f in kept[:6]],
                      sources=[s for f in kept for s in f.sources[:1]])  # fmt: skip


def _credit(ctx: Context, film: Film, role: str) -> Answer:
    people = ctx.base.crew(film, role)
    if not people:
        return ctx.gap(ctx.word.film(film), role, film.sources)
    lead = ctx.say(
        f"film-{role}", film=ctx.word.film(film), people=ctx.word.people(people[:8]), count=len(people)
    ) + ctx.mark(film, _FIELD[role])
    return ctx.answer(
        lead, [ctx.disagreement(film, _FIELD[role])], entities=[Entity("person", p) for p in people],
        sources=film.sources,
    )  # fmt: skip


def _part(ctx: Context, part: Role) -> str:
    person = ctx.word.person(part.person)
    return f"{person} ({part.role.get(ctx.word.language)})" if part.role else person


def _cast(ctx: Context, film: Film) -> Answer:
    if not film.cast:
        return ctx.gap(ctx.word.film(film), "actor", film.sources)
    shown = film.cast[:12]
    lead = ctx.say("film-cast", film=ctx.word.film(film), people=", ".join(_part(ctx, p) for p in shown))
    if len(film.cast) > len(shown):
        lead += " " + ctx.say("and-more", count=len(film.cast) - len(shown))
    return ctx.answer(
        lead + ctx.mark(film, "cast"), entities=[Entity("person", p.person) for p in film.cast],
        sources=film.sources,
    )  # fmt: skip


def _lead(ctx: Context, film: Film) -> Answer:
    if not film.cast:
        return ctx.gap(ctx.word.film(film), "actor", film.sources)
    first = film.cast[:2] if len(film.cast) > 1 and film.cast[1].role else film.cast[:1]
    lead = ctx.say("film-lead", film=ctx.word.film(film), people=", ".join(_part(ctx, p) for p in first))
    return ctx.answer(
        lead + ctx.mark(film, "cast"), entities=[Entity("person", p.person) for p in first],
        sources=film.sources,
    )  # fmt: skip


def _role(ctx: Context, film: Film) -> Answer:
    wanted = {
        person for pair in ctx.values("role") for f, person in [pair.split("/")] if f == film.id
    }
    parts = [p for p in film.cast if p.person in wanted and p.role]
    if not parts:
        parts = [p for p in film.cast if p.role] or list(film.cast)
        if not parts:
            return ctx.gap(ctx.word.film(film), "role", film.sources)
        said = "; ".join(_played(ctx, p) for p in parts[:8])
        return ctx.answer(
            ctx.say("film-roles", film=ctx.word.film(film), roles=said),
            entities=[Entity("person", p.person) for p in parts[:8]], sources=film.sources,
        )  # fmt: skip
    said = "; ".join(_played(ctx, p) for p in parts)
    return ctx.answer(
        ctx.say("film-role", film=ctx.word.film(film), roles=said) + ctx.mark(film, "cast.role"),
        entities=[Entity("person", p.person) for p in parts], sources=film.sources,
    )  # fmt: skip


def _played(ctx: Context, part: Role) -> str:
    person = ctx.word.person(part.person)
    return f"{part.role.get(ctx.word.language)} — {person}" if part.role else person


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
    lead = ctx.say("film-runtime", film=ctx.word.film(film), length=ctx.word.minutes(film.runtime_min))
    return ctx.answer(
        lead + ctx.mark(film, "runtime_min"), [ctx.disagreement(film, "runtime_min")],
        sources=film.sources,
    )  # fmt: skip


def _genre(ctx: Context, film: Film) -> Answer:
    names = [term.get(ctx.word.language) for term in film.genres]
    if not names and film.type:
        names = [ctx.word.type(film)]
    if not names:
        return ctx.gap(ctx.word.film(film), "genre", film.sources)
    lead = ctx.say("film-genre", film=ctx.word.film(film), genres=", ".join(names))
    return ctx.answer(lead + ctx.mark(film, "genres"), sources=film.sources)


def _language(ctx: Context, film: Film) -> Answer:
    if not film.languages:
        return ctx.gap(ctx.word.film(film), "language", film.sources)
    names = ctx.word.list([ctx.word.tongue(code) for code in film.languages])
    lead = ctx.say("film-language", film=ctx.word.film(film), languages=names)
    return ctx.answer(lead + ctx.mark(film, "languages"), sources=film.sources)


def _country(ctx: Context, film: Film) -> Answer:
    if not film.countries:
        return ctx.gap(ctx.word.film(film), "country", film.sources)
    names = ctx.word.list([ctx.word.country(code) for code in film.countries])
    lead = ctx.say(
        "film-country", film=ctx.word.film(film), countries=names, count=len(film.countries)
    )
    return ctx.answer(
        lead + ctx.mark(film, "countries"), [ctx.disagreement(film, "countries")], sources=film.sources
    )


def _studio(ctx: Context, film: Film) -> Answer:
    if not film.studios:
        return ctx.gap(ctx.word.film(film), "studio", film.sources)
    names = ctx.word.list([ctx.word.organisation(s) for s in film.studios])
    lead = ctx.say("film-studio", film=ctx.word.film(film), studios=names, count=len(film.studios))
    return ctx.answer(lead + ctx.mark(film, "studios"), sources=film.sources)


def _plot(ctx: Context, film: Film) -> Answer:
    if not film.synopsis:
        return ctx.gap(ctx.word.film(film), "plot", film.sources)
    lead = f"{ctx.word.film(film)}: {film.synopsis.get(ctx.word.language)}"
    return ctx.answer(lead + ctx.mark(film, "synopsis"), sources=film.sources)


def _based_on(ctx: Context, film: Film) -> Answer:
    language = ctx.word.language
    if film.based_on:
        lead = ctx.say("film-based-on", film=ctx.word.film(film), work=film.based_on.get(language))
        return ctx.answer(lead + ctx.mark(film, "based_on"), sources=film.sources)
    if film.synopsis:
        # Whose life it is, or what it draws on, is often told by the plot alone.
        note = f" {film.note.get(language)}" if film.note else ""
        lead = ctx.say("film-based-on-unknown", film=ctx.word.film(film))
        return ctx.answer(f"{lead} {film.synopsis.get(language)}{note}"[:310], sources=film.sources)
    return ctx.gap(ctx.word.film(film), "based-on", film.sources)


def _location(ctx: Context, film: Film) -> Answer:
    if not film.filming_locations:
        return ctx.gap(ctx.word.film(film), "location", film.sources)
    places = ctx.word.list([place.get(ctx.word.language) for place in film.filming_locations])
    lead = ctx.say("film-location", film=ctx.word.film(film), places=places)
    return ctx.answer(lead + ctx.mark(film, "filming_locations"), sources=film.sources)


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
        lead + ctx.mark(film, "box_office"), [ctx.disagreement(film, "box_office")],
        sources=film.sources,
    )  # fmt: skip


def _budget(ctx: Context, film: Film) -> Answer:
    if not film.budget:
        return ctx.gap(ctx.word.film(film), "budget", film.sources)
    sums = "; ".join(ctx.word.money(sum_) for sum_ in film.budget)
    return ctx.answer(ctx.say("film-budget", film=ctx.word.film(film), sums=sums), sources=film.sources)


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


def _premiere_line(ctx: Context, premiere: Premiere) -> str:
    word = ctx.word
    kind = ctx.base.vocabulary["premieres"][premiere.kind].get(word.language)
    place = premiere.place.get(word.language) if premiere.place else ""
    if premiere.event:
        event = word.organisation(premiere.event)
        place = f"{event}, {place}" if place else event
    note = f" ({premiere.note.get(word.language)})" if premiere.note else ""
    where = f", {place}" if place else ""
    return f"{word.date(premiere.date)} — {kind}{where}{note}"


_OPENING = ("theatrical", "national", "planned", "tv", "streaming", "world", "festival", "international")


def opening(film: Film) -> Premiere | None:
    """The premiere people mean by "when did it open": at home, best known date first."""
    ranked = sorted(
        film.premieres,
        key=lambda p: (
            p.country not in ("KZ", "SU", ""), _OPENING.index(p.kind), -len(p.date), p.date,
        ),
    )  # fmt: skip
    return ranked[0] if ranked else None


def _premiere(ctx: Context, film: Film) -> Answer:
    first = opening(film)
    if first is None:
        if film.year:
            lead = ctx.say("film-premiere-year", film=ctx.word.title(film), year=str(film.year))
            return ctx.answer(lead + ctx.mark(film, "year"), sources=film.sources)
        return ctx.gap(ctx.word.film(film), "premiere", film.sources)
    kind = first.kind
    future = precision(first.date) == "day" and first.date > ctx.today.isoformat()
    same = [p for p in film.premieres if p.kind == kind and p.country == first.country]
    said = "; ".join(_premiere_line(ctx, p) for p in same[:3])
    lead = ctx.say("film-premiere", film=ctx.word.title(film), when=said, future=int(future))
    others = [_premiere_line(ctx, p) for p in film.premieres if p not in same][:6]
    return ctx.answer(
        lead + ctx.mark(film, "premieres"), [*others, ctx.disagreement(film, "premieres")],
        sources=film.sources,
    )  # fmt: skip


def _premiere_place(ctx: Context, film: Film) -> Answer:
    dated = sorted(film.premieres, key=lambda p: (p.kind not in ("world",), p.date))
    if not dated:
        return _festivals(ctx, film)
    lead = ctx.say("film-first-shown", film=ctx.word.title(film), where=_premiere_line(ctx, dated[0]))
    return ctx.answer(lead, [_premiere_line(ctx, p) for p in dated[1:6]], sources=film.sources)


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
    lead = ctx.say("film-festivals", film=word.film(film), festivals="; ".join(list(shown.values())[:14]))
    return ctx.answer(
        lead, entities=[Entity("organisation", o) for o in list(shown)[:6]], sources=film.sources
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
        return ctx.answer(ctx.say(f"film-{kind}", film=ctx.word.film(film), url=urls[0]), sources=urls)
    return ctx.unknown(ctx.say(f"no-{kind}", film=ctx.word.film(film)))


def card(ctx: Context, film: Film) -> Answer:
    """All that matters about a film, in a few lines."""
    word, language = ctx.word, ctx.word.language
    names = [t for code in ("kk", "ru", "en") if (t := film.title.get(code)) != film.title.get(language)]
    about = [word.type(film), *(term.get(language) for term in film.genres[:3])]
    head = word.film(film) + ctx.mark(film, "year") + (f" / {' / '.join(dict.fromkeys(names))}" if names else "")
    parts = [f"{head}: {', '.join(dict.fromkeys(a for a in about if a))}".rstrip(": ") + "."]
    if film.directors:
        parts.append(
            ctx.say("card-director", people=word.people(film.directors), count=len(film.directors))
        )
    if film.cast:
        parts.append(ctx.say("card-cast", people=", ".join(word.person(p.person) for p in film.cast[:5])))
    if film.synopsis:
        parts.append(film.synopsis.get(language))
    won = [h for h in film.honours if h.result == "won"]
    lines = []
    if won:
        lines.append(ctx.say("card-awards", count=len(won), awards="; ".join(word.honour(h) for h in won[:3])))
    first = opening(film)
    if first:
        lines.append(_premiere_line(ctx, first))
    if film.note:
        lines.append(film.note.get(language))
    lines.append(ctx.disagreement(film, "year"))
    return ctx.answer(
        " ".join(parts)[:1190], lines, entities=[Entity("person", p) for p in film.directors],
        sources=film.sources,
    )  # fmt: skip


_KINDS: dict[str, Answerer] = {
    "film.cast": _cast, "film.lead": _lead, "film.role": _role, "film.year": _year,
    "film.runtime": _runtime, "film.genre": _genre, "film.language": _language,
    "film.country": _country, "film.studio": _studio, "film.plot": _plot,
    "film.based_on": _based_on, "film.location": _location, "film.boxoffice": _boxoffice,
    "film.budget": _budget, "film.reception": _reception, "film.premiere": _premiere,
    "film.premiere_place": _premiere_place, "film.festivals": _festivals, "film.watch": _watch,
    "film.trailer": _trailer, "film.rating": _rating, "film.card": card,
}  # fmt: skip
