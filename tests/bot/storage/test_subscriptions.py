from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.storage import Storage
from bot.storage.chat_rows import ChatRows, tables_of_chats
from bot.storage.items import Items
from bot.storage.subscriptions import Subscriptions
from bot.storage.tables import Table
from bot.storage.upkeep import Upkeep
from tests.bot.delivery.desk import NEWS, NOON, PREMIERES, news
from tests.databases import database, only_sqlite

FILM = Topic("film", "tulpan-2008")
CHAT, OTHER = 77_123_456_789, 88


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    opened = Storage.open(database(tmp_path))
    yield opened
    await opened.close()


async def test_subscribe_list_end(storage: Storage) -> None:
    mine = Subscriptions(storage)
    assert await mine.topics(CHAT) == []
    assert await mine.subscribe(CHAT, NEWS, NOON, "kk")
    assert not await mine.subscribe(CHAT, NEWS, NOON, "ru")
    assert await mine.subscribe(CHAT, FILM, NOON, "kk")
    assert await mine.subscribe(OTHER, FILM, NOON, "kk")
    assert await mine.topics(CHAT) == [FILM, NEWS]
    assert await mine.recipients([FILM, NEWS]) == 2
    assert await mine.recipients([PREMIERES]) == 0
    assert await mine.end_all(CHAT) == 2
    assert await mine.topics(CHAT) == []
    assert await mine.recipients([FILM]) == 1


async def test_a_rhythm_is_kept(storage: Storage) -> None:
    mine = Subscriptions(storage)
    assert await mine.rhythm(CHAT) == Rhythm()
    chosen = Rhythm("weekly", 18, 6, 23, 7, "America/Los_Angeles")
    await mine.set_rhythm(CHAT, chosen, NOON, "en")
    await mine.subscribe(CHAT, NEWS, NOON, "en")
    assert await mine.rhythm(CHAT) == chosen


async def test_export_is_json_and_has_every_table_of_chats(storage: Storage) -> None:
    mine, rows = Subscriptions(storage), ChatRows(storage)
    await storage.set_language(CHAT, "kk", NOON)
    await mine.subscribe(CHAT, NEWS, NOON, "kk")
    await Items(storage).publish(news(), NOON)
    found = json.loads(json.dumps(await rows.export(CHAT)))
    assert {"chats", "subscribers", "subscriptions", "ledger"} <= set(found)
    assert all(found.values())
    assert found["subscriptions"] == [
        {"chat_id": CHAT, "topic": "news", "created_at": NOON.isoformat()}
    ]
    assert not any((await rows.export(OTHER)).values())


def test_what_is_about_a_chat_has_its_number() -> None:
    """Whatever names a person by anything else would be forgotten by /export and /forget."""
    assert len(tables_of_chats()) >= 4
    for table in Table.metadata.sorted_tables:
        columns = set(table.columns.keys())
        assert not columns & {"user_id", "username", "first_name", "phone"}, table.name


@only_sqlite
async def test_forgotten_means_gone_from_the_file(storage: Storage, tmp_path: Path) -> None:
    mine, rows = Subscriptions(storage), ChatRows(storage)
    zone = Rhythm(time_zone="America/Indiana/Knox")
    for chat in (CHAT, OTHER):
        await storage.set_language(chat, "kk", NOON)
        await mine.subscribe(chat, NEWS, NOON, "kk")
    await mine.subscribe(CHAT, Topic("film", "a-film-of-my-own"), NOON, "kk")
    await mine.set_rhythm(CHAT, zone, NOON, "kk")
    await Items(storage).publish(news(), NOON)
    number = CHAT.to_bytes(6, "big")
    assert number in in_file(tmp_path)

    assert await rows.forget(CHAT) == 5
    left = in_file(tmp_path)
    assert number not in left
    assert b"a-film-of-my-own" not in left
    assert b"America/Indiana/Knox" not in left
    assert await mine.topics(OTHER) == [NEWS]
    assert await rows.forget(CHAT) == 0


def in_file(folder: Path) -> bytes:
    """All that stands in the database, its log and free pages included."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("kino.sqlite3*")))


async def test_renamed_where_the_new_chat_is_known_already(storage: Storage) -> None:
    mine, rows = Subscriptions(storage), ChatRows(storage)
    await mine.set_rhythm(-1, Rhythm("daily"), NOON, "kk")
    await mine.subscribe(-1, NEWS, NOON, "kk")
    await mine.subscribe(-1, FILM, NOON, "kk")
    await mine.set_rhythm(-100, Rhythm("weekly"), NOON, "kk")
    await mine.subscribe(-100, NEWS, NOON, "kk")
    await Items(storage).publish(news(), NOON)
    await rows.rename(-1, -100)
    assert await mine.topics(-100) == [FILM, NEWS]
    assert (await mine.rhythm(-100)).frequency == "weekly"
    assert not any((await rows.export(-1)).values())
    assert len((await rows.export(-100))["ledger"]) == 1
    before = await rows.export(-100)
    await rows.rename(-100, -100)
    assert await rows.export(-100) == before


async def test_blocked_is_kept_for_ninety_days(storage: Storage) -> None:
    mine, upkeep, rows = Subscriptions(storage), Upkeep(storage), ChatRows(storage)
    await mine.subscribe(CHAT, NEWS, NOON, "kk")
    await mine.subscribe(OTHER, NEWS, NOON, "kk")
    await mine.lost(CHAT, NOON)
    await mine.lost(CHAT, NOON + timedelta(days=80))
    await upkeep.clean_up(NOON + timedelta(days=89))
    assert await mine.topics(CHAT) == [NEWS]
    await upkeep.clean_up(NOON + timedelta(days=90))
    assert not any((await rows.export(CHAT)).values())
    assert await mine.topics(OTHER) == [NEWS]


async def test_items_go_thirty_days_after_their_end(storage: Storage) -> None:
    mine, items, upkeep = Subscriptions(storage), Items(storage), Upkeep(storage)
    await mine.subscribe(CHAT, NEWS, NOON, "kk")
    published = await items.publish(news(ends=NOON + timedelta(days=1)), NOON)
    assert published.id
    assert await upkeep.expire(NOON + timedelta(days=1)) == 1
    await upkeep.clean_up(NOON + timedelta(days=30))
    assert await items.progress(published.id)
    await upkeep.clean_up(NOON + timedelta(days=31))
    assert await items.progress(published.id) is None
