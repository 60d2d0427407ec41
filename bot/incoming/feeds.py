"""What an RSS or Atom feed says, as plain text: nothing of its markup goes any further."""

from __future__ import annotations

import calendar
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

MOST = 100
"""Entries of a feed that are looked at."""
_HEADLINE, _SUMMARY, _ADDRESS = 250, 600, 500
"""Letters that are kept."""
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.-]+)["']""")
_ENCODINGS = (
    "utf-8",
    "utf-16",
    "us-ascii",
    "windows-1251",
    "windows-1252",
    "iso-8859-1",
    "koi8-r",
)
_UNSAID = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "math"})


class FeedError(ValueError):
    """It is no feed; the message is one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item; ``at`` is None where the feed does not say when it is of."""

    headline: str
    summary: str
    link: str
    at: datetime | None


def read_feed(body: bytes) -> list[Entry]:
    """The entries that have a headline and an https address, in the order of the feed."""
    import feedparser

    head = body.replace(b"\0", b"")  # of UTF-16
    encoding = _ENCODING.search(head[:200])
    if encoding and encoding[1].decode().lower() not in _ENCODINGS:
        raise FeedError("an unusual encoding")
    if b"<!ENTITY" in head.upper():
        raise FeedError("it declares entities, which no feed needs and may expand without end")
    try:
        # As a stream: bytes alone could be taken for the name of a file.
        parsed: Any = feedparser.parse(
            io.BytesIO(body), sanitize_html=True, resolve_relative_uris=False
        )
    except Exception as error:
        # Whatever a hostile feed makes the library trip over costs this feed alone.
        raise FeedError(f"cannot be parsed: {type(error).__name__}") from error
    if not parsed.get("entries") and not parsed.get("version"):
        raise FeedError("neither RSS nor Atom")
    found = (_entry(entry) for entry in parsed.entries[:MOST])
    return [entry for entry in found if entry]


def _entry(entry: Mapping[str, Any]) -> Entry | None:
    headline = plain(str(entry.get("title", "")), _HEADLINE)
    link = address(str(entry.get("link", "")))
    if not headline or not link:
        return None
    return Entry(headline, plain(str(entry.get("summary", "")), _SUMMARY), link, _moment(entry))


def _moment(entry: Mapping[str, Any]) -> datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def address(text: str) -> str:
    """A web address that may be shown as a link; empty for anything else."""
    try:
        parts = urlsplit(text.strip())
        sound = parts.scheme == "https" and parts.hostname and not parts.username
    except ValueError:
        return ""
    if not sound or len(text) > _ADDRESS or re.search(r"[\s<>\"'\\\x00-\x1f\x7f]", text.strip()):
        return ""
    return text.strip()


class _Plain(HTMLParser):
    """Keeps the words of HTML, without scripts and the like."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unsaid += tag in _UNSAID
        self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSAID and self._unsaid:
            self._unsaid -= 1
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.words.append(data)


def plain(text: str, longest: int) -> str:
    """Words on one line, without tags, control and invisible letters; cut at a word."""
    for _ in range(2):  # markup that is written twice escaped is markup all the same
        parser = _Plain()
        parser.feed(text[:20_000])
        parser.close()
        text = "".join(parser.words)
    visible = "".join(
        letter if unicodedata.category(letter)[0] != "C" else " "
        for letter in unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    )
    words = " ".join(visible.split())
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0] + "…"
