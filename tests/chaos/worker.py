"""The bot's sender in a process of its own, over HTTP and a SQLite file, that can be killed."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.context import ForkServerProcess
from typing import Any

import httpx
from sqlalchemy import event
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.delivery.delivery import Delivery
from bot.pace import Limits, Pace
from bot.sandbox.together import DIRECT
from bot.sandbox.world.profile import TOKEN
from bot.storage import Storage
from knowledge.answers.texts import load_texts
from tests.databases import found

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.chaos.worker"])
load_texts()  # once, and not in each life


@dataclass(frozen=True)
class Order:
    """``kill_at``: the commit or call, counted from 1, at which the process kills itself."""

    database: str
    base_url: str
    ahead: timedelta = timedelta()
    kill_at: int = 0
    limits: Limits | None = None
    read_timeout: float = 60.0


def start(order: Order) -> ForkServerProcess:
    """Runs until nothing is due; exit code 0, or that of the signal that ended it."""
    process = CONTEXT.Process(target=_work, args=(order,))
    process.start()
    return process


def _work(order: Order) -> None:
    asyncio.run(deliver(order))


async def deliver(order: Order) -> None:
    """The same without a process of its own."""
    points = Points(order.kill_at)
    storage = Storage.open(order.database)
    points.watch(storage)
    pace = Pace(order.limits)

    def now() -> datetime:
        return datetime.now(UTC) + order.ahead

    hooks = {"request": [points.call], "response": [points.call]}
    request = HTTPXRequest(
        16,
        connect_timeout=60.0,
        read_timeout=order.read_timeout,
        pool_timeout=60.0,
        httpx_kwargs={**DIRECT, "event_hooks": hooks},
    )
    bot: ExtBot[None] = ExtBot(
        TOKEN, base_url=f"{order.base_url}/bot", request=request, rate_limiter=pace
    )
    delivery = Delivery(storage, pace, now)
    async with bot:
        points.begin()
        async with delivery.running(bot):
            working = True
            while working:
                await asyncio.sleep(0.02)
                working = await asyncio.to_thread(_has_work, order.database, now())
    await storage.close()


def _has_work(database: str, now: datetime) -> bool:
    """Looked up past the bot's own storage, whose commits are counted."""
    query = (
        "SELECT 1 FROM ledger WHERE state = 'sending' OR state = 'pending' AND not_before <= :now"
    )
    return bool(found(database, f"{query} LIMIT 1", now=now))


class Points:
    """Counts what happens between two commits, and ends the process where it is told to."""

    def __init__(self, kill_at: int) -> None:
        self._kill_at = kill_at
        self._passed: int | None = None

    def begin(self) -> None:
        self._passed = 0

    def watch(self, storage: Storage) -> None:
        engine: Any = storage._engine
        event.listen(engine, "commit", lambda _: self._pass())
        # The connection goes back when its commit is done.
        event.listen(engine, "checkin", lambda *_: self._pass())

    async def call(self, _: httpx.Request | httpx.Response) -> None:
        self._pass()

    def _pass(self) -> None:
        if self._passed is None:
            return
        self._passed += 1
        if self._passed == self._kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
