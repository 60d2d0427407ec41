"""The one place that talks SQL.

The work is done in threads: SQLite is quick, but a busy database makes its callers wait, and the
bot must go on answering others meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from bot.storage.gathered import Gathered
from bot.storage.migrating import upgrade
from bot.storage.scrubbing import scrub
from bot.storage.tables import Chat, UnansweredQuestion

BUSY_MS = 5000
WRITING = 7_201_401  # the number of a lock of PostgreSQL, for what SQLite has by itself
SCHEMA = func.hashtext(func.current_schema())
"""Beside such a number: its locks are those of the database, and others may use that too."""
_LANGUAGES = select(Chat.chat_id, Chat.language).where(
    Chat.chat_id.in_(bindparam("chats", expanding=True))
)

T = TypeVar("T")


class StorageError(Exception):
    """The database cannot be used; the message is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question nobody could answer, and how often it was asked."""

    text: str
    language: str
    count: int
    first_at: datetime
    last_at: datetime


class Storage:
    """All methods may be called from any task; each is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.is_file = engine.dialect.name == "sqlite"
        """Used by one program alone."""
        # Writers that wait here wait in turn, and not by trying the file again and again.
        self._writing = asyncio.Lock()
        self.insert: Any = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[
            engine.dialect.name
        ]
        self._language_of = Gathered(self._languages)
        self._note = Gathered(self._note_all)
        noting: Any = self.insert(UnansweredQuestion)
        self._noting = noting.on_conflict_do_update(
            index_elements=["text", "language"],
            set_={
                "count": UnansweredQuestion.count + 1,
                "last_at": noting.excluded.last_at,
            },
        )

    @classmethod
    def open(cls, url: str, *, busy_ms: int = BUSY_MS) -> Storage:
        """Connect and bring the tables up to date; the folder of a SQLite file is made."""
        engine = _connect(url, busy_ms)
        try:
            with engine.begin() as connection:
                # Whoever holds the file shows now, and not at somebody's first question.
                _alone(connection)
                upgrade(connection)
        except (SQLAlchemyError, OSError) as error:
            engine.dispose()
            raise failure(error) from error
        return cls(engine)

    async def language(self, chat_id: int) -> str:
        """The language that the chat chose, or an empty string."""
        return (await self._language_of(chat_id)).get(chat_id, "")

    async def _languages(self, chats: Sequence[int]) -> Mapping[int, str]:
        rows = await self.run(
            lambda connection: connection.execute(_LANGUAGES, {"chats": chats}).all()
        )
        return {chat: language for chat, language in rows if language}

    async def set_language(self, chat_id: int, language: str, now: datetime) -> None:
        values = {"language": language, "updated_at": now}
        statement = self.insert(Chat).values(chat_id=chat_id, **values)
        statement = statement.on_conflict_do_update(index_elements=["chat_id"], set_=values)
        await self.run(lambda connection: connection.execute(statement))

    async def note_unanswered(self, text: str, language: str, now: datetime) -> None:
        """Count a question that got no answer; kept without what could tell who asked."""
        scrubbed = scrub(text)
        if not scrubbed:
            return
        row = {"text": scrubbed, "language": language, "first_at": now, "last_at": now}
        await self._note({**row, "count": 1})

    async def _note_all(self, rows: Sequence[Mapping[str, Any]]) -> None:
        # Two programs that note the same questions in another order would wait for each other.
        await self.write(lambda connection: connection.execute(self._noting, rows))

    async def unanswered(self, limit: int = 50) -> list[Unanswered]:
        """The questions most asked in vain, most frequent first."""
        row = UnansweredQuestion
        statement = (
            select(row.text, row.language, row.count, row.first_at, row.last_at)
            .order_by(row.count.desc(), row.last_at.desc(), row.id)
            .limit(limit)
        )
        rows = await self.run(lambda connection: connection.execute(statement).all())
        return [Unanswered(*found) for found in rows]

    async def close(self) -> None:
        await asyncio.to_thread(self._engine.dispose)

    async def run(self, work: Callable[[Connection], T]) -> T:
        """One transaction in a thread of its own; StorageError where it fails."""
        return await asyncio.to_thread(self._transact, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """The same for what first reads and then writes: nobody writes so in between."""

        def alone(connection: Connection) -> T:
            _alone(connection)
            return work(connection)

        async with self._writing:
            return await self.run(alone)

    def session(self) -> Connection:
        """A connection of one's own, whatever becomes of the others; SQLAlchemyError."""
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()
        return connection

    async def empty_log(self) -> None:
        """What was erased goes from SQLite's write-ahead log too, as soon as nobody reads it."""

        def checkpoint(connection: Connection) -> None:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

        await self.run(checkpoint)

    def _transact(self, work: Callable[[Connection], T]) -> T:
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except SQLAlchemyError as error:
            raise failure(error) from error


def _alone(connection: Connection) -> None:
    """Until the transaction ends no other task and no other program does the same."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(select(func.pg_advisory_xact_lock(WRITING, SCHEMA)))


def _connect(url: str, busy_ms: int) -> Engine:
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
    cursor.execute(f"PRAGMA busy_timeout = {busy_ms:d}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def failure(error: Exception) -> StorageError:
    """With the driver's own words in one line, without SQL, values and links."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    words = " ".join(str(cause).split())
    held = " (another process holds it)" if "locked" in words else ""
    return StorageError(f"DATABASE_URL: {words}{held}")
