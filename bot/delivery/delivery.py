"""Subscriptions and news as the rest of the program sees them: subscribe, publish, run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from telegram.error import TelegramError

from bot.delivery.alarm import Alarm
from bot.delivery.clock import ClockWatch
from bot.delivery.item import Item
from bot.delivery.sender import Sender
from bot.pace import Pace
from bot.storage.chat_rows import ChatRows
from bot.storage.connecting import StorageError
from bot.storage.database import Storage
from bot.storage.items import Items, Published
from bot.storage.lead import Lead
from bot.storage.ledger import Ledger
from bot.storage.subscriptions import Subscriptions
from bot.storage.upkeep import Upkeep
from knowledge.answers.texts import Texts, load_texts
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from telegram.ext import ExtBot

logger = logging.getLogger(__name__)

UPKEEP = 30.0  # seconds between looks at the clock, the digests, and what is over
CLEAN_UP = timedelta(hours=6)
STOPPING = 10.0  # seconds for what is under way


class Delivery:
    """One a bot. Everything may be called before it runs and while it does."""

    def __init__(
        self,
        storage: Storage,
        pace: Pace,
        clock: Callable[[], datetime],
        *,
        editors: Collection[int] = (),
        texts: Texts | None = None,
    ) -> None:
        self.subscriptions = Subscriptions(storage)
        self.items = Items(storage)
        self.ledger = Ledger(storage)
        self.rows = ChatRows(storage)
        self._storage = storage
        self._upkeep = Upkeep(storage)
        self._lead = Lead(storage)
        self._pace = pace
        self._clock = clock
        self._editors = sorted(editors)
        self._texts = texts or load_texts()
        self._watch = ClockWatch(clock, lambda: asyncio.get_running_loop().time())
        self._cleaned: datetime | None = None
        self._sender: Sender | None = None
        self._bot: ExtBot[Any] | None = None
        self.alarm = Alarm(self.tell_editors)

    async def publish(self, item: Item) -> Published:
        """To everybody who subscribed; the same item again changes nothing. StorageError."""
        now = self._clock()
        await self._upkeep.roll_digests(now)
        published = await self.items.publish(item, now)
        self.wake()
        return published

    def wake(self) -> None:
        """There may be something to send."""
        if self._sender:
            self._sender.wake()

    async def withdraw(self, kind: str, subject: str) -> None:
        """Cancel what waits of a kind about a subject: it is not true any more."""
        await self.items.withdraw(kind, subject, self._clock())

    @property
    def trusts_clock(self) -> bool:
        """False for some minutes after it has jumped."""
        return self._watch.is_settled

    @property
    def leads(self) -> bool:
        """False while another program on the same database sends and publishes."""
        return self._lead.is_ours

    @asynccontextmanager
    async def running(self, bot: ExtBot[Any]) -> AsyncIterator[None]:
        """Sends what is due for as long as it is open; leaving it lets calls under way end."""
        self._bot = bot
        self._sender = Sender(
            bot,
            self._storage,
            self._pace,
            self._texts,
            self._clock,
            self.alarm,
            self._lead,
            lambda: self._watch.is_settled,
        )
        tasks = [asyncio.create_task(self._sender.run()), asyncio.create_task(self._keep_up())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            _, late = await asyncio.wait(tasks, timeout=STOPPING)
            if late:
                logger.warning("stopped with messages under way")
            self._sender = None
            await self._lead.give_up()

    async def tick(self) -> None:
        """What time brings with it; also called by itself while it runs."""
        if jump := self._watch.look():
            await self.alarm.ring("chat-trouble-clock", f"the clock has jumped by {jump:.0f} s")
        if not self._watch.is_settled:
            return
        self.alarm.over("chat-trouble-clock")
        if not self.leads:
            return
        now = self._clock()
        await self._upkeep.roll_digests(now)
        await self._upkeep.expire(now)
        await self.items.go_on(now)
        if self._cleaned is None or not timedelta() <= now - self._cleaned < CLEAN_UP:
            await self._upkeep.clean_up(now)
            self._cleaned = now

    async def _keep_up(self) -> None:
        while True:
            try:
                await self.tick()
            except StorageError as error:
                await self.alarm.ring("chat-trouble-database", f"nothing is sent: {error}")
            except Exception:
                logger.exception("upkeep")
            await asyncio.sleep(UPKEEP)

    async def tell_editors(self, key: str, **values: Any) -> None:
        """Say a text, by its key, to all editors; who cannot be reached is a line in the log."""
        for editor in self._editors:
            language = LANGUAGES[0]
            with suppress(StorageError):
                language = await self._storage.language(editor) or language
            if self._bot:
                try:
                    await self._bot.send_message(editor, self._texts.say(language, key, **values))
                except TelegramError as error:
                    logger.warning("editor %s not told: %s", editor, error)
