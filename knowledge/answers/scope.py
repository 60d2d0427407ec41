"""The films that the filters of a question leave, and these filters in words."""

from __future__ import annotations

from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.answers.context import Context
from knowledge.factbase.base import CREDITS
from knowledge.factbase.records import Film, Term
from knowledge.query import Filter, Query, films, run
from knowledge.reading.filters import event_or_studio

ROLES = ("director", "actor", "writer", "producer", "composer", "cinematographer")
"""Of those who worked on a film; whoever wrote the book is no colleague."""
_OCCUPATION_ROLE = {
    "director": "director",
    "actor": "actor",
    "screenwriter": "writer",
    "writer": "writer",
    "producer": "producer",
    "composer": "composer",
    "cinematographer": "cinematographer",
}


_SORTS = {
    "abroad": "won-abroad",
    "result": "won-prizes",
    "adapted": "from-books",
    "directed_by": "by-women",
}


def narrowed(ctx: Context) -> tuple[Query, list[Film]]:
    """The films that the filters leave; a person's role follows the question's words."""
    query = ctx.query
    if query.steps and query.start:
        # "The first film of the director of X": the films are those of whom the steps reach.
        reached = run(ctx.base, Query(query.start, query.steps))
        if any(e.kind == "person" for e in reached):
            query = replace(query, start=tuple(reached), steps=())
    if query.start and query.start[0].kind != "film" and not query.steps:
        extra = [
            Filter("maker" if e.kind == "person" else event_or_studio(ctx.base, e.id), e.id)
            for e in query.start
            if e.kind in ("person", "organisation")
        ]
        query = replace(query, start=(), filters=(*query.filters, *extra))
    parts = ctx.values("role")
    if parts and not query.start:
        query = replace(
            query,
            start=tuple(Entity("film", i) for i in dict.fromkeys(p.split("/")[0] for p in parts)),
        )
    allowed = tuple(
        f for f in query.filters if f.field not in ("occupation", "section", "film", "role")
    )
    role = next(iter(roles(ctx)), "")
    if role:
        allowed = tuple(replace(f, field=role) if f.field == "maker" else f for f in allowed)
    query = replace(query, filters=allowed)
    found = films(ctx.base, query)
    makers = [f for f in allowed if f.field == "maker"]
    if len(makers) == 1 and not role:
        # "comedies of X" means directed by X where X is a director.
        directed = [f for f in found if makers[0].value in f.directors]
        if directed and ctx.base.roles_of(makers[0].value)[:1] == ("director",):
            found = directed
    if any(f.field == "date" for f in allowed) and not any(f.field == "type" for f in allowed):
        span = ctx.range
        found = [f for f in found if f.year and span and span.covers(str(f.year))] or found
    return query, found


def roles(ctx: Context) -> list[str]:
    """The credits of the trades that were asked for."""
    return [_OCCUPATION_ROLE[o] for o in ctx.values("occupation") if o in _OCCUPATION_ROLE]


def film_tests(ctx: Context) -> list[Filter]:
    """What films must pass, where people are asked for; a birth or a death has the date."""
    dated = () if ctx.values("born") or ctx.values("died") else ("date",)
    return ctx.filters("genre", "type", "language", "event", "studio", *dated)


def described(ctx: Context, query: Query) -> str:
    """The filters in words, so that the answer says how it was read."""
    said = [term(ctx, test) for test in query.filters]
    if query.steps:
        said += [ctx.word.person(e.id) for e in query.start if e.kind == "person"]
    return ", ".join([*dict.fromkeys(filter(None, said))][:8])


def place(ctx: Context, id_: str) -> Term | None:
    """A town or land by its id."""
    return ctx.base.vocabulary["places"].get(id_) or ctx.base.spelled_places.get(id_)


def term(ctx: Context, test: Filter) -> str:
    """A filter in words; empty for one that only steers the answer."""
    word, vocabulary = ctx.word, ctx.base.vocabulary
    known: Term | None = None
    match test.field:
        case "date" if test.range:
            return word.range(test.range)
        case "genre" | "type":
            known = vocabulary["genres"].get(test.value) or vocabulary["types"].get(test.value)
        case "abroad" | "adapted" | "directed_by" | "result":
            return word.say(_SORTS[test.field])
        case "about":
            return word.say("told-about", words=word.quoted(test.value))
        case "country":
            return word.country(test.value)
        case "language":
            return word.tongue(test.value)
        case "place":
            known = place(ctx, test.value)
        case "studio" | "event":
            return word.organisation(test.value)
        case "award":
            known = vocabulary["awards"].get(test.value)
            return known.get(word.language) if known else ""
        case _:
            return word.person(test.value) if test.field in ("maker", *CREDITS) else ""
    return known.get(word.language) if known else test.value.removeprefix("text:")
