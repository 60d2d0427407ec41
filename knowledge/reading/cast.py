"""Parts of the film that is meant: "who plays Sagat in Joqtau?", "and the old man?".

A part that is called by an ordinary word is no name anywhere; beside its film the word names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES
from knowledge.naming.mention import Mention
from knowledge.query import Filter, Query
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

_LEAST = 4
"""Letters that a word needs to call a part."""
_SAID = 0.93
_IN = ("da", "de", "ta", "te")
_WHOM = ("di", "ti", "ni")
"""How Kazakh ends in what, and whom, somebody plays, folded."""


class Parts:
    """Words of the parts in the films of a base."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        self._base = base
        self._lexicon = lexicon
        self._asking = asking
        words = asking.words
        self._small = words.function | words.filler | words.question | words.cinema
        self._small |= words.as_role["actor"].union(*words.pronouns.values())
        self._playing = words.as_role["actor"] | words.cues["played"] | words.cues["playing"]
        self._of = lru_cache(maxsize=256)(self._words)

    def _words(self, film: str) -> dict[int, list[str]]:
        """The words that call a part, each with those who play one so called."""
        found: dict[int, list[str]] = {}
        for part in self._base.films[film].cast:
            texts = [part.role.get(code) for code in LANGUAGES] if part.role else []
            for skeleton in dict.fromkeys(s for text in texts for s in fold(text)):
                word = self._lexicon.id(skeleton)
                if word is not None and word not in self._small and len(skeleton) >= _LEAST:
                    found.setdefault(word, []).append(part.person)
        return found

    def named(self, query: Query, masked: Masked, heard: Heard) -> tuple[Filter, ...]:
        """The parts that a word beside the film names; none where no film is meant for sure."""
        films = [e.id for e in query.start if e.kind == "film"]
        if len(films) != 1 or query.steps or masked.of("role", "person"):
            return ()
        return self._called(films[0], masked.rest, heard)

    def talked_of(self, masked: Masked, heard: Heard, talked_of: Iterable[Entity]) -> Query | None:
        """ "And who plays Aliya?": the part of the film talked of, whoever else is called so."""
        film = next((e for e in talked_of if e.kind == "film"), None)
        places = [at for m in masked.of("role") for at in range(m.start, m.end)]
        if not film or not places or masked.of("film", "person"):
            return None
        named = [pair for m in masked.of("role") for pair in m.ids]
        own = tuple(Filter("role", pair) for pair in named if pair.split("/")[0] == film.id)
        parts = own or self._called(film.id, places, heard)
        return Query((film,), filters=parts) if parts else None

    def beside(self, masked: Masked, heard: Heard) -> list[Masked]:
        """The masking in which words that call a part of the film named are taken for it."""
        films = [i for m in masked.of("film") for i in m.ids]
        asked = self._playing
        people = {i for m in masked.of("person") for i in m.ids}
        if len(films) != 1 or masked.of("role") or masked.derived:
            return []
        if people and people.isdisjoint(self._base.films[films[0]].directors):
            return []  # "Fire by X": whose film it is names no part
        if not any(h.word in asked for at in masked.rest for h in heard.hits[at][:2]):
            return []
        players: dict[int, set[str]] = {}
        for at in masked.rest:
            if found := self._called(films[0], (at,), heard):
                players[at] = {test.value for test in found}
        runs: list[tuple[int, ...]] = [(at,) for at in players]
        runs += [(at, at + 1) for at in players if players[at] & players.get(at + 1, set())]
        if not runs:
            return []
        run = max(runs, key=len)
        ids = set.intersection(*(players[at] for at in run))
        part = Mention(
            "role", tuple(sorted(ids)), run[0], run[-1] + 1, 0.97, 1.0, "term", len(run)
        )
        rest = tuple(at for at in masked.rest if at not in run)
        return [replace(masked, mentions=(*masked.mentions, part), rest=rest)]

    def inside(self, masked: Masked, heard: Heard) -> bool:
        """Whether the film called like the part is meant: «Томиристе», «Томирис» фильмі."""
        return any(self._films(mention, heard) for mention in masked.of("role"))

    def _films(self, mention: Mention, heard: Heard) -> bool:
        word = heard.tokens[mention.end - 1].skeleton
        hits = heard.hits[mention.end - 1][:3]
        if word.endswith(_IN) and any(self._lexicon.words[h.word] == word[:-2] for h in hits):
            return True
        noun = self._asking.says("film_noun", heard.hits[mention.end : mention.end + 1], 0.93)
        return noun and not (mention.quality < 1.0 and word.endswith(_WHOM))

    def _called(self, film: str, places: Iterable[int], heard: Heard) -> tuple[Filter, ...]:
        players = self._of(film)
        for at in places:
            if any(hit.word in self._small for hit in heard.hits[at][:1]):
                continue  # «онда» is no Ондас
            for hit in heard.hits[at][:3]:
                if hit.similarity >= _SAID and hit.word in players:
                    pairs = (f"{film}/{person}" for person in players[hit.word])
                    return tuple(Filter("role", pair) for pair in pairs)
        return ()
