"""Answers about what a person made: films, parts, and whether in this or that one."""

from __future__ import annotations

from knowledge.answer import Answer, Entity
from knowledge.answers import scope
from knowledge.answers.context import Context
from knowledge.asking.kinds import CREDIT_OF
from knowledge.factbase.base import CREDITS
from knowledge.factbase.records import Film, Person
from knowledge.query import Query, passes

KINDS = frozenset({"person.films", "person.together", "person.did", *CREDIT_OF})


def answer(ctx: Context, people: list[Person]) -> Answer:
    """A question of one of ``KINDS``."""
    # "Did X play in films of Y" is told by these films.
    of_maker = ctx.values("maker") and not ctx.values("film")
    if ctx.reading.kind == "person.did" and not of_maker:
        return _did(ctx, people[0])
    return _films(ctx, people[0])


def best_known(ctx: Context, person: Person) -> list[Film]:
    """All films of a person, those first of which most is known."""
    films = ctx.base.credited(person.id)
    return sorted(films, key=lambda film: -ctx.base.fame(Entity("film", film.id)))


def _films(ctx: Context, person: Person) -> Answer:
    """Films of a person, in one role or in all, under the question's filters."""
    word, base = ctx.word, ctx.base
    role = CREDIT_OF.get(ctx.reading.kind, "")
    films = base.credited(person.id, role) if role else base.credited(person.id)
    if role and not films:
        films, role = base.credited(person.id), ""
    skipped = {e.id for e in ctx.query.without}
    makers = [f for f in ctx.filters("maker") if f.value != person.id]
    tests = [*ctx.filters("date", "genre", "type", "place", "country"), *makers]
    kept = [f for f in films if f.id not in skipped and all(passes(base, f, t) for t in tests)]
    if makers and not kept:
        # "films of X in which Y played": the roles may be the other way round.
        kept = [f for f in base.credited(person.id) if all(passes(base, f, t) for t in makers)]
    if not kept:
        if films and (ctx.query.filters or makers):
            return ctx.answer(
                ctx.say("no-films-match", name=word.person(person.id)), sources=person.sources
            )
        if person.known_for or person.other_works:
            works = [word.film(base.films[f]) for f in person.known_for if f in base.films]
            lead = ctx.say(
                "person-works",
                name=word.person(person.id),
                films=", ".join([*works, *person.other_works]),
            )
            return ctx.answer(lead, sources=person.sources)
        return ctx.gap(word.person(person.id), "films", person.sources)
    ranked = sorted(kept, key=lambda f: -base.fame(Entity("film", f.id)))
    items, pages = ctx.paged([word.film(f) for f in ranked])
    key = f"person-films-{role}" if role else "person-films"
    lead = ctx.say(key, name=word.person(person.id), count=len(kept), films=", ".join(items))
    under = scope.described(ctx, Query(filters=tuple(tests)))
    return ctx.answer(
        ctx.say("under", filters=under, lead=lead) if under else lead,
        [_as_roles(ctx, person, kept)] if not role else [],
        pages=pages,
        entities=[Entity("film", f.id) for f in ranked],
        sources=person.sources,
    )


def _as_roles(ctx: Context, person: Person, kept: list[Film]) -> str:
    """How many of the films in which capacity."""
    ids = {f.id for f in kept}
    said = []
    for role in ctx.base.roles_of(person.id):
        count = sum(f.id in ids for f in ctx.base.credited(person.id, role))
        if count:
            said.append(ctx.say(f"as-{role}", count=count))
    return ", ".join(said) if len(said) > 1 else ""


def _did(ctx: Context, person: Person) -> Answer:
    """Did this person work on that film, or ever do that."""
    word, base = ctx.word, ctx.base
    films = [base.films[e.id] for e in ctx.query.start if e.kind == "film"]
    films += [base.films[v] for v in ctx.values("film")]
    name = word.person(person.id)
    if films and not ctx.query.steps:
        return _did_on(ctx, person, films[0])
    role = next(iter(ctx.values("as")), "director")
    made = base.credited(person.id, role)
    if not made:
        return ctx.unknown(ctx.say("did-never-known", name=name), sources=person.sources)
    lead = ctx.say("did-ever", name=name, films=word.films(made[:8]), role=ctx.say(f"role-{role}"))
    return ctx.answer(lead, entities=[Entity("film", f.id) for f in made], sources=person.sources)


def _did_on(ctx: Context, person: Person, film: Film) -> Answer:
    """Did this person work on this film, and as what was asked."""
    word, crew = ctx.word, ctx.base.crew
    roles = [r for r in CREDITS if person.id in crew(film, r)]
    part = next((p.role for p in film.cast if p.person == person.id and p.role), None)
    played = {"actor": f" ({part.get(word.language)})"} if part else {}
    said = ", ".join(ctx.say(f"role-{r}") + played.get(r, "") for r in roles)
    name, title = word.person(person.id), word.film(film)
    asked = ctx.values("as")
    # The film's own credit excludes a person: only then is the answer "no".
    other = "" if "actor" in asked else next((r for r in asked if crew(film, r)), "")
    if roles and (not asked or {*asked} & {*roles}):
        lead = ctx.say("did-yes", name=name, film=title, roles=said)
    elif other:
        key = "did-no-but" if roles else "did-no"
        people, role = word.people(crew(film, other)[:4]), ctx.say(f"role-{other}")
        lead = ctx.say(key, film=title, people=people, role=role, name=name, roles=said)
    elif roles:
        lead = ctx.say("did-nothing-else", name=name, film=title, roles=said)
    else:
        return ctx.unknown(ctx.say("did-unknown", name=name, film=title), sources=film.sources)
    return ctx.answer(lead, entities=[Entity("person", person.id)], sources=film.sources)


def roles(ctx: Context, person: Person) -> Answer:
    """Whom the person played: in one film, or in all of which parts are known."""
    word = ctx.word
    films = [ctx.base.films[e.id] for e in ctx.query.start if e.kind == "film"]
    films = films or ctx.base.credited(person.id, "actor")
    said = [
        f"{part.role.get(word.language)} — {word.film(film)}"
        for film in films
        for part in film.cast
        if part.person == person.id and part.role
    ]
    if not said:
        if films and any(p.person == person.id for f in films for p in f.cast):
            return ctx.gap(word.person(person.id), "role", films[0].sources)
        if asked := [f for f in films if ctx.query.start[1:] and ctx.base.made(person.id, f)]:
            return _did_on(ctx, person, asked[0])  # "what did X do on Y" of one who played nobody
        return ctx.gap(word.person(person.id), "role", person.sources)
    lead = ctx.say("person-roles", name=word.person(person.id), roles="; ".join(said[:8]))
    return ctx.answer(
        lead, entities=[Entity("film", f.id) for f in films[:6]], sources=person.sources
    )
