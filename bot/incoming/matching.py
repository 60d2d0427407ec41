"""From the rows of a programme to showings of our films; what is doubtful is for an editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.incoming.programme import Programme, Row
from knowledge.factbase.records import Film
from knowledge.factbase.showings import Showing
from knowledge.reading.listed import Listed, listed_film, listed_place
from knowledge.reading.reading import Reader

_LONGEST = 120
"""Letters of a cinema's or a city's name that are kept."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A title that is perhaps one of ours: where it stands, and which films it may mean."""

    title: str
    lines: tuple[int, ...]
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    showings: tuple[Showing, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    strangers: tuple[str, ...] = ()
    """Titles that are none of our films, mostly foreign ones."""
    faults: tuple[tuple[int, str], ...] = ()

    @property
    def clean(self) -> bool:
        """Whether there is nothing for an editor to look at."""
        return not self.doubts and not self.faults


def match(
    programme: Programme,
    reader: Reader,
    source: str,
    *,
    city: str = "",
    cinema: str = "",
    meant: Mapping[str, str] = {},
    festival: bool = False,
) -> Matched:
    """Match every row; ``city`` and ``cinema`` hold where the rows name none.

    ``meant`` are titles to the ids that an editor has decided on; with ``festival``, no film
    opens with what is in the file.
    ``source`` is the file and the day it came in: with the cinema it stands under answers.
    """
    showings: dict[Showing, None] = {}
    doubts: dict[str, list[int]] = defaultdict(list)
    candidates: dict[str, tuple[str, ...]] = {}
    strangers: dict[str, None] = {}
    faults = list(programme.faults)
    seen: dict[tuple[str, int, int | None], Listed] = {}
    for row in programme.rows:
        decided = row.film or meant.get(row.title, "")
        if decided:
            if decided not in reader.base.films:
                faults.append((row.line, f"no film has the id {decided}"))
                continue
            listed = Listed(decided)
        else:
            key = (row.title, row.day.year, row.year)
            if key not in seen:
                seen[key] = listed_film(reader, row.title, row.day, row.year)
            listed = seen[key]
        if listed.film:
            showing = _showing(row, listed.film, reader, source, city, cinema)
            showings[replace(showing, festival=festival)] = None
        elif listed.candidates:
            doubts[row.title].append(row.line)
            candidates[row.title] = listed.candidates
        else:
            strangers[row.title] = None
    return Matched(
        tuple(sorted(showings, key=lambda s: (s.film, s.order))),
        tuple(Doubt(t, tuple(dict.fromkeys(n)), candidates[t]) for t, n in doubts.items()),
        tuple(strangers),
        tuple(sorted(set(faults))),
    )


def _showing(row: Row, film: str, reader: Reader, source: str, city: str, cinema: str) -> Showing:
    place = listed_place(reader.base, row.city or city)[:_LONGEST]
    hall = (row.cinema or cinema)[:_LONGEST]
    return Showing(film, row.day, row.at, place, hall, f"{hall} ({source})" if hall else source)


def summary(matched: Matched, reader: Reader, read: Iterable[Row]) -> list[str]:
    """What was understood, for the person who imports it."""
    films = reader.base.films
    lines = [
        f"{len(list(read))} showings read: {len(matched.showings)} of films of ours, "
        f"{len(matched.doubts)} doubtful titles, {len(matched.strangers)} titles of others, "
        f"{len(matched.faults)} unreadable lines."
    ]
    own: dict[str, list[Showing]] = defaultdict(list)
    for showing in matched.showings:
        own[showing.film].append(showing)
    for film, showings in own.items():
        first, last = showings[0].day, showings[-1].day
        days = f"{first}" if first == last else f"{first} to {last}"
        lines.append(f"  {_named(films[film])} ({film}): {len(showings)}, {days}")
    if matched.doubts:
        lines.append("Doubtful, not taken. To take one, add its id: --title 'TITLE=ID'")
        for doubt in matched.doubts:
            where = ", ".join(map(str, doubt.lines[:5])) + (", …" if len(doubt.lines) > 5 else "")
            lines.append(f"  line {where}: {doubt.title}")
            lines += [
                f"      {id_}  {_named(films[id_])}, {films[id_].year or 'no year'}"
                for id_ in doubt.candidates
            ]
    if matched.strangers:
        lines.append("None of our films: " + "; ".join(matched.strangers[:40]))
    if matched.faults:
        lines.append("Unreadable:")
        lines += [f"  line {line}: {reason}" for line, reason in matched.faults]
    return lines


def _named(film: Film) -> str:
    return " / ".join(dict.fromkeys((film.title.kk, film.title.ru)))
