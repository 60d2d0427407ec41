"""What all methods that send or edit have in common."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call, whole
from bot.sandbox.formatting.entities import LONGEST_CAPTION, of_bot
from bot.sandbox.formatting.keyboards import read_markup
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.message import Message
from bot.sandbox.world.people import GENERAL_TOPIC, Chat
from bot.sandbox.world.world import World

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def text_content(call: Call) -> dict[str, Any]:
    entities = call.array("entities", "MessageEntity")
    formatted = of_bot(call.text("text"), call.text("parse_mode"), entities)
    content: dict[str, Any] = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = formatted.entities
    if (preview := call.json("link_preview_options", "link preview options")) is not None:
        content["link_preview_options"] = preview
    return content


def caption_content(given: Call | dict[str, Any]) -> dict[str, Any]:
    """From the parameters of a call, or from an InputMedia or an inline result."""
    if isinstance(given, Call):
        entities = given.array("caption_entities", "MessageEntity")
        text, mode = given.text("caption"), given.text("parse_mode")
    else:
        entities = given.get("caption_entities") or []
        text, mode = str(given.get("caption") or ""), str(given.get("parse_mode") or "")
    formatted = of_bot(text, mode, entities, longest=LONGEST_CAPTION)
    content: dict[str, Any] = {"caption": formatted.text} if formatted.text else {}
    if formatted.entities:
        content["caption_entities"] = formatted.entities
    return content


def send(world: World, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Put it into the chat that the call names."""
    chat = world.chat_for_bot(call.text("chat_id"))
    keyboard, other = read_markup(call.json("reply_markup", "reply keyboard markup"))
    earlier = _replied_to(world, chat, call)
    message = world.put(
        chat,
        None if chat.type == "channel" else world.bot.user,
        content,
        keyboard=keyboard,
        other_markup=other,
        replies_to=earlier,
        topic=_topic(chat, call) or (earlier.topic if earlier else None),
    )
    return message.as_json()


def to_edit(world: World, call: Call) -> Message:
    """The message of the bot that a call names; Refused where it cannot be edited."""
    if inline_id := call.text("inline_message_id"):
        for message in world.messages.values():
            if message.inline_id == inline_id:
                return message
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.chat_for_bot(call.text("chat_id"))
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    found = world.message(chat, call.number("message_id"))
    if found is None:
        raise bad_request("message to edit not found")
    ours = found.sender is None or found.sender.id == world.bot.id
    if not ours or found.via_bot:
        raise bad_request("message can't be edited")
    return found


def change(world: World, call: Call, message: Message, content: dict[str, Any]) -> Any:
    """Put other content and another keyboard in its place; a keyboard not given is taken away."""
    keyboard, _ = read_markup(call.json("reply_markup", "reply keyboard markup"))
    if (content, keyboard) == (message.content, message.keyboard):
        raise bad_request(UNCHANGED)
    if content != message.content:
        message.edited = world.clock.seconds
    message.content, message.keyboard = content, keyboard
    world.show_again(message)
    return True if message.inline_id else message.as_json()


def _replied_to(world: World, chat: Chat, call: Call) -> Message | None:
    given = call.json("reply_parameters", "reply parameters") or {
        "message_id": call.number("reply_to_message_id"),
        "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
    }
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if not given.get("message_id"):
        return None
    where = chat if "chat_id" not in given else world.chat_for_bot(str(given["chat_id"]))
    earlier = world.message(where, whole(given["message_id"]))
    if earlier is None and not given.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return earlier


def _topic(chat: Chat, call: Call) -> int | None:
    topic = call.number("message_thread_id")
    if not topic or (chat.type != "private" and not chat.forum):
        return None
    if topic == GENERAL_TOPIC or topic not in chat.topics:
        raise bad_request("message thread not found")
    return topic
