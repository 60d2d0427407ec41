"""Pictures for cards and statistics. Where one cannot be had, what it says is sent as text."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from telegram import Message
from telegram.error import BadRequest, TimedOut

from knowledge.answer import Answer

if TYPE_CHECKING:
    from handlers.context import Context

logger = logging.getLogger(__name__)

T = TypeVar("T")

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

    async def refused(self, picture: Any) -> Picture | None: ...


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


async def put(
    context: Context, picture: Picture, place: Callable[[Picture], Awaitable[T]]
) -> tuple[Picture, T] | None:
    """What ``place`` made of the picture, or of one drawn anew where Telegram refuses it.

    None where it refuses both, or takes too long: then the text alone has to do.
    """
    tried: Picture | None = picture
    for last in (False, True):
        if tried is None:
            break
        try:
            return tried, await place(tried)
        except BadRequest as error:
            if not _is_refused(error):
                raise
            logger.warning("picture %s refused: %s", tried.key, error.message)
        except TimedOut:
            # It may still arrive; words twice are better than none at all.
            logger.warning("picture %s took too long", tried.key)
            break
        tried = None if last else await _anew(context, tried)
    return None


async def _anew(context: Context, picture: Picture) -> Picture | None:
    pictures = context.service.pictures
    try:
        return await pictures.refused(picture) if pictures else None
    except Exception:
        logger.exception("%s not drawn anew", picture.key)
        return None


def _is_refused(error: BadRequest) -> bool:
    """Whether it is about the picture: a file_id of another bot, an address that is gone."""
    words = error.message.lower()
    return any(part in words for part in ("photo", "file", "image", "media", "url", "wrong type"))
