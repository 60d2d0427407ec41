"""The tables: what is remembered about chats, what had no answer, what was drawn and sent."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import BigInteger, DateTime, Dialect, String, UniqueConstraint
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
