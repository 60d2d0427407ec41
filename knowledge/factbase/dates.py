"""Dates known to the day, the month or the year, and the ranges that people ask about."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DAWN, _DUSK = date(1890, 1, 1), date(2099, 12, 31)
"""Before the first film there is, and after the last that is announced."""


_FINE = frozenset({"day", "week", "month", "season"})


@dataclass(frozen=True, slots=True)
class Range:
    """A span of days, both ends included.

    ``grain`` is what was named: day, week, month, season, year, years, decade, until, since, open.
    """

    first: date
    last: date
    grain: str
    name: str = ""
    """The relative word it came from (``this_week``), empty for a calendar date."""

    @property
    def fine(self) -> bool:
        """Whether less than a year was named."""
        return self.grain in _FINE

    def covers(self, partial: str) -> bool:
        """Whether a partial date lies wholly inside."""
        return self.first <= earliest(partial) and latest(partial) <= self.last

    def touches(self, partial: str) -> bool:
        return earliest(partial) <= self.last and latest(partial) >= self.first


def precision(partial: str) -> str:
    """``year``, ``month`` or ``day``."""
    return {4: "year", 7: "month", 10: "day"}[len(partial)]


@lru_cache(maxsize=4096)
def earliest(partial: str) -> date:
    year, month, day = _parts(partial)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=4096)
def latest(partial: str) -> date:
    year, month, day = _parts(partial)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(partial: str) -> tuple[int, int, int]:
    numbers = [int(piece) for piece in partial.split("-")] + [0, 0]
    return numbers[0], numbers[1], numbers[2]


def age(born: str, on: date) -> tuple[int, int]:
    """Least and greatest age on a day: equal where the birthday is known to the day."""
    first, last = earliest(born), latest(born)

    def years(since: date) -> int:
        return on.year - since.year - ((on.month, on.day) < (since.month, since.day))

    return years(last), years(first)


def year_range(year: int) -> Range:
    return Range(date(year, 1, 1), date(year, 12, 31), "year")


def until(year: int) -> Range:
    """All that lies before a year."""
    return Range(_DAWN, date(year - 1, 12, 31), "until")


def since(year: int) -> Range:
    """A year and all that follows."""
    return Range(date(year, 1, 1), _DUSK, "since")


def grain_of(first: date, last: date) -> str:
    """The grain of a calendar range of which only the ends are known."""
    if first == _DAWN or last == _DUSK:
        return "until" if first == _DAWN else "since"
    days = (last - first).days
    for grain, most in (("day", 0), ("week", 7), ("month", 31), ("season", 119), ("year", 366)):
        if days <= most:
            return grain
    return "decade"


def month_range(year: int, month: int) -> Range:
    last = calendar.monthrange(year, month)[1]
    return Range(date(year, month, 1), date(year, month, last), "month")


def decade_range(year: int) -> Range:
    first = year - year % 10
    return Range(date(first, 1, 1), date(first + 9, 12, 31), "decade")


def season_range(year: int, season: str) -> Range:
    """Winter belongs to the year in which it ends."""
    start = {
        "winter": (year - 1, 12),
        "spring": (year, 3),
        "summer": (year, 6),
        "autumn": (year, 9),
    }
    first_year, first_month = start[season]
    end_year, end_month = (first_year + 1, 2) if season == "winter" else (year, first_month + 2)
    last = calendar.monthrange(end_year, end_month)[1]
    return Range(
        date(first_year, first_month, 1), date(end_year, end_month, last), "season", season
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def relative_range(name: str, today: date) -> Range:
    """What ``today``, ``next_week``, ``last_year``, ``soon``, ``last_5``, ``ago_5`` mean on a day.

    The last five years end with the present one.
    """
    span, _, years = name.partition("_")
    if years.isdigit():
        first = date(today.year - int(years) + (span == "last"), 1, 1)
        last = today.year if span == "last" else first.year
        return Range(first, date(last, 12, 31), "years" if span == "last" else "year")
    unit = name.rsplit("_", 1)[-1]
    step = {"this": 0, "next": 1, "last": -1}.get(name.split("_", 1)[0], 0)
    if unit == "week":
        monday = _monday(today) + timedelta(weeks=step)
        return Range(monday, monday + timedelta(days=6), "week", name)
    if unit == "weekend":
        saturday = _monday(today) + timedelta(days=5)
        return Range(saturday, saturday + timedelta(days=1), "week", name)
    if unit == "month":
        month = today.month - 1 + step
        found = month_range(today.year + month // 12, month % 12 + 1)
        return Range(found.first, found.last, "month", name)
    if unit == "year":
        found = year_range(today.year + step)
        return Range(found.first, found.last, "year", name)
    if name in ("soon", "now"):
        first = today if name == "soon" else today - timedelta(days=30)
        return Range(first, today + timedelta(days=365 if name == "soon" else 0), "open", name)
    day = today + timedelta(days={"tomorrow": 1, "yesterday": -1}.get(name, 0))
    return Range(day, day, "day", name)
