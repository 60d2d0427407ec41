"""What people do in the app."""

from __future__ import annotations

from typing import Any

from bot.sandbox.formatting.entities import of_person
from bot.sandbox.formatting.keyboards import read_inline
from bot.sandbox.hearing import hear
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.files import Kind
from bot.sandbox.world.message import Message
from bot.sandbox.world.people import PRESENT, Chat, Status, User, member_as_json
from bot.sandbox.world.queries import Query
from bot.sandbox.world.world import World


def say(
    world: World,
    chat: Chat,
    user: User | None,
    text: str = "",
    content: dict[str, Any] | None = None,
    reply_to: int | None = None,
    topic: int | None = None,
) -> Message:
    """Write a message: ``text``, or other content with the text as its caption."""
    _may_write(world, chat, user)
    earlier = world.message(chat, reply_to) if reply_to is not None else None
    if reply_to is not None and earlier is None:
        raise bad_request("message to be replied not found")
    if topic is not None and topic not in chat.topics:
        raise bad_request("message thread not found")
    message = world.put(
        chat,
        user,
        _content(text, content),
        replies_to=earlier,
        topic=topic or (earlier.topic if earlier else None),
    )
    hear(world, message)
    return message


def edit(world: World, message: Message, text: str) -> Message:
    """Change what was written."""
    kept = {
        name: value
        for name, value in message.content.items()
        if name not in ("text", "entities", "caption", "caption_entities")
    }
    message.content = _content(text, kept)
    message.edited = world.clock.seconds
    world.show_again(message)
    hear(world, message, edited=True)
    return message


def press(world: World, message: Message, user: User, button: str) -> Query:
    """Press a button, known by its label or its data."""
    pressed = message.button(button)
    if pressed is None or "callback_data" not in pressed:
        raise bad_request(f"no such button: {button}")
    query = world.queries.ask(user, message)
    content = {
        "id": query.id,
        "from": user.as_json(),
        "chat_instance": str(message.chat.id * 31),
        "data": pressed["callback_data"],
    }
    if message.inline_id:
        content["inline_message_id"] = message.inline_id
    else:
        content["message"] = message.as_json()
    world.updates.add("callback_query", content)
    return query


def ask_inline(
    world: World, user: User, text: str, offset: str = "", chat_type: str = ""
) -> Query:
    """Write ``@bot text`` in whatever chat."""
    if not world.bot.inline:
        raise bad_request("this bot has no inline mode")
    query = world.queries.ask(user)
    content = {"id": query.id, "from": user.as_json(), "query": text, "offset": offset}
    if chat_type:
        content["chat_type"] = "sender" if chat_type == "private" else chat_type
    world.updates.add("inline_query", content)
    return query


async def choose(world: World, query: Query, result: str, chat: Chat, text: str = "") -> Message:
    """Send one of the results of an inline query to a chat."""
    results = (query.answer or {}).get("results", [])
    chosen = next((one for one in results if str(one["id"]) == result), None)
    if chosen is None:
        raise bad_request("no such result")
    _may_write(world, chat, query.user, to_bot=False)
    content = chosen["content"]
    kinds: tuple[Kind, ...] = ("photo", "document")
    for kind in kinds:
        if "text" not in content and (address := chosen.get(f"{kind}_url")):
            content = (await world.files.take(address, kind)).as_content() | content
    keyboard = read_inline((chosen.get("reply_markup") or {}).get("inline_keyboard"))
    message = world.put(
        chat,
        query.user,
        content,
        keyboard=keyboard,
        via_bot=world.bot.user,
        inline_id=f"inline-{query.id}-{result}" if keyboard else "",
    )
    hear(world, message)
    if world.bot.tells_choices:
        told = {"result_id": result, "from": query.user.as_json(), "query": text}
        if message.inline_id:
            told["inline_message_id"] = message.inline_id
        world.updates.add("chosen_inline_result", told)
    return message


def react(world: World, message: Message, user: User, emoji: list[str]) -> None:
    """Put reactions under a message, or take them away."""
    before = message.reactions.get(user.id, [])
    message.reactions[user.id] = emoji
    world.show_again(message)
    if message.chat.type != "private" and message.chat.bot != "administrator":
        return
    changed = {
        "chat": message.chat.as_json(),
        "message_id": message.id,
        "user": user.as_json(),
        "date": world.clock.seconds,
    }
    kinds = {"old_reaction": before, "new_reaction": emoji}
    world.updates.add(
        "message_reaction",
        changed
        | {
            name: [{"type": "emoji", "emoji": one} for one in given]
            for name, given in kinds.items()
        },
    )


def set_bot_status(world: World, chat: Chat, user: User, status: Status) -> None:
    """Add the bot, make it an administrator, throw it out, block it."""
    before, chat.bot = chat.bot, status
    if before == status:
        return
    me = world.bot.user
    world.updates.add(
        "my_chat_member",
        {
            "chat": chat.as_json(),
            "from": user.as_json(),
            "date": world.clock.seconds,
            "old_chat_member": member_as_json(me, before),
            "new_chat_member": member_as_json(me, status),
        },
    )
    world.happenings.note("bot", chat.id, status=status)
    if chat.type in ("group", "supergroup"):
        _tell_of_coming_and_going(world, chat, user, before, status)


def migrate(world: World, old: Chat) -> Chat:
    """A group becomes a supergroup, with another number."""
    if old.type != "group" or old.migrated_to is not None:
        raise bad_request("only a group becomes a supergroup")
    new = world.add_chat("supergroup", old.title, members=dict(old.members), bot=old.bot)
    owner = world.user(next(iter(old.members), world.bot.id))
    gone = world.put(old, owner, {"migrate_to_chat_id": new.id})
    begun = world.put(new, owner, {"migrate_from_chat_id": old.id})
    old.migrated_to = new.id
    for message in (gone, begun):
        hear(world, message)
    return new


def open_topic(world: World, chat: Chat, user: User, name: str) -> Message:
    """A new topic of a forum; its number is that of its first message."""
    if not chat.forum:
        raise bad_request("the chat is not a forum")
    message = world.put(chat, user, {"forum_topic_created": {"name": name, "icon_color": 7322096}})
    message.topic = message.id
    chat.topics[message.id] = name
    hear(world, message)
    return message


def _may_write(world: World, chat: Chat, user: User | None, *, to_bot: bool = True) -> None:
    if chat.migrated_to is not None:
        raise bad_request("the group is a supergroup now")
    if chat.type == "channel":
        if user is not None:
            raise bad_request("in a channel nobody writes but the channel")
        return
    if user is None:
        raise bad_request("who is writing?")
    if chat.type == "private":
        if chat.bot == "kicked":
            raise bad_request("the bot is blocked: unblock it first")
        if to_bot:
            chat.bot = "member"
    elif world.status(chat, user.id) not in PRESENT:
        raise bad_request("not a member of the chat")


def _content(text: str, content: dict[str, Any] | None) -> dict[str, Any]:
    formatted = of_person(text)
    names = ("caption", "caption_entities") if content else ("text", "entities")
    written = dict(zip(names, (formatted.text, formatted.entities), strict=True))
    found = (content or {}) | {name: value for name, value in written.items() if value}
    if not found:
        raise bad_request("nothing is written")
    return found


def _tell_of_coming_and_going(
    world: World, chat: Chat, user: User, before: Status, status: Status
) -> None:
    me = world.bot.user.as_json()
    if before not in PRESENT and status in PRESENT:
        hear(world, world.put(chat, user, {"new_chat_members": [me]}))
    elif before in PRESENT and status not in PRESENT:
        world.put(chat, user, {"left_chat_member": me})
