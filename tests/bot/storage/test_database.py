from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event, inspect

from bot.storage import Storage, StorageError, migrating
from bot.storage.connecting import write_ahead
from bot.storage.tables import Chat, Table
from tests import databases
from tests.databases import database, only_sqlite

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    opened = Storage.open(url(tmp_path))
    yield opened
    await opened.close()


def url(folder: Path) -> str:
    return database(folder / "data")


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    return databases.rows(folder / "data", query)


async def test_a_chat_has_no_language_until_it_chooses_one(storage: Storage) -> None:
    assert await storage.language(7) == ""
    await storage.set_language(7, "kk", NOW)
    await storage.set_language(-100_1234_567_890, "ru", NOW)
    await storage.set_language(7, "en", NOW)
    assert await storage.language(7) == "en"
    assert await storage.language(-100_1234_567_890) == "ru"


async def test_languages_outlive_a_restart(storage: Storage, tmp_path: Path) -> None:
    await storage.set_language(7, "kk", NOW)
    await storage.close()
    again = Storage.open(url(tmp_path))
    assert await again.language(7) == "kk"
    await again.close()


async def test_unanswered_questions_are_counted(storage: Storage) -> None:
    later = NOW + timedelta(days=1)
    await storage.note_unanswered("Курс доллара?", "ru", NOW)
    await storage.note_unanswered("Ауа райы қандай", "kk", NOW)
    await storage.note_unanswered("ауа  райы ҚАНДАЙ", "kk", later)
    most, least = await storage.unanswered()
    assert (most.text, most.language, most.count) == ("ауа райы қандай", "kk", 2)
    assert (most.first_at, most.last_at) == (NOW, later)
    assert least.count == 1
    assert await storage.unanswered(limit=1) == [most]


async def test_questions_are_kept_scrubbed_and_without_anybody(
    storage: Storage, tmp_path: Path
) -> None:
    await storage.note_unanswered("мой номер 8 701 123 45 67, я @aigerim", "ru", NOW)
    await storage.note_unanswered(" \n ", "ru", NOW)
    (row,) = rows(tmp_path, "SELECT * FROM unanswered_questions")
    assert row[1:4] == ("мой номер <number>, я <name>", "ru", 1)
    with databases.connected(tmp_path / "data") as connection:
        found = inspect(connection).get_columns("unanswered_questions")
    assert {column["name"] for column in found} == {
        "id",
        "text",
        "language",
        "count",
        "first_at",
        "last_at",
    }


async def test_moments_come_back_as_they_were_in_any_zone(storage: Storage) -> None:
    almaty = NOW.astimezone(timezone(timedelta(hours=5)))
    await storage.note_unanswered("?", "en", almaty)
    (kept,) = await storage.unanswered()
    assert kept.first_at == NOW
    assert kept.first_at.utcoffset() == timedelta(0)
    with pytest.raises(StorageError, match="time zone"):
        await storage.note_unanswered("?", "en", NOW.replace(tzinfo=None))


async def test_what_waits_together_shares_a_transaction(storage: Storage) -> None:
    begun: list[int] = []

    def put(chat: int) -> Callable[[Connection], int]:
        def work(connection: Connection) -> int:
            begun.append(chat)
            row = {"chat_id": chat, "language": "kk", "updated_at": NOW}
            connection.execute(storage.insert(Chat).values(row))
            return chat

        return work

    transactions: list[Connection] = []
    with closing(storage.session()) as session:
        event.listen(session.engine, "commit", transactions.append)
    done = await asyncio.gather(*(storage.share(put(chat)) for chat in range(8)))
    assert done == begun == list(range(8))
    assert len(transactions) == 1
    assert await asyncio.gather(*map(storage.language, range(8))) == ["kk"] * 8


async def test_what_fails_in_a_shared_transaction_undoes_no_other(storage: Storage) -> None:
    def put(chat: int) -> Callable[[Connection], int]:
        def work(connection: Connection) -> int:
            row = {"chat_id": chat, "language": "kk", "updated_at": NOW}
            connection.execute(storage.insert(Chat).values(row))
            if chat == 2:
                raise KeyError("a text that is missing")
            return chat

        return work

    done = await asyncio.gather(
        *(storage.share(put(chat)) for chat in (1, 1, 2, 3)), return_exceptions=True
    )
    assert [type(each) for each in done] == [int, StorageError, KeyError, int]
    assert await asyncio.gather(*map(storage.language, range(4))) == ["", "kk", "", "kk"]
    with pytest.raises(KeyError, match="missing"):
        await storage.share(put(2))


async def test_many_at_once(storage: Storage) -> None:
    await asyncio.gather(*(storage.note_unanswered("same", "en", NOW) for _ in range(40)))
    await asyncio.gather(*(storage.set_language(chat, "kk", NOW) for chat in range(40)))
    assert (await storage.unanswered())[0].count == 40
    assert await asyncio.gather(*map(storage.language, range(40))) == ["kk"] * 40


def test_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    Storage.open(url(tmp_path))
    with databases.connected(tmp_path / "data") as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Table.metadata)
    assert differences == []


def test_opening_twice_migrates_once(tmp_path: Path) -> None:
    Storage.open(url(tmp_path))
    Storage.open(url(tmp_path))
    versions = Path(migrating.__file__).parent / "migrations" / "versions"
    newest = max(file.name[:4] for file in versions.glob("0*.py"))
    assert rows(tmp_path, "SELECT version_num FROM alembic_version") == [(newest,)]


async def test_several_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    address = url(tmp_path)
    opened = await asyncio.gather(*(asyncio.to_thread(Storage.open, address) for _ in range(5)))
    assert await opened[0].language(7) == ""
    for storage in opened:
        await storage.close()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """Connections to one new file."""
    file = tmp_path / "kino.sqlite3"
    with closing(sqlite3.connect(file)) as first, closing(sqlite3.connect(file)) as second:
        yield first, second


@only_sqlite
def test_who_opens_a_new_file_while_another_reads_it_tries_again(
    two: tuple[sqlite3.Connection, sqlite3.Connection],
) -> None:
    first, second = two
    waits: list[float] = []
    first.execute("CREATE TABLE reading (id INTEGER)")
    first.execute("BEGIN")
    reader = first.execute("SELECT count(*) FROM reading")

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            reader.close()
            first.rollback()

    write_ahead(second.cursor(), 1.0, wait)
    assert second.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert len(waits) == 3


@only_sqlite
def test_who_opens_a_new_file_that_another_never_leaves_gives_up_in_time(
    two: tuple[sqlite3.Connection, sqlite3.Connection],
) -> None:
    first, second = two
    waits: list[float] = []
    first.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        write_ahead(second.cursor(), 0.1, waits.append)
    assert sum(waits) == pytest.approx(0.1, abs=0.011)


@only_sqlite
def test_what_waiting_cannot_mend_is_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "kino.sqlite3"
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE reading (id INTEGER)")
    with (
        closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        write_ahead(connection.cursor(), 1.0, lambda _: pytest.fail("waited"))


@only_sqlite
def test_readers_do_not_wait_for_the_writer(tmp_path: Path) -> None:
    Storage.open(url(tmp_path))
    assert rows(tmp_path, "PRAGMA journal_mode") == [("wal",)]


async def test_all_that_is_undone_is_gone(tmp_path: Path) -> None:
    """Down to the first migration and up again, on whichever database."""
    storage = Storage.open(url(tmp_path))
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")

    def down(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")

    await storage.write(down)
    await storage.close()
    with databases.connected(tmp_path / "data") as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    again = Storage.open(url(tmp_path))
    await again.set_language(7, "kk", NOW)
    await again.close()


@only_sqlite
def test_a_failed_migration_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    with closing(sqlite3.connect(tmp_path / "data" / "kino.sqlite3")) as connection:
        connection.execute("CREATE TABLE unanswered_questions (id INTEGER)")
    with pytest.raises(StorageError, match="already exists"):
        Storage.open(url(tmp_path))
    tables = [name for (name,) in rows(tmp_path, "SELECT name FROM sqlite_master")]
    assert tables == ["unanswered_questions"]


@only_sqlite
@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_locked_database_is_one_clear_line(tmp_path: Path, begin: str) -> None:
    Storage.open(url(tmp_path))
    with closing(sqlite3.connect(tmp_path / "data" / "kino.sqlite3")) as other:
        other.execute(begin)
        with pytest.raises(StorageError, match=r"^DATABASE_URL: database is locked [^\n]+$"):
            Storage.open(url(tmp_path), busy_ms=1)


@only_sqlite
async def test_a_database_locked_later_is_no_crash(tmp_path: Path) -> None:
    storage = Storage.open(url(tmp_path), busy_ms=1)
    with closing(sqlite3.connect(tmp_path / "data" / "kino.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await storage.language(7) == ""
        with pytest.raises(StorageError, match="locked"):
            await storage.set_language(7, "kk", NOW)
    await storage.set_language(7, "kk", NOW)
    await storage.close()


@pytest.mark.parametrize(
    "wrong",
    [
        "kino.sqlite3",
        "sqlite://",
        "sqlite:///:memory:",
        "mysql://u:p@h/d",
        "postgresql+psycopg://user:secret@localhost/kino",
        "nosuch+thing://x",
    ],
)
def test_an_unusable_url_is_one_clear_line_without_the_password(wrong: str) -> None:
    with pytest.raises(StorageError, match=r"^DATABASE_URL: [^\n]+$") as caught:
        Storage.open(wrong)
    assert "secret" not in str(caught.value)


@only_sqlite
def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "kino.sqlite3").write_text("a letter to my aunt " * 100)
    with pytest.raises(StorageError, match="not a database"):
        Storage.open(url(tmp_path))


@only_sqlite
def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StorageError, match=r"^DATABASE_URL: "):
        Storage.open(url(tmp_path))
