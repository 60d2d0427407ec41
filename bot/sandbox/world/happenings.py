"""What happens in the chats, numbered: the page and scripts follow it."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

KEPT = 10_000


class Happenings:
    """A log that can be waited on."""

    def __init__(self) -> None:
        self.last = 0
        self.closed = False
        self._kept: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._more = asyncio.Event()

    def note(self, kind: str, chat: int | None = None, **details: Any) -> None:
        self.last += 1
        self._kept.append({"number": self.last, "kind": kind, "chat": chat, **details})
        self._wake()

    def after(
        self, number: int, chat: int | None = None, kind: str | None = None
    ) -> list[dict[str, Any]]:
        return [
            one
            for one in self._kept
            if one["number"] > number
            and (chat is None or one["chat"] == chat)
            and (kind is None or one["kind"] == kind)
        ]

    async def wait(
        self, number: int, seconds: float, chat: int | None = None, kind: str | None = None
    ) -> list[dict[str, Any]]:
        """What has happened since, or the first of it; nothing when the time is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while not (found := self.after(number, chat, kind)) and not self.closed:
                    await self._more.wait()
                return found
        return []

    def close(self) -> None:
        """Nobody waits any longer."""
        self.closed = True
        self._wake()

    def _wake(self) -> None:
        self._more.set()
        self._more = asyncio.Event()
