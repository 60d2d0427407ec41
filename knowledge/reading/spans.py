"""The span of time that a question names: years, decades, months and seasons read together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from knowledge.asking.asking import Asking
from knowledge.asking.kinds import DATES
from knowledge.factbase.dates import (
    Range,
    decade_range,
    month_range,
    relative_range,
    season_range,
    year_range,
)
from knowledge.naming.mention import Mention
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token

if TYPE_CHECKING:
    from knowledge.reading.masking import Masked

_MAY = ("5",)
_YEAR = re.compile(r"^(18[89]|19\d|20[0-4])\d$")
_SHORT_YEAR = re.compile(r"^\d\d$")
_TURN = 30
"""Two digits below it are of this century."""
_ROUND = re.compile(r"^(19|20)?\d0$")


def years(text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], asking: Asking) -> list[Mention]:
    """Numbers that are years or decades: "1988", "80-х годов"."""
    found = []
    for at, token in enumerate(text):
        if _YEAR.match(token.skeleton):
            following = hits[at + 1] if at + 1 < len(text) else ()
            said = any(
                h.word in asking.words.cues["year"] and h.similarity > 0.9 for h in following
            )
            end = at + (2 if said else 1)
            found.append(Mention("year", (token.skeleton,), at, end, 1.0, 0.8, "term", 1))
        elif _SHORT_YEAR.match(token.skeleton) and _is_year(text[at + 1 : at + 2], asking):
            century = "20" if int(token.skeleton) < _TURN else "19"
            found.append(
                Mention("year", (century + token.skeleton,), at, at + 2, 1.0, 0.8, "term", 1)
            )
        if _ROUND.match(token.skeleton) and (end := _decade_end(text, at + 1, asking)):
            year = token.skeleton
            if len(year) == 2:
                year = ("20" if year in ("00", "10", "20") else "19") + year
            found.append(Mention("decade", (year,), at, end, 1.0, 0.9, "term", 2))
    return found


def _is_year(behind: Sequence[Token], asking: Asking) -> bool:
    """Whether the word behind a number of two digits makes a year of it: «в 95 году», "26го"."""
    return any(token.text.casefold() in asking.words.short_year for token in behind)


def _decade_end(text: Sequence[Token], at: int, asking: Asking) -> int:
    """Where the words end that make a decade of the number before them; 0 where there are none."""
    behind, last = asking.decade_endings
    end = 0
    while at < len(text) and text[at].skeleton in behind:
        at += 1
        end = at if text[at - 1].skeleton in last else end
    return end


def with_range(masked: Masked, text: Sequence[Token], today: date) -> Masked:
    """The masking with its words for dates read as one range."""
    if not masked.of(*DATES):
        return masked
    named = masked.of("year")
    months = masked.of("month")
    year = int(named[-1].ids[0]) if named else _relative_year(masked, today)
    found: Range | None = None
    at = _day(months[0], text, masked.rest) if months else None
    if months and at is not None:
        month = int(months[0].ids[0])
        try:
            one = date(year or today.year, month, int(text[at].skeleton))
            found = Range(one, one, "day", "" if year else "every_year")
            masked = replace(masked, rest=tuple(other for other in masked.rest if other != at))
        except ValueError:
            found = None
    elif months:
        found = month_range(
            year or _nearest_year(int(months[0].ids[0]), today), int(months[0].ids[0])
        )
    elif masked.of("season"):
        found = season_range(year or today.year, masked.of("season")[0].ids[0])
    elif masked.of("decade"):
        found = decade_range(int(masked.of("decade")[0].ids[0]))
    elif named and year is not None:
        found = year_range(year)
        if len(named) == 2:
            low, high = sorted(int(m.ids[0]) for m in named)
            found = Range(year_range(low).first, year_range(high).last, "years")
    elif masked.of("relative"):
        found = relative_range(masked.of("relative")[0].ids[0], today)
    return replace(masked, range=found) if found else masked


def _relative_year(masked: Masked, today: date) -> int | None:
    """ "Last year" beside a month or a season."""
    named = [m.ids[0] for m in masked.of("relative") if m.ids[0].endswith("_year")]
    return relative_range(named[0], today).first.year if named else None


def _day(month: Mention, text: Sequence[Token], rest: Sequence[int]) -> int | None:
    """Where the day of the month stands beside its name."""
    for at in (month.start - 1, month.end):
        if at in rest and text[at].skeleton.isdigit() and 1 <= int(text[at].skeleton) <= 31:
            return at
    return None


def _nearest_year(month: int, today: date) -> int:
    """A month without a year is the nearest one: up to five months back, else ahead."""
    distance = (month - today.month) % 12
    return (
        today.year
        + (1 if month < today.month and distance <= 6 else 0)
        - (1 if month > today.month and distance > 6 else 0)
    )


def dated(
    mention: Mention, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> bool:
    """Whether a number stands beside a month, or "in" before one with so short a whole name."""
    ahead = hits[max(0, mention.start - 1) : mention.start]
    if mention.ids == _MAY and mention.quality > 0.97 and asking.says("inside", ahead, 0.97):
        return True
    return any(
        0 <= at < len(text) and text[at].skeleton.isdigit()
        for at in (mention.start - 2, mention.start - 1, mention.end)
    )
