"""What the bot does unasked, every so often: bulletins of the day, feeds, progress of editors.

Whatever goes wrong in one round is one line in the log, and the next round comes.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.delivery.bulletins import Delivering
from bot.delivery.delivery import Delivery
from bot.incoming.collecting import collect
from bot.incoming.fetching import feed_client
from bot.incoming.publishing import publish, with_programme
from bot.incoming.waiting import remind
from bot.settings import Settings
from bot.storage import StorageError
from bot.storage.incoming import FeedState, Incoming
from bot.storage.notices import Notices

if TYPE_CHECKING:
    import httpx

    from handlers.context import Service
    from knowledge.bulletins.bulletin import Bulletin

logger = logging.getLogger(__name__)

TICK, FEEDS = 60.0, 600.0  # seconds between rounds
PATIENCE = 300.0  # seconds for one round
STOPPING = 5.0  # seconds

Round = Callable[[], Awaitable[None]]


class Rounds:
    """One a bot; each round may also be called by itself, as often as one likes."""

    def __init__(
        self, service: Service, delivery: Delivery, incoming: Incoming, settings: Settings
    ) -> None:
        self._service = service
        self._delivery = delivery
        self._incoming = incoming
        self._settings = settings
        self.deliver = Delivering(delivery, service.texts)
        self._notices = Notices(service.storage)
        self._more: list[tuple[Round, float]] = []
        self._broken: set[Round] = set()

    def add(self, round_: Round, every: float) -> None:
        """Another round, every so many seconds."""
        self._more.append((round_, every))

    async def tick(self) -> None:
        """Imported showings are answered from now on, and what is due today is handed over."""
        await self.refresh()
        if not (self._delivery.trusts_clock and self._delivery.leads):
            return
        service = self._service

        async def deliver(bulletin: Bulletin) -> None:
            await self.deliver(bulletin)

        zone = self._settings.time_zone
        await publish(service.engine, self._incoming, deliver, service.today, zone)

    async def refresh(self) -> None:
        """The engine beside the showings as they are stored now."""
        before = self._service.engine
        after = await with_programme(before, self._incoming)
        # The same showings keep the engine, and with it what is remembered of its answers; and
        # facts that were read again meanwhile stay.
        if after.base.showings != before.base.showings and self._service.engine is before:
            self._service.engine = after

    async def reload(self) -> None:
        """Facts and languages as their files are now; LoadError, and everything stays as it is."""
        from knowledge.engine import Engine

        engine = await asyncio.to_thread(Engine.load, self._settings.facts_dir)
        self._service.engine = await with_programme(engine, self._incoming)

    async def ask_feeds(self, client: httpx.AsyncClient) -> None:
        """Ask every feed that is due; editors hear once when one has gone down."""
        if not self._delivery.leads:
            return
        service = self._service
        await collect(
            self._settings.feeds, self._incoming, service.engine.reader, client, service.clock()
        )
        down = [state.address for state in await self.feeds() if state.failures]
        if down:
            await self._delivery.alarm.ring("chat-trouble-feed", f"feeds down: {' '.join(down)}")
        else:
            self._delivery.alarm.over("chat-trouble-feed")

    async def feeds(self) -> Sequence[FeedState]:
        """What each feed of the settings is at. StorageError."""
        return [await self._incoming.feed(feed.address) for feed in self._settings.feeds]

    async def remind_editors(self) -> None:
        """Of what feeds brought and what waits for them."""
        if self._settings.editors and self._delivery.trusts_clock and self._delivery.leads:
            tell, now = self._delivery.tell_editors, self._service.clock()
            await remind(self._incoming, self._notices, tell, now)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """All rounds, for as long as it is open."""
        async with AsyncExitStack() as stack:
            rounds: list[tuple[Round, float]] = [(self.tick, TICK), *self._more]
            rounds.append((self.remind_editors, TICK))
            if self._settings.feeds:
                client = await stack.enter_async_context(feed_client())
                rounds.append((lambda: self.ask_feeds(client), FEEDS))
            tasks = [asyncio.create_task(self._every(*each)) for each in rounds]
            try:
                yield
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.wait(tasks, timeout=STOPPING)

    async def guarded(self, round_: Round) -> None:
        """One round in bounded time; what goes wrong with it costs this round alone."""
        alarm = self._delivery.alarm
        try:
            async with asyncio.timeout(PATIENCE):
                await round_()
        except StorageError as error:
            await alarm.ring("chat-trouble-database", f"nothing is published: {error}")
        except Exception as error:
            self._broken.add(round_)
            logger.debug("a round", exc_info=True)
            line = f"a round went wrong: {type(error).__name__}: {error}"
            await alarm.ring("chat-trouble-round", line)
        else:
            self._broken.discard(round_)
            if not self._broken:
                alarm.over("chat-trouble-round")

    async def _every(self, round_: Round, seconds: float) -> None:
        while True:
            await self.guarded(round_)
            await asyncio.sleep(seconds)
