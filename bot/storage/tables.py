"""The tables: what is remembered of chats, what had no answer, and what is delivered."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite would otherwise hand it back without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """Base of all tables."""


class Chat(Table):
    """A chat that chose its language. Chats that never did leave no trace."""

    __tablename__ = "chats"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(2))
    updated_at: Mapped[datetime] = mapped_column(Moment)


class UnansweredQuestion(Table):
    """A question that got no answer, scrubbed, counted, and without the person who asked it."""

    __tablename__ = "unanswered_questions"
    __table_args__ = (UniqueConstraint("text", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(300))
    language: Mapped[str] = mapped_column(String(2))
    count: Mapped[int]
    first_at: Mapped[datetime] = mapped_column(Moment)
    last_at: Mapped[datetime] = mapped_column(Moment)


class Subscriber(Table):
    """A chat that subscribed: when it wants to hear, and whether it can be reached."""

    __tablename__ = "subscribers"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    language: Mapped[str] = mapped_column(String(2))
    frequency: Mapped[str] = mapped_column(String(8))
    hour: Mapped[int]
    weekday: Mapped[int]
    quiet_from: Mapped[int]
    quiet_until: Mapped[int]
    time_zone: Mapped[str] = mapped_column(String(64))
    next_due: Mapped[datetime | None] = mapped_column(Moment, index=True)
    """Of the next digest."""
    refusals: Mapped[int]
    """In a row; a message that arrives sets them back."""
    blocked_since: Mapped[datetime | None] = mapped_column(Moment)
    """Without an index: SQLite would take it to find those that are not blocked, nearly all."""
    created_at: Mapped[datetime] = mapped_column(Moment)


class Subscription(Table):
    """A topic that a chat wants to hear of."""

    __tablename__ = "subscriptions"
    __table_args__ = (Index("ix_subscriptions_topic", "topic", "chat_id"),)

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    topic: Mapped[str] = mapped_column(String(80), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(Moment)


class PublishedItem(Table):
    """Something that is told to many chats."""

    __tablename__ = "items"
    __table_args__ = (UniqueConstraint("kind", "subject", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    subject: Mapped[str] = mapped_column(String(80))
    key: Mapped[str] = mapped_column(String(200))
    texts: Mapped[dict[str, str]] = mapped_column(JSON)
    documents: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    """Name and content in Base64, by language."""
    topics: Mapped[list[str]] = mapped_column(JSON)
    repeatable: Mapped[bool]
    state: Mapped[str] = mapped_column(String(9))
    """active, paused or cancelled."""
    reached: Mapped[int | None] = mapped_column(BigInteger)
    """The last chat that has its row in the ledger: where an interrupted fan-out goes on."""
    complete: Mapped[bool]
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment, index=True)


class LedgerRow(Table):
    """One item for one chat, and how far it has come."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("ix_ledger_state", "item_id", "state", "not_before"),
        Index("ix_ledger_chat", "chat_id"),
        {"sqlite_with_rowid": False},
    )

    item_id: Mapped[int] = mapped_column(ForeignKey("items.id"), primary_key=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(11))
    """pending, sending, sent, unconfirmed, failed, dead or expired."""
    not_before: Mapped[datetime] = mapped_column(Moment)
    digest: Mapped[bool]
    """Told together with others."""
    repeat: Mapped[bool]
    """It may have arrived before, and says so."""
    attempts: Mapped[int]
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str] = mapped_column(String(200))
    """Why it went wrong."""
    changed_at: Mapped[datetime] = mapped_column(Moment)
