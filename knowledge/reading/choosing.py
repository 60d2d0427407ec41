"""What fills the needs of a kind: what is named, or else what was talked of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import (
    BEHIND_CAMERA,
    DATES,
    OF_LIST,
    SUBJECTS,
    SUPERLATIVES,
    Kind,
    slot_of,
)
from knowledge.asking.words import within
from knowledge.factbase.base import FactBase, is_man, is_woman
from knowledge.naming.mention import Mention
from knowledge.reading.afterwards import is_from
from knowledge.reading.crew import crew_spoken_of
from knowledge.reading.leaning import asks_who, is_theirs, pair_talked_of, speaks_of
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ROLE_OF_KIND, asks_of_list
from knowledge.reading.picking import names_part
from knowledge.reading.relations import leads_to, reached
from knowledge.reading.spoken import (
    OF_CREW,
    after_film,
    maker_spoken_of,
    of_time,
    pronouns,
)
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_OF_FILM = ("film.genre", "film.year", "film.runtime", "film.language", "film.country")
"""Kinds that tell of a film and of nobody."""
_NO_PRIZES_OF = (
    *_OF_FILM, "film.plot", "film.location", "film.budget", "film.boxoffice",
    "film.premiere", "film.premiere_place", "film.festivals",
)  # fmt: skip
"""After these prizes are asked of the film, though the talk was of people before."""
_NEAR = 6
"""How many people back a pronoun may reach."""


class Choosing:
    """Over one base; ``crew`` are the words for those who make films."""

    def __init__(self, base: FactBase, asking: Asking, crew: Mapping[int, str]) -> None:
        self.base = base
        self.asking = asking
        self._crew = crew

    def choose(
        self, kind: Kind, masked: Masked, heard: Heard, conversation: Conversation
    ) -> tuple[list[Mention] | None, tuple[Entity, ...], str]:
        """What fills the needs of the kind: mentions, what was talked of; else what lacks."""
        rest = [heard.hits[at] for at in masked.rest]
        if kind.name in ("person.who", "person.birthplace") and is_from(
            self.asking, heard, masked, rest, conversation
        ):
            return [], self._talked_of("person", masked, heard, conversation), ""
        if pair := pair_talked_of(self.asking, kind, heard, masked, conversation):
            return [], pair, ""
        listed = tuple(e for e in conversation.listed if e.kind == "film")
        if listed and kind.name in OF_LIST and not masked.of("film", "person"):
            short = kind.name in SUPERLATIVES and len(heard.tokens) <= 4 and not masked.mentions
            # "And the longest?" is of the list; "the longest Kazakh film" is of all.
            asked = asks_of_list(self.asking, heard.hits, masked, conversation)
            short = short or kind.name == asked or self._which_one(kind, masked, rest)
            short = short and not (len(heard.tokens) > 2 and names_part(self.asking, heard.hits))
            if short or self.asking.says("among", heard.hits):
                return [], listed, ""
        derived = {leads_to(relation): mention for mention, relation in reached(masked)}
        for option in kind.needs:
            # What needs no subject is narrowed by one that a relation leads to.
            taken = [] if option else [step.mention for step in masked.derived[:1]]
            for slot in option:
                found = _of_slot(masked, slot, derived)
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
            crew = crew_spoken_of(self.base, self.asking, self._crew, heard.hits, conversation)
            if crew:
                return [], (Entity("person", crew),), ""
        # "The French cameraman?" only says more of whom is asked for.
        takes = (*kind.takes, *(OF_CREW if kind.name in BEHIND_CAMERA else ()))
        for option in kind.needs:
            wanted = option[0]
            if wanted in SUBJECTS and kind.name != "list.both":  # of two one is not enough
                carried = self._talked_of(wanted, masked, heard, conversation)
                own = [m for m in entities if m.kind == wanted]
                if (
                    carried
                    and not own
                    and all(slot_of(m.kind) in (*takes, *option) for m in masked.mentions)
                ):
                    # "Whom did she play in Nomad?": the other of the two is named.
                    return [m for m in entities if m.kind in option[1:]][:1], carried, ""
        if any(m.kind in ("film", "person") for m in entities):
            return None, (), ""
        return [], (), kind.needs[0][0] if kind.needs[0] else ""

    def _which_one(self, kind: Kind, masked: Masked, rest: Sequence[Sequence[Hit]]) -> bool:
        """ "Which one earned the most?": of the list; "which FILM" is of all."""
        cinema = self.asking.words.cinema
        return (
            kind.name in SUPERLATIVES
            and not masked.mentions
            and self.asking.says("which", rest, 0.97)
            and not any(within(found[:1], cinema) for found in rest)
        )

    def _talked_of(
        self, wanted: str, masked: Masked, heard: Heard, conversation: Conversation
    ) -> tuple[Entity, ...]:
        """What of this sort was talked of last; "she" and "he" tell people apart."""
        found = [e for e in conversation.entities if e.kind == wanted]
        if wanted == "person":
            said, cues = pronouns(self.asking, heard, masked, conversation), self.asking.words.cues
            she, he = (bool(said & cues[cue]) for cue in ("she", "he"))
            if she != he:
                other = is_man if she else is_woman
                near = [e for e in found[:_NEAR] if not other(self.base.people[e.id])]
                found = near or found
            if is_theirs(self.asking, heard, masked, conversation):
                ids = [i for m in masked.of("film") for i in m.ids]
                films = [self.base.films[i] for i in ids]
                # "Is «Kelin» HIS too?" after who plays: of whom it is.
                own = [e for e in found if any(self.base.made(e.id, f) for f in films)]
                found = own or found
            persons = self.asking.words.pronouns["person"] | cues["self"]
            if not found and said & persons:
                return maker_spoken_of(self.base, conversation)
        return tuple(found[:1])

    def against(
        self,
        kind: Kind,
        carried: tuple[Entity, ...],
        masked: Masked,
        heard: Heard,
        conversation: Conversation,
    ) -> float:
        """What speaks against what was talked of."""
        rest = [heard.hits[at] for at in masked.rest]
        if kind.name == "person.who" and asks_who(self.asking, rest, conversation):
            return 0.0  # whoever was named beside the film
        # What was talked of last is meant, rather than who was named beside it.
        behind = 0.5 if kind.name in ("list.films", "film.oscar") else 0.14
        cost = 0.03 if carried[0] in conversation.entities[:1] else behind
        meant = speaks_of(self.asking, heard, masked, conversation)
        if meant and meant != carried[0].kind:
            cost += 0.35  # "did SHE win anything?" asks of no film
        if conversation.asked == "list.people" and len(conversation.listed) > 1:
            cost += 0.3 if kind.name.startswith("person.") else 0.0  # which of them?
        of_person = kind.name in (*ROLE_OF_KIND, "person.together")
        if of_person and after_film(self.asking, heard, conversation):
            cost += 0.4  # "Director?" after a film asks for its own
        if carried[0].kind == "organisation" and masked.of("place"):
            cost += 0.3  # "and in Berlin?" after Cannes asks of another festival
        aside = carried[0] not in conversation.entities[:1] and not meant
        if aside and (
            (of_person and conversation.asked in _OF_FILM)
            or (kind.name == "person.prizes" and conversation.asked in _NO_PRIZES_OF)
        ):
            cost += 0.3  # "any prizes?" after its genre is asked of the film
        if (
            masked.range
            and "organisation" not in kind.takes
            and not of_time(self.base, carried, masked.range)
        ):
            cost += 0.15  # another year is named than that of the film talked of
        return cost


def _of_slot(masked: Masked, slot: str, derived: dict[str, Mention]) -> list[Mention]:
    if slot in derived:
        return [derived[slot]]
    gone = set(map(id, derived.values()))
    if slot == "date":
        return masked.of(*DATES)
    if slot == "genre":
        return masked.of("genre", "type")
    return [m for m in masked.of(slot) if id(m) not in gone]
