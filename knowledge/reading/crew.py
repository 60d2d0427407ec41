"""People called by a craft or a pronoun: "its director", "the director himself", "she and X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase, is_woman
from knowledge.factbase.records import Film
from knowledge.naming.mention import Mention
from knowledge.reading.masking import Derived, Masked
from knowledge.reading.spoken import CREW
from knowledge.spelling.lexicon import Hit

_LIKE = 0.9
"""A title that words are only like is not meant where they are a pronoun."""


def crew_words(base: FactBase, asking: Asking) -> dict[int, str]:
    """Words for those who make a film, each with its role."""
    occupations = base.vocabulary.get("occupations", {})
    return dict.fromkeys(asking.words.cues["author"], "writer") | {
        word: role
        for id_, role in CREW.items()
        for word in asking.single_words(occupations.get(id_))
    }


def crew_spoken_of(
    base: FactBase,
    asking: Asking,
    crew: Mapping[int, str],
    hits: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> str:
    """ "А режиссёр что ещё снимал", "its director": the one of the film talked of."""
    film = next((e for e in conversation.entities[:2] if e.kind == "film"), None)
    if film and asking.says("player_noun", hits, 0.97):
        return _player_spoken_of(base, base.films[film.id], asking, hits, conversation)
    role = next(
        (
            crew[hit.word]
            for found in hits
            for hit in found[:3]
            if hit.word in crew and hit.similarity >= 0.95
        ),
        "",
    )
    people = base.crew(base.films[film.id], role) if film and role else ()
    return people[0] if people else ""


def _player_spoken_of(
    base: FactBase,
    film: Film,
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> str:
    """ "And the actress, where is she from?": the first, unless one of the cast was told."""
    cast = [part.person for part in film.cast]
    if any(e.id in cast for e in conversation.entities[:3]):
        return ""
    if asking.says("female", hits, 0.97):
        return next((id_ for id_ in cast if is_woman(base.people[id_])), "")
    # "Was HE an actor?" is asked of whoever was told.
    return "" if asking.says("subject", hits, 0.97) else next(iter(cast), "")


class Crew:
    """Over one base."""

    def __init__(self, base: FactBase, asking: Asking) -> None:
        self._base = base
        self._asking = asking
        self._words = crew_words(base, asking)

    def meant(
        self, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
    ) -> list[Masked]:
        """The maskings in which they are named."""
        return [
            *self._of_it(hits, masked),
            *self._itself(hits, masked, conversation),
            *self._beside(hits, masked, conversation),
            *self._besides(hits, masked, conversation),
        ]

    def _of_it(self, hits: Sequence[Sequence[Hit]], masked: Masked) -> list[Masked]:
        """ "I saw X. What else did its director make?": the pronoun is the film before it."""
        films = masked.of("film")
        if len(films) != 1 or masked.of("person") or masked.derived:
            return []
        pronouns = self._asking.words.pronouns["film"]
        for at in masked.rest:
            role = self._role(hits[at])
            said = [
                near
                for near in (at - 1, at + 1)
                if near in masked.rest
                and any(h.word in pronouns and h.similarity >= 0.97 for h in hits[near][:2])
            ]
            if role and said and films[0].end < at:
                rest = tuple(other for other in masked.rest if other not in (at, *said))
                return [replace(masked, rest=rest, derived=(Derived(films[0], f"{role}_of"),))]
        return []

    def _itself(
        self, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
    ) -> list[Masked]:
        """ "Did the DIRECTOR act in it HIMSELF?": of the film talked of he is meant."""
        film = next((e for e in conversation.entities[:2] if e.kind == "film"), None)
        said = [hits[at] for at in masked.rest]
        if not film or not self._asking.says("self", said):
            return []
        playing = self._asking.words.as_role["actor"]
        if masked.mentions or not any(h.word in playing for f in said for h in f[:3]):
            return []
        for at in masked.rest:
            role = self._role(hits[at])
            people = self._base.crew(self._base.films[film.id], role) if role else ()
            if len(people) == 1:
                person = Mention("person", (people[0],), at, at + 1, 0.97, 0.5, "name", 1)
                there = Mention("film", (film.id,), at, at, 0.97, 0.5, "name", 1)
                # "Was he an ACTOR himself?" is asked of whatever he did.
                always = self._asking.says("player_noun", said)
                rest = tuple(other for other in masked.rest if other != at)
                mentions = (person,) if always else (person, there)
                return [replace(masked, mentions=mentions, rest=rest)]
        return []

    def _beside(
        self, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
    ) -> list[Masked]:
        """ "Did SHE work with X?": two people, of whom one was talked of."""
        people = masked.of("person")
        other = next((e.id for e in conversation.entities[:6] if e.kind == "person"), "")
        if len(people) != 1 or not other or other in people[0].ids or masked.derived:
            return []
        if not self._asking.says("together", hits, 0.97):
            return []
        pronouns = self._asking.words.pronouns["person"] - self._asking.words.negation
        for at, found in enumerate(hits):
            taken = [m for m in masked.mentions if m.start <= at < m.end]
            if not any(h.word in pronouns and h.similarity >= 0.97 for h in found[:2]):
                continue
            if any(m.quality > _LIKE for m in taken):
                continue
            free = {n for m in taken for n in range(m.start, m.end)} | {*masked.rest}
            kept = tuple(m for m in masked.mentions if m not in taken)
            whom = Mention("person", (other,), at, at + 1, 0.97, 0.5, "name", 1)
            rest = tuple(sorted(free - {at}))
            return [replace(masked, mentions=(whom, *kept), rest=rest)]
        return []

    def _besides(
        self, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
    ) -> list[Masked]:
        """ "What did he make BESIDES X?": of him all is told, and X not asked about."""
        person = next((e.id for e in conversation.entities[:3] if e.kind == "person"), "")
        films = masked.of("film")
        if not person or len(films) != 1 or len(masked.mentions) != 1 or masked.derived:
            return []
        if not any(self._base.made(person, self._base.films[i]) for i in films[0].ids):
            return []
        other = self._asking.words.other
        for at in (films[0].start - 1, films[0].start - 2, films[0].end):  # "apart FROM X"
            if at in masked.rest and any(h.word in other for h in hits[at][:1]):
                return [replace(masked, mentions=())] if len(masked.rest) > 1 else []
        return []

    def _role(self, found: Sequence[Hit]) -> str:
        words = self._words
        return next(
            (words[h.word] for h in found[:3] if h.word in words and h.similarity >= 0.95), ""
        )
