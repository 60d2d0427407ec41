from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.incoming.publishing import publish
from bot.storage import Storage
from bot.storage.incoming import Incoming
from knowledge.bulletins.bulletin import Bulletin
from knowledge.bulletins.drafts import moved, written
from knowledge.engine import Engine
from knowledge.factbase.showings import Showing
from tests.databases import database

ZONE = ZoneInfo("Asia/Almaty")
TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 6, tzinfo=UTC)
SHOWING = Showing("kenzhem-kaida-2026", date(2026, 12, 4), None, "almaty", "Arman", "Arman (f)")


class Ledger:
    """Takes each key once, as the real one does, and fails on demand."""

    def __init__(self, *, fails_after: int = 1000) -> None:
        self.taken: dict[str, Bulletin] = {}
        self._left = fails_after

    async def deliver(self, bulletin: Bulletin) -> None:
        if self._left == 0:
            raise OSError("disk full")
        self._left -= 1
        self.taken.setdefault(bulletin.key, bulletin)


@pytest.fixture
async def incoming(tmp_path: Path) -> AsyncIterator[Incoming]:
    storage = Storage.open(database(tmp_path))
    yield Incoming(storage)
    await storage.close()


async def fill(incoming: Incoming) -> None:
    await incoming.import_showings([SHOWING], TODAY)
    draft = written({"kk": "қ", "ru": "р", "en": "e"}, ("news",), NOW)
    await incoming.add_draft(draft)
    await incoming.change_draft(draft, moved(draft, "approved"))
    await incoming.add_draft(written({"kk": "waits"}, ("news",), NOW))


async def test_everything_that_is_due_once(engine: Engine, incoming: Incoming) -> None:
    await fill(incoming)
    ledger = Ledger()
    await publish(engine, incoming, ledger.deliver, TODAY, ZONE)
    kinds = [bulletin.kind for bulletin in ledger.taken.values()]
    assert kinds == ["reminder", "onthisday", "published"]
    assert {d.state for d in await incoming.drafts()} == {"published", "waiting"}
    before = dict(ledger.taken)
    await publish(engine, incoming, ledger.deliver, TODAY, ZONE)
    assert ledger.taken == before


async def test_what_could_not_be_handed_over_is_handed_over_later(
    engine: Engine, incoming: Incoming
) -> None:
    await fill(incoming)
    taken: list[str] = []
    for fails_after in (0, 1, 1):
        ledger = Ledger(fails_after=fails_after)
        with pytest.raises(OSError, match="disk full"):
            await publish(engine, incoming, ledger.deliver, TODAY, ZONE)
        taken += ledger.taken
    ledger = Ledger()
    await publish(engine, incoming, ledger.deliver, TODAY, ZONE)
    taken += ledger.taken
    assert [key.partition(":")[0] for key in sorted(set(taken))] == [
        "draft", "onthisday", "premiere",
    ]  # fmt: skip


async def test_days_off_without_a_flood(engine: Engine, incoming: Incoming) -> None:
    """News and days of the past are not made up for; a premiere that is still to come is."""
    await fill(incoming)
    ledger = Ledger()
    await publish(engine, incoming, ledger.deliver, date(2026, 12, 2), ZONE)
    assert [key for key in ledger.taken if key.startswith("premiere")] == [
        "premiere:kenzhem-kaida-2026:2026-12-04:0:week"
    ]
    assert all("2026-12-02" in key for key in ledger.taken if key.startswith("onthisday"))
