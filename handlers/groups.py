"""In groups only what is meant for the bot is heard: a mention, a reply to it, a command."""

from __future__ import annotations

from telegram import Chat, Message, MessageEntity, Update
from telegram.ext import filters

LONGEST = 1000  # letters of a question; reading time grows with them


def is_addressed(message: Message) -> bool:
    """Whether the message is meant for this bot."""
    if message.chat.type == Chat.PRIVATE:
        return True
    if message.chat.type == Chat.CHANNEL:
        return False
    return _answers_us(message) or bool(_mentions(message))


def concerns_us(update: Update) -> bool:
    """Whether the update would be answered: a press of a button, or a message to this bot."""
    if update.callback_query:
        return True
    message = update.message or update.edited_message
    return message is not None and (is_addressed(message) or _is_command(message))


def question_of(message: Message) -> str:
    """What was asked, without our own name."""
    text = message.text or message.caption or ""
    if message.chat.type != Chat.PRIVATE:
        code = text.encode("utf-16-le", "surrogatepass")
        for mention in reversed(_mentions(message)):
            start, end = 2 * mention.offset, 2 * (mention.offset + mention.length)
            code = code[:start] + code[end:]
        text = code.decode("utf-16-le", "replace").lstrip(" ,:;")
    return " ".join(text.split())[:LONGEST]


class _Addressed(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return is_addressed(message)


ADDRESSED = _Addressed(name="ADDRESSED")


def _answers_us(message: Message) -> bool:
    earlier = message.reply_to_message
    if earlier is None or earlier.from_user is None:
        return False
    # Every message of a topic "answers" the one that opened it, and that may have been ours.
    return earlier.from_user.id == message.get_bot().id and not earlier.forum_topic_created


def _mentions(message: Message) -> list[MessageEntity]:
    bot = message.get_bot()
    name = f"@{bot.username}".lower()
    kinds: list[str | None] = [
        MessageEntity.MENTION,
        MessageEntity.TEXT_MENTION,
        MessageEntity.BOT_COMMAND,
    ]
    found = message.parse_entities(kinds) or message.parse_caption_entities(kinds)
    return [
        entity
        for entity, text in found.items()
        if (entity.user is not None and entity.user.id == bot.id)
        or (entity.type == MessageEntity.MENTION and text.lower() == name)
        or (entity.type == MessageEntity.BOT_COMMAND and text.lower().endswith(name))
    ]


def _is_command(message: Message) -> bool:
    """A command at the beginning, to everybody or to us."""
    return any(
        entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0 and "@" not in text
        for entity, text in message.parse_entities().items()
    )
