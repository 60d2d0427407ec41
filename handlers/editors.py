"""What is the editors' alone: who they are, what they work on, and that nobody else comes in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ParseMode
from telegram.ext import filters

from bot.conversations import Recent
from bot.storage import StorageError
from handlers import buttons

if TYPE_CHECKING:
    from bot.delivery.delivery import Delivery
    from bot.rounds import Rounds
    from bot.storage import Storage
    from bot.storage.incoming import Incoming
    from handlers.context import Context
    from handlers.progress import Followed
    from knowledge.factbase.showings import Showing

logger = logging.getLogger(__name__)

WRITING = timedelta(hours=1)
"""So long what an editor writes is the text of a draft, and no question."""

Handler = Callable[[Update, Any], Coroutine[Any, Any, None]]


@dataclass(slots=True)
class Office:
    """What editors work with; what they began is forgotten when the bot ends."""

    editors: frozenset[int]
    storage: Storage
    delivery: Delivery
    incoming: Incoming
    rounds: Rounds
    followed: Followed
    clock: Callable[[], datetime]
    started: datetime
    writing: Recent[int, tuple[str, datetime]] = field(default_factory=lambda: Recent(100))
    """By editor: the key of the draft, empty for a new one, and since when."""
    showings: Recent[str, Showing] = field(default_factory=lambda: Recent(100))
    """By what their buttons carry: premieres that wait to be confirmed."""

    def begins(self, editor: int, key: str = "") -> None:
        self.writing.put(editor, (key, self.clock()))

    def written(self, editor: int) -> str | None:
        """The key of the draft that the editor writes; None where none is being written."""
        began = self.writing.get(editor)
        if began is None or self.clock() - began[1] > WRITING:
            return None
        return began[0]


def office_of(context: Context) -> Office:
    office: Office = context.bot_data["office"]
    return office


def editor_filter(office: Office) -> filters.BaseFilter:
    """Messages of editors, in their own chat with the bot: in a group others would read along."""
    return filters.User(office.editors) & filters.ChatType.PRIVATE


class Writing(filters.MessageFilter):
    """Messages of somebody who is writing a draft."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office

    def filter(self, message: Message) -> bool:
        user = message.from_user
        return user is not None and self._office.written(user.id) is not None


def only(handler: Handler) -> Handler:
    """The handler for editors; to a button that somebody else presses it is as if it were old."""

    async def guarded(update: Update, context: Context) -> None:
        user = update.effective_user
        query = update.callback_query
        if user is None or user.id not in office_of(context).editors:
            if query:
                text = context.say(await context.language(update), "chat-expired")
                await buttons.acknowledge(query, text, alert=True)
            return
        try:
            await handler(update, context)
        except StorageError as error:
            logger.error("editors: %s", error)
            text = context.say(await context.language(update), "chat-editors-database")
            if query:
                await buttons.acknowledge(query, text, alert=True)
            elif update.message:
                await update.message.reply_text(text)

    return guarded


async def put(
    query: CallbackQuery, html: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """In the place of what the button hangs under; what editors read is HTML."""
    await buttons.rewrite(query, html, keyboard, ParseMode.HTML)
