"""Which pictures Telegram already has, one a subject: the newest takes the place of the older."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.storage.database import Storage
from bot.storage.tables import SentPicture


class SentPictures:
    """Shares the storage's connections; every method is one transaction."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def file_id(self, subject: str, digest: str) -> str:
        """Telegram's name of the picture, or an empty string where it was never sent."""
        row = SentPicture
        statement = select(row.file_id).where(row.subject == subject, row.digest == digest)
        return await self._storage._run(lambda connection: connection.scalar(statement) or "")

    async def remember(self, subject: str, digest: str, file_id: str) -> None:
        values = {"digest": digest, "file_id": file_id}
        statement = self._storage._insert(SentPicture).values(subject=subject, **values)
        statement = statement.on_conflict_do_update(index_elements=["subject"], set_=values)
        await self._storage._run(lambda connection: connection.execute(statement))

    async def forget(self, subject: str) -> None:
        statement = delete(SentPicture).where(SentPicture.subject == subject)
        await self._storage._run(lambda connection: connection.execute(statement))
