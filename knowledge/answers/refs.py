"""References: a question as at most 64 ASCII bytes, so that a button needs no state."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from knowledge.answer import Entity
from knowledge.asking.kinds import CODES
from knowledge.factbase.base import CREDITS, FactBase
from knowledge.factbase.dates import Range, grain_of
from knowledge.factbase.places import spelled
from knowledge.query import Filter, Query
from knowledge.reading.reading import Reading

LIMIT = 64
_KIND_OF = {code: name for name, code in CODES.items()}
_FIELDS = {
    "genre": "g",
    "type": "t",
    "place": "p",
    "country": "c",
    "language": "l",
    "event": "e",
    "studio": "s",
    "award": "a",
    "occupation": "o",
    "section": "x",
    "role": "r",
    "maker": "m",
    "film": "f",
    "result": "w",
    "abroad": "b",
    "as": "S",
    "gender": "G",
    "born": "B",
    "died": "E",
    "foremost": "F",
    "director": "D",
    "actor": "A",
    "writer": "W",
    "producer": "P",
    "composer": "C",
    "cinematographer": "O",
    "author": "U",
    "adapted": "V",
    "directed_by": "Y",
    "about": "Q",
}
_ORDERS = ("youngest", "oldest", "films", "awards")
_MARKS = (
    *("won", "entered", "nominated", "selected", "female", "born", "died", "any"),
    *_ORDERS, *CREDITS,
)  # fmt: skip
"""Values of filters that are no ids."""
_FIELD_OF = {letter: field for field, letter in _FIELDS.items()}
_STEPS = (
    "directors",
    "writers",
    "producers",
    "composers",
    "cinematographers",
    "cast",
    "lead",
    "films",
    "directed",
    "acted",
    "wrote",
    "scored",
    "shot",
    "produced",
    "sequel",
    "part_1",
    "part_2",
    "part_3",
    "part_4",
    "part_5",
    "won",
    "authors",
    "adapted",
)


@lru_cache(maxsize=4096)
def short(text: str) -> str:
    """Seven letters that stand for an id: of some thousands no two have the same."""
    digest = hashlib.blake2b(text.encode(), digest_size=5).digest()
    return base64.b32encode(digest).decode().lower()[:7]


class Refs:
    """Writes and reads references over one base; what it cannot read is None, never an error."""

    def __init__(self, base: FactBase) -> None:
        self._base = base

    @cached_property
    def _records(self) -> dict[str, dict[str, Any]]:
        base = self._base
        return {
            "film": base.films,
            "person": base.people,
            "organisation": base.organisations,
            "topic": base.topics,
            "news": base.news,
        }

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {
            short(f"{kind}:{id_}"): Entity(kind, id_)  # type: ignore[arg-type]
            for kind, records in self._records.items()
            for id_ in records
        }

    @cached_property
    def _values(self) -> dict[str, str]:
        parts = (
            f"{film.id}/{part.person}" for film in self._base.films.values() for part in film.cast
        )
        awards = (won.honour.award for won in self._base.honours)
        inline = (spelled(award.en) for award in awards if award and not award.id)
        named = (*self._records.values(), *self._base.vocabulary.values())
        return {
            short(id_): id_
            for id_ in (*chain(*named), *_MARKS, *parts, *inline, *self._base.spelled_places)
        }

    def write(self, reading: Reading) -> str:
        """Empty where the question does not fit: then its answer has no second page."""
        query = reading.query
        start = ",".join(short(f"{e.kind}:{e.id}") for e in query.start)
        steps = ",".join(format(_STEPS.index(s), "x") for s in query.steps if s in _STEPS)
        if any(s not in _STEPS for s in query.steps):
            return ""
        filters = []
        for test in query.filters:
            if test.range:
                filters.append(f"d{test.range.first:%Y%m%d}{test.range.last:%Y%m%d}")
            elif test.field == "about":
                filters.append(_FIELDS["about"] + _written(test.value))
            elif test.field not in _FIELDS or short(test.value) not in self._values:
                return ""  # without it the button would lead to more than was asked
            else:
                filters.append(_FIELDS[test.field] + short(test.value))
        without = "!" if query.without else ""
        text = f"{CODES[reading.kind]}.{start}.{steps}.{','.join(filters)}{without}"
        return text if len(text) <= LIMIT else ""

    def topic(self, entity: Entity) -> str:
        return f"=.{short(f'{entity.kind}:{entity.id}')}"

    def kind(self, name: str) -> str:
        """A question of a kind that is about nothing in particular."""
        return f"{CODES[name]}..."

    def has(self, entity: Entity) -> bool:
        """Whether there is such a record."""
        return short(f"{entity.kind}:{entity.id}") in self._entities

    def card(self, entity: Entity, section: str = "") -> str:
        """The card of a record, or one of its sections: ``+cast.1a2b3c4``."""
        return f"+{section}.{short(f'{entity.kind}:{entity.id}')}"

    def read_card(self, ref: str) -> tuple[Entity, str] | None:
        section, _, code = ref[1:].partition(".")
        entity = self._entities.get(code)
        return (entity, section) if ref[:1] == "+" and entity else None

    def read(self, ref: str, language: str) -> Reading | Entity | None:
        if len(ref) > LIMIT or not ref.isascii():
            return None
        if ref.startswith("=."):
            return self._entities.get(ref[2:])
        parts = ref.rstrip("!").split(".")
        if len(parts) != 4 or parts[0] not in _KIND_OF:
            return None
        kind, start, steps, filters = parts
        entities = [self._entities.get(code) for code in _split(start)]
        if any(e is None for e in entities):
            return None
        try:
            names = tuple(_STEPS[int(code, 16)] for code in _split(steps))
            tests = tuple(self._filter(code) for code in _split(filters))
        except (ValueError, IndexError, KeyError):
            return None
        own = tuple(e for e in entities if e)
        query = Query(own, names, tests, without=own if ref.endswith("!") else ())
        span = next((t.range for t in tests if t.range), None)
        return Reading(_KIND_OF[kind], query, language, 1.0, range=span)

    def query(self, ref: str) -> Query | None:
        """What the answer behind a reference is about."""
        if card := self.read_card(ref):
            return Query((card[0],))
        found = self.read(ref, "")
        return found.query if isinstance(found, Reading) else None

    def _filter(self, code: str) -> Filter:
        if code[0] == "d":
            first, last = date.fromisoformat(code[1:9]), date.fromisoformat(code[9:17])
            return Filter("date", "", Range(first, last, grain_of(first, last)))
        field = _FIELD_OF[code[0]]
        return Filter(field, _read(code[1:]) if field == "about" else self._values[code[1:]])


def _written(words: str) -> str:
    """Words of the question in ASCII: what films are to be about has no id."""
    return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")


def _read(code: str) -> str:
    """The same back; raises ValueError where it is nothing of the kind."""
    padded = code + "=" * (-len(code) % 4)
    return base64.b64decode(padded, altchars=b"-_", validate=True).decode()


def _split(text: str) -> Iterable[str]:
    return [piece for piece in text.split(",") if piece]
