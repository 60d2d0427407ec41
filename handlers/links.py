"""Addresses that lead into the chat: ``https://t.me/bot?start=film_tulpan-2008``."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from telegram import InlineKeyboardButton as Button

from bot.delivery.topic import GENERAL, Topic
from knowledge.answer import Entity, EntityKind

if TYPE_CHECKING:
    from handlers.context import Context

MAX_PAYLOAD = 64  # of A-Z a-z 0-9 _ -, a limit of Telegram
_WORDS: dict[str, EntityKind] = {"film": "film", "person": "person", "award": "organisation"}
_WORD_OF = {kind: word for word, kind in _WORDS.items()}
_TOPICS = {
    **{kind.replace("-", ""): kind for kind in GENERAL},
    **_WORDS,
}
"""How links may call a topic, beside its own name."""
_CARD = re.compile(rf"({'|'.join(_WORDS)})_([a-z0-9]+(?:-[a-z0-9]+)*)")
_QUESTION = re.compile(r"ask_([A-Za-z0-9_-]{1,60})")


def payload_of(entity: Entity) -> str:
    return f"{_WORD_OF[entity.kind]}_{entity.id}"


def entity_in(payload: str) -> Entity | None:
    """The record that a deep link names, whether there is one or not."""
    found = _CARD.fullmatch(payload)
    return Entity(_WORDS[found[1]], found[2]) if found else None


def topic_in(payload: str) -> Topic | None:
    """The topic to which a deep link subscribes: ``sub_news``, ``sub_film_tulpan-2008``."""
    word, _, id = payload.removeprefix("sub_").partition("_")
    kind = _TOPICS.get(word, word)
    if not payload.startswith("sub_"):
        return None
    try:
        return Topic.of_link(f"sub_{kind}_{id}" if id else f"sub_{kind}")
    except ValueError:
        return None


def code_of(topic: Topic) -> str:
    """A topic as a button carries it, at most 57 characters; ``topic_of`` reads it."""
    return topic.link.removeprefix("sub_")


def topic_of(code: str) -> Topic | None:
    return topic_in(f"sub_{code}")


def payload_of_question(text: str) -> str:
    """A question on its way into the chat, cut where it does not fit."""
    most = (MAX_PAYLOAD - len("ask_")) * 3 // 4
    code = text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore").encode()
    return f"ask_{base64.urlsafe_b64encode(code).decode().rstrip('=')}"


def question_in(payload: str) -> str:
    """The question that a deep link carries; empty where it carries none."""
    found = _QUESTION.fullmatch(payload)
    if not found:
        return ""
    code = found[1]
    try:
        return base64.urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def to(context: Context, entity: Entity) -> str:
    return f"https://t.me/{context.bot.username}?start={payload_of(entity)}"


def share(context: Context, entity: Entity, title: str, language: str) -> Button:
    """Offers the card in another chat: inline where that is switched on, else as a link."""
    label = context.say(language, "chat-share")
    if context.bot.supports_inline_queries:
        return Button(label, switch_inline_query=payload_of(entity))
    address = quote(to(context, entity), safe="")
    return Button(label, url=f"https://t.me/share/url?url={address}&text={quote(title)}")
