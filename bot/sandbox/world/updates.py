"""The updates that wait for the bot, and who fetches them."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusal import Refused
from bot.sandbox.world.clock import Clock

KEPT = 24 * 3600  # seconds
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""What Telegram sends only to those who name it."""

HOOKED = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
SECOND = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
NOW_HOOKED = "Conflict: terminated by setWebhook request"


@dataclass(frozen=True)
class _Waiting:
    since: float
    update: dict[str, Any]


class Updates:
    """In the order in which they came; kept until the bot asks for a later one."""

    def __init__(self, clock: Clock) -> None:
        self.allowed: frozenset[str] = frozenset()
        """Nothing named means everything except what has to be asked for."""
        self._clock = clock
        self._queue: deque[_Waiting] = deque()
        self._last = 100_000
        self._news = asyncio.Event()
        self._poller: asyncio.Future[str] | None = None
        self._closed = False

    def __len__(self) -> int:
        self._forget_the_old()
        return len(self._queue)

    @property
    def is_polled(self) -> bool:
        """Whether somebody waits for them now."""
        return self._poller is not None

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """An update for the bot, unless it has not asked for such ones."""
        wanted = kind in self.allowed if self.allowed else kind not in UNASKED
        if wanted:
            self.put({kind: content})

    def put(self, content: dict[str, Any]) -> None:
        """As it is, whatever the bot has asked for."""
        self._last += 1
        update = {"update_id": self._last} | content
        self._queue.append(_Waiting(self._clock(), update))
        self._wake()

    def waiting(self, offset: int = 0, limit: int = 100) -> list[dict[str, Any]]:
        """Those from ``offset`` on; all before it are thereby done with."""
        self._forget_the_old()
        if offset < 0:
            offset = max(self._last + 1 + offset, 0)
        while offset and self._queue and self._queue[0].update["update_id"] < offset:
            self._queue.popleft()
        return [waiting.update for waiting in self._queue][:limit]

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """What getUpdates answers; whoever polled before is sent away."""
        self.send_away(SECOND)
        if (found := self.waiting(offset, limit)) or not seconds:
            return found
        sent_away: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._poller = sent_away
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    while not (found := self.waiting(offset, limit)) and not self._closed:
                        await self._news_or(sent_away)
        finally:
            if self._poller is sent_away:
                self._poller = None
        return found

    async def news(self) -> None:
        """Until there is something to deliver."""
        while not len(self) and not self._closed:
            await self._news.wait()

    def send_away(self, why: str) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_result(why)

    def clear(self) -> None:
        self._queue.clear()

    def close(self) -> None:
        self._closed = True
        self._wake()

    async def _news_or(self, sent_away: asyncio.Future[str]) -> None:
        news = asyncio.create_task(self._news.wait())
        either: set[asyncio.Future[Any]] = {news, sent_away}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        if sent_away.done():
            raise Refused(409, sent_away.result())

    def _forget_the_old(self) -> None:
        while self._queue and self._queue[0].since < self._clock() - KEPT:
            self._queue.popleft()

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
