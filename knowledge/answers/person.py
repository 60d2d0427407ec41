"""Answers about one person: who, when, where, what made, what won."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers import lists
from knowledge.answers.context import Context
from knowledge.base import Won
from knowledge.dates import age
from knowledge.query import passes
from knowledge.records import Film, Person

_AS = {
    "person.directed": "director", "person.acted": "actor", "person.wrote": "writer",
    "person.scored": "composer", "person.shot": "cinematographer", "person.produced": "producer",
}  # fmt: skip


def answer(ctx: Context) -> Answer:
    people = ctx.people()
    if not people:
        return ctx.unknown(ctx.say("no-such-person"))
    kind = ctx.reading.kind
    if kind in ("person.films", "person.together") or kind in _AS:
        return _films(ctx, people)
    if kind == "person.did" and ctx.values("maker") and not ctx.values("film"):
        return _films(ctx, people)
    if kind == "person.did":
        return _did(ctx, people[0])
    return _KINDS[kind](ctx, people[0])


def _films(ctx: Context, people: list[Person]) -> Answer:
    """Films of a person, in one role or in all, under the question's filters."""
    word, base = ctx.word, ctx.base
    person = people[0]
    role = _AS.get(ctx.reading.kind, "")
    films = base.credited(person.id, role) if role else base.credited(person.id)
    if role and not films:
        films, role = base.credited(person.id), ""
    skipped = {e.id for e in ctx.query.without}
    makers = [v for v in ctx.values("maker") if v != person.id]
    kept = [
        f
        for f in films
        if f.id not in skipped
        and all(passes(base, f, t) for t in ctx.filters("date", "genre", "type", "place", "country"))
        and all(any(m in base.crew(f, r) for r in lists.ROLES) for m in makers)
    ]
    if makers and not kept:
        # "films of X in which Y played": the roles may be the other way round.
        kept = [f for f in base.credited(person.id) if all(passes(base, f, t) for t in _makers(makers))]
    if not kept:
        if films and (ctx.query.filters or makers):
            return ctx.answer(ctx.say("no-films-match", name=word.person(person.id)), sources=person.sources)
        if person.known_for or person.other_works:
            works = [word.film(base.films[f]) for f in person.known_for if f in base.films]
            lead = ctx.say("person-works", name=word.person(person.id),
                           films=", ".join([*works, *person.other_works]))  # fmt: skip
            return ctx.answer(lead, sources=person.sources)
        return ctx.gap(word.person(person.id), "films", person.sources)
    ranked = sorted(kept, key=lambda f: -base.fame(Entity("film", f.id)))
    items, pages = ctx.paged([word.film(f) for f in ranked])
    key = f"person-films-{role}" if role else "person-films"
    lead = ctx.say(key, name=word.person(person.id), count=len(kept), films=", ".join(items))
    return ctx.answer(
        lead, [_as_roles(ctx, person, kept)] if not role else [], pages=pages,
        entities=[Entity("film", f.id) for f in ranked], sources=person.sources,
    )  # fmt: skip


def _makers(ids: list[str]) -> list[lists.Filter]:
    return [lists.Filter("maker", i) for i in ids]


def _as_roles(ctx: Context, person: Person, kept: list[Film]) -> str:
    """How many of the films in which capacity."""
    ids = {f.id for f in kept}
    said = []
    for role in ctx.base.roles_of(person.id):
        count = sum(f.id in ids for f in ctx.base.credited(person.id, role))
        if count:
            said.append(ctx.say(f"as-{role}", count=count))
    return ", ".join(said) if len(said) > 1 else ""


def _who(ctx: Context, person: Person) -> Answer:
    word, language = ctx.word, ctx.word.language
    life = ""
    if person.born:
        life = f" ({word.date(person.born)}" + (f" – {word.date(person.died)}" if person.died else "") + ")"
    elif person.died:
        life = f" (– {word.date(person.died)})"
    parts = [f"{word.person(person.id)}{life} — {word.occupation(person)}."]
    if person.note:
        parts.append(person.note.get(language))
    films = sorted(ctx.base.credited(person.id), key=lambda f: -ctx.base.fame(Entity("film", f.id)))
    if films:
        parts.append(ctx.say("known-for", films=word.films(films[:5])))
    won = [w for w in _honours(ctx, person) if w.honour.result == "won"]
    if won:
        best = sorted(won, key=lambda w: -ctx.base.fame(Entity("organisation", w.honour.event)))[:3]
        parts.append(ctx.say("person-prizes-short", prizes="; ".join(_won(ctx, w) for w in best)))
    lead = " ".join(parts)[:1190]
    return ctx.answer(
        lead, entities=[Entity("film", f.id) for f in films[:8]],
        sources=[*person.sources, *(w.honour.source for w in won[:2])],
    )  # fmt: skip


def _won(ctx: Context, won: Won) -> str:
    return f"{ctx.word.honour(won.honour)} — {ctx.word.film(won.film)}"


def _honours(ctx: Context, person: Person) -> list[Won]:
    """Honours that name the person, and those of films that the person directed."""
    own = list(ctx.base.received(person.id))
    for film in ctx.base.credited(person.id, "director"):
        own += [Won(film, h) for h in film.honours if person.id not in h.recipients and not h.recipients]
    seen: set[int] = set()
    return [w for w in own if not (id(w.honour) in seen or seen.add(id(w.honour)))]


def _dated(ctx: Context, person: Person, field: str) -> Answer:
    value = getattr(person, field)
    if not value:
        return ctx.gap(ctx.word.person(person.id), field, person.sources)
    found = ctx.conflict(person, field)
    said = ctx.word.date(value)
    if found and found.values:
        said = " / ".join(ctx.word.date(v) if v[:4].isdigit() else v for v in found.values)
    lead = ctx.say(f"person-{field}", name=ctx.word.person(person.id), date=said)
    lead += ctx.mark(person, field)
    return ctx.answer(lead, [ctx.disagreement(person, field)], sources=person.sources)


def _born(ctx: Context, person: Person) -> Answer:
    return _dated(ctx, person, "born")


def _age(ctx: Context, person: Person) -> Answer:
    if not person.born:
        return ctx.gap(ctx.word.person(person.id), "born", person.sources)
    from knowledge.dates import latest

    day = latest(person.died) if person.died else ctx.today
    low, high = age(person.born, day)
    years = str(high) if low == high else f"{low}–{high}"
    key = "person-age-died" if person.died else "person-age"
    lead = ctx.say(
        key, name=ctx.word.person(person.id), years=years, count=high,
        born=ctx.word.date(person.born), died=ctx.word.date(person.died) if person.died else "",
    ) + ctx.mark(person, "born")  # fmt: skip
    return ctx.answer(lead, [ctx.disagreement(person, "born")], sources=person.sources)


def _died(ctx: Context, person: Person) -> Answer:
    if person.died:
        return _dated(ctx, person, "died")
    return ctx.unknown(ctx.say("no-death", name=ctx.word.person(person.id)), sources=person.sources)


def _birthplace(ctx: Context, person: Person) -> Answer:
    if not person.birthplace:
        return ctx.gap(ctx.word.person(person.id), "birthplace", person.sources)
    lead = ctx.say(
        "person-birthplace", name=ctx.word.person(person.id),
        place=person.birthplace.get(ctx.word.language),
    ) + ctx.mark(person, "birthplace")  # fmt: skip
    return ctx.answer(lead, [ctx.disagreement(person, "birthplace")], sources=person.sources)


def _education(ctx: Context, person: Person) -> Answer:
    if not person.education:
        return ctx.gap(ctx.word.person(person.id), "education", person.sources)
    lead = ctx.say(
        "person-education", name=ctx.word.person(person.id),
        school=person.education.get(ctx.word.language),
    )  # fmt: skip
    return ctx.answer(lead, [ctx.disagreement(person, "education")], sources=person.sources)


def _titles(ctx: Context, person: Person) -> Answer:
    if not person.titles:
        return ctx.gap(ctx.word.person(person.id), "titles", person.sources)
    said = "; ".join(
        t.title.get(ctx.word.language) + (f" ({t.year})" if t.year else "") for t in person.titles
    )
    lead = ctx.say("person-titles", name=ctx.word.person(person.id), titles=said)
    return ctx.answer(lead, sources=person.sources)


def _prizes(ctx: Context, person: Person) -> Answer:
    events, span = ctx.values("event"), ctx.range
    films = set(ctx.values("film"))
    won = [
        w
        for w in _honours(ctx, person)
        if (not events or w.honour.event in events)
        and (not span or (w.honour.year and span.touches(str(w.honour.year))))
        and (not films or w.film.id in films)
    ]
    won.sort(key=lambda w: (w.honour.result != "won", -ctx.base.fame(Entity("organisation", w.honour.event))))
    said = [_won(ctx, w) for w in won]
    for prize in person.prizes:
        if not events or prize.event in events:
            award = prize.award.get(ctx.word.language) if prize.award else ""
            year = f", {prize.year}" if prize.year else ""
            said.append(f"{ctx.word.organisation(prize.event)}{year}: {award}")
    if not said and person.titles:
        # A prize of old may stand among the honours of the person only.
        return _titles(ctx, person)
    if not said:
        return ctx.gap(ctx.word.person(person.id), "prizes", person.sources)
    lead = ctx.say(
        "person-prizes", name=ctx.word.person(person.id), count=len(said), prizes="; ".join(said[:7])
    )
    sources = [*(w.honour.source for w in won[:4]), *(s for p in person.prizes for s in p.sources)]
    return ctx.answer(
        lead[:1190], entities=[Entity("film", w.film.id) for w in won[:6]], sources=sources
    )


def _known(ctx: Context, person: Person) -> Answer:
    """Shorter than a card: occupation, and what the base says of the work."""
    word = ctx.word
    lead = f"{word.person(person.id)} — {word.occupation(person)}."
    films = sorted(ctx.base.credited(person.id), key=lambda f: -ctx.base.fame(Entity("film", f.id)))
    known = ctx.say("known-for", films=word.films(films[:4])) if films else ""
    note = person.note.get(word.language) if person.note else ""
    first, rest = (note, known) if note else (known, "")
    if len(lead) + len(first) > 315:
        cut = first[: 315 - len(lead)]
        first = cut[: max(cut.rfind(". "), cut.rfind("; "), cut.rfind(", ")) + 1] or cut
    return ctx.answer(
        f"{lead} {first}".strip(), [rest], entities=[Entity("film", f.id) for f in films[:8]],
        sources=person.sources,
    )  # fmt: skip


def _did(ctx: Context, person: Person) -> Answer:
    """Did this person work on that film, or ever do that."""
    word, base = ctx.word, ctx.base
    films = [base.films[e.id] for e in ctx.query.start if e.kind == "film"]
    films += [base.films[v] for v in ctx.values("film")]
    name = word.person(person.id)
    if films and not ctx.query.steps:
        film = films[0]
        roles = [r for r in lists.ROLES if person.id in base.crew(film, r)]
        if roles:
            said = ", ".join(ctx.say(f"role-{r}") for r in roles)
            lead = ctx.say("did-yes", name=name, film=word.film(film), roles=said)
        else:
            asked = next((r for r in ctx.values("as") if r != "actor" and base.crew(film, r)), "")
            if asked:
                # The film's own credit excludes it: only then is the answer "no".
                made = word.people(base.crew(film, asked)[:4])
                lead = ctx.say("did-no", film=word.film(film), people=made, role=ctx.say(f"role-{asked}"))
                return ctx.answer(lead, entities=[Entity("person", person.id)], sources=film.sources)
            return ctx.unknown(ctx.say("did-unknown", name=name, film=word.film(film)), sources=film.sources)
        return ctx.answer(lead, entities=[Entity("person", person.id)], sources=film.sources)
    role = next(iter(ctx.values("as")), "director")
    made = base.credited(person.id, role)
    if not made:
        return ctx.unknown(ctx.say("did-never-known", name=name), sources=person.sources)
    lead = ctx.say(
        "did-ever", name=name, films=word.films(made[:8]), role=ctx.say(f"role-{role}")
    )
    return ctx.answer(lead, entities=[Entity("film", f.id) for f in made], sources=person.sources)


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
        return ctx.gap(word.person(person.id), "role", person.sources)
    lead = ctx.say("person-roles", name=word.person(person.id), roles="; ".join(said[:8]))
    return ctx.answer(lead, entities=[Entity("film", f.id) for f in films[:6]], sources=person.sources)


_KINDS: dict[str, Callable[[Context, Person], Answer]] = {
    "person.who": _who, "person.born": _born, "person.age": _age, "person.died": _died,
    "person.birthplace": _birthplace, "person.education": _education, "person.titles": _titles,
    "person.prizes": _prizes, "person.known": _known,
}  # fmt: skip
