"""How updates reach the bot: fetched by it, or posted to it."""

from __future__ import annotations

from typing import Any

from bot.sandbox.call import Call
from bot.sandbox.refusal import Refused
from bot.sandbox.world.updates import HOOKED
from bot.sandbox.world.world import World

LONGEST_POLL = 50  # seconds
MOST = 100


async def get_updates(world: World, call: Call) -> list[dict[str, Any]]:
    if world.webhook.url:
        raise Refused(409, HOOKED)
    _note_allowed(world, call)
    return await world.updates.poll(
        offset=call.number("offset"),
        limit=min(max(call.number("limit", MOST), 1), MOST),
        seconds=min(max(call.number("timeout"), 0), LONGEST_POLL),
    )


async def set_webhook(world: World, call: Call) -> bool:
    world.webhook.set(
        call.text("url"),
        call.text("secret_token"),
        min(max(call.number("max_connections", 40), 1), 100),
    )
    _note_allowed(world, call)
    _drop(world, call)
    return True


async def delete_webhook(world: World, call: Call) -> bool:
    world.webhook.set("")
    _drop(world, call)
    return True


async def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    return world.webhook.as_json()


def _note_allowed(world: World, call: Call) -> None:
    """Kept until another list is named; an empty one is the usual."""
    if "allowed_updates" in call.values:
        allowed = call.array("allowed_updates", "String")
        world.updates.allowed = frozenset(map(str, allowed))


def _drop(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.clear()
