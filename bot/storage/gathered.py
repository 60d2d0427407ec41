"""What many ask of the database at one moment, asked at once: a thread and a transaction cost
more than what one chat reads or writes in them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")


class Gathered(Generic[Item, Found]):
    """``work`` with all that wait: who comes while it is under way shares the next call.

    Each waits until its own is done, and hears of it where that fails. ``rest``: seconds from the
    end of one call to the next; who comes after a quiet time is served at once.
    """

    def __init__(
        self, work: Callable[[list[Item]], Awaitable[Found]], *, rest: float = 0.0
    ) -> None:
        self._work = work
        self._rest = rest
        self._rested = float("-inf")
        self._waiting: list[Item] = []
        self._next: asyncio.Task[Found] | None = None
        self._turn = asyncio.Lock()

    async def __call__(self, item: Item) -> Found:
        """What came of the call in which this item was."""
        self._waiting.append(item)
        if self._next is None:
            self._next = asyncio.create_task(self._take())
        # Who no longer waits must not stop the call of the others.
        return await asyncio.shield(self._next)

    async def _take(self) -> Found:
        now = asyncio.get_running_loop().time
        async with self._turn:
            if (rest := self._rested - now()) > 0:
                await asyncio.sleep(rest)
            items, self._waiting, self._next = self._waiting, [], None
            try:
                return await self._work(items)
            finally:
                self._rested = now() + self._rest
