"""What is delivered: one thing to tell, in every language, until it is no longer true."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.delivery.topic import Topic
from knowledge.factbase.records import LANGUAGES

LONGEST, LONGEST_CAPTION = 3500, 900
"""UTF-16 units of HTML: Telegram's 4096 and 1024 without what is put around it."""
LENGTHS = {"kind": 40, "subject": 80, "key": 200}
"""Letters that the ledger keeps of a name."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file that comes with the text, such as an .ics."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Item:
    """``kind``, ``subject`` and ``key`` name it: published again, it is the same item.

    A reminder could be ``("reminder", "film:tulpan-2008", "2026-11-23/7")``: another date is
    another item. ValueError where something is missing or too long.
    """

    kind: str
    subject: str
    key: str
    texts: Mapping[str, str]
    """HTML by language, all three."""
    audience: tuple[Topic, ...]
    """Whoever subscribed to any of them gets it."""
    expires_at: datetime
    """From then on it is not sent any more."""
    repeatable: bool = False
    """Where nobody knows whether it arrived: rather twice than never, or rather never."""
    documents: Mapping[str, Document] = field(default_factory=dict)
    """By language, all three or none."""

    def __post_init__(self) -> None:
        if not (self.kind and self.key and self.audience):
            raise ValueError("an item needs kind, key and audience")
        for name, longest in LENGTHS.items():
            if len(getattr(self, name)) > longest:
                raise ValueError(f"{name}: longer than {longest}")
        if self.expires_at.tzinfo is None:
            raise ValueError("expires_at: a moment needs its time zone")
        if set(self.texts) != set(LANGUAGES) or not all(self.texts.values()):
            raise ValueError("texts: every language is wanted")
        if self.documents and set(self.documents) != set(LANGUAGES):
            raise ValueError("documents: every language is wanted, or none")
        most = LONGEST_CAPTION if self.documents else LONGEST
        for language, html in self.texts.items():
            if units(html) > most:
                raise ValueError(f"texts: {language}: longer than {most}")


def units(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
