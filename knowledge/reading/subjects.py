"""Whom or what a question is about: mentions fitted to what its kind needs."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import DATES, OF_LIST, SUBJECTS, SUPERLATIVES, Kind, slot_of
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.naming.namesakes import prefer
from knowledge.query import Filter, Query, run
from knowledge.reading.filters import belongs, filtered, told_about, won_abroad, worded
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ROLE_OF_KIND, asks_of_list, narrowed, narrows
from knowledge.reading.relations import follow, leads_to, player_and_maker, reached
from knowledge.reading.spoken import (
    after_film,
    crew_spoken_of,
    crew_words,
    films_with,
    of_time,
    of_trade,
    shared_work,
    told_in,
    won_by,
    work_spoken_of,
)
from knowledge.spelling.hearing import Heard


class Subject(msgspec.Struct, frozen=True):
    """What a question is about as a query, and how much speaks against that."""

    query: Query
    cost: float
    namesakes: tuple[Entity, ...] = ()
    missing: str = ""
    carried: bool = False


class Subjects:
    """Finds the subject of a question."""

    def __init__(self, base: FactBase, asking: Asking) -> None:
        self.base = base
        self.asking = asking
        self._crew = crew_words(base, asking)

    def find(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> Subject | None:
        """The subject of a question of this kind; None where the mentions contradict the kind."""
        if masked.of("decoy"):
            foreign = kind.name.startswith(("film", "person", "list", "award", "news"))
            return Subject(Query(), 0.0, missing="decoy") if foreign else None
        if work := work_spoken_of(self.base, self.asking, kind, heard, masked, conversation):
            own, cost = filtered(self.base, kind, Query(), masked, set())
            return Subject(own.where(work), cost)
        counted = kind.name == "list.count" and not masked.mentions and conversation.listed[1:]
        if counted and (found := narrowed(self.base, conversation, Query(), only=True)):
            return Subject(found, 0.0, carried=True)  # "How many?" after a list
        if kind.name in ("list.films", "list.count") and narrows(
            self.asking, heard.hits, masked, conversation
        ):
            own, _ = filtered(self.base, kind, Query(), masked, set())
            only = self.asking.says("among", heard.hits)
            found = narrowed(self.base, conversation, own, only=only)
            if found:
                return Subject(found, 0.0)
        chosen, carried, missing = self._choose(kind, masked, heard, conversation)
        if chosen is None:
            return None
        if kind.name == "org.where" and any(m.how == "place" for m in chosen):
            return None  # who names a prize by its town does not ask where it is
        if carried and kind.name in SUPERLATIVES:
            own, _ = filtered(self.base, kind, Query(), masked, set())
            found = narrowed(self.base, conversation, own, only=True)
            if found:
                return Subject(found, 0.05, carried=True)
        start, cost, namesakes = self._start(kind, chosen, masked, conversation.listed)
        if masked.derived and not (start or carried):
            if kind.name.startswith("premiere."):
                return None  # of all films: whose they are it does not ask
            reached_from = [masked.derived[0].mention]
            start, cost, namesakes = self._start(kind, reached_from, masked, conversation.listed)
        if kind.name == "award.yesno" and not masked.of("film", "person"):
            start = (*won_by(self.asking, heard.hits, conversation), *start)
        if kind.name == "person.did" and len(start) == 1 and not (carried or masked.derived):
            said = worded(self.asking, kind, masked, heard)
            start, namesakes = shared_work(self.base, start, namesakes, said, conversation)
        people = {e.id for e in start if e.kind == "person"}
        pair = kind.name == "person.together"
        used = {id(m) for m in chosen if m.kind != "person" or pair or people & {*m.ids}}
        if carried:
            start = carried
            # What was talked of last is meant, rather than who was named beside it.
            behind = 0.5 if kind.name in ("list.films", "film.oscar") else 0.14
            cost += 0.03 if carried[0] in conversation.entities[:1] else behind
            of_person = kind.name in (*ROLE_OF_KIND, "person.together")
            if of_person and after_film(self.asking, heard, conversation):
                cost += 0.4  # "Director?" after a film asks for its own
            if kind.name == "person.did":
                start += told_in(self.asking, heard.hits, conversation)
                cost += 0.2 if len(start) == 1 else 0.0
            if (
                masked.range
                and "organisation" not in kind.takes
                and not of_time(self.base, carried, masked.range)
            ):
                cost += 0.15  # another year is named than that of the film talked of
        if kind.name in ("person.role", "person.did") and not belongs(self.base, kind, start):
            cost += 0.3 if kind.name == "person.role" else 0.05
        query = Query(start=start)
        for step in masked.derived:
            query = follow(self.base, query, step.relation, masked, start)
        if kind.name == "person.did" and query.steps and people:
            # "Was X in the third Racketeer": the relation leads from the film alone.
            others_named = tuple(e for e in start if e.kind != "person")
            part = run(self.base, replace(query, start=others_named)) if others_named else []
            if part and part[0].kind == "film":
                query = Query((*(e for e in start if e.kind == "person"), part[0]))
        if namesakes and query.steps:
            ends = {tuple(run(self.base, replace(query, start=(e,)))) for e in namesakes}
            namesakes = namesakes if len(ends) > 1 else ()
        of_films = any(step.relation.startswith("films") for step in masked.derived)
        if kind.name == "person.did" and of_films:
            return None  # "was X in films of Y" is asked of both
        if of_films and any(self.asking.says(c, heard.hits, 0.97) for c in ("newer", "latest")):
            query = replace(query, order="-year")  # "the new film of X"
        if masked.derived and start:
            rest = {h.word for at in masked.rest for h in heard.hits[at] if h.similarity > 0.9}
            query = query if rest.isdisjoint(self.asking.words.other) else query.but(*start)
        query, doubts = filtered(self.base, kind, query, masked, used)
        if kind.name == "list.films" and (
            person := films_with(self.asking, heard.hits, masked, conversation)
        ):
            query = query.where(Filter("maker", person.id))
        query = query.where(*worded(self.asking, kind, masked, heard))
        if told_about(self.asking, masked, heard):
            if kind.name == "list.films":
                return None  # films about somebody are not those that he made
            cost += 0.3 if kind.name in ROLE_OF_KIND else 0.0
        if kind.name in ROLE_OF_KIND and won_abroad(self.asking, masked, heard):
            cost += 0.2  # such a filter only a list has
        if (
            kind.name in SUPERLATIVES
            and not masked.of("person")
            and of_trade(self._crew, masked, heard)
        ):
            doubts += 0.3  # "the most awarded director" is no film
        cost += doubts
        if kind.name.startswith("award.") and not masked.of(*SUBJECTS):
            cost += 0.06  # an award without its festival is asked for rarely
        if missing:
            cost += 0.25
        return Subject(query, cost, namesakes, missing, bool(carried))

    def _choose(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> tuple[list[Mention] | None, tuple[Entity, ...], str]:
        """What fills the needs of the kind: mentions, what was talked of; else what lacks."""
        listed = tuple(e for e in conversation.listed if e.kind == "film")
        if listed and kind.name in OF_LIST and not masked.of("film", "person"):
            short = kind.name in SUPERLATIVES and len(heard.tokens) <= 4 and not masked.mentions
            # "And the longest?" is of the list; "the longest Kazakh film" is of all.
            asked = asks_of_list(self.asking, heard.hits, masked, conversation)
            short = short or kind.name == asked
            short = short and not (len(heard.tokens) > 2 and self.asking.says("part", heard.hits))
            if short or self.asking.says("among", heard.hits):
                return [], listed, ""
        if kind.name == "list.earlier" and not masked.of("film"):
            pair = tuple(e for e in conversation.entities if e.kind == "film")[:2]
            if len(pair) == 2:
                return [], pair, ""
        derived = {leads_to(relation): mention for mention, relation in reached(masked)}
        for option in kind.needs:
            # What needs no subject is narrowed by one that a relation leads to.
            taken = [] if option else [step.mention for step in masked.derived[:1]]
            for slot in option:
                found = self._of_slot(masked, slot, derived)
                pick = next((m for m in found if m not in taken), None)
                if pick is None:
                    break
                taken.append(pick)
            else:
                return taken, (), ""
        if () in kind.needs or not kind.needs:
            return [], (), ""
        entities = [m for m in masked.mentions if m.kind in SUBJECTS]
        if kind.needs[0] == ("person",) and not entities:
            crew = crew_spoken_of(self.base, self._crew, heard.hits, conversation)
            if crew:
                return [], (Entity("person", crew),), ""
        for option in kind.needs:
            wanted = option[0]
            if wanted in SUBJECTS:
                carried = tuple(e for e in conversation.entities if e.kind == wanted)[:1]
                own = [m for m in entities if m.kind == wanted]
                if (
                    carried
                    and not own
                    and all(slot_of(m.kind) in (*kind.takes, *option) for m in masked.mentions)
                ):
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
            return masked.of(*DATES)
        if slot == "genre":
            return masked.of("genre", "type")
        return [m for m in masked.of(slot) if id(m) not in gone]

    def _start(
        self, kind: Kind, chosen: list[Mention], masked: Masked, listed: tuple[Entity, ...]
    ) -> tuple[tuple[Entity, ...], float, tuple[Entity, ...]]:
        start: list[Entity] = []
        namesakes: tuple[Entity, ...] = ()
        cost = 0.0
        pair = player_and_maker(self.base, kind, masked)
        if pair:
            return tuple(Entity("person", id_) for id_ in pair), 0.0, ()
        for mention in chosen:
            if mention.kind == "role":
                if not masked.of("film"):
                    # Of the films with this part, the one of which most is known.
                    films = [Entity("film", pair.split("/")[0]) for pair in mention.ids]
                    start.append(max(films, key=self.base.fame))
                continue
            if mention.kind not in SUBJECTS:
                continue
            candidates = [Entity(mention.kind, i) for i in mention.ids]  # type: ignore[arg-type]
            best, tied = prefer(self.base, candidates, masked, kind, listed)
            start.append(best)
            if tied:
                namesakes = tied
            if mention.ordinary and not mention.quoted:
                cost += 0.04
            if mention.how in ("part", "place"):
                cost += 0.02
        return tuple(start), cost, namesakes
