"""Parts of the film that is meant: "who plays Sagat in Joqtau?", "and the old man?".

A part that is called by an ordinary word is no name anywhere; beside its film the word names it.
"""

from __future__ import annotations

from functools import lru_cache

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


class Parts:
    """Words of the parts in the films of a base."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        self._base = base
        self._lexicon = lexicon
        self._asking = asking
        self._of = lru_cache(maxsize=256)(self._words)

    def _words(self, film: str) -> dict[int, list[str]]:
        """The words that call a part, each with those who play one so called."""
        words = self._asking.words
        small = words.function | words.filler | words.question | words.cinema
        small |= words.as_role["actor"]
        found: dict[int, list[str]] = {}
        for part in self._base.films[film].cast:
            texts = [part.role.get(code) for code in LANGUAGES] if part.role else []
            for skeleton in dict.fromkeys(s for text in texts for s in fold(text)):
                word = self._lexicon.id(skeleton)
                if word is not None and word not in small and len(skeleton) >= _LEAST:
                    found.setdefault(word, []).append(part.person)
        return found

    def named(self, query: Query, masked: Masked, heard: Heard) -> tuple[Filter, ...]:
        """The parts that a word beside the film names; none where no film is meant for sure."""
        films = [e.id for e in query.start if e.kind == "film"]
        if len(films) != 1 or query.steps or masked.of("role", "person"):
            return ()
        players = self._of(films[0])
        for at in masked.rest:
            for hit in heard.hits[at][:3]:
                if hit.similarity >= _SAID and hit.word in players:
                    pairs = (f"{films[0]}/{person}" for person in players[hit.word])
                    return tuple(Filter("role", pair) for pair in pairs)
        return ()


def film_of_part(mention: Mention, talked_of: tuple[Entity, ...]) -> Entity | None:
    """The film talked of, where it has a part of this name."""
    films = {pair.split("/")[0] for pair in mention.ids}
    return next((e for e in talked_of if e.kind == "film" and e.id in films), None)
