"""Films talked of that are called by one word of their title: "ok, and who scored Otrar?"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from knowledge.answer import Entity
from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES
from knowledge.naming.mention import Mention
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import fold

_LEAST = 5
"""Letters that a word needs to call a film."""
_SAID, _WEIGHT = 0.93, 0.6
_REMEMBERED = 256
_NAMED = ("film", "person", "organisation")


class CalledAgain:
    """Finds them; what calls a film is worked out once."""

    def __init__(self, base: FactBase, lexicon: Lexicon, asking: Asking) -> None:
        ordinary = asking.ordinary

        def words(film: str) -> frozenset[int]:
            titles = [fold(base.films[film].title.get(code)) for code in LANGUAGES]
            found = {lexicon.id(s) for t in titles if len(t) > 1 for s in t if len(s) >= _LEAST}
            return frozenset(word for word in found if word is not None) - ordinary

        self._words = lru_cache(maxsize=_REMEMBERED)(words)

    def find(
        self,
        talked_of: Iterable[Entity],
        hits: Sequence[tuple[Hit, ...]],
        mentions: Sequence[Mention],
    ) -> list[Mention]:
        """Mentions of films that were ``talked_of``, where nothing else is named by the word."""
        films = [entity.id for entity in talked_of if entity.kind == "film"]
        if not films:
            return []
        taken = {
            at
            for m in mentions
            if m.kind in _NAMED and not (m.how == "part" and m.ids[0] in films)
            for at in range(m.start, m.end)
        }
        found = []
        for id_ in films:
            words = self._words(id_)
            for at, own in enumerate(hits):
                quality = next((h.similarity for h in own[:3] if h.word in words), 0.0)
                if quality >= _SAID and at not in taken:
                    taken.add(at)
                    found.append(Mention("film", (id_,), at, at + 1, quality, _WEIGHT, "part", 1))
        return found
