"""Whom a question is about: mentions fitted to what its kind needs, the rest as filters or doubts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from knowledge.answer import Conversation, Entity
from knowledge.asking import Asking
from knowledge.base import FactBase
from knowledge.kinds import KINDS, Kind
from knowledge.masking import Masked
from knowledge.names import Mention
from knowledge.query import Filter, Query, awarded, passes, run

if TYPE_CHECKING:
    from knowledge.reading import Heard

_RELATIONS = {
    "director_of": ("directors", "person"), "writer_of": ("writers", "person"),
    "composer_of": ("composers", "person"), "producer_of": ("producers", "person"),
    "cinematographer_of": ("cinematographers", "person"), "lead_of": ("lead", "person"),
    "actor_of": ("actor", "person"), "films_by": ("directed", "film"),
    "films_with": ("acted", "film"), "films_written_by": ("wrote", "film"),
    "films_scored_by": ("scored", "film"), "films_shot_by": ("shot", "film"),
    "films_produced_by": ("produced", "film"), "winner_of": ("won", "film"),
    "sequel_of": ("sequel", "film"), "prequel_of": ("part_1", "film"),
}  # fmt: skip
_FILTER_OF = {
    "genre": "genre", "type": "type", "place": "place", "country": "country",
    "language": "language", "organisation": "event", "award": "award", "occupation": "occupation",
    "section": "section", "role": "role",
}  # fmt: skip
_SUPERLATIVES = frozenset(
    f"list.{name}" for name in ("first", "last", "longest", "shortest", "grossing", "viewed", "awarded")
)
OF_LIST = _SUPERLATIVES | {"award.shown", "award.wins", "award.winner", "award.yesno", "list.films"}
_CREW = {
    "director": "director", "screenwriter": "writer", "composer": "composer",
    "cinematographer": "cinematographer", "producer": "producer",
}  # fmt: skip
_ROLE_OF = {
    "directed": "director", "acted": "actor", "wrote": "writer", "scored": "composer",
    "shot": "cinematographer", "produced": "producer",
}  # fmt: skip
_FIELD_OF = {
    "director": "directors", "writer": "writers", "lead": "cast", "role": "cast",
    "composer": "composers", "cinematographer": "cinematographers", "producer": "producers",
    "runtime": "runtime_min", "genre": "genres", "language": "languages", "country": "countries",
    "studio": "studios", "plot": "synopsis", "location": "filming_locations",
    "boxoffice": "box_office", "premiere": "premieres", "awards": "honours", "oscar": "honours",
}  # fmt: skip
_DATES = ("year", "month", "season", "decade", "relative")
_ENTITY = ("film", "person", "organisation")
_LIGHT = ("number", "occupation", "country", *_DATES)


@dataclass(frozen=True, slots=True)
class Subject:
    query: Query
    cost: float
    namesakes: tuple[Entity, ...] = ()
    missing: str = ""
    others: bool = False
    carried: bool = False


class Subjects:
    def __init__(self, base: FactBase, asking: Asking) -> None:
        self.base = base
        self.asking = asking

    @staticmethod
    def leads_to(relation: str) -> str:
        """The slot that a phrase stands for."""
        if relation.startswith("part_"):
            return "film"
        return _RELATIONS.get(relation, ("", "film"))[1]

    def qualifiers(self, masked: Masked, yesno: bool) -> frozenset[str]:
        """Slots that only tell the film apart: its maker, its year."""
        films = [self.base.films[i] for m in masked.of("film") for i in m.ids[:3]]
        if not films or masked.derived:
            return frozenset()
        found = set()
        people = [set(m.ids) for m in masked.of("person")]
        if people and not yesno and all(
            any(passes(self.base, f, Filter("maker", p)) for f in films for p in ids) for ids in people
        ):  # fmt: skip
            found.add("person")
        if masked.range and any(f.year and masked.range.touches(str(f.year)) for f in films):
            found.add("date")
        return frozenset(found)

    def find(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> Subject | None:  # fmt: skip
        """The subject of a question of this kind, or None where the mentions contradict the kind."""
        if masked.of("decoy"):
            return Subject(Query(), 0.0, missing="decoy") if kind.name.startswith(("film", "person")) else None
        others = any(
            h.word in self.asking.words.other and h.similarity > 0.9
            for at in masked.rest
            for h in heard.hits[at]
        )
        chosen, carried, missing = self._choose(kind, masked, heard, conversation)
        if chosen is None:
            return None
        used = {id(m) for m in chosen}
        start, cost, namesakes = self._start(kind, chosen, masked)
        if carried:
            start = carried
            # What was talked of last is meant, rather than who was named beside it.
            cost += 0.03 if carried[0] in conversation.entities[:1] else 0.07
            if kind.name == "person.did":
                cost += 0.2
        if kind.name in ("person.role", "person.did") and not self._belongs(start, kind):
            cost += 0.3 if kind.name == "person.role" else 0.05
        query = Query(start=start)
        for step in masked.derived:
            query = self._follow(query, step.relation, step.mention, masked, start)
        if others and masked.derived and start:
            query = query.but(*start)
        query, doubts = self._filter(kind, query, masked, used)
        if kind.name.startswith("award.") or kind.name == "film.oscar":
            query = query.where(*self._said(masked, heard, "result", self.asking.words.result))
            if self.asking.says("entered", heard.hits):
                query = query.where(Filter("result", "entered"))
        if kind.name == "person.did":
            query = query.where(*self._said(masked, heard, "as", self.asking.words.as_role))
        if kind.name == "list.people" and self.asking.says("female", heard.hits):
            query = query.where(Filter("gender", "female"))
        cost += doubts
        if kind.name.startswith("award.") and not masked.of("organisation", "film", "person"):
            cost += 0.06  # an award without its festival is asked for rarely
        if missing:
            cost += 0.25
        return Subject(query, cost, namesakes, missing, others, bool(carried))

    @staticmethod
    def _said(masked: Masked, heard: Heard, field: str, groups: dict[str, set[int]]) -> list[Filter]:
        """Which of the groups a word of the question belongs to: won, nominated; as director, actor."""
        found = []
        places = [at for at in range(len(heard.hits)) if at in masked.rest or field == "as"]
        for name, words in groups.items():
            if any(h.word in words and h.similarity >= 0.93 for at in places for h in heard.hits[at]):
                found.append(Filter(field, name))
        return found

    def _belongs(self, start: tuple[Entity, ...], kind: Kind) -> bool:
        """Whether the person named is in the film named."""
        people = [e.id for e in start if e.kind == "person"]
        films = [self.base.films[e.id] for e in start if e.kind == "film"]
        if not (people and films):
            return True
        if kind.name == "person.role":
            return any(people[0] == part.person for part in films[0].cast)
        return passes(self.base, films[0], Filter("maker", people[0]))

    def _choose(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> tuple[list[Mention] | None, tuple[Entity, ...], str]:  # fmt: skip
        """Mentions that fill what the kind needs; else subjects of the conversation; else what is missing."""
        listed = tuple(e for e in conversation.listed if e.kind == "film")
        if listed and kind.name in OF_LIST and not masked.of("film", "person"):
            short = kind.name in _SUPERLATIVES and len(heard.tokens) <= 4 and not masked.mentions
            if short or self.asking.says("among", heard.hits):
                return [], listed, ""
        if kind.name == "list.earlier" and not masked.of("film"):
            pair = tuple(e for e in conversation.entities if e.kind == "film")[:2]
            if len(pair) == 2:
                return [], pair, ""
        derived = {self.leads_to(d.relation): d.mention for d in masked.derived}
        best: list[Mention] | None = None
        for option in kind.needs:
            taken: list[Mention] = []
            for slot in option:
                found = self._of_slot(masked, slot, derived)
                pick = next((m for m in found if m not in taken), None)
                if pick is None:
                    break
                taken.append(pick)
            else:
                if option or best is None:
                    return taken, (), ""
        if () in kind.needs or not kind.needs:
            return [], (), ""
        entities = [m for m in masked.mentions if m.kind in _ENTITY]
        spoken = [m for m in masked.of("occupation") if m.ids[0] in _CREW]
        if kind.needs[0] == ("person",) and spoken and not entities:
            # "а режиссёр что ещё снимал": the one of the film talked of.
            film = next((e for e in conversation.entities[:2] if e.kind == "film"), None)
            crew = self.base.crew(self.base.films[film.id], _CREW[spoken[0].ids[0]]) if film else ()
            if crew:
                return [], (Entity("person", crew[0]),), ""
        for option in kind.needs:
            wanted = option[0]
            if wanted in _ENTITY:
                carried = tuple(e for e in conversation.entities if e.kind == wanted)[:1]
                own = [m for m in entities if m.kind == wanted]
                if carried and not own and all(
                    _slot(m) in (*kind.takes, *option) for m in masked.mentions
                ):  # fmt: skip
                    return [], carried, ""
        if any(m.kind in ("film", "person") for m in entities):
            return None, (), ""
        return [], (), kind.needs[0][0] if kind.needs[0] else ""

    @staticmethod
    def _of_slot(masked: Masked, slot: str, derived: dict[str, Mention]) -> list[Mention]:
        if slot in derived:
            return [derived[slot]]
        gone = set(map(id, derived.values()))
        if slot == "date":
            return masked.of(*_DATES)
        if slot == "genre":
            return masked.of("genre", "type")
        return [m for m in masked.of(slot) if id(m) not in gone]

    def _start(
        self, kind: Kind, chosen: list[Mention], masked: Masked
    ) -> tuple[tuple[Entity, ...], float, tuple[Entity, ...]]:  # fmt: skip
        start: list[Entity] = []
        cost, namesakes = 0.0, ()
        pair = self._pair(kind, masked)
        if pair:
            return (Entity("person", pair),), 0.0, ()
        for mention in chosen:
            if mention.kind == "role":
                if not masked.of("film"):
                    start.append(self._best_part(mention))
                continue
            if mention.kind not in _ENTITY:
                continue
            candidates = [Entity(mention.kind, i) for i in mention.ids]  # type: ignore[arg-type]
            best, tied = self._prefer(candidates, masked, kind)
            start.append(best)
            if tied:
                namesakes = tied
            if mention.ordinary and not mention.quoted:
                cost += 0.04
            if mention.how in ("part", "place"):
                cost += 0.02
        return tuple(start), cost, namesakes

    def _pair(self, kind: Kind, masked: Masked) -> str:
        """Of two people named: who played in films of the other ("" where not asked)."""
        people = masked.of("person")
        if kind.name not in ("person.acted", "person.together", "person.films") or len(people) < 2:
            return ""
        for one, other in ((people[0], people[1]), (people[1], people[0])):
            for actor in one.ids[:6]:
                for maker in other.ids[:6]:
                    if any(maker in f.directors for f in self.base.credited(actor, "actor")):
                        return actor
        return ""

    def _best_part(self, mention: Mention) -> Entity:
        """The film with this part of which most is known."""
        films = [Entity("film", pair.split("/")[0]) for pair in mention.ids]
        return max(films, key=self.base.fame)

    def _prefer(
        self, candidates: list[Entity], masked: Masked, kind: Kind
    ) -> tuple[Entity, tuple[Entity, ...]]:  # fmt: skip
        """Between namesakes: what the question says besides, then what is far better known."""
        if len(candidates) == 1:
            return candidates[0], ()
        fits = [e for e in candidates if self._agrees(e, masked)]
        pool = fits or candidates
        pool = [e for e in pool if self._knows(e, kind)] or pool
        ranked = sorted(pool, key=lambda e: -self.base.fame(e))
        if len(ranked) == 1 or self.base.fame(ranked[0]) >= 1.8 * self.base.fame(ranked[1]) + 3:
            return ranked[0], ()
        return ranked[0], tuple(ranked[:4])

    def knows(self, query: Query, kind: Kind) -> bool:
        """Whether the base has what is asked of the subject; a guess where steps lie between."""
        if query.steps or not query.start:
            return True
        return all(self._knows(entity, kind) for entity in query.start)

    def _knows(self, entity: Entity, kind: Kind) -> bool:
        """Whether the base has what is asked of this namesake."""
        name = kind.name.partition(".")[2]
        if entity.kind == "person":
            if name in _ROLE_OF:
                return bool(self.base.credited(entity.id, _ROLE_OF[name]))
            field = {"age": "born"}.get(name, name)
            return bool(getattr(self.base.people[entity.id], field, True))
        if entity.kind == "organisation" and kind.name in ("org.where", "org.when"):
            own = self.base.organisations[entity.id]
            return bool(own.place if kind.name == "org.where" else own.founded)
        if entity.kind == "film" and kind.name.startswith("film."):
            film = self.base.films[entity.id]
            if name in ("watch", "trailer", "rating"):
                return any(link.kind == name for link in film.links)
            if name == "boxoffice":
                return bool(film.box_office or film.admissions)
            return bool(getattr(self.base.films[entity.id], _FIELD_OF.get(name, name), True))
        return True

    def _agrees(self, entity: Entity, masked: Masked) -> bool:
        """Whether year, maker and type named in the question hold for this namesake; at least one must."""
        if entity.kind != "film":
            return False
        film = self.base.films[entity.id]
        tests: list[Filter] = []
        if masked.range:
            tests.append(Filter("date", "", masked.range))
        tests += [Filter("genre", m.ids[0]) for m in masked.of("genre", "type")]
        makers = [set(m.ids) for m in masked.of("person")]
        hits = all(passes(self.base, film, t) for t in tests)
        made = all(
            any(passes(self.base, film, Filter("maker", p)) for p in people) for people in makers
        )
        return bool(tests or makers) and hits and made

    def _follow(
        self, query: Query, relation: str, mention: Mention, masked: Masked, start: tuple[Entity, ...]
    ) -> Query:  # fmt: skip
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
            return replace(query, start=self._winners(masked), steps=())
        return query.step(_RELATIONS[relation][0])

    def _winners(self, masked: Masked) -> tuple[Entity, ...]:
        """Films that won what the mentions name: the event, the award, the year."""
        events = {i for m in masked.of("organisation") for i in m.ids}
        awards = {i for m in masked.of("award") for i in m.ids}
        found: dict[Entity, None] = {}
        for film in self.base.films.values():
            for honour in film.honours:
                if honour.result != "won" or (events and honour.event not in events):
                    continue
                if awards and not any(awarded(honour.award, honour.category, a) for a in awards):
                    continue
                if masked.range and not (honour.year and masked.range.touches(str(honour.year))):
                    continue
                found[Entity("film", film.id)] = None
        return tuple(sorted(found, key=lambda e: -self.base.fame(e)))[:6]

    def _filter(
        self, kind: Kind, query: Query, masked: Masked, used: set[int]
    ) -> tuple[Query, float]:  # fmt: skip
        """Mentions that are not the subject become filters; what the kind cannot carry is a doubt."""
        cost = 0.0
        if masked.range and "date" in (*kind.takes, *(s for o in kind.needs for s in o)):
            query = query.where(Filter("date", "", masked.range))
        followed = {id(d.mention) for d in masked.derived}
        for mention in masked.mentions:
            if id(mention) in used and mention.kind in _ENTITY or id(mention) in followed:
                continue
            slot = _slot(mention)
            if slot == "date":
                cost += 0.0 if masked.range and slot in kind.takes or id(mention) in used else 0.06
                continue
            if mention.kind == "number":
                continue
            if slot not in kind.takes and id(mention) not in used:
                cost += 0.05 if mention.kind in _LIGHT else 0.22
                continue
            if mention.kind == "film":
                query = query.where(Filter("film", mention.ids[0]))
            elif mention.kind == "person":
                if query.start and query.start[0].kind == "film" and not kind.name.startswith("award"):
                    if not any(self._made(query.start[0].id, p) for p in mention.ids):
                        cost += 0.22
                    continue
                if any(e.id in mention.ids for e in query.start):
                    continue
                best, _ = self._prefer([Entity("person", i) for i in mention.ids], masked, kind)
                shared = [i for i in mention.ids if self._together(query.start, i)]
                query = query.where(Filter("maker", shared[0] if shared else best.id))
            elif mention.kind == "role":
                query = self._role(query, mention)
            else:
                field = _FILTER_OF[mention.kind]
                value = mention.ids[0]
                if mention.kind == "award":
                    # One wording may name several prizes: any of them will do.
                    query = query.where(*(Filter("award", i) for i in mention.ids[1:5]))
                if mention.kind == "organisation" and self._is_studio(value):
                    field = "studio"
                query = query.where(Filter(field, value))
        return query, cost

    def _together(self, start: tuple[Entity, ...], person: str) -> bool:
        people = [e.id for e in start if e.kind == "person"]
        return bool(people) and any(
            person in film.directors for film in self.base.credited(people[0], "actor")
        )

    def _made(self, film: str, person: str) -> bool:
        return passes(self.base, self.base.films[film], Filter("maker", person))

    def _is_studio(self, organisation: str) -> bool:
        return self.base.organisations[organisation].kind not in ("festival", "prize", "forum")

    @staticmethod
    def _role(query: Query, mention: Mention) -> Query:
        films = {e.id for e in query.start}
        pairs = [pair for pair in mention.ids if pair.split("/")[0] in films] or list(mention.ids)
        return query.where(*(Filter("role", pair) for pair in pairs))


def _slot(mention: Mention) -> str:
    if mention.kind in _DATES:
        return "date"
    return {"country": "place", "type": "genre"}.get(mention.kind, mention.kind)


__all__ = ["KINDS", "Subject", "Subjects", "run"]
