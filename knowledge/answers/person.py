"""Answers about one person: who, when, where, what made, what won."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.answer import Answer, Entity
from knowledge.answers import ages, filmography, honours, scope
from knowledge.answers.context import Context
from knowledge.factbase.base import Won
from knowledge.factbase.records import Person, Prize, Term
from knowledge.query import awarded

_PRIZES = 7
"""So many prizes are told at once."""


def answer(ctx: Context) -> Answer:
    people = ctx.people()
    if not people:
        return ctx.unknown(ctx.say("no-such-person"))
    kind = ctx.reading.kind
    if kind in filmography.KINDS:
        return filmography.answer(ctx, people)
    return _KINDS[kind](ctx, people[0])


def _who(ctx: Context, person: Person) -> Answer:
    word, language = ctx.word, ctx.word.language
    life = ""
    if person.born:
        life = (
            f" ({word.date(person.born)}"
            + (f" – {word.date(person.died)}" if person.died else "")
            + ")"
        )
    elif person.died:
        life = f" (– {word.date(person.died)})"
    parts = [f"{word.person(person.id)}{life} — {word.occupation(person)}."]
    if person.note:
        parts.append(person.note.get(language))
    films = filmography.best_known(ctx, person)
    if films:
        parts.append(ctx.say("known-for", films=word.films(films[:5])))
    won = [w for w in honours.of_person(ctx, person) if w.honour.result == "won"]
    if won:
        best = sorted(won, key=lambda w: -ctx.base.fame(Entity("organisation", w.honour.event)))[
            :3
        ]
        parts.append(ctx.say("person-prizes-short", prizes="; ".join(_won(ctx, w) for w in best)))
    lead = " ".join(parts)[:1190]
    return ctx.answer(
        lead,
        entities=[Entity("film", f.id) for f in films[:8]],
        sources=[*person.sources, *(w.honour.source for w in won[:2])],
    )


def _won(ctx: Context, won: Won) -> str:
    return f"{ctx.word.honour(won.honour)} — {ctx.word.film(won.film)}"


def _dated(
    ctx: Context, person: Person, field: str, place: Term | None = None, more: str = ""
) -> Answer:
    value = getattr(person, field)
    if not value:
        return ctx.gap(ctx.word.person(person.id), field, person.sources)
    found = ctx.conflict(person, field)
    said = ctx.word.date(value)
    if found and found.values:
        said = " / ".join(ctx.word.date(v) if v[:4].isdigit() else v for v in found.values)
    name, said = ctx.word.person(person.id), " ".join(filter(None, (said, more)))
    if place:
        at = place.get(ctx.word.language)
        lead = ctx.say(f"person-{field}-at", name=name, date=said, place=at)
    else:
        lead = ctx.say(f"person-{field}", name=name, date=said)
    lead += ctx.mark(person, field)
    return ctx.answer(lead, [ctx.disagreement(person, field)], sources=person.sources)


def _born(ctx: Context, person: Person) -> Answer:
    return _dated(ctx, person, "born")


def _died(ctx: Context, person: Person) -> Answer:
    if person.died:
        return _dated(ctx, person, "died", person.deathplace, ages.at_death(ctx, person))
    return ctx.unknown(
        ctx.say("no-death", name=ctx.word.person(person.id)), sources=person.sources
    )


def _birthplace(ctx: Context, person: Person) -> Answer:
    if not person.birthplace:
        return ctx.gap(ctx.word.person(person.id), "birthplace", person.sources)
    lead = ctx.say(
        "person-birthplace",
        name=ctx.word.person(person.id),
        place=person.birthplace.get(ctx.word.language),
    ) + ctx.mark(person, "birthplace")
    asked = [term for place in ctx.values("place") if (term := scope.place(ctx, place))]
    there = any(term.en in person.birthplace.en for term in asked)
    lead = ctx.whether(lead, there or None)  # a town lies in a region: no "no"
    return ctx.answer(lead, [ctx.disagreement(person, "birthplace")], sources=person.sources)


def _education(ctx: Context, person: Person) -> Answer:
    if not person.education:
        return ctx.gap(ctx.word.person(person.id), "education", person.sources)
    lead = ctx.say(
        "person-education",
        name=ctx.word.person(person.id),
        school=person.education.get(ctx.word.language),
    )
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
    """What somebody won, or else what was nominated and shown: none of that is a prize."""
    films = set(ctx.values("film"))
    found = honours.meant(ctx, honours.of_person(ctx, person))
    found = [w for w in found if not films or w.film.id in films]
    found.sort(key=lambda w: -ctx.base.fame(Entity("organisation", w.honour.event)))
    won = [w for w in found if w.honour.result == "won"]
    said = [_won(ctx, w) for w in won] + [_given(ctx, prize) for prize in _own(ctx, person)]
    narrowed = bool(films or ctx.range or ctx.filters("event", "award", "country", "place"))
    # A prize of old may stand among the honours of the person only.
    titles = _titles(ctx, person) if person.titles and not narrowed else None
    name = ctx.word.person(person.id)
    if not (said or found) and person.titles and _names_place(ctx, person):
        titles = _titles(ctx, person)
    if not said and titles:
        return titles
    if not (said or found):
        return ctx.gap(name, "prizes", person.sources)
    if said:
        key, shown = "person-prizes", said[:_PRIZES]
    else:
        key, shown = "film-nominations", [_won(ctx, w) for w in found[:_PRIZES]]
    items = "; ".join(shown)
    lead = ctx.say(key, name=name, count=len(said), prizes=items, items=items)
    if len(said) > len(shown):
        lead += " " + ctx.say("and-more", count=len(said) - len(shown))
    if titles:
        lead += f" {titles.lead}"
    of = (won or found)[:6]
    own = [Entity("film", w.film.id) for w in of]
    sources = [*(w.honour.source for w in of[:4]), *(s for p in person.prizes for s in p.sources)]
    return ctx.answer(lead[:1190], entities=own, sources=sources)


def _names_place(ctx: Context, person: Person) -> bool:
    """Whether a title names the place that was asked of: "Volpi Cup, Venice 1966"."""
    terms = [ctx.base.organisations[event].place for event in honours.events_asked(ctx)]
    terms += [scope.place(ctx, place) for place in ctx.values("place")]
    return any(term.en in title.title.en for term in terms if term for title in person.titles)


def _own(ctx: Context, person: Person) -> list[Prize]:
    """Prizes given to somebody and not to a film, under the question's event, place and time."""
    events, span = honours.events_asked(ctx), ctx.range
    if ctx.values("film"):
        return []
    awards = ctx.values("award")
    return [
        prize
        for prize in person.prizes
        if prize.result == "won"
        and (not events or prize.event in events)
        and honours.given_there(ctx, prize.event)
        and (not awards or any(awarded(prize.award, "", a) for a in awards))
        and (not span or (prize.year and span.touches(str(prize.year))))
    ]


def _given(ctx: Context, prize: Prize) -> str:
    award = prize.award.get(ctx.word.language) if prize.award else ""
    year = f", {prize.year}" if prize.year else ""
    return f"{ctx.word.organisation(prize.event)}{year}: {award}"


def _known(ctx: Context, person: Person) -> Answer:
    """Shorter than a card: occupation, and what the base says of the work."""
    word = ctx.word
    lead = f"{word.person(person.id)} — {word.occupation(person)}."
    films = filmography.best_known(ctx, person)
    known = ctx.say("known-for", films=word.films(films[:4])) if films else ""
    note = person.note.get(word.language) if person.note else ""
    first, rest = (note, known) if note else (known, "")
    if rest and len(lead) + len(first) + len(rest) < 314:
        first, rest = f"{known} {note}", ""
    if len(lead) + len(first) > 315:
        cut = first[: 315 - len(lead)]
        first = cut[: max(cut.rfind(". "), cut.rfind("; "), cut.rfind(", ")) + 1] or cut
    return ctx.answer(
        f"{lead} {first}".strip(),
        [rest],
        entities=[Entity("film", f.id) for f in films[:8]],
        sources=person.sources,
    )


_KINDS: dict[str, Callable[[Context, Person], Answer]] = {
    "person.who": _who,
    "person.born": _born,
    "person.age": ages.answer,
    "person.died": _died,
    "person.birthplace": _birthplace,
    "person.education": _education,
    "person.titles": _titles,
    "person.prizes": _prizes,
    "person.known": _known,
}
