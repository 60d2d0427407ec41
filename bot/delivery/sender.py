"""Sends what is due: many chats at a time, each message at its turn, none twice.

The order is what makes it safe: the turn, the row committed as `sending`, the call, the row
settled. A call that is over is settled before anything else, however long the database takes.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from bot.delivery.alarm import Alarm
from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.posting import post
from bot.pace import Pace
from bot.redaction import redact
from bot.storage.connecting import StorageError
from bot.storage.database import Storage
from bot.storage.lead import Lead
from bot.storage.ledger import Due, Ledger, Parcel
from bot.storage.settling import Settling
from knowledge.answers.texts import Texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

logger = logging.getLogger(__name__)

T = TypeVar("T")

AT_ONCE = 16
PORTION = 500  # chats that are looked up together
TICK = 5.0  # seconds between looks when there is nothing to do
BROKEN = 5.0  # seconds between tries of a database that fails
OUTAGE = 5  # failures in a row
LONGEST_PAUSE = 60.0  # seconds between tries when Telegram fails


class Sender:
    def __init__(
        self,
        bot: ExtBot[Any],
        storage: Storage,
        pace: Pace,
        texts: Texts,
        clock: Callable[[], datetime],
        alarm: Alarm,
        lead: Lead,
        may_send: Callable[[], bool] = lambda: True,
    ) -> None:
        self._bot = bot
        self._ledger = Ledger(storage)
        self._settling = Settling(storage)
        self._pace = pace
        self._texts = texts
        self._clock = clock
        self._alarm = alarm
        self._lead = lead
        self._term = 0
        self._may_send = may_send
        self._woken = asyncio.Event()
        self._places = asyncio.Semaphore(AT_ONCE)
        self._found: deque[Due] = deque()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._calling: set[int] = set()
        self._failures = 0
        self._pause_until = 0.0

    def wake(self) -> None:
        """Something was published: look now and not at the next tick."""
        self._woken.set()

    async def run(self) -> None:
        """Until it is cancelled; then what is under way comes to its end first."""
        try:
            while True:
                await self._places.acquire()
                try:
                    due = await self._next()
                except Exception:
                    self._places.release()
                    logger.exception("what is due was not found")
                    await asyncio.sleep(BROKEN)
                    continue
                self._busy[due.chat] = asyncio.create_task(self._take(due))
        finally:
            for chat, task in self._busy.items():
                if chat not in self._calling:
                    task.cancel()
            if self._busy:
                await asyncio.wait(self._busy.values())

    async def _take(self, due: Due) -> None:
        try:
            await self._deliver(due)
        finally:
            self._calling.discard(due.chat)
            del self._busy[due.chat]
            self._places.release()
            self._woken.set()  # there may be more for the same chat

    async def _next(self) -> Due:
        """The next chat that nothing is under way for; waits until there is one."""
        while not self._found:
            pause = self._pause_until - asyncio.get_running_loop().time()
            if pause > 0:
                await asyncio.sleep(pause)
            self._woken.clear()
            if self._may_send():
                found = await self._until_written(self._look)
                self._found.extend(due for due in found if due.chat not in self._busy)
            if not self._found:
                await self._wait(TICK)
        return self._found.popleft()

    async def _look(self, now: datetime) -> list[Due]:
        if not await self._lead.hold():
            return []
        if self._term != self._lead.term:
            if self._busy:
                return []  # what is under way is no crash's
            await self._ledger.recover(now)
            self._term = self._lead.term
        return await self._ledger.due(now, PORTION + len(self._busy))

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return

    async def _deliver(self, due: Due) -> None:
        try:
            async with self._pace.turn(due.chat):
                if not self._may_go_on():
                    return  # its row is still pending
                self._calling.add(due.chat)
                parcel = await self._ledger.begin(due, self._clock())
                if parcel is None:
                    return
                outcome = await post(self._bot, parcel, self._texts)
            await self._settle(parcel, outcome)
        except StorageError as error:
            self._found.clear()
            await self._alarm.ring("chat-trouble-database", f"nothing is sent: {error}")
            await asyncio.sleep(BROKEN)
        except Exception:
            logger.exception("an item for a chat was not delivered")
            self._hold_off()

    def _may_go_on(self) -> bool:
        return self._pause_until <= asyncio.get_running_loop().time() and self._may_send()

    async def _settle(self, parcel: Parcel, outcome: Outcome) -> None:
        outcome = Outcome(
            outcome.verdict,
            redact(outcome.reason, self._bot.token),
            outcome.message_id,
            outcome.moved_to,
        )
        if outcome.is_outage:
            self._hold_off()
            logger.warning("not delivered, trying again later: %s", outcome.reason)
        elif outcome.verdict is Verdict.SENT:
            self._failures = 0
        elif outcome.verdict is Verdict.IMPOSSIBLE:
            logger.error("an item cannot be delivered: %s", outcome.reason)
        await self._until_written(lambda now: self._settling.settle(parcel, outcome, now))
        self._alarm.over("chat-trouble-database")  # reading may work where writing does not

    def _hold_off(self) -> None:
        """Where nothing gets through, try less and less; what fails in a pause does not count."""
        now = asyncio.get_running_loop().time()
        if now < self._pause_until:
            return
        self._failures += 1
        if self._failures >= OUTAGE:
            self._pause_until = now + min(2.0 ** (self._failures - OUTAGE), LONGEST_PAUSE)
            self._found.clear()

    async def _until_written(self, work: Callable[[datetime], Awaitable[T]]) -> T:
        while True:
            try:
                return await work(self._clock())
            except StorageError as error:
                line = f"nothing is sent until this is over: {error}"
                await self._alarm.ring("chat-trouble-database", line)
                await asyncio.sleep(BROKEN)
