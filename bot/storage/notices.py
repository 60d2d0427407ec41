"""When editors were last told of something that they are told at most once a day."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.storage.database import Storage
from bot.storage.tables import EditorNotice


class Notices:
    """Over the same database as ``Storage``."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def last(self, subject: str) -> datetime | None:
        """In UTC; None where they never were. StorageError."""
        statement = select(EditorNotice.at).where(EditorNotice.subject == subject)
        return await self._storage.run(lambda connection: connection.scalar(statement))

    async def note(self, subject: str, now: datetime) -> None:
        statement = self._storage.insert(EditorNotice).values(subject=subject, at=now)
        statement = statement.on_conflict_do_update(index_elements=["subject"], set_={"at": now})
        await self._storage.run(lambda connection: connection.execute(statement))
