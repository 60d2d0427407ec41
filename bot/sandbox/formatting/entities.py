"""Text with its entities: what the bot marked, and what Telegram finds by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.formatting.markup import Entity, checked_url, in_order, read_html, units
from bot.sandbox.refusal import bad_request

LONGEST_TEXT, LONGEST_CAPTION = 4096, 1024  # UTF-16 units, after the markup is read
LONGEST_SOURCE = 1 << 15  # bytes, before

FOUND = {
    "url": re.compile(
        r"(?<![\w@./])(?:https?://[^\s<>\"«»]+|(?:[\w-]+\.)+(?:com|org|net|kz|ru|me|io|info|tv)"
        r"(?:/[^\s<>\"«»]*)?)(?<![.,:;!?')\]])",
        re.IGNORECASE,
    ),
    "email": re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b", re.IGNORECASE),
    "mention": re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)"),
    "bot_command": re.compile(r"(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z]\w{2,31})?(?![\w/])"),
    "hashtag": re.compile(r"(?<![\w#])#\w*[^\W\d]\w*"),
}
CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
"""Inside these nothing else is found."""


@dataclass(frozen=True)
class Formatted:
    text: str
    entities: list[Entity] = field(default_factory=list)


def of_person(text: str) -> Formatted:
    """What somebody typed: spaces around it go, commands and mentions are marked."""
    return _with_found(_trimmed(Formatted(text)))


def of_bot(
    source: str, parse_mode: str, entities: Any, *, longest: int = LONGEST_TEXT
) -> Formatted:
    """What a bot sends; Refused where the markup is broken or there is too much of it."""
    caption = longest == LONGEST_CAPTION
    if len(source.encode("utf-8", "surrogatepass")) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    mode = parse_mode.lower()
    if not source or mode in ("", "none"):
        formatted = Formatted(source, in_order(_checked(entities)))
    elif mode == "html":
        formatted = Formatted(*read_html(source))
    elif mode in ("markdown", "markdownv2"):
        raise bad_request("the sandbox reads no Markdown, only HTML")
    else:
        raise bad_request("unsupported parse_mode")
    formatted = _trimmed(formatted)
    if not formatted.text and not caption:
        raise bad_request("text must be non-empty" if source else "message text is empty")
    if units(formatted.text) > longest:
        raise bad_request("message caption is too long" if caption else "message is too long")
    return _with_found(formatted)


def _checked(entities: Any) -> list[Entity]:
    wanted = {"type": str, "offset": int, "length": int}
    if not isinstance(entities, list) or not all(
        isinstance(one, dict) and all(isinstance(one.get(x), kind) for x, kind in wanted.items())
        for one in entities
    ):
        raise bad_request("can't parse entities: an Array of MessageEntity is wanted")
    return entities


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.replace("\r", "")
    start = units(text) - units(text.lstrip())
    kept = text.strip()
    end = start + units(kept)
    entities = []
    for entity in formatted.entities:
        begin = max(entity["offset"], start)
        length = min(entity["offset"] + entity["length"], end) - begin
        if length > 0:
            entities.append(entity | {"offset": begin - start, "length": length})
    return Formatted(kept, entities)


def _with_found(formatted: Formatted) -> Formatted:
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in formatted.entities
        if entity["type"] in CLOSED
    ]
    found: list[Entity] = []
    for entity in _found(formatted.text):
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        if all(end <= other or begin >= last for other, last in taken):
            found.append(entity)
            taken.append((begin, end))
    return Formatted(formatted.text, in_order(formatted.entities + found))


def _found(text: str) -> Iterator[Entity]:
    for kind, pattern in FOUND.items():
        for match in pattern.finditer(text):
            if kind == "url" and not checked_url(match[0]):
                continue
            yield {
                "type": kind,
                "offset": units(text[: match.start()]),
                "length": units(match[0]),
            }
