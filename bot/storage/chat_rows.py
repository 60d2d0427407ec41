"""All that is kept about one chat, in whichever table: shown, erased, renamed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy import Table as SqlTable

from bot.storage.database import Storage
from bot.storage.tables import Table


def tables_of_chats() -> list[SqlTable]:
    """A table is about chats if it has their number; the others know of nobody."""
    return [table for table in Table.metadata.sorted_tables if "chat_id" in table.columns]


class ChatRows:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def export(self, chat: int) -> dict[str, list[dict[str, Any]]]:
        """Every row by table, as JSON can say it."""

        def work(connection: Connection) -> dict[str, list[dict[str, Any]]]:
            return {
                table.name: [
                    {name: _plain(value) for name, value in row.items()}
                    for row in connection.execute(
                        select(table).where(table.c.chat_id == chat)
                    ).mappings()
                ]
                for table in tables_of_chats()
            }

        return await self._storage.run(work)

    async def forget(self, chat: int) -> int:
        """Erase them, also from the free pages of the file; how many there were."""

        def work(connection: Connection) -> int:
            found = [
                connection.execute(delete(table).where(table.c.chat_id == chat)).rowcount
                for table in reversed(tables_of_chats())
            ]
            return sum(found)

        count = await self._storage.write(work)
        await self._storage.empty_log()
        return count

    async def rename(self, old: int, new: int) -> None:
        """A group has become a supergroup; where the new chat has its own row, that one stays."""
        await self._storage.write(lambda connection: rename(connection, old, new))


def rename(connection: Connection, old: int, new: int) -> None:
    if old == new:
        return  # else its own rows would stand in the way of themselves, and go
    for table in tables_of_chats():
        other = table.alias()
        same = [
            other.c[column.name] == column
            for column in table.primary_key
            if column.name != "chat_id"
        ]
        taken = select(other.c.chat_id).where(other.c.chat_id == new, *same).exists()
        connection.execute(update(table).where(table.c.chat_id == old, ~taken).values(chat_id=new))
        connection.execute(delete(table).where(table.c.chat_id == old))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
