"""Days and times as people write them into programmes, in three languages."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from functools import cache

from babel.dates import get_month_names

from knowledge.factbase.records import LANGUAGES

LONGEST_RUN = 62
"""So many days a run "from – to" may last; beyond that it is a slip."""
YEARS = range(1895, 2100)
"""In which a film can be on."""

_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_DOTTED = re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4}|\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})\s+(?P<w>[^\W\d_]{3,})\.?,?\s+(?P<y>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<w>[^\W\d_]{3,})\.?\s+(?P<d>\d{1,2}),?\s+(?P<y>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})\s+[^\W\d_]+\s+(?P<d>\d{1,2})\s+(?P<w>[^\W\d_]{3,})")
_FORMS = (_ISO, _DOTTED, _YEAR_FIRST, _DAY_FIRST, _MONTH_FIRST)
_TIME = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.\-]([0-5]\d)(?::[0-5]\d)?(?![\d:])")


def read_days(text: str) -> tuple[date, ...]:
    """The day, or each day of a run, that a cell names; a ValueError says what is amiss.

    A date without its year is refused: which year was meant would be a guess.
    """
    found: list[tuple[int, date]] = []
    taken: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append((match.start(), _date(match)))
    days = [day for _, day in sorted(found)]
    if not days:
        raise ValueError("no date with day, month and year")
    if len(days) > 2:
        raise ValueError("more than two dates")
    span = (days[-1] - days[0]).days
    if not 0 <= span <= LONGEST_RUN:
        raise ValueError(f"a run of {span} days")
    return tuple(days[0] + timedelta(days=n) for n in range(span + 1))


def read_times(text: str) -> tuple[time, ...]:
    """All times of day in a cell, each once; none where the cell is empty."""
    found = tuple(dict.fromkeys(time(int(m[1]), int(m[2])) for m in _TIME.finditer(text)))
    if text.strip() and not found:
        raise ValueError("no time such as 19:30")
    return found


def _date(match: re.Match[str]) -> date:
    parts = match.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    if year not in YEARS:
        raise ValueError(f"the year {year}")
    name = parts.get("w")
    month = _months().get(name.casefold(), 0) if name else int(parts["m"])
    if name and not month:
        raise ValueError(f"no month is called {name}")
    return date(year, month, int(parts["d"]))


@cache
def _months() -> dict[str, int]:
    return {
        name.casefold().rstrip("."): number
        for code in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, locale=code).items()
    }
