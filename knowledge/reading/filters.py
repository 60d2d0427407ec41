"""What a question says besides its subject: filters of the answer, or doubts about the reading."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.answer import Entity
from knowledge.asking.kinds import DATES, SUBJECTS, Kind, slot_of
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.naming.namesakes import prefer
from knowledge.query import Filter, Query, denotes, passes
from knowledge.reading.masking import Masked
from knowledge.reading.relations import used_up

_FILTER_OF = {
    "genre": "genre",
    "type": "type",
    "place": "place",
    "country": "country",
    "language": "language",
    "organisation": "event",
    "award": "award",
    "occupation": "occupation",
    "section": "section",
    "role": "role",
    "about": "about",
}
UNCREDITED = ("editor", "production-designer", "artist", "sound-engineer", "choreographer")
"""Crafts of film-making of which the base has no credits."""
_EVENTS = ("film.festivals", "film.awards", "film.oscar", "film.premiere", "person.prizes")
_LISTS = ("list.films", "list.count", "person.films")
_LIGHT = ("number", "occupation", "country", *DATES)


def filtered(
    base: FactBase, kind: Kind, query: Query, masked: Masked, used: set[int]
) -> tuple[Query, float]:
    """Mentions that are not the subject become filters; what the kind cannot carry is a doubt."""
    events = (entity.id for entity in query.start if entity.kind == "organisation")
    cost = 0.22 if kind.name.startswith("award.") and of_studio(base, events) else 0.0
    spent = used_up(masked)
    dated = "year" not in spent and "date" in (*kind.takes, *(s for o in kind.needs for s in o))
    of_film = kind.name.startswith("film.") or masked.derived
    evening = kind.name == "list.recommend" and masked.range and masked.range.fine
    dated = dated and not evening  # "what shall I watch tonight?"
    if masked.range and dated and not (of_film and _of_film(base, masked)):
        query = query.where(Filter("date", "", masked.range))
    followed = {id(d.mention) for d in masked.derived}
    for mention in masked.mentions:
        if (id(mention) in used and mention.kind in SUBJECTS) or id(mention) in followed:
            continue
        if mention.kind in spent:
            continue
        slot = slot_of(mention.kind)
        if slot == "date":
            cost += 0.0 if (masked.range and slot in kind.takes) or id(mention) in used else 0.06
            continue
        if mention.kind == "number":
            continue
        if kind.name.startswith("film.") and mention.ids[0] in UNCREDITED:
            cost += 0.3  # who cut or decorated a film no kind asks
            continue
        if slot not in kind.takes and id(mention) not in used:
            # "Which composer …" asks for somebody, no premiere.
            asks = mention.kind == "occupation" and kind.name.startswith("premiere")
            light = mention.kind in _LIGHT or _apposed(mention, masked)
            cost += 0.05 if light and not asks else 0.22
            continue
        if mention.kind == "film":
            if kind.name == "person.age" and _not_theirs(base, query, mention):
                continue  # «Сатаев бауырымыз» is our brother, and no «Бауыр»
            query = query.where(Filter("film", mention.ids[0]))
        elif mention.kind == "person":
            if query.start and query.start[0].kind == "film" and not kind.name.startswith("award"):
                if not any(_made(base, query.start[0].id, p) for p in mention.ids):
                    cost += 0.22
                continue
            if any(e.id in mention.ids for e in query.start):
                continue
            best, _ = prefer(base, [Entity("person", i) for i in mention.ids], masked, kind)
            shared = [i for i in mention.ids if _together(base, query.start, i)]
            query = query.where(Filter("maker", shared[0] if shared else best.id))
        elif mention.kind == "role":
            if query.start and not _parts_of(query, mention):
                cost += 0.22  # nobody of that name is in this film
            query = _role(query, mention)
            films = {i for m in masked.of("film") for i in m.ids}
            if films and not any(pair.split("/")[0] in films for pair in mention.ids):
                cost += 0.22  # a part of another film
        else:
            of_event = kind.name in (*_EVENTS, "award.count")
            if mention.kind == "place" and of_event and not masked.of("organisation"):
                cost += 0.08  # "in Venice": its festival
            field = _FILTER_OF[mention.kind]
            value = mention.ids[0]
            if mention.kind == "place" and kind.name in _LISTS and not _filmed_in(base, value):
                cost += 0.2  # "Cannes films": of its festival
            if mention.kind == "award":
                # One wording may name several prizes: any of them will do.
                query = query.where(*(Filter("award", i) for i in mention.ids[1:5]))
            if mention.kind == "organisation":
                field = event_or_studio(base, value)
                if field == "studio" and kind.name in _EVENTS:
                    cost += 0.22
            query = query.where(Filter(field, value))
    return query, cost


def _filmed_in(base: FactBase, place: str) -> bool:
    """Whether any film was made there."""
    return denotes(base, Query(filters=(Filter("place", place),)))


def _apposed(mention: Mention, masked: Masked) -> bool:
    """ "The CARTOON Kazakh Eli": only says which film is meant."""
    return mention.kind in ("genre", "type") and any(
        film.start == mention.end for film in masked.of("film")
    )


def _parts_of(query: Query, mention: Mention) -> list[str]:
    films = {e.id for e in query.start}
    return [pair for pair in mention.ids if pair.split("/")[0] in films]


def _role(query: Query, mention: Mention) -> Query:
    pairs = _parts_of(query, mention) or list(mention.ids)
    return query.where(*(Filter("role", pair) for pair in pairs))


def _of_film(base: FactBase, masked: Masked) -> bool:
    """Whether the year beside a title is that of the film: "Оралман 2017"."""
    for film in masked.of("film"):
        for date in masked.of("year"):
            beside = date.start - film.end in (0, 1) or date.end == film.start
            own = [base.films[id_].year for id_ in film.ids]
            if beside and any(str(year or "") == date.ids[0] for year in own):
                return True
    return False


def _together(base: FactBase, start: tuple[Entity, ...], person: str) -> bool:
    """Whether the person directed the one that the question is about."""
    people = [e.id for e in start if e.kind == "person"]
    return bool(people) and any(
        person in film.directors for film in base.credited(people[0], "actor")
    )


def belongs(base: FactBase, kind: Kind, start: tuple[Entity, ...]) -> bool:
    """Whether the person named is in the film named."""
    people = [e.id for e in start if e.kind == "person"]
    films = [base.films[e.id] for e in start if e.kind == "film"]
    if not (people and films):
        return True
    if kind.name == "person.role":
        return any(people[0] == part.person for part in films[0].cast)
    return _made(base, films[0].id, people[0])


def _not_theirs(base: FactBase, query: Query, mention: Mention) -> bool:
    """Whether a word that is not quite the title is of a film that those asked of never made."""
    return mention.quality < 1.0 and not any(
        _made(base, film, entity.id) for entity in query.start for film in mention.ids
    )


def _made(base: FactBase, film: str, person: str) -> bool:
    return passes(base, base.films[film], Filter("maker", person))


def of_studio(base: FactBase, organisations: Iterable[str]) -> bool:
    """Whether one of these organisations makes films and gives no prizes."""
    return any(event_or_studio(base, id_) == "studio" for id_ in organisations)


def event_or_studio(base: FactBase, organisation: str) -> str:
    """The field in which a film names this organisation."""
    event = base.organisations[organisation].kind in ("festival", "prize", "forum")
    return "event" if event else "studio"
