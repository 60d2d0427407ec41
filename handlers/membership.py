"""The bot blocked, taken back, thrown out; and groups that become supergroups."""

from __future__ import annotations

import logging

from telegram import ChatMember, ChatMemberRestricted, Update

from bot.storage import StorageError
from handlers.context import Context

logger = logging.getLogger(__name__)

_GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def change(update: Update, context: Context) -> None:
    """What Telegram tells of the bot's own place in a chat."""
    changed = update.my_chat_member
    if changed is None:
        return
    new = changed.new_chat_member
    is_out = isinstance(new, ChatMemberRestricted) and not new.is_member
    if new.status in _GONE or is_out:
        await context.delivery.subscriptions.lost(changed.chat.id, context.service.clock())
    else:
        await is_back(context, changed.chat.id)


async def is_back(context: Context, chat: int) -> None:
    """The subscriptions are as before; a broken database is no reason not to greet."""
    try:
        await context.delivery.subscriptions.back(chat)
    except StorageError as error:
        logger.error("a chat that is back not noted: %s", error)


async def move(update: Update, context: Context) -> None:
    """Both groups tell of it, the old one and the new; whichever comes first is enough."""
    message = update.message
    if message is None:
        return
    old = message.migrate_from_chat_id or message.chat_id
    new = message.migrate_to_chat_id or message.chat_id
    await context.delivery.rows.rename(old, new)
    for chat in (old, new):
        context.service.languages.pop(chat)
