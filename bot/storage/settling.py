"""What became of a call, written into the ledger."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, select, update

from bot.delivery.outcome import Outcome, Verdict
from bot.storage.chat_rows import rename
from bot.storage.database import Storage
from bot.storage.ledger import Parcel, doubt
from bot.storage.subscriptions import block
from bot.storage.tables import LedgerRow, Subscriber

REFUSALS = 5
"""In a row: then the chat is given up until it writes again."""
PATIENCE = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
"""Between refusals."""
LONGEST_WAIT = timedelta(minutes=5)


class Settling:
    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def settle(self, parcel: Parcel, outcome: Outcome, now: datetime) -> None:
        """One transaction; after a StorageError it is to be tried again."""
        await self._storage.share(lambda connection: _settle(connection, parcel, outcome, now))


def _settle(connection: Connection, parcel: Parcel, outcome: Outcome, now: datetime) -> None:
    # Word that the group has moved may have come from elsewhere during the call.
    chats = (parcel.chat, outcome.moved_to or parcel.chat)
    rows = and_(
        LedgerRow.chat_id.in_(chats),
        LedgerRow.item_id.in_([told.item for told in parcel.told]),
        LedgerRow.state == "sending",
    )

    def put(state: str, **values: Any) -> None:
        values = {"reason": outcome.reason[:200], "changed_at": now, "state": state, **values}
        connection.execute(update(LedgerRow).where(rows).values(values))

    match outcome.verdict:
        case Verdict.SENT:
            put("sent", message_id=outcome.message_id)
            again = and_(Subscriber.chat_id == parcel.chat, Subscriber.refusals > 0)
            connection.execute(update(Subscriber).where(again).values(refusals=0))
        case Verdict.HELD_BACK:
            put("pending")
        case Verdict.NOT_SENT:
            wait = min(timedelta(seconds=2 ** min(parcel.attempts, 9)), LONGEST_WAIT)
            put("pending", not_before=now + wait)
        case Verdict.IMPOSSIBLE:
            put("failed")
        case Verdict.UNKNOWN:
            doubt(connection, rows, now, outcome.reason)
        case Verdict.MOVED:
            put("pending", not_before=now)
            rename(connection, *chats)
        case Verdict.REFUSED:
            mine = Subscriber.chat_id == parcel.chat
            before = connection.scalar(select(Subscriber.refusals).where(mine)) or 0
            connection.execute(update(Subscriber).where(mine).values(refusals=before + 1))
            if before + 1 >= REFUSALS:
                put("dead")
                block(connection, parcel.chat, now)
            else:
                put("pending")
                # What else waits for the chat would be refused as well, one after another.
                later = now + PATIENCE[before]
                waiting = and_(LedgerRow.chat_id == parcel.chat, LedgerRow.state == "pending")
                soon = update(LedgerRow).where(waiting, LedgerRow.not_before < later)
                connection.execute(soon.values(not_before=later))
