"""Whether what a record says can be true: its letters, its dates, its namesakes, its series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from knowledge.factbase.lines import Entry, Fault
from knowledge.factbase.loading import Loaded
from knowledge.factbase.records import LANGUAGES

_NO_PROSE = {"id", "sources", "source", "url"}
_DATES = {"date", "born", "died", "founded"}
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z\u00C0-\u024F]"), re.compile(r"[\u0400-\u04FF]")


def _letters(loaded: Loaded) -> Iterator[Fault]:
    """No language is empty, and no Latin letter hides in a Cyrillic word."""
    for _, entry in loaded.all():
        for way, field, value in entry.scalars():
            if field in LANGUAGES and not value.strip():
                yield entry.fault(f"the text `{field}` is empty", *way)
            for word in _WORD.findall(value) if field not in _NO_PROSE else ():
                if _LATIN.search(word) and _CYRILLIC.search(word):
                    yield entry.fault(f"`{word}` mixes Latin and Cyrillic letters", *way)


def _namesakes(loaded: Loaded) -> Iterator[Fault]:
    """Records of one name must differ in something that an answer can say."""
    for kind in ("films", "people"):
        groups: dict[tuple[str, str], list[tuple[Entry, Any]]] = defaultdict(list)
        for entry, record in loaded.entries.get(kind, []):
            if record is not None:
                name = record.title if kind == "films" else record.name
                for language in LANGUAGES:
                    groups[language, name.get(language).casefold()].append((entry, record))
        for (_, shared), pairs in groups.items():
            for place, (entry, record) in enumerate(pairs):
                for _, other in pairs[:place]:
                    if not _told_apart(kind, record, other):
                        yield entry.fault(f"nothing tells `{shared}` from `{other.id}`", "id")


def _told_apart(kind: str, one: Any, other: Any) -> bool:
    if kind == "films":
        known = one.directors and other.directors
        return (
            one.year != other.year
            or one.type != other.type
            or bool(known and one.directors != other.directors)
        )
    known = one.known_for and other.known_for
    return (
        one.born != other.born
        or one.occupations != other.occupations
        or bool(known and not {*one.known_for} & {*other.known_for})
    )


def _dates(loaded: Loaded) -> Iterator[Fault]:
    for _, entry in loaded.all():
        for way, field, value in entry.scalars():
            if field in _DATES and not _possible(value):
                yield entry.fault(f"there is no such day as `{value}`", *way)
    for entry, person in loaded.entries.get("people", []):
        if person and person.born and person.died and _before(person.died, person.born):
            yield entry.fault(f"died in {person.died}, before being born", "died")
    for entry, film in loaded.entries.get("films", []):
        shown = [p.date for p in film.premieres if p.kind != "planned"] if film else []
        # Archives date some films by their release, a year after the first screening.
        if shown and film.year and film.year > int(min(shown)[:4]) + 1:
            yield entry.fault(f"made in {film.year}, but shown already in {min(shown)}", "year")


def _possible(value: str) -> bool:
    try:
        year, month, day = (int(part) for part in (*value.split("-"), "1", "1")[:3])
        date(year, month, day)
    except ValueError:
        return False
    return True


def _before(one: str, other: str) -> bool:
    """Surely earlier, as far as both dates are known."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def _series(loaded: Loaded) -> Iterator[Fault]:
    """``part_of`` leads straight to the first film of a series."""
    parent = {film.id: film.part_of for _, film in loaded.entries.get("films", []) if film}
    for entry, film in loaded.entries.get("films", []):
        if film is None or not film.part_of:
            continue
        seen, at = {film.id}, film.part_of
        while at and at not in seen:
            seen.add(at)
            at = parent.get(at, "")
        if at:
            yield entry.fault("`part_of` goes round in a circle", "part_of")
        elif parent.get(film.part_of):
            first = parent[film.part_of]
            yield entry.fault(f"`part_of` must name the first film, `{first}`", "part_of")


CHECKS = (_letters, _namesakes, _dates, _series)
