"""What time does to the tables: digests move on, what is over expires, what is old goes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, select, update

from bot.storage.database import Storage
from bot.storage.subscriptions import RHYTHM, rhythm_of
from bot.storage.tables import LedgerRow, PublishedItem, Subscriber, Subscription

KEPT = timedelta(days=30)
"""An item and its rows in the ledger, after its time is over."""
BLOCKED = timedelta(days=90)
"""The subscriptions of a chat that cannot be reached."""


class Upkeep:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def roll_digests(self, now: datetime) -> None:
        """The next digest of every chat whose last one has come: what is new is for that one."""

        def work(connection: Connection) -> None:
            come = Subscriber.next_due <= now
            rhythms = connection.execute(select(*RHYTHM).where(come).group_by(*RHYTHM)).all()
            for row in rhythms:
                alike = [column == getattr(row, column.key) for column in RHYTHM]
                values = {"next_due": rhythm_of(row).next_digest(now)}
                connection.execute(update(Subscriber).where(come, *alike).values(values))

        await self._storage.write(work)

    async def expire(self, now: datetime) -> int:
        """End what waits although its time is over; how many rows."""
        over = select(PublishedItem.id).where(PublishedItem.expires_at <= now)
        statement = (
            update(LedgerRow)
            .where(LedgerRow.item_id.in_(over), LedgerRow.state == "pending")
            .values(state="expired", reason="its time was over", changed_at=now)
        )
        return await self._storage.write(lambda connection: connection.execute(statement).rowcount)

    async def clean_up(self, now: datetime) -> None:
        """Erase what is not needed any more."""

        def work(connection: Connection) -> None:
            old = select(PublishedItem.id).where(PublishedItem.expires_at <= now - KEPT)
            connection.execute(delete(LedgerRow).where(LedgerRow.item_id.in_(old)))
            connection.execute(delete(PublishedItem).where(PublishedItem.expires_at <= now - KEPT))
            gone = select(Subscriber.chat_id).where(Subscriber.blocked_since <= now - BLOCKED)
            for table in (LedgerRow, Subscription):
                connection.execute(delete(table).where(table.chat_id.in_(gone)))
            connection.execute(delete(Subscriber).where(Subscriber.blocked_since <= now - BLOCKED))

        await self._storage.write(work)
