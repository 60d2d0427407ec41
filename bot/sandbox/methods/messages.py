"""Text in chats: sent, edited, deleted."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call, whole
from bot.sandbox.methods.posting import caption_content, change, send, text_content, to_edit
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.message import DELETABLE, Message
from bot.sandbox.world.people import Chat
from bot.sandbox.world.world import World

ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
     "upload_document", "choose_sticker", "find_location", "record_video_note",
     "upload_video_note"}
)  # fmt: skip
REACTIONS = frozenset(
    {
        "❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩",
        "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚", "🌭", "💯",
        "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭",
        "🤓", "👻", "👨‍💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄",
        "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷‍♂",
        "🤷", "🤷‍♀", "😡",
    }
)  # fmt: skip
MOST_AT_ONCE = 100


async def send_message(world: World, call: Call) -> dict[str, Any]:
    return send(world, call, text_content(call))


async def send_chat_action(world: World, call: Call) -> bool:
    chat = world.chat_for_bot(call.text("chat_id"))
    if call.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.happenings.note("action", chat.id, action=call.text("action"))
    return True


async def edit_text(world: World, call: Call) -> Any:
    message = to_edit(world, call)
    if not message.is_text:
        raise bad_request("there is no text in the message to edit")
    return change(world, call, message, text_content(call))


async def edit_caption(world: World, call: Call) -> Any:
    message = to_edit(world, call)
    if not message.has_media:
        raise bad_request("there is no caption in the message to edit")
    kept = {
        name: value
        for name, value in message.content.items()
        if name not in ("caption", "caption_entities")
    }
    return change(world, call, message, kept | caption_content(call))


async def edit_reply_markup(world: World, call: Call) -> Any:
    message = to_edit(world, call)
    return change(world, call, message, message.content)


async def delete_message(world: World, call: Call) -> bool:
    chat = world.chat_for_bot(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not _may_delete(world, chat, message):
        raise bad_request("message can't be deleted")
    world.remove(message)
    return True


async def delete_messages(world: World, call: Call) -> bool:
    """Those that are not there, or cannot be deleted, are passed over."""
    chat = world.chat_for_bot(call.text("chat_id"))
    numbers = call.array("message_ids", "message identifiers")
    if not 1 <= len(numbers) <= MOST_AT_ONCE:
        raise bad_request("message identifiers are not specified")
    for number in numbers:
        message = world.message(chat, whole(number))
        if message and _may_delete(world, chat, message):
            world.remove(message)
    return True


async def set_reaction(world: World, call: Call) -> bool:
    chat = world.chat_for_bot(call.text("chat_id"))
    message = world.message(chat, call.number("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    given = call.array("reaction", "ReactionType")
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(one.get("emoji", "")) if isinstance(one, dict) else "" for one in given]
    if any(one.rstrip("\ufe0f") not in REACTIONS for one in emoji):
        raise bad_request("REACTION_INVALID")
    message.reactions[world.bot.id] = emoji
    world.show_again(message)
    return True


def _may_delete(world: World, chat: Chat, message: Message) -> bool:
    """Not after two days; another's only in a private chat, or with an administrator's rights."""
    if world.clock() > message.date + DELETABLE:
        return False
    ours = message.sender is not None and message.sender.id == world.bot.id
    return ours or chat.type == "private" or chat.bot == "administrator"
