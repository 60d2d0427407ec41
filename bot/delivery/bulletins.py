"""A bulletin of the knowledge becomes an item of the delivery: plain lines become HTML here."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence

from bot.delivery.delivery import Delivery
from bot.delivery.item import LONGEST, LONGEST_CAPTION, Document, Item, units
from bot.delivery.topic import Topic
from handlers import rendering
from knowledge.answers.texts import Texts
from knowledge.bulletins.bulletin import Bulletin, Message
from knowledge.factbase.records import LANGUAGES

logger = logging.getLogger(__name__)


def item_of(bulletin: Bulletin, texts: Texts) -> Item:
    """ValueError where nobody could follow any of its topics, or it is no item otherwise."""
    messages = bulletin.texts
    documents = _documents(messages)
    most = LONGEST_CAPTION if documents else LONGEST
    return Item(
        kind=bulletin.kind,
        subject=subject_of(bulletin),
        key=bulletin.key,
        texts={code: html_of(messages[code], code, texts, most) for code in LANGUAGES},
        audience=audience_of(bulletin.topics),
        expires_at=bulletin.expires_at,
        repeatable=bulletin.may_repeat,
        documents=documents,
    )


def audience_of(names: tuple[str, ...]) -> tuple[Topic, ...]:
    """The topics that somebody can follow: a name that has no record is none."""
    found = []
    for name in names:
        try:
            found.append(Topic.parse(name))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


def subject_of(bulletin: Bulletin) -> str:
    about = bulletin.subject
    return f"{about.kind}:{about.id}" if about else ""


def html_of(message: Message, language: str, texts: Texts, most: int = LONGEST) -> str:
    """HTML of at most so many UTF-16 units; what does not fit is left out, the end first."""
    lines, links = list(message.lines), list(dict.fromkeys(message.sources))
    while units(html := _html(message.lead, lines, links, language, texts)) > most:
        if len(links) > 1:
            links.pop()
        elif lines:
            lines.pop()
        else:
            return _html(message.lead[: most // 8] + "…", (), (), language, texts)
    return html


def _html(
    lead: str, lines: Sequence[str], links: Sequence[str], language: str, texts: Texts
) -> str:
    said = [rendering.bold(lead), *map(rendering.plain, lines)]
    if links:
        label = texts.say(language, "chat-sources", count=len(links))
        said += [rendering.plain(""), rendering.sources(links, label)]
    return "\n".join(rendering.split(said, sum(map(rendering.length, said)) + len(said)))


def _documents(messages: Mapping[str, Message]) -> dict[str, Document]:
    found = {
        code: Document(document.name, document.content)
        for code in LANGUAGES
        if (document := messages[code].document)
    }
    return found if len(found) == len(LANGUAGES) else {}


class Delivering:
    """Takes a bulletin for good, or raises; one that it has taken before it drops."""

    def __init__(self, delivery: Delivery, texts: Texts) -> None:
        self._delivery = delivery
        self._texts = texts
        self._refused: set[str] = set()

    async def __call__(self, bulletin: Bulletin) -> int | None:
        """The item's id; None where its time is over, or it can never be told. StorageError."""
        try:
            item = item_of(bulletin, self._texts)
        except ValueError as error:
            # As it is, it will never do: what comes after it must not wait for ever.
            if bulletin.key not in self._refused:
                logger.error("%s is not told: %s", bulletin.key, error)
            self._refused.add(bulletin.key)
            return None
        if bulletin.kind == "change":
            # The reminders of the day that it takes back are not true any more.
            await self._delivery.withdraw("reminder", item.subject)
        published = await self._delivery.publish(item)
        return published.id
