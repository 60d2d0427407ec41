"""What a script decides about Telegram itself: faults, pace, time, the bot's settings."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.sandbox.control.order import Order
from bot.sandbox.pace import Limits
from bot.sandbox.refusal import bad_request


async def put_update(order: Order) -> bool:
    """An update as it is given, of whatever kind, also a broken one."""
    order.world.updates.put(order.given)
    return True


async def change_bot(order: Order) -> dict[str, Any]:
    """What @BotFather would: ``username``, ``privacy``, ``inline``, ``tells_choices``."""
    bot = order.world.bot
    for name, value in order.only("username", "privacy", "inline", "tells_choices").items():
        setattr(bot, name, str(value) if name == "username" else bool(value))
    return bot.in_full()


async def list_faults(order: Order) -> list[dict[str, Any]]:
    return order.sandbox.faults.as_json()


async def add_fault(order: Order) -> dict[str, Any]:
    return asdict(order.sandbox.faults.add(order.given))


async def clear_faults(order: Order) -> bool:
    order.sandbox.faults.clear()
    return True


async def set_pace(order: Order) -> dict[str, Any] | None:
    """``on`` or off; the limits are the real ones where no others are given."""
    limits = order.only("on", "per_second", "chat_per_second", "group_per_minute")
    if not limits.pop("on", True):
        order.sandbox.pace.set(None)
        return None
    if not all(isinstance(limit, int) and limit > 0 for limit in limits.values()):
        raise bad_request("numbers above zero are wanted")
    order.sandbox.pace.set(Limits(**limits))
    return asdict(Limits(**limits))


async def move_clock(order: Order) -> float:
    """``forward`` by so many seconds; what time it is then."""
    order.only("forward")
    order.world.clock.forward(order.seconds("forward"))
    return order.world.clock()
