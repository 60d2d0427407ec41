"""A full disk, a lock, a damaged file, all of them real: said once, and nothing is lost."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.storage import StorageError
from tests.bot.delivery.desk import NOON, Desk, desk, news, refusal
from tests.databases import only_sqlite
from tests.virtual_time import in_virtual_time

pytestmark = only_sqlite
EDITOR, STRANGER, MANY = 900, 901, 200
TOLD = "The database cannot be used just now."
ENOUGH = 1_000_000  # pages


class Disk:
    """SQLite itself refuses to let the file grow, as it does where no space is left."""

    def __init__(self, bot: Desk) -> None:
        self.pages = ENOUGH
        engine: Any = bot.storage._engine
        event.listen(engine, "checkout", self._limit)

    def _limit(self, raw: Any, *_: Any) -> None:
        # Fewer than there are means no more than there are.
        raw.execute(f"PRAGMA max_page_count = {self.pages}")


def told(caplog: pytest.LogCaptureFixture, words: str) -> int:
    """In how many lines operators read of it; each is one line."""
    lines = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert not any("\n" in line for line in lines)
    return sum(words in line for line in lines)


@in_virtual_time
async def test_a_disk_that_is_full_and_has_space_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(tmp_path, editors=(EDITOR,)) as bot:
        await bot.storage.set_language(EDITOR, "en", NOON)
        await bot.subscribe(*range(1, MANY + 1))
        item = await bot.publish(news())
        for chat in range(MANY // 2, MANY // 2 + 30):  # whose rows come to need more room
            bot.telegram.instead[chat] = [refusal(502, "Bad Gateway " + "x" * 200)]
        disk = Disk(bot)
        disk.pages = 1
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            await asyncio.sleep(300)
            arrived = [chat for chat in range(1, MANY + 1) if bot.telegram.received[chat]]
            assert 0 < len(arrived) < MANY, "it has become full in the middle"
            with pytest.raises(StorageError, match="disk is full"):
                await bot.delivery.publish(news("2", text="x" * 3000))
            assert [text[: len(TOLD)] for text in bot.telegram.received[EDITOR]] == [TOLD]
            assert told(caplog, "disk is full") == 1
            await answered(bot)
            disk.pages = ENOUGH
            await asyncio.sleep(300)
        assert await bot.states(item) == {"sent": MANY}
        assert all(bot.telegram.received[chat] == ["en 1"] for chat in range(1, MANY + 1))
        assert len(bot.telegram.received[EDITOR]) == 1


async def answered(bot: Desk) -> None:
    """People are answered meanwhile: what is read is there, and messages go out."""
    assert await bot.storage.language(EDITOR) == "en"
    await bot.bot.send_message(STRANGER, "An answer.")
    assert bot.telegram.received[STRANGER] == ["An answer."]


@contextmanager
def held_by_another(file: Path) -> Iterator[None]:
    """The database, by a process of its own."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN EXCLUSIVE');"
        "print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        yield
        other.stdin.close()


@in_virtual_time
async def test_a_database_that_another_process_locks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(tmp_path, editors=(EDITOR,)) as bot:
        await bot.storage.set_language(EDITOR, "en", NOON)
        await bot.subscribe(1)
        item = await bot.publish(news())
        event.listen(bot.storage._engine, "connect", _impatient)
        await bot.storage.close()
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            with held_by_another(tmp_path / "kino.sqlite3"):
                await asyncio.sleep(60)
                await answered(bot)
            assert await bot.states(item) == {"pending": 1}
            await asyncio.sleep(60)
        assert bot.telegram.received[1] == ["en 1"]
        assert len(bot.telegram.received[EDITOR]) == 1
        assert told(caplog, "database is locked") == 1


def _impatient(raw: Any, _: Any) -> None:
    raw.execute("PRAGMA busy_timeout = 1")


@pytest.mark.parametrize(
    ("page", "words"), [(0, "not a database"), (1, "malformed")], ids=["head", "pages"]
)
@in_virtual_time
async def test_a_damaged_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, page: int, words: str
) -> None:
    """Overwritten from its first or its second page on, and then put back."""
    async with desk(tmp_path, editors=(EDITOR,)) as bot:
        await bot.subscribe(1)
        item = await bot.publish(news(ends=NOON + timedelta(days=9)))
        await bot.storage.empty_log()
        await bot.storage.close()
        file = tmp_path / "kino.sqlite3"
        content = file.read_bytes()
        sound = page * 4096
        file.write_bytes(content[:sound] + b"\xff" * (len(content) - sound))
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            await asyncio.sleep(300)
            await bot.bot.send_message(STRANGER, "An answer.")
            assert list(bot.telegram.received) == [EDITOR, STRANGER]
            assert len(bot.telegram.received[EDITOR]) == 1
            assert told(caplog, words) == 1
            with pytest.raises(StorageError, match=words):
                await bot.delivery.subscriptions.topics(1)
            await bot.storage.close()
            file.write_bytes(content)
            await asyncio.sleep(300)
        assert await bot.states(item) == {"sent": 1}
