"""Showings that cinemas, distributors and festivals announce: when and where a film is on.

They change every week and no editor writes them: they stand beside the facts, not among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from knowledge.factbase.dates import latest
from knowledge.factbase.records import Film, Premiere


@dataclass(frozen=True, slots=True)
class Showing:
    """One film at one place; ``at`` is the local time there, None where only the day is known."""

    film: str
    day: date
    at: time | None = None
    city: str = ""
    """The id of a place of the vocabulary, or the name as it was sent."""
    cinema: str = ""
    source: str = ""
    """Who says so: the cinema, the file and the day it came in."""
    festival: bool = False
    """At a festival or abroad: a film does not open with it."""

    @property
    def order(self) -> tuple[date, time, str, str]:
        return (self.day, self.at or time.min, self.city, self.cinema)


def by_film(showings: Iterable[Showing]) -> Mapping[str, tuple[Showing, ...]]:
    """Films to their showings, the first one first."""
    found: dict[str, list[Showing]] = defaultdict(list)
    for showing in showings:
        found[showing.film].append(showing)
    return {film: tuple(sorted(own, key=lambda s: s.order)) for film, own in found.items()}


def opens_with(film: Film, showing: Showing) -> bool:
    """Whether the film opens on that day, rather than being shown once more.

    Only where the facts leave no other way: it is planned for then, or nothing of it is out and
    it is of that year.
    """
    home = [
        p
        for p in film.premieres
        if p.country in ("KZ", "") and p.kind not in _ELSEWHERE and not put_off(film, p)
    ]
    if not home:
        return film.year is None or film.year >= showing.day.year
    return all(p.kind == "planned" and latest(p.date) >= showing.day for p in home)


def put_off(film: Film, premiere: Premiere) -> bool:
    """Whether it was planned for a year before that of the film: it did not come to it."""
    planned = premiere.kind == "planned"
    return planned and film.year is not None and latest(premiere.date).year < film.year


_ELSEWHERE = ("festival", "international", "world")
"""Where a film is shown before it opens."""
