"""Whom or what a question is about: mentions fitted to what its kind needs."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import SUBJECTS, SUPERLATIVES, Kind
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.naming.namesakes import prefer
from knowledge.query import Filter, Query, has, run
from knowledge.reading.afterwards import which_counted
from knowledge.reading.ages import of_age
from knowledge.reading.cast import Parts
from knowledge.reading.choosing import Choosing
from knowledge.reading.crew import crew_words
from knowledge.reading.filters import belongs, filtered
from knowledge.reading.leaning import same_people, theirs
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ADVICE, ROLE_OF_KIND, narrowed, narrows, of_last
from knowledge.reading.onward import onward_of
from knowledge.reading.prizes import counts_prizes, for_which, same_event, won_again
from knowledge.reading.relations import follow, player_and_maker
from knowledge.reading.spoken import (
    beside_told,
    film_of,
    films_there,
    films_with,
    of_trade,
    shared_work,
    told_in,
    won_by,
    work_spoken_of,
)
from knowledge.reading.worded import honoured, told_about, worded
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Lexicon


class Subject(msgspec.Struct, frozen=True):
    """What a question is about as a query, and how much speaks against that."""

    query: Query
    cost: float
    namesakes: tuple[Entity, ...] = ()
    missing: str = ""
    carried: bool = False


class Subjects:
    """Finds the subject of a question."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        self.base = base
        self.asking = asking
        self.parts = Parts(base, lexicon, asking)
        self._crew = crew_words(base, asking)
        self._choosing = Choosing(base, asking, self._crew)

    def find(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> Subject | None:
        """The subject of a question of this kind; None where the mentions contradict the kind."""
        if masked.of("decoy"):
            foreign = kind.name.startswith(("film", "person", "list", "award", "news"))
            return Subject(Query(), 0.0, missing="decoy") if foreign else None
        around = [heard.hits[at] for at in masked.rest]
        if further := onward_of(self.base, self.asking, kind.name, masked, around, conversation):
            return Subject(further, 0.0)
        if work := work_spoken_of(self.base, self.asking, kind, heard, masked, conversation):
            own, cost = filtered(self.base, kind, Query(), masked, set())
            return Subject(own.where(work), cost)
        counted = kind.name == "list.count" and not masked.mentions and conversation.listed[1:]
        listing = kind.name == "list.films" and which_counted(
            self.asking, masked, around, conversation
        )
        if (counted or listing) and (
            found := narrowed(self.base, conversation, Query(), only=True)
        ):
            return Subject(found, 0.0, carried=True)  # "How many?" after a list, "which ones?"
        if kind.name in ("list.films", "list.count") and narrows(
            self.asking, heard.hits, masked, conversation
        ):
            own, _ = filtered(self.base, kind, Query(), masked, set())
            if found := of_last(self.base, self.asking, heard.hits, masked, conversation, own):
                return Subject(found, 0.0)
        prizes = not masked.mentions and counts_prizes(self.asking, around, conversation)
        if prizes and kind.name == "list.count":
            return None
        if kind.name == conversation.asked and (
            prize := for_which(self.asking, masked, around, conversation)
        ):
            return Subject(prize, 0.0, carried=True)
        if event := same_event(self.asking, kind, heard, masked, conversation):
            own, cost = filtered(self.base, kind, event, masked, set())
            return Subject(own.where(*worded(self.asking, kind, masked, heard)), cost)
        if kind.name in ("film.role", "film.cast") and (
            told := self.parts.talked_of(masked, heard, conversation)
        ):
            return Subject(told, 0.03, carried=True)
        if (
            kind.name == "film.role"
            and not masked.of("film")
            and self.parts.film_meant(masked, heard)
        ):
            return None  # "in the FILM «Brothers»": no part of another
        chosen, carried, missing = self._choosing.choose(kind, masked, heard, conversation)
        of_event = not masked.mentions and any(e.kind == "organisation" for e in carried)
        if of_event and kind.name == "list.films" and worded(self.asking, kind, masked, heard):
            carried = ()  # "which won abroad" is not asked of the last festival
        if chosen is None or (kind.name == "org.where" and any(m.how == "place" for m in chosen)):
            return None  # who names a prize by its town does not ask where it is
        if carried and kind.name in SUPERLATIVES:
            own, _ = filtered(self.base, kind, Query(), masked, set())
            found = narrowed(self.base, conversation, own, only=True)
            if found:
                return Subject(found, 0.05, carried=True)
        start, cost, namesakes = self._start(kind, chosen, masked, conversation)
        if masked.derived and not (start or carried):
            if kind.name.startswith("premiere."):
                return None  # of all films: whose they are it does not ask
            reached_from = [masked.derived[0].mention]
            start, cost, namesakes = self._start(kind, reached_from, masked, conversation)
        if kind.name == "award.yesno" and not masked.of("film", "person"):
            again = won_again(self.asking, heard.hits, around, conversation)
            start = (*(won_by(self.asking, heard.hits, conversation) or again), *start)
        if kind.name == "award.count" == conversation.asked and not masked.of("film", "person"):
            start = (*won_again(self.asking, heard.hits, around, conversation), *start)
        if kind.name == "person.did" and len(start) == 1 and not (carried or masked.derived):
            said = worded(self.asking, kind, masked, heard)
            start, namesakes = shared_work(self.base, start, namesakes, said, conversation)
            if len(start) == 1 and start[0].kind == "person":
                start += told_in(self.asking, heard.hits, conversation)
        if namesakes and (
            made := theirs(self.base, self.asking, heard, masked, namesakes, conversation)
        ):
            start = tuple(made[0] if e in namesakes else e for e in start)
            namesakes = ()
        if kind.name in ("person.did", "person.role") and namesakes:
            start, namesakes = film_of(self.base, start, namesakes)
        people = {e.id for e in start if e.kind == "person"}
        pair = kind.name == "person.together"
        used = {id(m) for m in chosen if m.kind != "person" or pair or people & {*m.ids}}
        if carried:
            start = (*carried, *(e for e in start if e not in carried))
            cost += self._choosing.against(kind, carried, masked, heard, conversation)
            if kind.name == "person.did" and len(start) == 1:
                start += told_in(self.asking, heard.hits, conversation)
                cost += 0.2 if len(start) == 1 else 0.0
        if kind.name in ("person.role", "person.did") and not belongs(self.base, kind, start):
            cost += 0.3 if kind.name == "person.role" else 0.05
        query = Query(start=start)
        if carried and kind.name in ROLE_OF_KIND:
            query = query.but(*beside_told(self.base, self.asking, around, conversation))
        for step in masked.derived:
            query = follow(self.base, query, step.relation, masked, start)
        if kind.name == "person.did" and query.steps and people:
            # "Was X in the third Racketeer": the relation leads from the film alone.
            others_named = tuple(e for e in start if e.kind != "person")
            part = run(self.base, replace(query, start=others_named)) if others_named else []
            if part and part[0].kind == "film":
                query = Query((*(e for e in start if e.kind == "person"), part[0]))
        if kind.name == "person.did" and people.isdisjoint(e.id for e in query.start):
            # "Did X shoot the film that won Y": the prize says which film is meant.
            query = replace(query, start=(*(e for e in start if e.id in people), *query.start))
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
        if kind.name == "film.genre" and self.asking.says("who", around, 0.97):
            # "What genre is the series X?"
            query = replace(
                query, filters=tuple(f for f in query.filters if f.field not in ("genre", "type"))
            )
        if kind.name == "list.films" and (
            person := films_with(self.asking, heard.hits, masked, conversation)
        ):
            query = query.where(Filter("maker", person.id))
        if kind.name == ADVICE and not masked.range:
            query = query.where(*of_age(self.base, self.asking, around))
        sorts = worded(self.asking, kind, masked, heard)
        query = query.where(*sorts)
        if sorts and missing == "genre":
            missing = ""  # "films that won abroad" are not all films
        compares = len(query.start) == 2 and has(query, "foremost")
        if kind.name == "list.people" and masked.of("person") and not compares:
            return None  # who is named is in no list but where two are compared
        if kind.name in ("film.role", "film.cast"):
            query = query.where(*self.parts.named(query, masked, heard))
        query = query.where(*films_there(self.asking, kind, heard, masked, conversation))
        query = query.where(*same_people(self.asking, kind, heard, masked, conversation))
        if told_about(self.asking, masked, heard):
            if kind.name == "list.films":
                return None  # films about somebody are not those that he made
            cost += 0.3 if kind.name in ROLE_OF_KIND else 0.0
        if kind.name in ROLE_OF_KIND and honoured(self.asking, masked, heard):
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

    def _start(
        self, kind: Kind, chosen: list[Mention], masked: Masked, conversation: Conversation
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
            best, tied = prefer(self.base, candidates, masked, kind, conversation.listed)
            start.append(best)
            if tied:
                namesakes = tied
            if mention.ordinary and not mention.quoted:
                cost += 0.04
            if mention.how in ("part", "place"):
                cost += 0.02
        return tuple(start), cost, namesakes
