"""The tables: what is remembered about chats, what had no answer, what was drawn, what came in."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import BigInteger, Date, DateTime, Dialect, String, UniqueConstraint
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
