"""Lists of people: by trade, birthplace, year of birth, and the films that they made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from knowledge.answer import Answer, Entity
from knowledge.answers import foremost, scope
from knowledge.answers.context import Context
from knowledge.factbase.base import is_woman
from knowledge.factbase.records import Person
from knowledge.query import Filter, passes


def answer(ctx: Context) -> Answer:
    """Everybody who fits all that was asked, the best known first."""
    pair = [ctx.base.people[e.id] for e in ctx.query.start if e.kind == "person"]
    if pair:
        return foremost.compared(ctx, ctx.values("foremost")[0], pair)
    tests = _tests(ctx)
    found = [p for p in ctx.base.people.values() if all(test(p) for test in tests)]
    told = _told(ctx)
    if not found:
        return ctx.unknown(ctx.say("list-nobody", filters=", ".join(told)))
    described = ", ".join(told) or ctx.say("list-everybody")
    if orders := ctx.values("foremost"):
        return foremost.answer(ctx, orders[0], found, described)
    found.sort(key=lambda p: -ctx.base.fame(Entity("person", p.id)))
    items, pages = ctx.paged([ctx.word.person(p.id) for p in found])
    lead = ctx.say("list-people", filters=described, count=len(found), people=", ".join(items))
    women = [ctx.say("list-women-known")] if ctx.values("gender") else []
    return ctx.answer(
        lead,
        women,
        pages=pages,
        entities=[Entity("person", p.id) for p in found[:30]],
        sources=[s for p in found[:5] for s in p.sources[:1]],
    )


def _tests(ctx: Context) -> list[Callable[[Person], bool]]:
    """What somebody must pass to be listed: read once, for everybody is tried."""
    tests: list[Callable[[Person], bool]] = []
    if trades := ctx.values("occupation"):
        tests.append(lambda person: any(term.id in trades for term in person.occupations[:2]))
    if ctx.values("gender"):
        tests.append(is_woman)
    tests += [partial(_from, ctx, place) for place in ctx.filters("place", "country")]
    of_films = scope.film_tests(ctx)
    span = ctx.range
    if ctx.values("died"):
        tests.append(lambda person: bool(person.died and (not span or span.covers(person.died))))
    elif ctx.values("born") and span:
        tests.append(lambda person: bool(person.born and span.covers(person.born)))
    schools = [i for i in ctx.values("studio") if ctx.base.organisations[i].kind == "school"]
    if schools:
        tests += [partial(_learnt_at, ctx, school) for school in schools]
    elif of_films:
        tests.append(partial(_made, ctx, of_films, scope.roles(ctx)))
    return tests


def _made(ctx: Context, of_films: Sequence[Filter], roles: Sequence[str], person: Person) -> bool:
    """Whether somebody made a film of which all of this holds."""
    return any(
        all(passes(ctx.base, film, test) for test in of_films)
        for film in ctx.base.credited(person.id, *roles)
    )


def _from(ctx: Context, place: Filter, person: Person) -> bool:
    """Whether somebody was born there: in the town itself, not in a district called after it."""
    born = person.birthplace
    if born is None:
        return False
    if place.field == "country":
        country = ctx.base.vocabulary["countries"].get(place.value)
        return country is not None and country.en in born.en
    text = place.value.removeprefix("text:")
    return born.id == place.value or born.en.split(",")[0].split(" (")[0] == text


def _learnt_at(ctx: Context, school: str, person: Person) -> bool:
    if person.education is None:
        return False
    known = ctx.base.organisations[school]
    names = (known.name.get("en"), *known.aka)
    text = " ".join(person.education.get(code) for code in ("kk", "ru", "en")).casefold()
    return any(name.casefold() in text for name in names)


def _told(ctx: Context) -> list[str]:
    """What was asked, in words, so that the answer says how it was read."""
    word, vocabulary = ctx.word, ctx.base.vocabulary
    told = [vocabulary["occupations"][o].get(word.language) for o in ctx.values("occupation")
            if o in vocabulary["occupations"]]  # fmt: skip
    if ctx.values("gender"):
        told.append(ctx.say("list-women"))
    for test in ctx.query.filters:
        said = scope.term(ctx, test)
        if test.field in ("place", "country"):
            said = ctx.say("born-in", place=said)
        elif test.field == "date" and ctx.values("died"):
            said = ctx.say("died-when", when=said)
        elif test.field == "date" and ctx.values("born"):
            said = ctx.say("born-when", when=said)
        if said:
            told.append(said)
    return list(dict.fromkeys(told))
