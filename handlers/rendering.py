"""An answer as Telegram shows it: HTML, at most 4,096 UTF-16 units a message, short links.

What hangs under a picture is at most 1,024.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers import buttons
from knowledge.answer import Answer
from knowledge.answers.texts import Texts

LIMIT, CAPTION = 4096, 1024
SOURCES_SHOWN = 10
BRIEF = 400
"""Letters of an answer in a group, where a button leads to the rest."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text inside at most one tag, so that it can be cut anywhere without breaking HTML."""

    text: str
    before: str = ""
    after: str = ""

    @property
    def html(self) -> str:
        return f"{self.before}{escape(self.text, quote=False)}{self.after}"


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """Messages in HTML; the keyboard goes under the last of them."""

    messages: tuple[str, ...]
    keyboard: InlineKeyboardMarkup | None = None


def render(
    answer: Answer, texts: Texts, *, short: bool = False, own: Sequence[InlineKeyboardButton] = ()
) -> Rendered:
    """``short``: for a group only what was asked. A card always fits under its picture."""
    brief = _brief(answer) if short else answer
    keyboard = buttons.of_answer(answer, texts, shortened=brief is not answer, own=own)
    answer = brief
    lines = [bold(line) for line in answer.lead.splitlines()]
    lines += [plain(line) for text in answer.lines for line in (text.splitlines() or [""])]
    if answer.sources:
        label = texts.say(answer.language, "chat-sources", count=len(set(answer.sources)))
        lines += [plain(""), sources(answer.sources, label)]
    if answer.card:
        return Rendered(split(lines, CAPTION)[:1], keyboard)
    return Rendered(split(lines), keyboard)


def _brief(answer: Answer) -> Answer:
    """What was asked, without the rest; itself where that is all, or nothing leads to the rest."""
    if answer.card or answer.kind != "answer" or not buttons.can_open(answer):
        return answer
    lead = answer.lead
    if len(lead) > BRIEF:
        lead = lead[:BRIEF].rsplit(" ", 1)[0].rstrip(",;:.–— ") + "…"
    return replace(answer, lead=lead, lines=()) if answer.lines or lead != answer.lead else answer


def render_text(text: str, *, headed: bool = False) -> tuple[str, ...]:
    """A text of the chat itself; ``headed`` where its first line is a heading."""
    first, *rest = text.splitlines() or [""]
    return split([bold(first) if headed else plain(first), *map(plain, rest)])


def bold(text: str) -> Line:
    return (Span(text, "<b>", "</b>"),)


def plain(text: str) -> Line:
    return (Span(text),)


def sources(urls: Iterable[str], label: str) -> Line:
    """``Sources: 1 kazpravda.kz · 2 imdb.com``, each a link."""
    distinct = list(dict.fromkeys(urls))
    spans = [Span(f"{label} ")]
    for number, url in enumerate(distinct[:SOURCES_SHOWN], 1):
        if number > 1:
            spans.append(Span(" · "))
        # What a cinema sent has no address.
        tags = (f'<a href="{escape(url)}">', "</a>") if url.startswith("http") else ()
        # A line breaks between two sources, not inside of one.
        spans.append(Span(f"{number}\N{NO-BREAK SPACE}{host(url)}", *tags))
    if len(distinct) > SOURCES_SHOWN:
        spans.append(Span(f" · +{len(distinct) - SOURCES_SHOWN}"))
    return tuple(spans)


def host(url: str) -> str:
    try:
        name = urlsplit(url).hostname
    except ValueError:
        name = None
    return (name or url).removeprefix("www.").rstrip(".")


def units(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(lines: Iterable[Line], limit: int = LIMIT) -> tuple[str, ...]:
    """Messages that break at ends of lines, inside a line only where it alone is too long."""
    messages: list[str] = []
    page: list[Line] = []
    room = limit
    for line in (part for whole in lines for part in _cut(whole, limit)):
        needed = length(line) + bool(page)
        if needed > room:
            messages.append(_html(page))
            page, room, needed = [], limit, length(line)
        page.append(line)
        room -= needed
    messages.append(_html(page))
    return tuple(message for message in messages if message)


def length(line: Line) -> int:
    return sum(units(span.text) for span in line)


def _html(lines: Sequence[Line]) -> str:
    """The lines without blank ones at either end; nothing where all are blank."""
    full = [n for n, line in enumerate(lines) if any(span.text.strip() for span in line)]
    if not full:
        return ""
    kept = lines[full[0] : full[-1] + 1]
    return "\n".join("".join(span.html for span in line if span.text) for line in kept)


def _cut(line: Line, limit: int) -> Iterator[Line]:
    if length(line) <= limit:
        yield line
        return
    part: list[Span] = []
    room = limit
    for span in line:
        rest = span.text
        while units(rest) > room:
            head = _fitting(rest, room)
            part.append(replace(span, text=head))
            yield tuple(part)
            part, room, rest = [], limit, rest[len(head) :]
        part.append(replace(span, text=rest))
        room -= units(rest)
    yield tuple(part)


def _fitting(text: str, room: int) -> str:
    """The longest beginning that fits, up to a space where there is one in its second half."""
    code = text.encode("utf-16-le", "surrogatepass")[: 2 * room]
    head = code.decode("utf-16-le", "ignore")
    space = head.rfind(" ", len(head) // 2)
    return head[: space + 1] if space > 0 else head
