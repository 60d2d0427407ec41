"""Several programs on one database: one of them sends, and none sends what another does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.storage import Storage, StorageError
from bot.storage.items import Items
from bot.storage.lead import Lead
from bot.storage.ledger import Ledger
from bot.storage.subscriptions import Subscriptions
from tests.bot.delivery.desk import NEWS, NOON, news
from tests.databases import connected, database, only_postgresql, only_sqlite

CHATS = range(1, 41)


@pytest.fixture
async def two(tmp_path: Path) -> AsyncIterator[tuple[Storage, Storage]]:
    opened = Storage.open(database(tmp_path)), Storage.open(database(tmp_path))
    yield opened
    for storage in opened:
        await storage.close()


async def test_a_row_begins_once_however_many_want_it(two: tuple[Storage, Storage]) -> None:
    one, other = two
    for chat in CHATS:
        await Subscriptions(one).subscribe(chat, NEWS, NOON, "en")
    await Items(one).publish(news(), NOON)
    soon = NOON + timedelta(hours=1)
    ledgers = Ledger(one), Ledger(other)
    found = await ledgers[0].due(soon, 100)
    assert await ledgers[1].due(soon, 100) == found
    assert len(found) == len(CHATS)
    begun = await asyncio.gather(*(ledger.begin(due, soon) for due in found for ledger in ledgers))
    assert sorted(parcel.chat for parcel in begun if parcel) == list(CHATS)


async def test_an_item_is_published_once_however_many_do(two: tuple[Storage, Storage]) -> None:
    published = await asyncio.gather(*(Items(storage).publish(news(), NOON) for storage in two))
    assert sorted(item.new for item in published) == [False, True]
    assert len({item.id for item in published}) == 1


@only_sqlite
async def test_a_file_has_one_program(two: tuple[Storage, Storage]) -> None:
    lead = Lead(two[0])
    assert (await lead.hold(), lead.is_ours, lead.term) == (True, True, 1)
    await lead.give_up()


@only_postgresql
async def test_one_leads_until_it_gives_up(two: tuple[Storage, Storage]) -> None:
    one, other = map(Lead, two)
    assert (await one.hold(), await other.hold()) == (True, False)
    assert (one.is_ours, other.is_ours) == (True, False)
    assert (await one.hold(), one.term) == (True, 1)
    await one.give_up()
    assert await other.hold()
    assert not await one.hold()
    await other.give_up()


@only_postgresql
async def test_a_leader_whose_connection_breaks_says_so_and_begins_anew(
    two: tuple[Storage, Storage], tmp_path: Path
) -> None:
    one, other = map(Lead, two)
    assert await one.hold()
    with connected(tmp_path) as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
            " AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid"
        )
    with pytest.raises(StorageError, match=r"^DATABASE_URL: [^\n]+$"):
        await one.hold()
    assert await other.hold()
    assert not await one.hold()
    await other.give_up()
    assert await one.hold()
    assert one.term == 2
    await one.give_up()
