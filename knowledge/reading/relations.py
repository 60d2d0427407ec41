"""Relations in a question: the director of X, films by X, the second part of X."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import CREDIT_OF, DATES, Kind, slot_of
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Honour
from knowledge.naming.mention import Mention
from knowledge.query import Filter, Query, awarded, passes
from knowledge.reading.masking import Masked
from knowledge.spelling.lexicon import Hit

_RELATIONS = {
    "director_of": ("directors", "person"),
    "writer_of": ("writers", "person"),
    "composer_of": ("composers", "person"),
    "producer_of": ("producers", "person"),
    "cinematographer_of": ("cinematographers", "person"),
    "author_of": ("authors", "person"),
    "lead_of": ("lead", "person"),
    "actor_of": ("actor", "person"),
    "films_by": ("directed", "film"),
    "films_with": ("acted", "film"),
    "films_written_by": ("wrote", "film"),
    "films_scored_by": ("scored", "film"),
    "films_shot_by": ("shot", "film"),
    "films_produced_by": ("produced", "film"),
    "films_after": ("adapted", "film"),
    "winner_of": ("won", "film"),
    "opener_of": ("opened", "film"),
    "entry_of": ("entered", "film"),
    "sequel_of": ("sequel", "film"),
    "prequel_of": ("part_1", "film"),
}


_EDITION = ("organisation", "award", *DATES)
HONOURED = ("winner_of", "opener_of", "entry_of")
USES = {**dict.fromkeys(HONOURED, _EDITION), "actor_of": ("role",)}
"""Kinds of mentions that a relation uses up besides: they constrain nothing else."""


_HIGHEST = ("grand-prix", "best-film")
CHAINED = frozenset({*HONOURED, "director_of", "sequel_of", "prequel_of"})
"""Relations from whose end another may lead on."""


def used_up(masked: Masked) -> frozenset[str]:
    """The kinds of mentions that the relations of a question have used up."""
    return frozenset(kind for d in masked.derived for kind in USES.get(d.relation, ()))


def leads_to(relation: str) -> str:
    """The slot that a phrase stands for."""
    if relation.startswith("part_"):
        return "film"
    return _RELATIONS.get(relation, ("", "film"))[1]


def reached(masked: Masked) -> list[tuple[Mention, str]]:
    """Each mention that a relation starts from, with the last relation that leads on from it."""
    ends = {id(step.mention): (step.mention, step.relation) for step in masked.derived}
    return list(ends.values())


def leads_back(relation: str, kind: str, words: Sequence[tuple[Hit, ...]], asking: Asking) -> bool:
    """Whether only the word for the trade speaks for his films: "producers of X, a list"."""
    trade = "actor" if relation == "lead_of" else relation.removesuffix("_of")
    if CREDIT_OF.get(kind) != trade:
        return False
    telling = asking.words.as_role[trade] | asking.words.other | asking.words.cinema
    return not any(h.word in telling for found in words for h in found[:2])


def filled(masked: Masked) -> frozenset[str]:
    """The slots that the names of a question fill, a relation that of what it leads to."""
    spent = used_up(masked)
    slots = {slot_of(m.kind) for m in masked.mentions if m.kind not in spent}
    for mention, relation in reached(masked):
        slots.discard(slot_of(mention.kind))
        slots.add(leads_to(relation))
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
        # "Was the actor who played X in Y": his part was in another film.
        players = (Entity("person", i.split("/")[1]) for m in masked.of("role") for i in m.ids)
        best = max(players, key=base.fame, default=None)
        return replace(query, start=(best, *start)) if best else query.step("lead")
    if relation.startswith("part_"):
        return query.step(relation)
    if relation in HONOURED:
        found = _honoured(base, masked, relation)
        # An empty start would be all films.
        return replace(query, start=found, steps=()) if found else query.step("nothing")
    return query.step(_RELATIONS[relation][0])


def _honoured(base: FactBase, masked: Masked, relation: str) -> tuple[Entity, ...]:
    """Films that won at, opened or were sent to the named event: award and year count too."""
    events = {i for m in masked.of("organisation") for i in m.ids}
    awards = {i for m in masked.of("award") for i in m.ids}
    people = {i for m in masked.of("person") for i in m.ids}
    found: dict[Entity, bool] = {}
    given: dict[Entity, bool] = {}
    for won in base.honours_at(*events) if len(events) == 1 else base.honours:
        honour = won.honour
        if not _took_part(honour, relation):
            continue
        if events and honour.event not in events:
            continue
        if masked.range and not (honour.year and masked.range.touches(str(honour.year))):
            continue
        if awards and not any(awarded(honour.award, honour.category, a) for a in awards):
            continue
        entity = Entity("film", won.film.id)
        top = any(awarded(honour.award, honour.category, a) for a in _HIGHEST)
        found[entity] = found.get(entity, False) or top
        given[entity] = given.get(entity, False) or not people.isdisjoint(honour.recipients)
    own = {e: top for e, top in found.items() if given[e]} or {
        e: top for e, top in found.items() if _made(base, e, people)
    }
    found = own or found
    # "The film that won" took the highest prize, where one is known.
    best = [e for e in found if found[e]] if not awards else []
    return tuple(sorted(best or found, key=lambda e: -base.fame(e)))[:6]


def _took_part(honour: Honour, relation: str) -> bool:
    """Whether a film won, opened, or merely was sent to an event, as the relation says."""
    if relation == "opener_of":
        return bool(honour.section and honour.section.id == "opening-film")
    return relation == "entry_of" or honour.result == "won"


def _made(base: FactBase, film: Entity, people: set[str]) -> bool:
    return any(passes(base, base.films[film.id], Filter("maker", i)) for i in people)


def player_and_maker(base: FactBase, kind: Kind, masked: Masked) -> tuple[str, ...]:
    """Of two people named: who played in films of the other, or both of them."""
    people = masked.of("person")
    if kind.name not in ("person.acted", "person.together", "person.films") or len(people) < 2:
        return ()
    for one, other in ((people[0], people[1]), (people[1], people[0])):
        for actor in one.ids[:6]:
            for maker in other.ids[:6]:
                if any(maker in f.directors for f in base.credited(actor, "actor")):
                    return (actor, maker) if kind.name == "person.together" else (actor,)
    return ()
