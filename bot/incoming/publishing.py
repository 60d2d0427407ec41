"""Hands what is due to whoever delivers it; what was handed over is noted after, never before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from zoneinfo import ZoneInfo

from bot.storage.incoming import Incoming
from knowledge.bulletins import drafts
from knowledge.bulletins.bulletin import Bulletin
from knowledge.bulletins.news import news
from knowledge.bulletins.onthisday import on_this_day
from knowledge.bulletins.reminders import reminders
from knowledge.engine import Engine

Deliver = Callable[[Bulletin], Awaitable[None]]
"""Takes a bulletin for good, or raises. One whose key it has taken before it drops."""


async def with_programme(engine: Engine, incoming: Incoming) -> Engine:
    """The engine beside the showings as they are stored now."""
    return engine.over(engine.base.with_showings(await incoming.showings()))


async def publish(
    engine: Engine, incoming: Incoming, deliver: Deliver, today: date, zone: ZoneInfo
) -> None:
    """Hand over what is due today; may be called as often as one likes.

    After a crash in between the same is handed over again under the same key.
    """
    current = await with_programme(engine, incoming)
    base, words = current.base, current.wording
    for reminder in reminders(base, words, await incoming.announced(), today, zone):
        await deliver(reminder.bulletin)
        await incoming.set_announced(reminder.film, reminder.announced)
    for item in news(base, words, today, zone):
        await deliver(item)
    if told := on_this_day(base, words, today, zone):
        await deliver(told)
    for draft in await incoming.drafts(state="approved"):
        await deliver(drafts.bulletin(draft))
        await incoming.change_draft(draft, drafts.moved(draft, "published"))
