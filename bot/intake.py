"""Updates come in as fast as they are worked off: what is too much waits at Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 32
WAITING = 100  # one helping of getUpdates


class Intake(asyncio.Queue[object]):
    """Hands out an update when there is a place to work on it; full when enough are waiting.

    The application begins a task for each update it is handed, without a limit of its own.
    """

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        super().__init__(waiting)
        self._places = asyncio.Semaphore(at_once)

    async def get(self) -> object:
        await self._places.acquire()
        try:
            return await super().get()
        except BaseException:
            self._places.release()
            raise

    def task_done(self) -> None:
        self._places.release()
        super().task_done()


class InOrder(BaseUpdateProcessor):
    """Many chats at a time, but each chat's updates one after another, as they were sent."""

    __slots__ = ("_turns",)

    def __init__(self, at_once: int = AT_ONCE) -> None:
        super().__init__(at_once)
        # A chat's lock lives as long as somebody holds it or waits for it.
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        turn = self._turns.setdefault(chat.id, asyncio.Lock()) if chat else asyncio.Lock()
        try:
            async with turn:
                await coroutine
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # it may have been stopped while it waited for its turn

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""
