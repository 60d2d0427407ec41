"""Pictures for the chat: drawn on demand in one worker thread, at most once, and sent again by
the ``file_id`` under which Telegram has them.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

from bot.conversations import Recent
from bot.drawing import EDITION
from bot.storage import Storage, StorageError
from bot.storage.pictures import SentPictures
from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.factbase.base import FactBase
from knowledge.figures.card import Card
from knowledge.figures.cards import card_of
from knowledge.figures.charts import Chart, chart_of

logger = logging.getLogger(__name__)

KEPT = 64
"""Drawn pictures kept in memory until they are sent; of 100 to 300 KB each."""

Figure: TypeAlias = Card | Chart


@dataclass(frozen=True, slots=True)
class Picture:
    key: str
    """Of what it shows: subject, language and a digest of what is drawn."""
    photo: bytes | str
    """The image (JPEG or PNG), or Telegram's ``file_id``, or the address of a poster."""
    caption: str
    """Plain text that says the same; at most 1,024 characters."""


class Pictures:
    """Cards and charts in a chat's language. The base is asked for anew at each call."""

    def __init__(self, base: Callable[[], FactBase], storage: Storage) -> None:
        self._base = base
        self._sent = SentPictures(storage)
        self._drawn: Recent[str, bytes] = Recent(KEPT)
        self._drawing: dict[str, asyncio.Future[bytes]] = {}
        # One thread: drawing must not slow the answers of others down, nor need locks.
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="drawing")

    async def card(self, kind: str, id: str, language: str) -> Picture | None:
        """Of a film, person or organisation; None where there is no such record."""
        card = card_of(self._word(language), kind, id)
        return await self._picture(f"{kind}/{id}/{language}", card) if card else None

    async def chart(self, name: str, language: str, about: str = "") -> Picture | None:
        """``timeline`` (of the person ``about``), ``years``, ``awards`` or ``box-office``.

        None where the base holds nothing to draw.
        """
        chart = chart_of(self._word(language), name, about)
        return await self._picture(f"{name}/{about}/{language}", chart) if chart else None

    async def sent(self, picture: Picture, file_id: str) -> None:
        """Telegram has it under this name now."""
        subject, _, digest = picture.key.rpartition("/")
        try:
            await self._sent.remember(subject, digest, file_id)
        except StorageError as error:
            logger.error("file_id of a picture not kept: %s", error)
        else:
            self._drawn.pop(picture.key)

    async def refused(self, picture: Picture) -> Picture | None:
        """Drawn anew, where Telegram no longer knows a ``file_id`` or cannot get a poster."""
        subject, _, _ = picture.key.rpartition("/")
        try:
            await self._sent.forget(subject)
        except StorageError as error:
            logger.error("file_id of a picture not forgotten: %s", error)
        kind, id_, language = subject.split("/")
        word = self._word(language)
        figure = card_of(word, kind, id_) or chart_of(word, kind, id_)
        if figure is None:
            return None
        key = _key(subject, figure)
        return Picture(key, await self._image(key, figure), figure.caption)

    def _word(self, language: str) -> Wording:
        return Wording(self._base(), load_texts(), language)

    async def _picture(self, subject: str, figure: Figure) -> Picture:
        key = _key(subject, figure)
        photo = await self._known(key) or (figure.poster if isinstance(figure, Card) else "")
        return Picture(key, photo or await self._image(key, figure), figure.caption)

    async def _known(self, key: str) -> str:
        subject, _, digest = key.rpartition("/")
        try:
            return await self._sent.file_id(subject, digest)
        except StorageError as error:
            logger.error("file_id of a picture not read: %s", error)
            return ""

    async def _image(self, key: str, figure: Figure) -> bytes:
        """Whoever asks while it is being drawn waits for the same drawing."""
        if drawn := self._drawn.get(key):
            return drawn
        drawing = self._drawing.get(key)
        if drawing is None:
            loop = asyncio.get_running_loop()
            drawing = loop.run_in_executor(self._worker, draw, figure)
            self._drawing[key] = drawing
            drawing.add_done_callback(lambda done: self._finished(key, done))
        # A caller who gives up must not take the drawing from the others.
        return await asyncio.shield(drawing)

    def _finished(self, key: str, drawing: asyncio.Future[bytes]) -> None:
        del self._drawing[key]
        if not drawing.cancelled() and drawing.exception() is None:
            self._drawn.put(key, drawing.result())


def _key(subject: str, figure: Figure) -> str:
    content = f"{EDITION} {figure!r}".encode()
    return f"{subject}/{hashlib.sha256(content).hexdigest()[:16]}"


def draw(figure: Figure) -> bytes:
    """Drawing libraries are large: they are imported here, when first needed, in the thread."""
    if isinstance(figure, Card):
        from bot.drawing.card import draw_card

        return draw_card(figure)
    from bot.drawing.chart import draw_chart

    return draw_chart(figure)
