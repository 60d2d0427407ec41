"""/help: what can be asked; and a word about commands that do not exist."""

from __future__ import annotations

from telegram import Update

from handlers import delivery
from handlers.context import Context
from handlers.rendering import Rendered, render_text


async def explain(update: Update, context: Context) -> None:
    if message := update.message:
        language = await context.language(update)
        name = context.bot.username
        said = [
            context.say(language, key, username=name)
            for key in ("chat-help", "chat-help-more", "chat-help-subscriptions")
        ]
        rendered = Rendered(render_text("\n\n".join(said), headed=True))
        await delivery.send(context, message, rendered, quote=message.message_id)


async def unknown_command(update: Update, context: Context) -> None:
    if message := update.message:
        await message.reply_text(context.say(await context.language(update), "chat-command"))
