"""The tables: what is remembered of chats, had no answer, was drawn, came in, is delivered."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
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


class SentPicture(Table):
    """A picture that Telegram has: sent again by its ``file_id``, while it still looks so."""

    __tablename__ = "sent_pictures"

    subject: Mapped[str] = mapped_column(String(100), primary_key=True)
    """What it shows, and in which language."""
    digest: Mapped[str] = mapped_column(String(32))
    """Of what is drawn: another one means another picture."""
    file_id: Mapped[str] = mapped_column(String(255))


class AnnouncedShowing(Table):
    """A showing that a cinema announced, imported by an editor."""

    __tablename__ = "showings"
    __table_args__ = (UniqueConstraint("film", "day", "at", "city", "cinema"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    film: Mapped[str] = mapped_column(String(55))
    day: Mapped[date] = mapped_column(Date, index=True)
    at: Mapped[str] = mapped_column(String(5))
    city: Mapped[str] = mapped_column(String(120))
    cinema: Mapped[str] = mapped_column(String(120))
    source: Mapped[str] = mapped_column(String(300))
    festival: Mapped[bool]


class AnnouncedPremiere(Table):
    """Which day of a film's premiere subscribers were told, and how far the reminders are."""

    __tablename__ = "announced_premieres"

    film: Mapped[str] = mapped_column(String(55), primary_key=True)
    day: Mapped[date] = mapped_column(Date)
    stage: Mapped[str] = mapped_column(String(10))
    sequence: Mapped[int]


class FeedState(Table):
    """What a feed's server said last, so that it need not send the same again."""

    __tablename__ = "feeds"

    address: Mapped[str] = mapped_column(String(500), primary_key=True)
    etag: Mapped[str] = mapped_column(String(500))
    modified: Mapped[str] = mapped_column(String(100))
    failures: Mapped[int]
    next_at: Mapped[datetime] = mapped_column(Moment)


class Draft(Table):
    """A text that may go to subscribers: of an editor, or of a feed and waiting for one."""

    __tablename__ = "drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80), unique=True)
    kk: Mapped[str] = mapped_column(String(5000))
    ru: Mapped[str] = mapped_column(String(5000))
    en: Mapped[str] = mapped_column(String(5000))
    topics: Mapped[str] = mapped_column(String(1000))
    source: Mapped[str] = mapped_column(String(500))
    skeleton: Mapped[str] = mapped_column(String(600))
    alike: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(10), index=True)
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)


class Vote(Table):
    """How often answers to a kind of question were found good or bad; not by whom."""

    __tablename__ = "votes"

    kind: Mapped[str] = mapped_column(String(40), primary_key=True)
    up: Mapped[int]
    down: Mapped[int]


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


class EditorNotice(Table):
    """When editors were last told of something; not who they are."""

    __tablename__ = "editor_notices"

    subject: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)
