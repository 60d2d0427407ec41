"""A copy of the SQLite database while it is in use, and the way back."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.connecting import StorageError
from bot.storage.database import Storage
from bot.storage.ledger import doubt
from bot.storage.tables import LedgerRow

PARTIAL, FORMER = ".partial", ".before-restore"
LOGS = ("-wal", "-shm")


def backup(url: str, target: Path) -> None:
    """A whole and compact copy; StorageError where it cannot be made, and then there is none."""
    source = _file(url)
    if target.exists():
        raise StorageError(f"{target} is there already")
    if not source.exists():
        raise StorageError(f"no database yet: {source}")
    partial = _beside(target, PARTIAL)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(partial),))
        partial.rename(target)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise StorageError(f"no backup: {error}") from error


def restore(url: str, source: Path) -> Path | None:
    """Put it in the place of the database, which is kept beside it; where that is.

    What waits in the backup may have been sent after it was made: all of it is in doubt.
    """
    target = _file(url)
    partial = _beside(target, PARTIAL)
    try:
        _look_at(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, partial)
        asyncio.run(_doubt(partial))
        former = _put_aside(target)
        partial.rename(target)
    except (sqlite3.Error, OSError) as error:
        raise StorageError(f"not restored: {error}") from error
    finally:
        partial.unlink(missing_ok=True)
    return former


def _look_at(file: Path) -> None:
    if not file.is_file():
        raise StorageError(f"no such file: {file}")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
        if found != "ok":
            raise StorageError(f"{file} is damaged: {found}")
        if not connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
        ).fetchone():
            raise StorageError(f"{file} is no backup of this program")


async def _doubt(file: Path) -> None:
    storage = Storage.open(f"sqlite:///{file}")
    waiting = LedgerRow.state.in_(("pending", "sending"))
    reason = "it may have been sent after the backup was made"
    try:
        await storage.write(
            lambda connection: doubt(connection, waiting, datetime.now(UTC), reason)
        )
        await storage.empty_log()
    finally:
        await storage.close()
        for suffix in LOGS:
            _beside(file, suffix).unlink(missing_ok=True)


def _put_aside(target: Path) -> Path | None:
    """The database that is there, under another name; refused while somebody uses it."""
    former = _beside(target, FORMER)
    found = target.exists()
    if found:
        _write_log_in(target)
        target.replace(former)
    # A log that is left behind would be taken for one of the database that comes.
    for suffix in LOGS:
        log, aside = _beside(target, suffix), _beside(former, suffix)
        aside.unlink(missing_ok=True)
        if log.exists():
            log.replace(aside)
    return former if found else None


def _write_log_in(file: Path) -> None:
    """So that it is whole by itself. What is damaged is put aside as it is."""
    try:
        with closing(sqlite3.connect(file, timeout=0)) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:  # somebody has it open
        raise
    except sqlite3.DatabaseError:
        return


def _file(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StorageError(f"DATABASE_URL: {error}") from error
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise StorageError("DATABASE_URL is no SQLite file: use the tools of its database")
    return Path(parsed.database)


def _beside(file: Path, suffix: str) -> Path:
    return file.with_name(file.name + suffix)
