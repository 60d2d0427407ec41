"""Three programs on one PostgreSQL database, each of which would send: none sends twice."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from bot.pace import Limits
from bot.sandbox.server import serve
from tests.chaos.places import REPEAT, TEXTS, DeadlySandbox, in_flight, publish, received, states
from tests.chaos.worker import Order, start
from tests.databases import database, only_postgresql

pytestmark = only_postgresql
CHATS = list(range(1, 61))


async def test_one_sends_and_the_others_wait(tmp_path: Path) -> None:
    sandbox = DeadlySandbox()
    await publish(tmp_path, sandbox, CHATS)
    async with serve(sandbox) as address:
        workers = [start(Order(database(tmp_path), address.base_url)) for _ in range(3)]
        for worker in workers:
            await asyncio.to_thread(worker.join)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert set(states(tmp_path).values()) == {"sent"}
    assert sandbox.messages == len(CHATS) * len(TEXTS)
    assert all(len(texts) == 1 for texts in received(sandbox).values())


async def test_when_it_is_killed_another_goes_on(tmp_path: Path) -> None:
    sandbox = DeadlySandbox()
    await publish(tmp_path, sandbox, CHATS)
    async with serve(sandbox) as address:
        order = Order(database(tmp_path), address.base_url, limits=Limits())
        first = start(order)
        while not sandbox.messages:  # noqa: ASYNC110 - a mock server counts them
            await asyncio.sleep(0.01)
        others = [start(order) for _ in range(2)]
        sandbox.victim, sandbox.after = first.pid or 0, sandbox.messages + len(CHATS) // 2
        for worker in (first, *others):
            await asyncio.to_thread(worker.join)
    assert [worker.exitcode for worker in (first, *others)] == [-signal.SIGKILL, 0, 0]
    arrived, ended = received(sandbox), states(tmp_path)
    assert set(ended.values()) <= {"sent", "unconfirmed"}
    assert not in_flight(tmp_path)
    for chat in CHATS:
        reminders, notices = (arrived.get((kind, chat), []) for kind in TEXTS)
        assert len(notices) <= 1
        assert notices or ended["notice", chat] == "unconfirmed"
        assert ended["reminder", chat] == "sent"
        assert all(REPEAT in text for text in reminders[1:])
