"""Who subscribed to what, and when each chat wants to hear."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, distinct, func, select, update

from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.storage.database import Storage
from bot.storage.tables import LedgerRow, Subscriber, Subscription

RHYTHM = (
    Subscriber.frequency,
    Subscriber.hour,
    Subscriber.weekday,
    Subscriber.quiet_from,
    Subscriber.quiet_until,
    Subscriber.time_zone,
)


def rhythm_of(row: Any) -> Rhythm:
    """From a row in which the columns of ``RHYTHM`` are."""
    return Rhythm(**{column.key: getattr(row, column.key) for column in RHYTHM})


class Subscriptions:
    """All methods may be called from any task; StorageError where the database cannot be used."""

    def __init__(self, storage: Storage, default: Rhythm | None = None) -> None:
        self._storage = storage
        self._default = default or Rhythm()

    async def subscribe(self, chat: int, topic: Topic, now: datetime, language: str) -> bool:
        """Whether it is new. The language serves until the chat chooses one with /lang."""

        def work(connection: Connection) -> bool:
            self._open(connection, chat, now, language)
            statement = self._storage.insert(Subscription).values(
                chat_id=chat, topic=str(topic), created_at=now
            )
            new = statement.on_conflict_do_nothing().returning(Subscription.chat_id)
            return connection.scalar(new) is not None

        return await self._storage.write(work)

    async def unsubscribe(self, chat: int, topic: Topic) -> bool:
        """Whether there was something to end; what is under way for it is not sent any more."""
        mine = (Subscription.chat_id == chat) & (Subscription.topic == str(topic))
        statement = delete(Subscription).where(mine)
        return await self._storage.write(
            lambda connection: bool(connection.execute(statement).rowcount)
        )

    async def topics(self, chat: int) -> list[Topic]:
        statement = select(Subscription.topic).where(Subscription.chat_id == chat)
        found = await self._storage.run(lambda connection: connection.scalars(statement).all())
        return sorted(map(Topic.parse, found))

    async def end_all(self, chat: int) -> int:
        """How many subscriptions ended. When to write goes with them."""

        def work(connection: Connection) -> int:
            pending = (LedgerRow.chat_id == chat) & (LedgerRow.state == "pending")
            connection.execute(delete(LedgerRow).where(pending))
            connection.execute(delete(Subscriber).where(Subscriber.chat_id == chat))
            mine = delete(Subscription).where(Subscription.chat_id == chat)
            return connection.execute(mine).rowcount

        return await self._storage.write(work)

    async def rhythm(self, chat: int) -> Rhythm:
        statement = select(*RHYTHM).where(Subscriber.chat_id == chat)
        row = await self._storage.run(lambda connection: connection.execute(statement).first())
        return rhythm_of(row) if row else self._default

    async def set_rhythm(self, chat: int, rhythm: Rhythm, now: datetime, language: str) -> None:
        """From now on; what waits for a digest keeps its day."""

        def work(connection: Connection) -> None:
            self._open(connection, chat, now, language)
            values = {**asdict(rhythm), "next_due": rhythm.next_digest(now)}
            connection.execute(update(Subscriber).where(Subscriber.chat_id == chat).values(values))
            if rhythm.frequency == "at_once":
                mine = (LedgerRow.chat_id == chat) & (LedgerRow.state == "pending")
                soon = {"digest": False, "not_before": rhythm.awake(now)}
                digests = mine & LedgerRow.digest
                connection.execute(update(LedgerRow).where(digests).values(soon))

        await self._storage.write(work)

    async def recipients(self, topics: Iterable[Topic]) -> int:
        """How many chats an item for these topics would reach."""
        statement = (
            select(func.count(distinct(Subscription.chat_id)))
            .join(Subscriber, Subscriber.chat_id == Subscription.chat_id)
            .where(Subscription.topic.in_([str(topic) for topic in topics]))
            .where(Subscriber.blocked_since.is_(None))
        )
        return await self._storage.run(lambda connection: connection.scalar(statement) or 0)

    async def lost(self, chat: int, now: datetime) -> None:
        """The bot was blocked or thrown out: nothing is sent until it is back."""
        await self._storage.write(lambda connection: block(connection, chat, now))

    async def back(self, chat: int) -> None:
        """Somebody has written to the bot or taken it back."""
        mine = (Subscriber.chat_id == chat) & (Subscriber.refusals > 0)
        blocked = (Subscriber.chat_id == chat) & Subscriber.blocked_since.is_not(None)
        statement = update(Subscriber).where(mine | blocked)
        values = statement.values(refusals=0, blocked_since=None)
        await self._storage.run(lambda connection: connection.execute(values))

    def _open(self, connection: Connection, chat: int, now: datetime, language: str) -> None:
        statement = self._storage.insert(Subscriber).values(
            chat_id=chat,
            language=language,
            next_due=self._default.next_digest(now),
            refusals=0,
            created_at=now,
            **asdict(self._default),
        )
        connection.execute(statement.on_conflict_do_nothing())


def block(connection: Connection, chat: int, now: datetime) -> None:
    """What waited for the chat is dead; its subscriptions are kept."""
    mine = update(Subscriber).where(Subscriber.chat_id == chat, Subscriber.blocked_since.is_(None))
    connection.execute(mine.values(blocked_since=now))
    waiting = update(LedgerRow).where(LedgerRow.chat_id == chat, LedgerRow.state == "pending")
    dead = {"state": "dead", "reason": "the chat cannot be reached", "changed_at": now}
    connection.execute(waiting.values(dead))
