"""Showings that cinemas, distributors and festivals announce: when and where a film is on.

They change every week and no editor writes them: they stand beside the facts, not among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time


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
