from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.zones import zone
from bot.incoming.waiting import remind
from bot.storage import Storage
from bot.storage.incoming import Incoming
from bot.storage.notices import Notices
from knowledge.bulletins.drafts import Draft, moved, written
from tests.databases import database

NIGHT = datetime(2026, 11, 26, 22, tzinfo=UTC).astimezone(zone("Asia/Almaty"))  # three there
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Editors:
    """What they are told in two days, an hour at a time, through restarts."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self.incoming = Incoming(storage)
        self.now = NIGHT
        self.told: list[tuple[int, int]] = []

    async def brought(self, name: str, at: datetime) -> Draft:
        draft = replace(written({"kk": name}, ("news",), at), source="https://example.org/rss")
        await self.incoming.add_draft(draft)
        return draft

    async def tell(self, key: str, *, count: int) -> None:
        assert key == "chat-publish-new"
        self.told.append((self.now.day * 100 + self.now.hour, count))

    async def hours(self, number: int) -> list[tuple[int, int]]:
        """When, as day and hour, and of how many."""
        self.told = []
        for _ in range(number):
            for _ in range(2):
                await remind(self.incoming, Notices(self.storage), self.tell, self.now)
            self.now += HOUR
        return self.told


@pytest.fixture
async def editors(tmp_path: Path) -> AsyncIterator[Editors]:
    storage = Storage.open(database(tmp_path))
    yield Editors(storage)
    await storage.close()


async def test_what_came_at_night_is_told_in_the_morning_and_once(editors: Editors) -> None:
    await editors.brought("a", NIGHT - HOUR)
    await editors.brought("b", NIGHT + 2 * HOUR)
    assert await editors.hours(48) == [(2710, 2)]


async def test_what_comes_later_is_told_the_next_day(editors: Editors) -> None:
    await editors.brought("a", NIGHT)
    assert await editors.hours(12) == [(2710, 1)]
    await editors.brought("b", editors.now)
    assert await editors.hours(48) == [(2810, 2)]


async def test_what_comes_by_day_is_told_at_once_but_not_in_the_evening(editors: Editors) -> None:
    await editors.hours(9)  # noon
    await editors.brought("a", editors.now)
    assert await editors.hours(1) == [(2712, 1)]
    await editors.hours(23)
    await editors.hours(6)  # six in the evening
    await editors.brought("b", editors.now)
    assert await editors.hours(30) == [(2910, 2)]


async def test_what_editors_wrote_or_decided_is_not_told(editors: Editors) -> None:
    await editors.incoming.add_draft(written({"kk": "own"}, ("news",), NIGHT))
    draft = await editors.brought("a", NIGHT)
    await editors.incoming.change_draft(draft, moved(draft, "rejected"))
    assert await editors.hours(48) == []
