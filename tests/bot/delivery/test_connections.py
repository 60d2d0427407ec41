"""A PostgreSQL server that drops all connections, as one that is started anew."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from tests.bot.delivery.desk import NOON, desk, news
from tests.databases import connected, only_postgresql
from tests.virtual_time import in_virtual_time

pytestmark = only_postgresql
EDITOR = 900


def drop(folder: Path) -> None:
    with connected(folder) as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


@in_virtual_time
async def test_dropped_connections_lose_nothing_and_are_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(tmp_path, editors=(EDITOR,)) as bot:
        await bot.storage.set_language(EDITOR, "en", NOON)
        await bot.subscribe(1, 2)
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            for number in range(3):
                await bot.publish(news(str(number)))
                await asyncio.sleep(10)
                drop(tmp_path)
                assert await bot.storage.language(EDITOR) == "en", "people are answered"
                await asyncio.sleep(60)
                assert bot.delivery.leads
        for chat in (1, 2):
            assert bot.telegram.received[chat] == ["en 0", "en 1", "en 2"]
    errors = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert 1 <= len(errors) <= 3, "one a time at most"
    assert all("\n" not in line for line in errors)
    assert len(bot.telegram.received[EDITOR]) == len(errors)
