"""What waited out a downtime: one apology a chat; its last question is answered if wanted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.conversations import Recent
from handlers import buttons, expired
from handlers.groups import concerns_us

if TYPE_CHECKING:
    from handlers.context import Context

OLD = timedelta(hours=1)


class Backlog:
    """The newest late message of each chat, and when we last apologised there."""

    def __init__(self, chats: int = 10_000) -> None:
        self._newest: Recent[int, Update] = Recent(chats)
        self._apologies: Recent[int, datetime] = Recent(chats)
        self._wanted: Recent[int, bool] = Recent(chats)

    def keep(self, chat: int, update: Update, now: datetime) -> bool:
        """Whether an apology is due."""
        self._newest.put(chat, update)
        last = self._apologies.get(chat)
        if last is not None and now - last < OLD:
            return False
        self._apologies.put(chat, now)
        return True

    def take(self, chat: int) -> Update | None:
        """The newest message of the chat; from now on it counts as just sent."""
        update = self._newest.pop(chat)
        if update is not None:
            self._wanted.put(update.update_id, True)
        return update

    def is_wanted(self, update: Update) -> bool:
        return self._wanted.get(update.update_id) is not None


async def hold_back(update: Update, context: Context) -> None:
    """Before all handlers: stops a message that is more than an hour old."""
    message = update.message or update.edited_message
    service = context.service
    now = service.clock()
    if message is None or now - (message.edit_date or message.date) <= OLD:
        return
    if service.backlog.is_wanted(update):
        return
    if (
        update.message
        and concerns_us(update)
        and service.backlog.keep(message.chat_id, update, now)
    ):
        language = await context.language(update)
        await message.reply_text(
            context.say(language, "chat-stale"),
            reply_markup=buttons.to_answer_last(language, service.texts),
        )
    raise ApplicationHandlerStop


async def answer_last(update: Update, context: Context) -> None:
    """The button under the apology."""
    query = update.callback_query
    if query is None or query.message is None:
        return
    late = context.service.backlog.take(query.message.chat.id)
    if late is None:
        await expired.tell(update, context)
        return
    await buttons.acknowledge(query)
    await context.application.process_update(late)
