"""The bot through a year: its sender and rounds, over a SQLite file, with the clock in hand."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.pace import Limits
from bot.rounds import Rounds
from bot.settings import Settings
from bot.storage.incoming import Incoming
from handlers.context import Service
from knowledge.engine import Engine
from tests.bot.delivery.desk import Desk, desk
from tests.bot.year.almanac import (
    BEGIN,
    DAY,
    DOWN,
    END,
    MOVED,
    MOVED_AT,
    OPENINGS,
    Almanac,
    showing,
)
from tests.bot.year.clocks import ALMATY
from tests.bot.year.expecting import Person, arrival
from tests.databases import as_moment, rows
from tests.virtual_time import VirtualLoop

MINUTE = timedelta(minutes=1)
SOON = 2 * MINUTE
"""A round a minute: so long it may take from the hour to the message."""
Deed = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Arrived:
    at: datetime
    chat: int
    text: str


async def live(
    folder: Path, engine: Engine, year: Almanac, people: Iterable[Person]
) -> list[Arrived]:
    """What arrives from the first day to the last; for three days in between the bot is down."""
    async with desk(folder, start=BEGIN, limits=Limits()) as bot:
        incoming = Incoming(bot.storage)
        await incoming.import_showings(year.showings, BEGIN.date())
        deeds: dict[datetime, Deed] = {
            draft.created_at: partial(incoming.add_draft, draft) for draft in year.drafts
        }
        moved = [showing(len(OPENINGS), MOVED[1])]
        deeds[MOVED_AT] = partial(incoming.import_showings, moved, MOVED_AT.date(), replace=True)
        moments = set(deeds) | {at + MINUTE for at in deeds}
        moments |= {ALMATY.midnight(BEGIN.date() + n * DAY) for n in range(1, (END - BEGIN).days)}
        for person in people:
            for topic in map(Topic, person.topics):
                await bot.subscribe(person.chat, topic=topic, rhythm=_rhythm(person))
            moments |= {at for story in year.stories if (at := arrival(person, story, DOWN))}
        life = _Life(bot, engine, folder, sorted(moments), deeds)
        await life.go_on(DOWN.begins)
        life.skip(DOWN.ends)
        await life.go_on(END)
        return [
            Arrived(BEGIN + timedelta(seconds=at), chat, text)
            for at, chat, text in bot.telegram.arrived
        ]


def _rhythm(person: Person) -> Rhythm:
    quiet_from, quiet_until = person.quiet
    match person.digest:
        case (hour,):
            rhythm = Rhythm("daily", hour, 0, quiet_from, quiet_until, person.clock.name)
        case (weekday, hour):
            rhythm = Rhythm("weekly", hour, weekday, quiet_from, quiet_until, person.clock.name)
        case _:
            rhythm = Rhythm("at_once", 0, 0, quiet_from, quiet_until, person.clock.name)
    return rhythm


@dataclass
class _Life:
    """Goes from one moment at which something may happen to the next."""

    desk: Desk
    engine: Engine
    folder: Path
    moments: list[datetime]
    deeds: dict[datetime, Deed]

    async def go_on(self, until: datetime) -> None:
        """A program that is started, stops at all moments, and wherever the ledger has one."""
        async with self._running():
            await self._rest()
            while (now := self.desk.now()) < until:
                ahead = next((at for at in self.moments if at > now), until)
                self.skip(min([ahead, until, *self._due(now)]))
                await self._rest()
                for at in [at for at in self.deeds if at <= self.desk.now()]:
                    await self.deeds.pop(at)()

    def skip(self, to: datetime) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        after = 0.001  # floats are not exact, and a moment too early is too early
        loop.skip((to - self.desk.now()).total_seconds() + after)

    @asynccontextmanager
    async def _running(self) -> AsyncIterator[None]:
        bot, settings = self.desk, Settings()
        clock = lambda: bot.now().astimezone(settings.time_zone)  # noqa: E731
        service = Service(self.engine, bot.storage, clock)
        delivery = bot.open()
        rounds = Rounds(service, delivery, Incoming(bot.storage), settings)
        async with delivery.running(bot.bot), rounds.running():
            yield

    async def _rest(self) -> None:
        """Until nothing is under way and nothing is due."""
        busy = "SELECT 1 FROM ledger WHERE state IN ('pending', 'sending') AND not_before <= :now"
        for _ in range(60):
            await asyncio.sleep(1)
            if not self._read(busy, self.desk.now()):
                return
        raise AssertionError("something is due and is not sent")

    def _due(self, now: datetime) -> list[datetime]:
        next_ = "SELECT min(not_before) FROM ledger WHERE state = 'pending' AND not_before > :now"
        return [as_moment(moment) for moment in self._read(next_, now) if moment]

    def _read(self, query: str, now: datetime) -> list[Any]:
        return [row[0] for row in rows(self.folder, query, now=now)]
