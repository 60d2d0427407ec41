"""kill -9 at every point between two commits of the sender, a restart, and a count."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.sandbox.server import serve
from tests.chaos.places import (
    REPEAT,
    TEXTS,
    DeadlySandbox,
    in_flight,
    publish,
    received,
    states,
)
from tests.chaos.worker import Order, deliver, start
from tests.databases import database

CHATS = [1, 2]
MESSAGES = len(CHATS) * len(TEXTS)


def made(parent: Path, name: object) -> Path:
    folder = parent / str(name)
    folder.mkdir()
    return folder


async def killed_and_restarted(folder: Path, **deadly: int) -> bool:
    """One life that ends as told, one that goes on; whether the first was killed at all."""
    sandbox = DeadlySandbox()
    await publish(folder, sandbox, CHATS)
    async with serve(sandbox) as address:
        first = start(Order(database(folder), address.base_url, kill_at=deadly.pop("kill_at", 0)))
        for name, number in deadly.items():
            setattr(sandbox, name, number)
        sandbox.victim = first.pid or 0
        await asyncio.to_thread(first.join)
        doubtful = in_flight(folder)
        sandbox.before = sandbox.after = 0
        await deliver(Order(database(folder), address.base_url))
    arrived, ended = received(sandbox), states(folder)
    assert set(ended.values()) <= {"sent", "unconfirmed"}

    twice = 0
    for chat in CHATS:
        reminders = arrived["reminder", chat]
        assert ended["reminder", chat] == "sent"
        assert len(reminders) in (1, 2)
        twice += len(reminders) - 1
        assert all(REPEAT in text for text in reminders[1:])
    assert twice <= doubtful["reminder"]

    for chat in CHATS:
        notices = arrived.get(("notice", chat), [])
        assert len(notices) <= 1
        assert notices or ended["notice", chat] == "unconfirmed"
        assert not any(REPEAT in text for text in notices)
    open_for_ever = [state for state in ended.values() if state == "unconfirmed"]
    assert len(open_for_ever) == doubtful["notice"]
    assert first.exitcode in (0, -9)
    return first.exitcode == -9


async def test_between_any_two_commits_and_calls(tmp_path: Path) -> None:
    point = 1
    while await killed_and_restarted(made(tmp_path, point), kill_at=point):
        point += 1
    # Each message is two commits, each seen before and after, a request and an answer.
    assert point > MESSAGES * 6


async def test_before_and_after_telegram_takes_it(tmp_path: Path) -> None:
    for number in range(1, MESSAGES + 1):
        for when in ("before", "after"):
            folder = made(tmp_path, f"{when}{number}")
            assert await killed_and_restarted(folder, **{when: number})
