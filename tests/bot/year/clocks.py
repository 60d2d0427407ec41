"""Clocks of three zones as their laws have them, by hand: what tzdata says is under test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

HOUR = timedelta(hours=1)


def utc(*given: int) -> datetime:
    return datetime(*given, tzinfo=UTC)  # type: ignore[misc, arg-type]


@dataclass(frozen=True)
class Clock:
    """``changes``: from which moment on it is how many hours ahead of UTC."""

    name: str
    first: int
    changes: tuple[tuple[datetime, int], ...]

    def local(self, moment: datetime) -> datetime:
        """What the clock on the wall shows, without a zone."""
        ahead = [self.first, *(hours for since, hours in self.changes if since <= moment)][-1]
        return moment.replace(tzinfo=None) + ahead * HOUR

    def midnight(self, day: date) -> datetime:
        """The moment at which the day begins."""
        near = datetime.combine(day, time(), UTC)
        return next(
            moment
            for moment in hours_from(near - 15 * HOUR)
            if self.local(moment) == datetime.combine(day, time())
        )


def hours_from(moment: datetime) -> Iterator[datetime]:
    """The moment if it is a whole hour, and every whole hour after it."""
    whole = moment.replace(minute=0, second=0, microsecond=0)
    if whole == moment:
        yield whole
    while True:
        whole += HOUR
        yield whole


ALMATY = Clock("Asia/Almaty", 6, ((utc(2024, 2, 29, 18), 5),))
BERLIN = Clock("Europe/Berlin", 1, ((utc(2024, 3, 31, 1), 2), (utc(2024, 10, 27, 1), 1)))
NEW_YORK = Clock("America/New_York", -5, ((utc(2024, 3, 10, 7), -4), (utc(2024, 11, 3, 6), -5)))
