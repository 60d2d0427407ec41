"""When a chat wants to hear: how often, outside which hours, by whose clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args

from bot.delivery.zones import zone

Frequency = Literal["at_once", "daily", "weekly"]
FREQUENCIES: tuple[Frequency, ...] = get_args(Frequency)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Whole hours of the chat's own clock. ValueError where a value is none."""

    frequency: Frequency = "at_once"
    hour: int = 10
    """Of the digest."""
    weekday: int = 4
    """Of the weekly digest; 0 is Monday."""
    quiet_from: int = 22
    quiet_until: int = 9
    """Equal to ``quiet_from``: no quiet hours."""
    time_zone: str = "Asia/Almaty"

    def __post_init__(self) -> None:
        if self.frequency not in FREQUENCIES:
            raise ValueError(f"frequency: {self.frequency!r}")
        if not all(0 <= hour < 24 for hour in (self.hour, self.quiet_from, self.quiet_until)):
            raise ValueError("an hour is 0 to 23")
        if not 0 <= self.weekday < 7:
            raise ValueError("a weekday is 0 to 6")
        zone(self.time_zone)

    def is_quiet(self, now: datetime) -> bool:
        hour = now.astimezone(zone(self.time_zone)).hour
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until

    def awake(self, now: datetime) -> datetime:
        """The first moment from now on outside the quiet hours, in UTC."""
        if not self.is_quiet(now):
            return now.astimezone(UTC)
        local = now.astimezone(zone(self.time_zone))
        tomorrow = local.hour >= self.quiet_until
        return self._at(local.date() + timedelta(days=tomorrow), self.quiet_until)

    def next_digest(self, now: datetime) -> datetime | None:
        """The first digest after now, in UTC; None where everything comes at once.

        An hour that the clocks leave out comes an hour later, one that they repeat comes once, and
        a quiet one is over when the chat wakes up: yesterday's may be what comes next.
        """
        if self.frequency == "at_once":
            return None
        today = now.astimezone(zone(self.time_zone)).date()
        days = (today + timedelta(days=ahead) for ahead in range(-1, 9))
        return next(
            at
            for day in days
            if self.frequency == "daily" or day.weekday() == self.weekday
            if (at := self.awake(self._at(day, self.hour))) > now
        )

    def _at(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), zone(self.time_zone)).astimezone(UTC)
