"""What is to be told, and to whom: items, their fan-out into the ledger, their progress."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, func, select, update

from bot.delivery.item import Document, Item
from bot.storage.database import Storage
from bot.storage.fan_out import fan_out
from bot.storage.tables import LedgerRow, PublishedItem

State = Literal["active", "paused", "cancelled"]


@dataclass(frozen=True, slots=True)
class Published:
    """``new`` is false where the item was known already, or its time is over."""

    id: int | None
    new: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an item has come; ``counts`` by state of its ledger rows."""

    id: int
    kind: str
    subject: str
    key: str
    state: State
    counts: Mapping[str, int]


class Items:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def publish(self, item: Item, now: datetime) -> Published:
        """Into the ledger of every chat that subscribed; again, and it changes nothing.

        What breaks off is gone on with by ``go_on``.
        """
        if item.expires_at <= now:
            return Published(None, new=False)
        published = await self._storage.write(lambda connection: self._add(connection, item, now))
        if published.id is not None:
            await self._fan_out(published.id, now)
        return published

    async def go_on(self, now: datetime) -> None:
        """With every fan-out that was interrupted."""
        open_items = select(PublishedItem.id).where(
            ~PublishedItem.complete,
            PublishedItem.expires_at > now,
            PublishedItem.state != "cancelled",
        )
        found = await self._storage.run(lambda connection: connection.scalars(open_items).all())
        for item in found:
            await self._fan_out(item, now)

    async def set_state(self, item: int, state: State, now: datetime) -> bool:
        """Pause, resume, cancel; False where it was cancelled before. Calls under way end."""

        def work(connection: Connection) -> bool:
            mine = (PublishedItem.id == item) & (PublishedItem.state != "cancelled")
            changed = connection.execute(update(PublishedItem).where(mine).values(state=state))
            if state == "cancelled":
                waiting = (LedgerRow.item_id == item) & (LedgerRow.state == "pending")
                values = {"state": "expired", "reason": "cancelled", "changed_at": now}
                connection.execute(update(LedgerRow).where(waiting).values(values))
            return bool(changed.rowcount)

        return await self._storage.write(work)

    async def withdraw(self, kind: str, subject: str, now: datetime) -> int:
        """Cancel all of a kind about a subject, because its date has changed; how many."""
        statement = select(PublishedItem.id).where(
            PublishedItem.kind == kind,
            PublishedItem.subject == subject,
            PublishedItem.state != "cancelled",
            PublishedItem.expires_at > now,
        )
        found = await self._storage.run(lambda connection: connection.scalars(statement).all())
        for item in found:
            await self.set_state(item, "cancelled", now)
        return len(found)

    async def progress(self, item: int) -> Progress | None:
        def work(connection: Connection) -> Progress | None:
            row = connection.execute(select(PublishedItem).where(PublishedItem.id == item)).first()
            if row is None:
                return None
            counted = (
                select(LedgerRow.state, func.count().label("rows"))
                .where(LedgerRow.item_id == item)
                .group_by(LedgerRow.state)
            )
            counts = {row.state: row.rows for row in connection.execute(counted)}
            return Progress(row.id, row.kind, row.subject, row.key, row.state, counts)

        return await self._storage.run(work)

    def _add(self, connection: Connection, item: Item, now: datetime) -> Published:
        statement = self._storage.insert(PublishedItem).values(
            kind=item.kind,
            subject=item.subject,
            key=item.key,
            texts=dict(item.texts),
            documents={
                language: [document.name, base64.b64encode(document.content).decode()]
                for language, document in item.documents.items()
            },
            topics=[str(topic) for topic in item.audience],
            repeatable=item.repeatable,
            state="active",
            complete=False,
            created_at=now,
            expires_at=item.expires_at,
        )
        statement = statement.on_conflict_do_nothing().returning(PublishedItem.id)
        added = connection.scalar(statement)
        if added is not None:
            return Published(added, new=True)
        mine = select(PublishedItem.id).where(
            PublishedItem.kind == item.kind,
            PublishedItem.subject == item.subject,
            PublishedItem.key == item.key,
        )
        return Published(connection.scalar(mine), new=False)

    async def _fan_out(self, item: int, now: datetime) -> None:
        """In portions, so that others can write in between."""
        insert = self._storage.insert
        while await self._storage.write(lambda connection: fan_out(connection, insert, item, now)):
            pass


def document_of(row: Any, language: str) -> Document | None:
    """From a row that has the column ``documents``."""
    if language not in row.documents:
        return None
    name, content = row.documents[language]
    return Document(name, base64.b64decode(content))
