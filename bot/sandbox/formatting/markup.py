"""HTML as Telegram reads it: text, entities at UTF-16 offsets, and complaints at byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusal import Refused, bad_request

Entity = dict[str, Any]

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,8})|#(\d{1,9})|(lt|gt|amp|quot)(?![A-Za-z]));?")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
SCHEMES = ("http", "https", "tg", "ton", "tonsite", "mailto", "tel")


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def read_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities; Refused where the markup is broken."""
    return _Reader(source).read()


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    start: int
    """Letters of text before it."""


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            letter = self._source[self._at]
            if letter == "<":
                self._tag()
            elif letter == "&" and (reference := REFERENCE.match(self._source, self._at)):
                self._put(_decoded(reference))
                self._at = reference.end()
            else:
                self._put(letter)
                self._at += 1
        if self._open:
            raise broken(f"Can't find end tag corresponding to start tag {self._open[-1].tag}")
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self._text), in_order(self._entities)

    def _put(self, text: str) -> None:
        self._text.append(text)
        self._offset += units(text)

    def _tag(self) -> None:
        begin = self._at
        if self._source.startswith("</", begin):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _start_tag(self, begin: int) -> None:
        self._at += 1
        tag = self._take(TAG_NAME).lower()
        if self._at >= len(self._source):
            raise self._broken("Unclosed start tag", begin)
        if tag not in KINDS:
            raise self._broken(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while (attribute := self._attribute(tag, begin)) is not None:
            argument = _argument(tag, *attribute) or argument
        if tag == "span" and argument != "spoiler":
            raise self._broken('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, argument, self._offset, len(self._text)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str] | None:
        """The next one, or None after the closing bracket."""
        self._skip_spaces()
        if self._ahead == ">":
            self._at += 1
            return None
        name = self._take(ATTRIBUTE_NAME)
        if not self._ahead:
            raise self._broken("Unclosed start tag", begin)
        if not name:
            raise self._broken(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces()
        if self._ahead != "=":
            if (tag, name) == ("blockquote", "expandable"):
                return name, ""
            raise self._broken(
                f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin
            )
        self._at += 1
        self._skip_spaces()
        return name, self._value(begin)

    def _value(self, begin: int) -> str:
        quote = self._ahead
        if quote not in ("'", '"') or not quote:
            start, token = self._at, self._take(NAME_TOKEN)
            if not self._ahead:
                raise self._broken("Unclosed start tag", begin)
            if not (self._ahead.isspace() or self._ahead == ">"):
                raise self._broken("Unexpected end of name token", start)
            return token.lower()
        end = self._source.find(quote, self._at + 1)
        if end < 0 or end + 1 >= len(self._source):
            raise self._broken("Unclosed start tag", begin)
        value = self._source[self._at + 1 : end]
        self._at = end + 1
        return REFERENCE.sub(_decoded, value)

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            raise self._broken("Unexpected end tag", begin)
        self._at += 2
        found = self._take(TAG_NAME).lower()
        self._skip_spaces()
        if self._ahead != ">":
            raise self._broken("Unclosed end tag", begin)
        self._at += 1
        opened = self._open.pop()
        if found and found != opened.tag:
            raise broken(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Entity = {
            "type": KINDS[opened.tag],
            "offset": opened.offset,
            "length": self._offset - opened.offset,
        }
        if opened.tag == "a":
            url = checked_url(opened.argument or "".join(self._text[opened.start :]))
            if not url:
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdecimal():
                raise bad_request("invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument  # counts only where <pre> is around it
        elif opened.tag == "pre" and self._around_code(entity):
            return
        self._entities.append(entity)

    def _around_code(self, pre: Entity) -> bool:
        """<pre><code class="language-…"> is one entity, with the language."""
        last = self._entities[-1] if self._entities else {}
        place = (pre["offset"], pre["length"])
        if "language" in last and (last["offset"], last["length"]) == place:
            last["type"] = "pre"
            return True
        return False

    @property
    def _ahead(self) -> str:
        return self._source[self._at : self._at + 1]

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What fits from here on, perhaps nothing."""
        match = pattern.match(self._source, self._at)
        text = match[0] if match else ""
        self._at += len(text)
        return text

    def _skip_spaces(self) -> None:
        while self._ahead.isspace():
            self._at += 1

    def _broken(self, why: str, at: int) -> Refused:
        return broken(f"{why} at byte offset {self._bytes(at)}")

    def _bytes(self, at: int) -> int:
        return len(self._source[:at].encode("utf-8", "surrogatepass"))


def in_order(entities: list[Entity]) -> list[Entity]:
    """By place, the longer one outside."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def broken(why: str) -> Refused:
    return bad_request(f"can't parse entities: {why}")


def checked_url(url: str) -> str:
    """As Telegram keeps it; nothing where it is no address."""
    url = url.strip()
    scheme, found, rest = url.partition(":")
    if not found or scheme.lower() not in SCHEMES:
        if not re.match(r"[^\s/.]+(\.[^\s/.]+)+([/?#:]|$)", url):
            return ""
        scheme, rest = "http", f"//{url}"
    rest = rest if rest.startswith("//") or scheme in ("mailto", "tel") else f"//{rest}"
    if not rest.strip("/") or re.search(r"\s", rest):
        return ""
    bare = re.fullmatch(r"//[^/?#]+", rest) and scheme.lower() in ("http", "https")
    return f"{scheme.lower()}:{rest}{'/' if bare else ''}"


def _decoded(reference: re.Match[str]) -> str:
    if reference[3]:
        return REFERENCES[reference[3]]
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    usable = 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if usable else reference[0]


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            return value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            return name
    return ""
