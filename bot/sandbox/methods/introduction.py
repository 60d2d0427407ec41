"""Who the bot is, and what it says of itself."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.profile import DEFAULT_SCOPE, Scope, check_language
from bot.sandbox.world.world import World

KINDS = {
    "myname": "name",
    "mydescription": "description",
    "myshortdescription": "short_description",
}
SCOPES = frozenset(
    {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
     "chat_administrators", "chat_member"}
)  # fmt: skip


async def get_me(world: World, call: Call) -> dict[str, Any]:
    return world.bot.in_full()


async def set_text(world: World, call: Call) -> bool:
    """setMyName, setMyDescription, setMyShortDescription."""
    kind = KINDS[call.method.lower()[3:]]
    world.bot.set_text(kind, call.text("language_code"), call.text(kind))
    world.happenings.note("profile")
    return True


async def get_text(world: World, call: Call) -> dict[str, str]:
    kind = KINDS[call.method.lower()[3:]]
    language = call.text("language_code")
    check_language(language)
    return {kind: world.bot.text(kind, language)}


async def set_commands(world: World, call: Call) -> bool:
    commands = call.array("commands", "BotCommand")
    world.bot.set_commands(_scope(call), call.text("language_code"), commands)
    world.happenings.note("profile")
    return True


async def get_commands(world: World, call: Call) -> list[dict[str, str]]:
    """Exactly those that were set for that scope and language."""
    language = call.text("language_code")
    check_language(language)
    return world.bot.commands.get((_scope(call), language), [])


async def delete_commands(world: World, call: Call) -> bool:
    world.bot.commands.pop((_scope(call), call.text("language_code")), None)
    world.happenings.note("profile")
    return True


def _scope(call: Call) -> Scope:
    given = call.json("scope", "BotCommandScope")
    if given is None:
        return DEFAULT_SCOPE
    if not isinstance(given, dict) or str(given.get("type")) not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    return given["type"], str(given.get("chat_id", "")), str(given.get("user_id", ""))
