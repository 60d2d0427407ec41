"""What is to be told unasked: one value for reminders, news and this day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from knowledge.answer import Entity

Kind = Literal["reminder", "change", "news", "onthisday", "published"]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that goes along."""

    name: str
    content: bytes
    type: str = "text/calendar"


@dataclass(frozen=True, slots=True)
class Message:
    """Plain text in one language, without markup, and where it is known from."""

    lead: str
    lines: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Told once to everybody who follows any of its topics."""

    kind: Kind
    key: str
    """The same for the same thing, however often it is made: whoever delivers tells it once."""
    texts: Mapping[str, Message]
    """Language to message; every language is there."""
    topics: tuple[str, ...]
    """``premieres``, ``awards``, ``news``, ``on-this-day``, ``film:<id>``, ``person:<id>`` …"""
    expires_at: datetime
    """From then on it is of no use to anybody."""
    may_repeat: bool = False
    """Whether it is better told twice than not at all, where nobody knows if it arrived."""
    subject: Entity | None = None


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The midnight after a day, where the bot lives."""
    return datetime.combine(day + timedelta(days=1), time.min, zone)
