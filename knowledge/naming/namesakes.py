"""Which of several things of the same name is meant, and whether the base has what is asked."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Entity
from knowledge.asking.kinds import CREDIT_OF, Kind
from knowledge.factbase.base import FactBase
from knowledge.query import Filter, Query, passes
from knowledge.reading.masking import Masked

_FIELD_OF = {
    "director": "directors",
    "writer": "writers",
    "lead": "cast",
    "role": "cast",
    "composer": "composers",
    "cinematographer": "cinematographers",
    "producer": "producers",
    "runtime": "runtime_min",
    "genre": "genres",
    "language": "languages",
    "country": "countries",
    "studio": "studios",
    "plot": "synopsis",
    "location": "filming_locations",
    "boxoffice": "box_office",
    "premiere": "premieres",
    "awards": "honours",
    "oscar": "honours",
}


_FILMS, _OTHERS = (4.0, 10.0), (1.8, 3.0)
"""So many times, and so much more, must the first be known to be meant without asking back:
whoever types the whole title of an obscure film may mean the other as well."""


_BESIDE = {"person": "maker", "organisation": "event", "award": "award"}
"""What a name beside a title is to the film that is meant."""


def prefer(
    base: FactBase,
    candidates: list[Entity],
    masked: Masked,
    kind: Kind,
    listed: Sequence[Entity] = (),
) -> tuple[Entity, tuple[Entity, ...]]:
    """Between namesakes: what the question says besides, then what was just ``listed``, then
    what is far better known.
    """
    if len(candidates) == 1:
        return candidates[0], ()
    fits = [e for e in candidates if _agrees(base, e, masked)]
    pool = fits or [e for e in candidates if e in listed] or candidates
    pool = [e for e in pool if _has(base, e, kind)] or pool
    ranked = sorted(pool, key=lambda e: -base.fame(e))
    times, more = _FILMS if ranked[0].kind == "film" else _OTHERS
    if kind.name == "person.known":
        times, more = 1.0, 0.5  # what somebody is known for is asked of the better known
    if len(ranked) == 1 or base.fame(ranked[0]) >= times * base.fame(ranked[1]) + more:
        return ranked[0], ()
    return ranked[0], tuple(ranked[:4])


def _agrees(base: FactBase, entity: Entity, masked: Masked) -> bool:
    """Whether year, maker, type and part named in the question are its, at least one of them; of a
    person, whether a film that is named is theirs.
    """
    if entity.kind == "person":
        films = [base.films[i] for m in masked.of("film") for i in m.ids]
        return any(passes(base, film, Filter("maker", entity.id)) for film in films)
    if entity.kind != "film":
        return False
    film = base.films[entity.id]
    tests: list[Filter] = []
    if masked.range:
        tests.append(Filter("date", "", masked.range))
    tests += [Filter("genre", m.ids[0]) for m in masked.of("genre", "type")]
    tests += [Filter("country", m.ids[0]) for m in masked.of("country")]
    hits = all(passes(base, film, t) for t in tests)
    one_of = [(_BESIDE[m.kind], m.ids) for m in masked.of(*_BESIDE)]
    every = all(any(passes(base, film, Filter(field, i)) for i in ids) for field, ids in one_of)
    played = {pair.partition("/")[0] for m in masked.of("role") for pair in m.ids}
    plays = not played or film.id in played
    return bool(tests or one_of or played) and hits and every and plays


def qualifiers(base: FactBase, masked: Masked, *, yesno: bool) -> frozenset[str]:
    """Slots that only tell the film apart: its maker, its year."""
    films = [base.films[i] for m in masked.of("film") for i in m.ids[:3]]
    if not films or masked.derived:
        return frozenset()

    def made(ids: Sequence[str]) -> bool:
        return any(passes(base, f, Filter("maker", p)) for f in films for p in ids)

    found = set()
    people = masked.of("person")
    if people and not yesno and all(made(m.ids) for m in people):
        found.add("person")
    if masked.range and any(f.year and masked.range.touches(str(f.year)) for f in films):
        found.add("date")
    return frozenset(found)


def known(base: FactBase, query: Query, kind: Kind) -> bool:
    """Whether the base has what is asked of the subject; a guess where steps lie between."""
    if query.steps or not query.start:
        return True
    return all(_has(base, entity, kind) for entity in query.start)


def _has(base: FactBase, entity: Entity, kind: Kind) -> bool:
    """Whether the base has what is asked of this namesake."""
    name = kind.name.partition(".")[2]
    if entity.kind == "person":
        if kind.name in CREDIT_OF:
            return bool(base.credited(entity.id, CREDIT_OF[kind.name]))
        field = {"age": "born"}.get(name, name)
        return bool(getattr(base.people[entity.id], field, True))
    if entity.kind == "organisation" and kind.name in ("org.where", "org.when"):
        own = base.organisations[entity.id]
        return bool(own.place if kind.name == "org.where" else own.founded)
    if entity.kind == "film" and kind.name.startswith("film."):
        film = base.films[entity.id]
        if name in ("watch", "trailer", "rating"):
            return any(link.kind == name for link in film.links)
        if name == "boxoffice":
            return bool(film.box_office or film.admissions)
        return bool(getattr(film, _FIELD_OF.get(name, name), True))
    return True
