"""A button that leads nowhere: too old, forged, or about what is no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update

from handlers import buttons

if TYPE_CHECKING:
    from handlers.context import Context


async def tell(update: Update, context: Context) -> None:
    if update.callback_query:
        text = context.say(await context.language(update), "chat-expired")
        await buttons.acknowledge(update.callback_query, text, alert=True)
