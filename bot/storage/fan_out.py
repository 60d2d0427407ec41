"""One item into the ledger of many chats, each with the moment from which it may be told.

The moment depends on a chat's clock and quiet hours, and many chats share theirs: it is worked
out once for each that occurs, and joined.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    String,
    and_,
    case,
    column,
    false,
    literal,
    select,
    update,
    values,
)

from bot.storage.subscriptions import RHYTHM, rhythm_of
from bot.storage.tables import LedgerRow, Moment, PublishedItem, Subscriber, Subscription

PORTION = 5_000  # chats; up to four values for each are in one statement
CLOCK = (Subscriber.time_zone, Subscriber.quiet_from, Subscriber.quiet_until)


def fan_out(connection: Connection, insert: Any, item: int, now: datetime) -> bool:
    """The next portion of chats; whether there is more to do."""
    row = connection.execute(select(PublishedItem).where(PublishedItem.id == item)).first()
    if row is None or row.complete or row.state == "cancelled":
        return False
    mine = update(PublishedItem).where(PublishedItem.id == item)
    last = _last(connection, row)
    if last is None:
        connection.execute(mine.values(complete=True, reached=None))
        return False
    chats = _wanting(row, last)
    awake = _awake(connection, chats, now)
    if awake is not None:
        # Together with others, unless it would be over by then.
        digest = and_(
            Subscriber.frequency != "at_once",
            Subscriber.next_due.is_not(None),
            Subscriber.next_due < row.expires_at,
        )
        rows = (
            select(
                literal(item),
                Subscriber.chat_id,
                literal("pending"),
                case((digest, Subscriber.next_due), else_=awake.c.awake),
                case((digest, literal(True)), else_=literal(False)),
                false(),
                literal(0),
                literal(""),
                literal(now, Moment),
            )
            .join(awake, and_(*(awake.c[part.key] == part for part in CLOCK)))
            .where(*chats)
        )
        names = "item_id chat_id state not_before digest repeat attempts reason changed_at"
        statement = insert(LedgerRow).from_select(names.split(), rows)
        connection.execute(statement.on_conflict_do_nothing())
    connection.execute(mine.values(reached=last))
    return True


def _last(connection: Connection, row: Any) -> int | None:
    """The last chat of the portion that comes next, or None after all of them."""
    chats = select(Subscription.chat_id).where(Subscription.topic.in_(row.topics)).distinct()
    if row.reached is not None:
        chats = chats.where(Subscription.chat_id > row.reached)
    portion = chats.order_by(Subscription.chat_id).limit(PORTION).subquery()
    last: int | None = connection.scalar(
        select(portion.c.chat_id).order_by(portion.c.chat_id.desc()).limit(1)
    )
    return last


def _wanting(row: Any, last: int) -> list[Any]:
    """Conditions on a subscriber: in this portion, subscribed, to be reached."""
    wanted = (
        select(Subscription.chat_id)
        .where(Subscription.chat_id == Subscriber.chat_id)
        .where(Subscription.topic.in_(row.topics))
    )
    conditions = [
        Subscriber.chat_id <= last,
        Subscriber.blocked_since.is_(None),
        wanted.exists(),
    ]
    if row.reached is not None:
        conditions.append(Subscriber.chat_id > row.reached)
    return conditions


def _awake(connection: Connection, chats: list[Any], now: datetime) -> Any:
    """When each kind of clock in these chats is outside its quiet hours, as a table to join."""
    found = connection.execute(select(*RHYTHM).where(*chats).group_by(*RHYTHM)).all()
    moments = {
        (row.time_zone, row.quiet_from, row.quiet_until): rhythm_of(row).awake(now)
        for row in found
    }
    if not moments:
        return None
    columns = (
        column("time_zone", String),
        column("quiet_from", Integer),
        column("quiet_until", Integer),
        column("awake", Moment),
    )
    data = [(*clock, moment) for clock, moment in moments.items()]
    return values(*columns, name="clocks").data(data).cte("clocks")
