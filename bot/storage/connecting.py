"""How a database is reached, and what its refusals are called."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

BUSY_MS = 5000
_AGAIN = 0.01


class StorageError(Exception):
    """The database cannot be used; the message is one line for the operator."""


def connect(url: str, busy_ms: int) -> Engine:
    """The folder of a SQLite file is made; nothing is asked of the database yet."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise StorageError("DATABASE_URL: only sqlite and postgresql are known")
        if parsed.get_backend_name() == "sqlite":
            if parsed.database in (None, "", ":memory:"):
                raise StorageError("DATABASE_URL: name a file, as in sqlite:///data/kino.sqlite3")
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        # A server may have been started anew: a connection is tried before it is used.
        engine = create_engine(parsed, pool_pre_ping=parsed.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError, ImportError, OSError) as error:
        raise failure(error) from error
    tune = _tune_sqlite if engine.dialect.name == "sqlite" else _tune_postgresql
    event.listen(engine, "connect", lambda raw, _record: tune(raw, busy_ms))
    return engine


def _tune_postgresql(raw: Any, busy_ms: int) -> None:
    """Nobody waits for ever, and who vanishes without a word holds no lock for hours."""
    raw.execute(f"SET lock_timeout = {busy_ms:d}")
    raw.execute("SET idle_in_transaction_session_timeout = 60000")
    for name, seconds in (("idle", 30), ("interval", 10), ("count", 3)):
        raw.execute(f"SET tcp_keepalives_{name} = {seconds}")
    raw.commit()


def _tune_sqlite(raw: Any, busy_ms: int) -> None:
    """Readers do not wait for the writer (WAL), nor the writer for the disk at each commit."""
    cursor = raw.cursor()
    write_ahead(cursor, busy_ms / 1000)
    cursor.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def write_ahead(
    cursor: sqlite3.Cursor, seconds: float, wait: Callable[[float], None] = time.sleep
) -> None:
    """Only who is alone in a new file can turn it to a write-ahead log.

    SQLite waits for others everywhere but here (sqlite3PagerExclusiveLock of its pager.c asks
    no busy handler), so that several programs that start at once have to try again.
    """
    cursor.execute("PRAGMA busy_timeout = 0")
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if seconds <= 0 or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        wait(_AGAIN)
        seconds -= _AGAIN


def failure(error: Exception) -> StorageError:
    """With the driver's own words in one line, without SQL, values and links."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    words = " ".join(str(cause).split())
    held = " (another process holds it)" if "locked" in words else ""
    return StorageError(f"DATABASE_URL: {words}{held}")
