"""Who may decide for a chat: in a private one its person, elsewhere an administrator."""

from __future__ import annotations

from telegram import Chat, ChatMember, Update
from telegram.error import BadRequest, Forbidden

from handlers import buttons
from handlers.context import Context

_DECIDING = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def may_decide(update: Update, context: Context) -> bool:
    """Whether this person may; who may not is told so. Telegram is asked each time."""
    if await _may(update, context):
        return True
    text = context.say(await context.language(update), "chat-only-administrators")
    if query := update.callback_query:
        await buttons.acknowledge(query, text, alert=True)
    elif message := update.effective_message:
        await message.reply_text(text)
    return False


async def _may(update: Update, context: Context) -> bool:
    chat, user, message = update.effective_chat, update.effective_user, update.effective_message
    if chat is None:
        return False
    if chat.type == Chat.PRIVATE:
        return True
    if update.callback_query is None and message and message.sender_chat:
        # An administrator who stays anonymous writes as the group, and in a channel only they do.
        return message.sender_chat.id == chat.id
    if user is None:
        return False
    try:
        member = await context.bot.get_chat_member(chat.id, user.id)
    except (BadRequest, Forbidden):
        return False  # in a channel where the bot may not look
    return member.status in _DECIDING
