"""What a card opens: its cast, awards, premieres, films, sources, an item a line, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Protocol

from knowledge.answer import PAGE, Answer, Entity, Option
from knowledge.answers import filmography
from knowledge.answers.context import Context
from knowledge.answers.listings import SECTIONS

LETTERS = 720
"""Of the items on a page: with heading and sources it has to fit under a picture."""


class CardRefs(Protocol):
    """Writes what a button of a card carries."""

    def card(self, entity: Entity, section: str = "") -> str: ...


def of(ctx: Context, entity: Entity) -> list[tuple[str, str]]:
    """The sections that have something to show, each with the word for its button."""
    listings = SECTIONS[entity.kind].items()
    return [(name, found.label) for name, found in listings if found.has(ctx, entity.id)]


def related(ctx: Context, entity: Entity) -> list[Entity]:
    """Whom and what a talk about this record goes on to: its makers, its films."""
    if entity.kind == "film":
        return [Entity("person", person) for person in ctx.base.films[entity.id].directors]
    if entity.kind == "person":
        films = filmography.best_known(ctx, ctx.base.people[entity.id])
        return [Entity("film", film.id) for film in films[:8]]
    return []


def answer(ctx: Context, name: str, refs: CardRefs) -> Answer | None:
    """One section of the card of the reading's record; None where there is none of that name."""
    entity = ctx.query.start[0]
    listing = SECTIONS[entity.kind].get(name)
    if listing is None or not listing.has(ctx, entity.id):
        return None
    section = listing.read(ctx, entity.id)
    pages = _pages(section.items)
    page = min(ctx.page, len(pages))
    shown = pages[page - 1]
    given = section.sources
    if len(given) > 1:
        given = given[shown.start : shown.stop]
    return Answer(
        "answer",
        ctx.word.language,
        ctx.say(
            "section-heading",
            name=ctx.word.name(entity),
            section=ctx.say(f"section-{listing.label}"),
        ),
        tuple(ctx.say("section-item", item=section.items[at]) for at in shown),
        (Option(ctx.say("section-back"), refs.card(entity)),),
        entities=tuple(dict.fromkeys((entity, *section.entities))),
        sources=tuple(dict.fromkeys(chain.from_iterable(given)))[: 10 if name == "sources" else 4],
        asked=ctx.reading.kind,
        ref=refs.card(entity, name),
        page=page,
        pages=len(pages),
        card=entity,
        section=name,
        confidence=ctx.reading.confidence,
    )


def _pages(items: Sequence[str]) -> list[range]:
    """Which items stand on which page: at most ten, and no more than fit."""
    pages: list[range] = []
    first, letters = 0, 0
    for at, item in enumerate(items):
        if at > first and (at - first == PAGE or letters + len(item) > LETTERS):
            pages.append(range(first, at))
            first, letters = at, 0
        letters += len(item) + 1
    return [*pages, range(first, len(items))]
