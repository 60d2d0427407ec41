"""Noun phrases around a name: "the director of {film}" stands for a person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

SLOT = re.compile(r"\{(\w+)\}")
_SAME_SLOT = {"studio": "organisation", "event": "organisation", "year": "date", "type": "genre"}

Ids = Callable[[str], tuple[int, ...]]


def slot_name(name: str) -> str:
    """Slots that the engine does not tell apart share one name."""
    return _SAME_SLOT.get(name, name)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``before`` the name in ``slot`` and ``after`` it, and the ``relation`` they mean."""

    relation: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    slot: str

    @property
    def words(self) -> tuple[int, ...]:
        return (*self.before, *self.after)


class Phrases:
    """The phrases of all languages, found by their words."""

    def __init__(self) -> None:
        self._phrases: list[Phrase] = []
        self._words: list[frozenset[int]] = []
        self._starting: dict[int, list[int]] = defaultdict(list)

    def read(self, relations: Mapping[str, Any], ids: Ids, light: Set[int]) -> None:
        """Add the phrases of a language; ``ids`` gives the words of a text.

        Of what follows the name, words in ``light`` may be left out.
        """
        for relation, texts in relations.items():
            for phrase in _read(relation, texts, ids, light):
                for word in phrase.words[:1]:
                    self._starting[word].append(len(self._phrases))
                self._phrases.append(phrase)
                self._words.append(frozenset(phrase.words))

    def among(self, said: Set[int]) -> list[Phrase]:
        """Phrases of which every word is among those said."""
        near = sorted(at for word in said for at in self._starting.get(word, ()))
        return [self._phrases[at] for at in near if self._words[at] <= said]


def _read(relation: str, texts: Any, ids: Ids, light: Set[int]) -> Iterable[Phrase]:
    if isinstance(texts, dict):  # part_of_series: {1: […], 2: […]}
        for number, wordings in texts.items():
            for text in wordings:
                words = ids(str(text))
                yield Phrase(f"part_{number}", words, (), "film")
                yield Phrase(f"part_{number}", (), words, "film")
        return
    for text in texts:
        slots = SLOT.findall(text)
        both = {"film", "role"} <= set(slots)
        for slot in ("film", "role") if both else slots[:1]:
            before, after = (ids(SLOT.sub(" ", part)) for part in text.split("{" + slot + "}", 1))
            # "{role} из {film}" says of a part alone no more than "из".
            if not (both and slot == "role" and len(before) + len(after) < 2):
                told = tuple(word for word in after if word not in light)
                yield Phrase(relation, before, told, slot_name(slot))
