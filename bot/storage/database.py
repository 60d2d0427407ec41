"""The one place that talks SQL.

The work is done in threads: SQLite is quick, but a busy database makes its callers wait, and the
bot must go on answering others meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.connecting import BUSY_MS, connect, failure
from bot.storage.gathered import Gathered
from bot.storage.migrating import upgrade
from bot.storage.scrubbing import scrub
from bot.storage.tables import Chat, UnansweredQuestion

WRITING = 7_201_401  # the number of a lock of PostgreSQL, for what SQLite has by itself
SCHEMA = func.hashtext(func.current_schema())
"""Beside such a number: its locks are those of the database, and others may use that too."""
READ_REST, NOTE_REST = 0.02, 0.1
"""Seconds: under load a thread for each question costs more than what it reads or writes."""
_LANGUAGES = select(Chat.chat_id, Chat.language).where(
    Chat.chat_id.in_(bindparam("chats", expanding=True))
)

T = TypeVar("T")


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
        self._language_of = Gathered(self._languages, rest=READ_REST)
        self._shared = Gathered(self._write_all)
        self._note = Gathered(self._note_all, rest=NOTE_REST)
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
        engine = connect(url, busy_ms)
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

    async def share(self, work: Callable[[Connection], T]) -> T:
        """The same in one transaction with all that wait for theirs; may be begun twice."""
        done: T | Exception = (await self._shared(work))[work]
        if isinstance(done, Exception):
            raise done
        return done

    async def _write_all(
        self, works: Sequence[Callable[[Connection], Any]]
    ) -> Mapping[Callable[[Connection], Any], Any]:
        if len(works) > 1:
            with suppress(Exception):
                return await self.write(lambda connection: {w: w(connection) for w in works})
        # What fails must not undo the others: each by itself.
        found: dict[Callable[[Connection], Any], Any] = {}
        for work in works:
            try:
                found[work] = await self.write(work)
            except Exception as error:
                found[work] = error
        return found

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
