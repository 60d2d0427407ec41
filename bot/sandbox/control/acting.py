"""What a script lets people do."""

from __future__ import annotations

from typing import Any, get_args

from bot.sandbox import client
from bot.sandbox.call import whole
from bot.sandbox.control.order import Order
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.files import Kind
from bot.sandbox.world.people import ChatType, Status
from bot.sandbox.world.pictures import why_no_photo

LONGEST_WAIT = 60.0  # seconds


async def add_user(order: Order) -> dict[str, Any]:
    order.only("id", "first_name", "username", "language_code")
    user = order.world.add_user(
        order.text("first_name") or "Somebody",
        id=order.number("id"),
        username=order.text("username"),
        language_code=order.text("language_code"),
    )
    return user.as_json()


async def change_user(order: Order) -> dict[str, Any]:
    user = order.user
    for name, value in order.only("first_name", "username", "language_code").items():
        setattr(user, name, str(value))
    return user.as_json()


async def block(order: Order) -> bool:
    chat = order.world.chat(order.user.id)
    client.set_bot_status(order.world, chat, order.user, "kicked")
    return True


async def unblock(order: Order) -> bool:
    chat = order.world.chat(order.user.id)
    client.set_bot_status(order.world, chat, order.user, "member")
    return True


async def add_chat(order: Order) -> dict[str, Any]:
    """A group, supergroup or channel; ``members`` are numbers of users, the first its owner."""
    given = order.only("id", "type", "title", "username", "forum", "members", "bot")
    kind = given.get("type", "group")
    if kind not in get_args(ChatType) or kind == "private":
        raise bad_request("type: group, supergroup or channel; a private chat comes with its user")
    world = order.world
    members = [world.user(whole(number)).id for number in given.get("members", [])]
    chat = world.add_chat(
        kind,
        order.text("title", "Chat"),
        id=order.number("id"),
        username=order.text("username"),
        forum=bool(given.get("forum")),
        members={user: "member" if place else "creator" for place, user in enumerate(members)},
    )
    if status := given.get("bot"):
        owner = world.user(members[0]) if members else world.bot.user
        client.set_bot_status(world, chat, owner, _status(status))
    return chat.as_json()


async def say(order: Order) -> dict[str, Any]:
    """``text``, or ``content`` under the names of the Bot API with the text as its caption."""
    order.only("user", "text", "content", "reply_to", "topic")
    message = client.say(
        order.world,
        order.chat,
        order.user_or_channel,
        order.text("text"),
        order.given.get("content"),
        order.number("reply_to"),
        order.number("topic"),
    )
    return message.as_seen()


async def send_file(order: Order) -> dict[str, Any]:
    """A multipart form with a ``file``: a photo where it is a picture, otherwise a document."""
    if (upload := order.files.get("file")) is None:
        raise bad_request("file: a file is wanted")
    kind: Kind = "document" if why_no_photo(upload.content) else "photo"
    content = order.world.files.put(upload, kind).as_content()
    caption, reply_to = order.text("text"), order.number("reply_to")
    message = client.say(
        order.world, order.chat, order.user_or_channel, caption, content, reply_to
    )
    return message.as_seen()


async def edit(order: Order) -> dict[str, Any]:
    order.only("text")
    return client.edit(order.world, order.message, order.text("text")).as_seen()


async def delete(order: Order) -> bool:
    order.world.remove(order.message)
    return True


async def press(order: Order) -> dict[str, Any]:
    """A ``button`` by its label or its data; the answer to it, if ``wait`` seconds are enough."""
    order.only("user", "button", "wait")
    user = order.user_or_channel or order.user
    query = client.press(order.world, order.message, user, order.text("button"))
    return {"query": query.id, "answer": await query.wait(_patience(order))}


async def react(order: Order) -> dict[str, Any]:
    order.only("user", "emoji")
    user = order.user_or_channel or order.user
    client.react(order.world, order.message, user, list(order.given.get("emoji", [])))
    return order.message.as_seen()


async def ask_inline(order: Order) -> dict[str, Any]:
    """``@bot query`` in some chat; the results, if ``wait`` seconds are enough."""
    order.only("user", "query", "offset", "chat_type", "wait")
    query = client.ask_inline(
        order.world,
        order.user,
        order.text("query"),
        order.text("offset"),
        order.text("chat_type"),
    )
    return {"query": query.id, "answer": await query.wait(_patience(order))}


async def choose(order: Order) -> dict[str, Any]:
    order.only("result", "chat", "text")
    query = order.world.queries.find(order.path["query"])
    if query is None:
        raise bad_request("no such query")
    chat = order.world.chat(order.number("chat") or query.user.id)
    result, text = order.text("result"), order.text("text")
    return (await client.choose(order.world, query, result, chat, text)).as_seen()


async def set_bot(order: Order) -> dict[str, Any]:
    """``status`` of the bot in the chat: member, administrator, restricted, left, kicked."""
    order.only("user", "status")
    client.set_bot_status(order.world, order.chat, order.user, _status(order.text("status")))
    return order.chat.as_json()


async def migrate(order: Order) -> dict[str, Any]:
    return client.migrate(order.world, order.chat).as_json()


async def open_topic(order: Order) -> dict[str, Any]:
    order.only("user", "name")
    name = order.text("name")
    return client.open_topic(order.world, order.chat, order.user, name).as_seen()


def _status(given: Any) -> Status:
    known: dict[str, Status] = {status: status for status in get_args(Status)}
    if given not in known:
        raise bad_request(f"status: one of {', '.join(known)}")
    return known[given]


def _patience(order: Order) -> float:
    return min(order.seconds("wait"), LONGEST_WAIT)
