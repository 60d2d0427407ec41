"""What the bot may know of a chat and of those in it."""

from __future__ import annotations

from typing import Any

from bot.sandbox import client
from bot.sandbox.call import Call
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.people import PRESENT, Chat, member_as_json
from bot.sandbox.world.world import World


async def get_chat(world: World, call: Call) -> dict[str, Any]:
    return _chat(world, call).in_full()


async def get_member(world: World, call: Call) -> dict[str, Any]:
    chat = _chat(world, call)
    user = world.user(call.number("user_id"))
    return member_as_json(user, world.status(chat, user.id))


async def count_members(world: World, call: Call) -> int:
    chat = _chat(world, call)
    return sum(status in PRESENT for status in (*chat.members.values(), chat.bot))


async def get_administrators(world: World, call: Call) -> list[dict[str, Any]]:
    chat = _chat(world, call)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    members = {**chat.members, world.bot.id: chat.bot}
    return [
        member_as_json(world.user(user), status)
        for user, status in members.items()
        if status in ("creator", "administrator")
    ]


async def leave(world: World, call: Call) -> bool:
    chat = _chat(world, call)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    client.set_bot_status(world, chat, world.bot.user, "left")
    return True


def _chat(world: World, call: Call) -> Chat:
    return world.chat_for_bot(call.text("chat_id"), writing=False)
