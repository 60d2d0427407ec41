"""Which of several programs on one database sends: the one that has a lock in PostgreSQL.

It has it as long as its connection lasts, so that whoever dies makes room at once. One is enough,
since Telegram counts what all of them send together. A SQLite file has one program alone.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Lock

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.connecting import failure
from bot.storage.database import SCHEMA, Storage

LEADING = 7_201_402  # the number of the lock


class Lead:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._session: Connection | None = None
        self._one_at_a_time = Lock()  # whoever is cancelled leaves its thread at work
        self._is_over = False
        self.is_ours = True
        """As far as is known: false once another program was found to have it."""
        self.term = 0
        """Another number each time that it was taken: somebody may have had it in between."""

    async def hold(self) -> bool:
        """Take it, or look whether it is still ours. StorageError."""
        if self._storage.is_file:
            self.term = 1
        else:
            self.is_ours = await asyncio.to_thread(self._hold)
        return self.is_ours

    async def give_up(self) -> None:
        """Somebody else may have it from now on."""
        await asyncio.to_thread(self._give_up)

    def _hold(self) -> bool:
        with self._one_at_a_time:
            try:
                if self._session:
                    self._session.scalar(select(1))
                elif not self._is_over:
                    self._session = self._taken()
                    self.term += self._session is not None
            except SQLAlchemyError as error:
                self._end()
                raise failure(error) from error
            return self._session is not None

    def _give_up(self) -> None:
        with self._one_at_a_time:
            self._is_over = True
            self._end()

    def _taken(self) -> Connection | None:
        session = self._storage.session()
        if session.scalar(select(func.pg_try_advisory_lock(LEADING, SCHEMA))):
            return session
        session.close()
        return None

    def _end(self) -> None:
        if self._session:
            with suppress(SQLAlchemyError):
                self._session.close()
        self._session = None
