"""Editors hear of what feeds brought and what waits for them: new ones, by day, once a day."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.storage.incoming import Incoming
from bot.storage.notices import Notices

HOURS = range(10, 18)
"""Of the day, by the clock of the bot's own zone."""
SUBJECT = "drafts"


class Tell(Protocol):
    async def __call__(self, key: str, *, count: int) -> None:
        """Says a text, by its key, to all editors."""


async def remind(incoming: Incoming, notices: Notices, tell: Tell, now: datetime) -> None:
    """May be called as often as one likes; ``now`` is in the bot's own zone. StorageError."""
    if now.hour not in HOURS:
        return
    last = await notices.last(SUBJECT)
    if last and last.astimezone(now.tzinfo).date() == now.date():
        return
    waiting = [draft for draft in await incoming.drafts(state="waiting") if draft.source]
    if any(last is None or draft.created_at > last for draft in waiting):
        await tell("chat-publish-new", count=len(waiting))
        await notices.note(SUBJECT, now)
