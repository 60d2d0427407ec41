"""How far a broadcast has come, in a message that changes; pause, resume, cancel."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Forbidden, TelegramError

from handlers import buttons, editors
from knowledge.answers.texts import Texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.storage.items import Items, Progress, State
    from handlers.context import Context

logger = logging.getLogger(__name__)

EVERY = timedelta(seconds=3)
"""A message is not edited more often."""
BUTTON = re.compile(r"^~item:(pause|resume|cancel):(\d{1,15})$", re.ASCII)
STATES: dict[str, State] = {"pause": "paused", "resume": "active", "cancel": "cancelled"}


@dataclass(frozen=True, slots=True)
class _Watched:
    item: int
    language: str
    text: str
    shown_at: datetime


class Followed:
    """Messages that show the progress of an item, until it has come to its end."""

    def __init__(self, items: Items, texts: Texts, clock: Callable[[], datetime]) -> None:
        self._items = items
        self._texts = texts
        self._clock = clock
        self._watched: dict[tuple[int, int], _Watched] = {}

    def follow(self, chat: int, message: int, item: int, language: str, text: str) -> None:
        self._watched[chat, message] = _Watched(item, language, text, self._clock())

    async def look(self, bot: ExtBot[Any]) -> None:
        """Edit what has changed, none of them too soon after the last time. StorageError."""
        for (chat, message), watched in list(self._watched.items()):
            now = self._clock()
            if now - watched.shown_at < EVERY:
                continue
            progress = await self._items.progress(watched.item)
            if progress is None:
                del self._watched[chat, message]
                continue
            text, keyboard = said(progress, watched.language, self._texts)
            self._watched[chat, message] = replace(watched, shown_at=now)
            try:
                if text != watched.text:
                    await bot.edit_message_text(text, chat, message, reply_markup=keyboard)
            except (BadRequest, Forbidden) as error:
                # The editor has deleted it, or left; or an edit arrived, and its answer did not.
                gone = "not modified" not in error.message
            except TelegramError as error:
                logger.warning("progress not shown, again soon: %s", error)
                continue
            else:
                gone = False
            if gone or is_over(progress) or progress.state != "active":
                del self._watched[chat, message]  # its buttons follow it again
            else:
                self._watched[chat, message] = replace(watched, text=text, shown_at=now)


async def press(update: Update, context: Context) -> None:
    """Pause, resume or cancel; the message then says how it stands."""
    query = update.callback_query
    wanted = BUTTON.match((query.data if query else None) or "")
    if query is None or query.message is None or wanted is None:
        return
    office = editors.office_of(context)
    language = await context.language(update)
    item = int(wanted[2])
    await office.delivery.items.set_state(item, STATES[wanted[1]], office.clock())
    office.delivery.wake()
    await buttons.acknowledge(query)
    progress = await office.delivery.items.progress(item)
    if progress is None:
        return
    text, keyboard = said(progress, language, context.service.texts)
    await editors.put(query, text, keyboard)
    if not is_over(progress) and progress.state == "active":
        at = query.message
        office.followed.follow(at.chat.id, at.message_id, item, language, text)


def is_over(progress: Progress) -> bool:
    """Whether nothing of it is still to be sent."""
    return not (progress.counts.get("pending", 0) + progress.counts.get("sending", 0))


def said(
    progress: Progress, language: str, texts: Texts
) -> tuple[str, InlineKeyboardMarkup | None]:
    """The message, plain without anything to escape, and its buttons."""
    counts = progress.counts
    everybody = sum(counts.values())
    waiting = counts.get("pending", 0) + counts.get("sending", 0)
    if progress.state == "cancelled":
        heading = "chat-progress-cancelled"
    elif is_over(progress):
        heading = "chat-progress-done" if everybody else "chat-progress-nobody"
    else:
        heading = f"chat-progress-{progress.state}"
    lines = [texts.say(language, heading)]
    if everybody:
        sent = counts.get("sent", 0)
        lines.append(texts.say(language, "chat-progress-sent", sent=sent, all=everybody))
        if waiting:
            lines.append(texts.say(language, "chat-progress-waiting", count=waiting))
        lines += [
            texts.say(language, f"chat-state-{state}", count=counts[state])
            for state in ("unconfirmed", "failed", "dead", "expired")
            if counts.get(state)
        ]
    if is_over(progress) or progress.state == "cancelled":
        return "\n".join(lines), None
    turn = "pause" if progress.state == "active" else "resume"
    row = [
        Button(
            texts.say(language, f"chat-progress-{act}"), callback_data=f"~item:{act}:{progress.id}"
        )
        for act in (turn, "cancel")
    ]
    return "\n".join(lines), InlineKeyboardMarkup([row])
