"""People are answered while SQLite itself refuses to write: no space is left."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.storage import Storage
from tests.databases import only_sqlite
from tests.handlers.conftest import Clock, Person

pytestmark = only_sqlite
ENOUGH = 1_000_000  # pages


async def test_a_full_disk_silences_nobody(
    person: Person, storage: Storage, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    pages = 1  # no more than there are
    engine: Any = storage._engine
    event.listen(
        engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA max_page_count = {pages}")
    )
    for number in range(40):
        await person.says(f"{'where is my cat ' * 15}{chr(ord('a') + number % 26)}{number // 26}")
        assert len(person.seen) == number + 1, "each is answered"
        clock.now += timedelta(minutes=1)
    lines = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert lines
    assert all("disk is full" in line and "\n" not in line for line in lines)
    noted = len(await storage.unanswered())
    assert noted < 40
    await person.says("/lang kk")
    await person.says("who directed Tulpan")
    assert "Dvortsevoy" in person.last.text
    pages = ENOUGH
    await person.says("where is my other cat")
    assert len(await storage.unanswered()) == noted + 1
