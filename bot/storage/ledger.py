"""The ledger: what is due, what is on its way, and what became of it.

A row is `sending` and committed before the call, and settled after it. So after a crash only the
rows in `sending` are in doubt, and they are at most the calls that were under way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, exists, func, or_, select, update

from bot.delivery.item import Document, units
from bot.storage.database import Storage
from bot.storage.items import document_of
from bot.storage.subscriptions import RHYTHM, rhythm_of
from bot.storage.tables import Chat, LedgerRow, PublishedItem, Subscriber, Subscription

LATE = timedelta(hours=3)
"""What is overdue by more is told together with what else is: no flood after a long silence."""
ROOM = 3600  # UTF-16 units of what is told together


@dataclass(frozen=True, slots=True)
class Due:
    """A chat for which something is due; what exactly, ``begin`` decides."""

    chat: int
    item: int


@dataclass(frozen=True, slots=True)
class Told:
    """One item in a parcel."""

    item: int
    html: str
    document: Document | None
    repeat: bool


@dataclass(frozen=True, slots=True)
class Parcel:
    """What one call is to carry; its rows are `sending`."""

    chat: int
    language: str
    told: tuple[Told, ...]
    attempts: int
    """This one included."""


class Ledger:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def due(self, now: datetime, limit: int) -> list[Due]:
        """Chats with something to tell, what ends soonest first; the sleeping are put off."""
        return await self._storage.write(lambda connection: _due(connection, now, limit))

    async def begin(self, due: Due, now: datetime) -> Parcel | None:
        """Commit as `sending` what the next call carries; None where there is no more reason."""
        return await self._storage.share(lambda connection: _begin(connection, due, now))

    async def recover(self, now: datetime) -> int:
        """After a crash: whatever is in `sending` is in doubt. How many rows were."""

        def work(connection: Connection) -> int:
            doubtful = LedgerRow.state == "sending"
            found = connection.scalar(select(func.count()).where(doubtful)) or 0
            if found:
                doubt(connection, doubtful, now, "the bot ended while it was being sent")
            return found

        return await self._storage.write(work)

    async def counts(self) -> dict[str, int]:
        """Rows by state, for /queue."""
        statement = select(LedgerRow.state, func.count().label("rows")).group_by(LedgerRow.state)
        rows = await self._storage.run(lambda connection: connection.execute(statement).all())
        return {row.state: row.rows for row in rows}

    async def sent_since(self, moment: datetime) -> int:
        """How many rows have become `sent`."""
        sent = (LedgerRow.state == "sent") & (LedgerRow.changed_at > moment)
        statement = select(func.count()).where(sent)
        return await self._storage.run(lambda connection: connection.scalar(statement) or 0)

    async def oldest(self, now: datetime) -> datetime | None:
        """Since when the oldest row that is due has been waiting."""
        due = (LedgerRow.state == "pending") & (LedgerRow.not_before <= now)
        statement = select(func.min(LedgerRow.not_before)).where(due)
        return await self._storage.run(lambda connection: connection.scalar(statement))


def _due(connection: Connection, now: datetime, limit: int) -> list[Due]:
    waiting = and_(LedgerRow.state == "pending", LedgerRow.not_before <= now)
    items = (
        select(PublishedItem.id)
        .where(PublishedItem.state == "active", PublishedItem.expires_at > now)
        .where(exists().where(LedgerRow.item_id == PublishedItem.id, waiting))
        .order_by(PublishedItem.expires_at, PublishedItem.id)
    )
    found: dict[int, Due] = {}
    for item in connection.scalars(items).all():
        rows = connection.execute(
            select(LedgerRow.chat_id, *RHYTHM)
            .join(Subscriber, Subscriber.chat_id == LedgerRow.chat_id)
            .where(LedgerRow.item_id == item, waiting, Subscriber.blocked_since.is_(None))
            .order_by(LedgerRow.not_before)
            .limit(limit - len(found))
        )
        for row in rows:
            if not _put_off(connection, row, now):
                found.setdefault(row.chat_id, Due(row.chat_id, item))
        if len(found) >= limit:
            break
    return list(found.values())


def _put_off(connection: Connection, row: Any, now: datetime) -> bool:
    """Whether the chat sleeps; then all that is due for it waits until it wakes up.

    What is late already will be no less so by then, and is told together.
    """
    rhythm = rhythm_of(row)
    if not rhythm.is_quiet(now):
        return False
    mine = and_(
        LedgerRow.chat_id == row.chat_id,
        LedgerRow.state == "pending",
        LedgerRow.not_before <= now,
    )
    late = or_(LedgerRow.digest, LedgerRow.not_before < now - LATE)
    values = {"not_before": rhythm.awake(now), "digest": late}
    connection.execute(update(LedgerRow).where(mine).values(values))
    return True


def _begin(connection: Connection, due: Due, now: datetime) -> Parcel | None:
    chat = connection.execute(
        select(Subscriber.chat_id, Chat.language, Subscriber.language.label("first"), *RHYTHM)
        .outerjoin(Chat, Chat.chat_id == Subscriber.chat_id)
        .where(Subscriber.chat_id == due.chat, Subscriber.blocked_since.is_(None))
    ).first()
    if chat is None or _put_off(connection, chat, now):
        return None
    waiting = _waiting(connection, due.chat, now)
    first = next((row for row in waiting if row.item_id == due.item), None)
    if first is None:
        return None
    language = chat.language or chat.first
    told, rest = _together(first, waiting, now), ROOM
    parcel: list[Told] = []
    for row in told:
        rest -= units(row.texts[language]) + 2
        if rest < 0 and parcel:
            break
        document = document_of(row, language)
        parcel.append(Told(row.item_id, row.texts[language], document, row.repeat))
    sending = _rows(due.chat, parcel)
    connection.execute(
        update(LedgerRow)
        .where(sending)
        .values(state="sending", attempts=LedgerRow.attempts + 1, changed_at=now)
    )
    return Parcel(due.chat, language, tuple(parcel), first.attempts + 1)


def _waiting(connection: Connection, chat: int, now: datetime) -> list[Any]:
    """What is due for the chat and still wanted, oldest first; what is not, ends here."""
    subscribed = set(
        connection.scalars(select(Subscription.topic).where(Subscription.chat_id == chat))
    )
    rows = connection.execute(
        select(
            LedgerRow.item_id,
            LedgerRow.not_before,
            LedgerRow.digest,
            LedgerRow.repeat,
            LedgerRow.attempts,
            PublishedItem.texts,
            PublishedItem.documents,
            PublishedItem.topics,
            PublishedItem.repeatable,
        )
        .join(PublishedItem, PublishedItem.id == LedgerRow.item_id)
        .where(LedgerRow.chat_id == chat, LedgerRow.state == "pending")
        .where(LedgerRow.not_before <= now, PublishedItem.expires_at > now)
        .where(PublishedItem.state == "active")
        .order_by(LedgerRow.not_before, LedgerRow.item_id)
    ).all()
    unwanted = [row.item_id for row in rows if subscribed.isdisjoint(row.topics)]
    if unwanted:
        ended = {"state": "expired", "reason": "unsubscribed", "changed_at": now}
        mine = and_(LedgerRow.chat_id == chat, LedgerRow.item_id.in_(unwanted))
        connection.execute(update(LedgerRow).where(mine).values(ended))
    return [row for row in rows if row.item_id not in unwanted]


def _together(first: Any, waiting: Sequence[Any], now: datetime) -> list[Any]:
    """The row, and those that are told with it: of a digest or late, and as repeatable as it."""

    def joins(row: Any) -> bool:
        return bool(row.digest) or row.not_before < now - LATE

    if not joins(first):
        return [first]
    return [row for row in waiting if joins(row) and row.repeatable == first.repeatable]


def _rows(chat: int, told: Sequence[Told]) -> Any:
    return and_(LedgerRow.chat_id == chat, LedgerRow.item_id.in_([each.item for each in told]))


def doubt(connection: Connection, rows: Any, now: datetime, reason: str) -> None:
    """Perhaps they arrived: what may be repeated is, once; the rest stays open for ever."""
    repeatable = select(PublishedItem.id).where(PublishedItem.repeatable)
    again = and_(rows, LedgerRow.item_id.in_(repeatable), ~LedgerRow.repeat)
    values: dict[str, Any] = {"reason": reason[:200], "changed_at": now}
    ended = {**values, "state": "unconfirmed"}
    connection.execute(
        update(LedgerRow)
        .where(rows, or_(LedgerRow.item_id.not_in(repeatable), LedgerRow.repeat))
        .values(ended)
    )
    resent = {**values, "state": "pending", "repeat": True, "not_before": now}
    connection.execute(update(LedgerRow).where(again).values(resent))
