"""Noun phrases around a name: "the director of {film}" stands for a person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

import msgspec

SLOT = re.compile(r"\{(\w+)\}")
_SAME_SLOT = {"studio": "organisation", "event": "organisation", "year": "date", "type": "genre"}

Ids = Callable[[str], tuple[int, ...]]


def slot_name(name: str) -> str:
    """Slots that the engine does not tell apart share one name."""
    return _SAME_SLOT.get(name, name)


class Phrase(msgspec.Struct, frozen=True):
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

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.slots = tuple({phrase.slot for phrase in phrases})
        self._phrases = phrases
        self._words = [frozenset(phrase.words) for phrase in phrases]
        often = Counter(word for words in self._words for word in words)
        self._by_rarest: dict[int, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            if words:
                self._by_rarest[min(words, key=lambda word: (often[word], word))].append(number)

    def among(self, said: Set[int]) -> list[Phrase]:
        """Phrases of which every word is among those said."""
        near = [at for word in said for at in self._by_rarest.get(word, ())]
        return [self._phrases[at] for at in sorted(near) if self._words[at] <= said]


def read_phrases(relations: Mapping[str, Any], ids: Ids, light: Set[int]) -> Iterable[Phrase]:
    """The phrases of a language; ``ids`` gives the words of a text.

    Of what follows the name, words in ``light`` may be left out.
    """
    for relation, texts in relations.items():
        yield from _read(relation, texts, ids, light)


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
