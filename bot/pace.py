"""How fast the bot may talk: python-telegram-bot's rate limiter for all that it sends.

A place counts from before a call until a second (a minute, for a group) after its answer.
Telegram counted the call somewhere in between, so by its own clock we are never too fast. Answers
to people go before what is sent to many, and while somebody is talking, places are kept for them.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.delivery.outcome import never_left

PATIENCE = 30.0
"""Seconds that an answer waits: later than that, its place is better used for another."""
AGAIN = (0.5, 2.0)
"""Seconds between tries of an answer for which there was no connection."""
ANSWERS = ("send", "edit", "answer")
TALKING = 10.0
"""Seconds after an answer during which another is to be expected."""
KEPT = 2  # places for it
MARGIN = 0.002  # seconds: clocks are not all alike
SOON = 0.02  # seconds: when a call under way may have its answer
CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages. As Telegram's FAQ tells them."""

    per_second: int = 30
    chat_per_second: int = 1
    group_per_minute: int = 20


@dataclass(slots=True)
class _Window:
    """So many calls in so many seconds."""

    most: int
    seconds: float
    flying: int = 0
    ended: deque[float] = field(default_factory=deque)

    def wait(self, now: float, kept: int = 0) -> float:
        """Seconds until there is a place, besides those that are kept."""
        while self.ended and self.ended[0] + self.seconds <= now:
            self.ended.popleft()
        over = len(self.ended) + self.flying - (self.most - kept)
        if over < 0:
            return 0.0
        if over >= len(self.ended):
            return SOON
        return self.ended[over] + self.seconds - now

    def take(self) -> None:
        self.flying += 1

    def give_back(self, now: float) -> None:
        self.flying -= 1
        self.ended.append(now + MARGIN)


async def _until_none(delay: Callable[[], float]) -> None:
    wait = delay()
    while wait > 0:
        await asyncio.sleep(wait)
        wait = delay()


def _seconds(time: int | timedelta) -> float:
    return time.total_seconds() if isinstance(time, timedelta) else time


_granted: ContextVar[bool] = ContextVar("granted", default=False)


class Pace(BaseRateLimiter[None]):
    """``turn`` for what is sent to many; everything else passes through by itself.

    Without limits it only keeps still when Telegram says so.
    """

    def __init__(self, limits: Limits | None = Limits()) -> None:
        self._limits = limits
        self._all = _Window(limits.per_second if limits else 0, 1.0)
        self._chats: dict[str, list[_Window]] = {}
        self._door = asyncio.Lock()
        self._answering = 0
        self._answered = float("-inf")
        self._next = float("-inf")
        self._halted = float("-inf")

    @asynccontextmanager
    async def turn(self, chat: int) -> AsyncIterator[None]:
        """Wait for the turn of one message to many; the call is made inside."""
        windows = await self._wait_in_line(str(chat))
        granted = _granted.set(True)
        try:
            yield
        finally:
            _granted.reset(granted)
            self._give_back(windows)

    def halt(self, seconds: float) -> None:
        """Nothing is sent for so long; a shorter halt does not end a longer one."""
        self._halted = max(self._halted, self._now() + seconds)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Any:
        if _granted.get():
            return await self._call(callback, args, kwargs)
        give_up, again = self._now() + PATIENCE, list(AGAIN)
        while True:
            windows = await self._wait_as_answer(endpoint, data, give_up)
            wait = 0.0
            try:
                return await self._call(callback, args, kwargs)
            except RetryAfter:
                # It was not carried out. Once the halt is over, or at once if that is too long.
                if self._halted > give_up:
                    raise
            except NetworkError as error:
                # Only what nobody can have seen: the same answer twice is worse than asking again.
                if not (again and never_left(error) and endpoint.startswith(ANSWERS)):
                    raise
                wait = again.pop(0)
            finally:
                self._give_back(windows)
            await asyncio.sleep(wait)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    async def _call(
        self, callback: Callable[..., Coroutine[Any, Any, Any]], args: Any, kwargs: dict[str, Any]
    ) -> Any:
        try:
            return await callback(*args, **kwargs)
        except RetryAfter as error:
            self.halt(_seconds(error.retry_after) + MARGIN)
            raise

    async def _wait_as_answer(
        self, endpoint: str, data: dict[str, Any], give_up: float
    ) -> list[_Window]:
        windows = self._windows(endpoint, data)
        while (wait := self._delay(windows)) > 0:
            if self._now() + wait > give_up:
                raise RetryAfter(int(wait) + 1)
            # Those to many step back for who waits for a place, not for who waits for its chat.
            crowded = self._delay(windows[:1]) > 0
            self._answering += crowded
            try:
                await asyncio.sleep(wait)
            finally:
                self._answering -= crowded
        if windows:
            self._answered = self._now()
        for window in windows:
            window.take()
        return windows

    async def _wait_in_line(self, chat: str) -> list[_Window]:
        windows = self._windows("sendMessage", {"chat_id": chat})
        while True:
            # A chat that has to wait does so outside, where it is in nobody's way.
            await _until_none(lambda: self._delay(windows[1:]))
            async with self._door:
                await _until_none(lambda: self._delay_of_many(windows))
                if self._delay(windows) > 0:
                    continue
                if self._limits:
                    gap = 1 / self._limits.per_second
                    self._next = max(self._next, self._now() - gap) + gap
                for window in windows:
                    window.take()
                return windows

    def _delay(self, windows: list[_Window]) -> float:
        now = self._now()
        return max([self._halted - now, *(window.wait(now) for window in windows)])

    def _delay_of_many(self, windows: list[_Window]) -> float:
        """One after another, evenly: so there is soon a place for whoever asks something."""
        now = self._now()
        if self._answering and windows:
            return max(SOON, self._halted - now)
        kept = KEPT if now - self._answered < TALKING else 0
        places = [window.wait(now, kept) for window in windows[:1]]
        return max([self._halted - now, self._next - now, *places])

    def _windows(self, endpoint: str, data: dict[str, Any]) -> list[_Window]:
        """All messages; then, for what is new, its chat's, and for any in a group, the group's."""
        limits, chat = self._limits, str(data.get("chat_id", ""))
        sends = endpoint.startswith(("send", "copy", "forward")) and endpoint != "sendChatAction"
        if limits is None or not chat or not (sends or endpoint.startswith("edit")):
            return []
        if chat not in self._chats:
            self._forget_the_still()
            group = [_Window(limits.group_per_minute, 60.0)] if not chat.isdecimal() else []
            self._chats[chat] = [_Window(limits.chat_per_second, 1.0), *group]
        own = self._chats[chat]
        return [self._all, *(own if sends else own[1:])]

    def _forget_the_still(self) -> None:
        if len(self._chats) < CHATS:
            return
        now = self._now()
        for windows in self._chats.values():
            for window in windows:
                window.wait(now)
        self._chats = {
            chat: windows
            for chat, windows in self._chats.items()
            if any(window.flying or window.ended for window in windows)
        }

    def _give_back(self, windows: list[_Window]) -> None:
        now = self._now()
        for window in windows:
            window.give_back(now)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
