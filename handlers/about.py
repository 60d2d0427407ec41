"""/about: what the bot knows, how fresh it is, and what it keeps."""

from __future__ import annotations

from telegram import Update

from handlers import delivery
from handlers.context import Context
from handlers.rendering import Rendered, render_text


async def tell(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    engine = context.service.engine
    text = context.say(
        await context.language(update),
        "chat-about",
        films=len(engine.base.films),
        people=len(engine.base.people),
        organisations=len(engine.base.organisations),
        newest=engine.newest,
    )
    rendered = Rendered(render_text(text, headed=True))
    await delivery.send(context, message, rendered, quote=message.message_id)
