"""Relations in a question: the director of X, films by X, the second part of X."""

from __future__ import annotations

from dataclasses import replace

from knowledge.answer import Entity
from knowledge.base import FactBase
from knowledge.kinds import slot_of
from knowledge.masking import Masked
from knowledge.query import Query, awarded

_RELATIONS = {
    "director_of": ("directors", "person"),
    "writer_of": ("writers", "person"),
    "composer_of": ("composers", "person"),
    "producer_of": ("producers", "person"),
    "cinematographer_of": ("cinematographers", "person"),
    "lead_of": ("lead", "person"),
    "actor_of": ("actor", "person"),
    "films_by": ("directed", "film"),
    "films_with": ("acted", "film"),
    "films_written_by": ("wrote", "film"),
    "films_scored_by": ("scored", "film"),
    "films_shot_by": ("shot", "film"),
    "films_produced_by": ("produced", "film"),
    "winner_of": ("won", "film"),
    "sequel_of": ("sequel", "film"),
    "prequel_of": ("part_1", "film"),
}


def leads_to(relation: str) -> str:
    """The slot that a phrase stands for."""
    if relation.startswith("part_"):
        return "film"
    return _RELATIONS.get(relation, ("", "film"))[1]


def filled(masked: Masked) -> frozenset[str]:
    """The slots that the names of a question fill, a relation that of what it leads to."""
    slots = {slot_of(m.kind) for m in masked.mentions}
    for step in masked.derived:
        slots.discard(slot_of(step.mention.kind))
        slots.add(leads_to(step.relation))
    return frozenset(slots)


def follow(
    base: FactBase,
    query: Query,
    relation: str,
    masked: Masked,
    start: tuple[Entity, ...],
) -> Query:
    """The query one relation further; ``start`` is what the question is about."""
    if relation == "actor_of":
        for role in masked.of("role"):
            for pair in role.ids:
                film, person = pair.split("/")
                if any(e.id == film for e in start):
                    return query.step(f"actor:{person}")
        return query.step("lead")
    if relation.startswith("part_"):
        return query.step(relation)
    if relation == "winner_of":
        return replace(query, start=_winners(base, masked), steps=())
    return query.step(_RELATIONS[relation][0])


def _winners(base: FactBase, masked: Masked) -> tuple[Entity, ...]:
    """Films that won what the mentions name: the event, the award, the year."""
    events = {i for m in masked.of("organisation") for i in m.ids}
    awards = {i for m in masked.of("award") for i in m.ids}
    found: dict[Entity, None] = {}
    for won in base.honours_at(*events) if len(events) == 1 else base.honours:
        honour = won.honour
        if honour.result != "won" or (events and honour.event not in events):
            continue
        if masked.range and not (honour.year and masked.range.touches(str(honour.year))):
            continue
        if awards and not any(awarded(honour.award, honour.category, a) for a in awards):
            continue
        found[Entity("film", won.film.id)] = None
    return tuple(sorted(found, key=lambda e: -base.fame(e)))[:6]
