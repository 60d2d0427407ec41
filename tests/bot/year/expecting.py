"""Who is to be told what, and when: worked out hour by hour, and with nothing of the bot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.bot.year.clocks import Clock, hours_from


@dataclass(frozen=True)
class Person:
    """``digest``: the hour of the daily one, or weekday and hour of the weekly one."""

    chat: int
    clock: Clock
    digest: tuple[int, ...] = ()
    quiet: tuple[int, int] = (22, 9)
    topics: tuple[str, ...] = ("news", "premieres")

    def sleeps(self, moment: datetime) -> bool:
        begins, ends = self.quiet
        hour = self.clock.local(moment).hour
        if begins < ends:
            return begins <= hour < ends
        return begins != ends and (hour >= begins or hour < ends)

    def digests(self, after: datetime) -> Iterator[datetime]:
        """One a day, at the first whole hour at which the clock shows the wanted one or later."""
        *weekday, wanted = self.digest
        hours = hours_from(after - timedelta(days=3))
        told = {self.clock.local(next(hours)).date()}  # of that day some hours are missing
        for at in hours:
            local = self.clock.local(at)
            if local.hour < wanted or local.date() in told:
                continue
            told.add(local.date())
            if weekday and local.weekday() != weekday[0]:
                continue
            if (awake := self.awake(at)) > after:
                yield awake

    def awake(self, moment: datetime) -> datetime:
        """The moment itself, or the whole hour at which the night is over."""
        if not self.sleeps(moment):
            return moment
        return next(hour for hour in hours_from(moment) if not self.sleeps(hour))


@dataclass(frozen=True)
class Story:
    """Something to tell; ``sign`` stands in its text and in no other."""

    sign: str
    topic: str
    at: datetime
    """From then on the bot can publish it, ``fresh`` is until when it may still do so."""
    ends: datetime
    fresh: datetime
    withdrawn: datetime | None = None


@dataclass(frozen=True)
class Downtime:
    begins: datetime
    ends: datetime

    def up(self, moment: datetime) -> datetime:
        return self.ends if self.begins <= moment < self.ends else moment


def arrival(person: Person, story: Story, down: Downtime) -> datetime | None:
    """When it is to arrive; None where it never may."""
    if story.topic not in person.topics:
        return None
    published = down.up(story.at)
    if published >= story.fresh:
        return None
    at = published
    if person.digest:
        digest = next(person.digests(published))
        at = digest if digest < story.ends else published
    while (later := person.awake(down.up(at))) != at:
        at = later
    over = min(story.ends, story.withdrawn or story.ends)
    return at if at < over else None
