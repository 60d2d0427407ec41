"""A clock that jumps, faults of ours, what breaks off: said once, and nothing is lost."""

from __future__ import annotations

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.delivery.clock import ClockWatch
from bot.pace import Limits
from bot.storage import StorageError
from bot.storage.fan_out import PORTION
from tests.bot.delivery.desk import NEWS, NOON, desk, news, refusal
from tests.databases import only_sqlite
from tests.virtual_time import in_virtual_time

EDITOR = 900


@in_virtual_time
async def test_a_fault_of_ours_ends_no_delivery(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        await bot.publish(news())
        faults = [RuntimeError("can't start new thread")] * 20

        def break_off(_: Any, cursor: Any, statement: str, *__: Any) -> None:
            if faults and statement.startswith("SELECT items.id"):
                raise faults.pop()

        event.listen(bot.storage._engine, "before_cursor_execute", break_off)
        await bot.work(300)
        assert not faults
        assert bot.telegram.received == {1: ["en 1"]}
        assert "can't start new thread" in caplog.text


@in_virtual_time
async def test_an_editor_who_cannot_be_reached_costs_the_others_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, editors=(EDITOR, EDITOR + 1)) as bot:
        bot.telegram.instead[EDITOR] = [refusal(403, "Forbidden: bot was blocked by the user")]
        async with bot.delivery.running(bot.bot):
            await bot.delivery.alarm.ring("chat-trouble-clock", "line")
        assert [chat for chat, told in bot.telegram.received.items() if told] == [EDITOR + 1]


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(hours=-5)])
@in_virtual_time
async def test_a_clock_that_jumps_and_comes_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, jump: timedelta
) -> None:
    async with desk(tmp_path, editors=(EDITOR,)) as bot:
        await bot.subscribe(1)
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            await asyncio.sleep(60)
            item = (await bot.delivery.items.publish(news(), bot.now())).id
            bot.skipped = jump
            await bot.delivery.tick()
            await asyncio.sleep(120)
            bot.skipped = timedelta()
            await asyncio.sleep(200)
            assert bot.telegram.received[1] == []
            await asyncio.sleep(600)
        assert item
        assert await bot.states(item) == {"sent": 1}
        assert len(bot.telegram.received[EDITOR]) == 1
        assert sum("the clock has jumped by" in line for line in caplog.messages) == 1


@in_virtual_time
async def test_who_stands_in_line_when_the_clock_jumps_waits_too(tmp_path: Path) -> None:
    async with desk(tmp_path, limits=Limits(per_second=1)) as bot:
        await bot.subscribe(*range(1, 21))
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            await bot.publish(news())
            await asyncio.sleep(3)
            bot.skipped = timedelta(hours=1)
            await bot.delivery.tick()
            await asyncio.sleep(1)  # for the call that was under way
            before = len(bot.telegram.calls)
            assert 0 < before < 10
            await asyncio.sleep(200)
            assert len(bot.telegram.calls) == before
            await asyncio.sleep(300)
        assert len(bot.telegram.calls) == 20


def test_small_steps_are_no_jump() -> None:
    now, steady = NOON, 0.0
    watch = ClockWatch(lambda: now, lambda: steady)
    for _ in range(100):
        now += timedelta(seconds=55)
        steady += 30
        assert watch.look() == 0
        assert watch.is_settled
    now += timedelta(seconds=120)
    assert watch.look() == pytest.approx(120)
    assert not watch.is_settled
    steady += 300
    assert watch.is_settled


@only_sqlite
@in_virtual_time
async def test_a_fan_out_that_broke_off_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        chats = range(2, PORTION + 50)
        engine: Any = bot.storage._engine
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO subscribers SELECT ?, language, frequency, hour, weekday, quiet_from,"
                " quiet_until, time_zone, next_due, refusals, blocked_since, created_at"
                " FROM subscribers WHERE chat_id = 1",
                [(chat,) for chat in chats],
            )
            connection.exec_driver_sql(
                "INSERT INTO subscriptions SELECT ?, topic, created_at"
                " FROM subscriptions WHERE chat_id = 1",
                [(chat,) for chat in chats],
            )
        portions = 0

        def break_off(_: Any, cursor: Any, statement: str, *__: Any) -> None:
            nonlocal portions
            portions += "INSERT INTO ledger" in statement
            if portions == 2:
                raise sqlite3.OperationalError("disk I/O error")

        event.listen(engine, "before_cursor_execute", break_off)
        with pytest.raises(StorageError, match="disk I/O error"):
            await bot.delivery.publish(news())
        event.remove(engine, "before_cursor_execute", break_off)
        assert await bot.states(1) == {"pending": PORTION}
        await bot.delivery.tick()
        assert await bot.states(1) == {"pending": PORTION + 49}
        assert await bot.delivery.subscriptions.recipients([NEWS]) == PORTION + 49
