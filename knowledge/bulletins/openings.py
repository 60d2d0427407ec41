"""Which films open when, as far as facts and cinemas know the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.factbase.base import FactBase
from knowledge.factbase.dates import latest
from knowledge.factbase.records import Film, Premiere, Term
from knowledge.factbase.showings import Showing

_HOME = ("KZ", "")
_OPENS = ("theatrical", "national", "planned", "tv", "streaming")


@dataclass(frozen=True, slots=True)
class Opening:
    """The day on which a film opens at home; ``showings`` are those of that day."""

    film: Film
    day: date
    place: Term | None = None
    showings: tuple[Showing, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        own = tuple(dict.fromkeys(s.source for s in self.showings if s.source))
        return (own or self.film.sources)[:4]


def opening_of(base: FactBase, film: Film, today: date) -> Opening | None:
    """The next opening, today included; what editors wrote goes before what cinemas sent.

    None where the film is out already, or where no day is known.
    """
    showings = [s for s in base.showings.get(film.id, ()) if not s.festival]
    at_home = [p for p in film.premieres if p.country in _HOME and not put_off(film, p)]
    opens = [p for p in at_home if p.kind in _OPENS]
    home = opens or [p for p in at_home if p.kind == "world"]
    days = sorted((p for p in home if len(p.date) == 10), key=lambda p: p.date)
    if days:
        first = days[0]
        day, place = date.fromisoformat(first.date), first.place
    elif showings and _opens_with(film, opens, showings[0]):
        day, place = showings[0].day, None
    else:
        return None
    if day < today or any(latest(p.date) < day for p in home):
        return None  # it is out, on that day or before
    return Opening(film, day, place, tuple(s for s in showings if s.day == day))


def _opens_with(film: Film, opens: list[Premiere], showing: Showing) -> bool:
    """Whether the film opens on that day, rather than being shown once more.

    Only where the facts leave no other way: all that is known is a plan, or nothing of it is out
    and it is of that year.
    """
    if not opens:
        return film.year is None or film.year >= showing.day.year
    return all(premiere.kind == "planned" for premiere in opens)


def put_off(film: Film, premiere: Premiere) -> bool:
    """Whether it was planned for a year before that of the film: it did not come to it."""
    planned = premiere.kind == "planned"
    return planned and film.year is not None and latest(premiere.date).year < film.year


def openings(base: FactBase, today: date) -> list[Opening]:
    """All that open from today on, the next first."""
    found = [opening_of(base, film, today) for film in base.films.values()]
    return sorted((o for o in found if o), key=lambda o: (o.day, o.film.id))
