"""Records that somebody may mean who is still typing: a name begun, or misspelt as a whole."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.answer import Entity
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Film, Organisation, Person
from knowledge.spelling.spelling import fold

if TYPE_CHECKING:
    from knowledge.reading.reading import Reader

_BEGINS, _CONTAINS = 1.0, 0.8
_MISSPELT = 0.95
"""What a name counts that is not as it was typed."""
_WORTH = 0.5
_KINDS = ("film", "person", "organisation")
_LONGEST = 100  # letters: more is no name


class Suggesting:
    """Looks up beginnings of names, and whole ones with typos and on any keyboard."""

    def __init__(self, base: FactBase, reader: Reader) -> None:
        self._base = base
        self._reader = reader

    def suggest(self, text: str, limit: int) -> list[Entity]:
        """The likeliest first, the better known before the others; then films of who is named."""
        typed = text[:_LONGEST]
        found = self._begun(" ".join(fold(typed)))
        for entity, worth in self._named(typed).items():
            found[entity] = max(found.get(entity, 0.0), worth)
        ranked = sorted(found, key=lambda e: (-found[e], -self._base.fame(e), e.id))
        if ranked and ranked[0].kind == "person":
            films = self._base.credited(ranked[0].id)
            films.sort(key=lambda film: -self._base.fame(Entity("film", film.id)))
            ranked += [Entity("film", film.id) for film in films]
        return list(dict.fromkeys(ranked))[:limit]

    @cached_property
    def _names(self) -> list[tuple[str, Entity]]:
        """Every name, folded, with a space before it: each word of it begins after a space."""
        names: dict[tuple[str, Entity], None] = {}
        for kind, records in (
            ("film", self._base.films),
            ("person", self._base.people),
            ("organisation", self._base.organisations),
        ):
            for id_, record in records.items():
                for name in _called(record):
                    names[" " + " ".join(fold(name)), Entity(kind, id_)] = None  # type: ignore[arg-type]
        return list(names)

    def _begun(self, typed: str) -> dict[Entity, float]:
        """Names of which a word begins with what was typed."""
        if not typed:
            return {}
        found: dict[Entity, float] = {}
        sought = f" {typed}"
        for name, entity in self._names:
            if sought in name:
                worth = _BEGINS if name.startswith(sought) else _CONTAINS
                found[entity] = max(found.get(entity, 0.0), worth)
        return found

    def _named(self, typed: str) -> dict[Entity, float]:
        """Names that stand in the text in any spelling, by how much of it they explain."""
        found: dict[Entity, float] = {}
        for heard in self._reader.hear(typed):
            size = len(heard.tokens)
            for mention in self._reader.names.find(heard.tokens, heard.hits):
                if mention.kind not in _KINDS:
                    continue
                worth = _MISSPELT * mention.quality * (mention.end - mention.start) / size
                if worth < _WORTH:
                    continue
                for id_ in mention.ids:
                    entity = Entity(mention.kind, id_)  # type: ignore[arg-type]
                    found[entity] = max(found.get(entity, 0.0), worth)
        return found


def _called(record: Film | Person | Organisation) -> list[str]:
    name = record.title if isinstance(record, Film) else record.name
    return [name.kk, name.ru, name.en, *record.aka]
