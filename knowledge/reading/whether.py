"""Questions for yes or no: whether a film was at a festival, was made there, is in a language."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.answer import Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import Kind
from knowledge.factbase.base import FactBase
from knowledge.query import Filter, Query
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_OF_VALUE = ("film.language", "film.country", "film.location", "person.birthplace")
"""Kinds whose answer says yes or no where the value itself is named."""
_VALUES = ("language", "country", "place")


def named_value(asking: Asking, kind: Kind, query: Query, rest: Sequence[Sequence[Hit]]) -> Query:
    """The query without a value that is not asked: "in WHAT language is the Kazakh film X?"."""
    if kind.name not in _OF_VALUE or not _asks_which(asking, rest):
        return query
    return replace(query, filters=tuple(f for f in query.filters if f.field not in _VALUES))


def whether_there(
    base: FactBase, asking: Asking, kind: Kind, query: Query, masked: Masked, heard: Heard
) -> Query | None:
    """The query of "was X shown at Y?", "did it win there?": no list of all is asked for.

    None where it is asked which, when, in what section. A town stands for the festival of it at
    which the film was.
    """
    rest = [heard.hits[at] for at in masked.rest]
    won = kind.name == "film.awards"
    asks = asking.says("anything", rest, 0.97) or not (
        _asks_which(asking, rest) or (won and not asking.says("yesno", rest, 0.97))
    )
    if query.steps or not asks:
        return None
    kept = [test for test in query.filters if test.field not in ("event", "place")]
    events = [test.value for test in query.filters if test.field == "event"]
    towns = [test.value for test in query.filters if test.field == "place"]
    if not events and towns:
        events = _held_in(base, query, towns[0])
    if not events:
        return None
    start = (*query.start, *(Entity("organisation", id_) for id_ in events))
    result = "won" if won else "selected"
    return replace(query, start=start, filters=(*kept, Filter("result", result)))


def _asks_which(asking: Asking, rest: Sequence[Sequence[Hit]]) -> bool:
    """Whether a question word stands there besides those that ask for yes or no."""
    asks = asking.words.question - asking.words.cues["yesno"]
    return any(h.word in asks and h.similarity >= 0.97 for found in rest for h in found[:1])


def _held_in(base: FactBase, query: Query, town: str) -> list[str]:
    """The festivals of the town at which the film was."""
    films = [base.films[e.id] for e in query.start if e.kind == "film"]
    seen = {h.event: None for f in films for h in f.honours}
    seen |= {p.event: None for f in films for p in f.premieres if p.event}
    every = [*seen, *base.organisations] if seen else []
    there = [i for i in every if (place := base.organisations[i].place) and place.id == town]
    return [i for i in there if i in seen] or [
        i for i in there if base.organisations[i].kind == "festival"
    ]
