"""Pictures for cards and statistics. Where one cannot be had, what it says is sent as text."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from telegram import Message
from telegram.error import TelegramError

from knowledge.answer import Answer

if TYPE_CHECKING:
    from handlers.context import Context

logger = logging.getLogger(__name__)

UNKNOWN = "?"
"""Stands for the key of a picture that hangs in the chat since before a restart."""


class Picture(Protocol):
    """``photo`` is what Telegram is sent: a PNG, the file_id of one, or an address."""

    @property
    def key(self) -> str: ...
    @property
    def photo(self) -> bytes | str: ...
    @property
    def caption(self) -> str: ...


class Pictures(Protocol):
    """Draws, or remembers as drawn; None where there is nothing to draw."""

    async def card(self, kind: str, id: str, language: str) -> Picture | None: ...

    async def chart(self, name: str, language: str, about: str = "") -> Picture | None: ...

    async def sent(self, picture: Any, file_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Chart:
    """One of the charts that ``Pictures`` knows: timeline, years, awards, box-office."""

    name: str
    about: str = ""


async def of_answer(context: Context, answer: Answer) -> Picture | None:
    """What a card, or a section of one, is shown with."""
    entity = answer.card
    if entity is None:
        return None
    if entity.kind == "person" and answer.section == "films":
        timeline = await of_chart(context, Chart("timeline", entity.id), answer.language)
        if timeline is not None:
            return timeline
    pictures = context.service.pictures
    if pictures is None:
        return None
    try:
        return await pictures.card(entity.kind, entity.id, answer.language)
    except Exception:
        logger.exception("no picture of %s %s", entity.kind, entity.id)
        return None


async def of_chart(context: Context, chart: Chart, language: str) -> Picture | None:
    pictures = context.service.pictures
    if pictures is None:
        return None
    try:
        return await pictures.chart(chart.name, language, chart.about)
    except Exception:
        logger.exception("no chart of %s", chart.name)
        return None


async def note_sent(
    context: Context, picture: Picture, message: object, answer: Answer | None
) -> None:
    """Remembers under which file_id Telegram keeps the picture: sent again, it costs nothing."""
    service = context.service
    if not isinstance(message, Message) or not message.photo or service.pictures is None:
        return
    file_id = message.photo[-1].file_id
    if answer and answer.card and not answer.section:
        service.photos.put((answer.card, answer.language), file_id)
    try:
        await service.pictures.sent(picture, file_id)
    except Exception:
        logger.exception("file_id of a picture not kept")


def is_refused(error: TelegramError) -> bool:
    """Whether Telegram does not take the picture as such; then the text alone may do."""
    words = error.message.lower()
    return any(part in words for part in ("photo", "file", "image", "media", "url", "wrong type"))
