"""What the bot hears of what is written in chats."""

from __future__ import annotations

from typing import Any

from bot.sandbox.world.message import Message
from bot.sandbox.world.people import PRESENT
from bot.sandbox.world.world import World

SERVICE = frozenset(
    {"new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id",
     "forum_topic_created"}
)  # fmt: skip


def hear(world: World, message: Message, *, edited: bool = False) -> None:
    """An update for the bot, where it may hear of the message."""
    if message.chat.bot not in PRESENT or not _is_heard(world, message):
        return
    kind = "channel_post" if message.chat.type == "channel" else "message"
    world.updates.add(f"edited_{kind}" if edited else kind, message.as_json())


def _is_heard(world: World, message: Message) -> bool:
    """With privacy on, a bot hears in groups only what may be meant for it."""
    chat, me = message.chat, world.bot
    if chat.type in ("private", "channel") or chat.bot == "administrator" or not me.privacy:
        return True
    if message.via_bot or message.content.keys() & SERVICE:
        return True
    earlier = message.replies_to
    if earlier and earlier.sender and earlier.sender.id == me.id:
        return True
    name = f"@{me.username}".lower()
    for entity in message.entities:
        word = _slice(message.text, entity).lower()
        if entity["type"] == "bot_command" and (word.endswith(name) or "@" not in word):
            return True
        if entity["type"] == "mention" and word == name:
            return True
    return False


def _slice(text: str, entity: dict[str, Any]) -> str:
    code = text.encode("utf-16-le", "surrogatepass")
    begin = 2 * entity["offset"]
    return code[begin : begin + 2 * entity["length"]].decode("utf-16-le", "replace")
