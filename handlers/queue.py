"""/queue: what the ledger holds, how fast it is sent, and what waits longest."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import Update

from handlers import editors

if TYPE_CHECKING:
    from handlers.context import Context

MINUTE = timedelta(minutes=1)
STATES = ("pending", "sending", "sent", "unconfirmed", "failed", "dead", "expired")


async def show(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    office = editors.office_of(context)
    language = await context.language(update)
    now, ledger = office.clock(), office.delivery.ledger
    counts = await ledger.counts()
    rate = await ledger.sent_since(now - MINUTE)
    oldest = await ledger.oldest(now)
    if not counts:
        await message.reply_text(context.say(language, "chat-queue-empty"))
        return
    lines = [context.say(language, "chat-queue")]
    lines += [
        context.say(language, f"chat-state-{state}", count=counts[state])
        for state in STATES
        if counts.get(state)
    ]
    lines += ["", context.say(language, "chat-queue-rate", count=rate)]
    if oldest:
        minutes = int((now - oldest) / MINUTE)
        lines.append(context.say(language, "chat-queue-oldest", minutes=minutes))
    await message.reply_text("\n".join(lines))
