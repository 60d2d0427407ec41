"""/unanswered: what people asked most in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import Update

from handlers import delivery, editors
from handlers.rendering import Rendered, render_text

if TYPE_CHECKING:
    from handlers.context import Context

LISTED = 20
LONGEST = 150  # letters of a question


async def show(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    found = await editors.office_of(context).storage.unanswered(LISTED)
    if not found:
        await message.reply_text(context.say(language, "chat-unanswered-none"))
        return
    lines = [context.say(language, "chat-unanswered")]
    lines += [f"{each.count} × {each.text[:LONGEST]} ({each.language})" for each in found]
    rendered = Rendered(render_text("\n".join(lines), headed=True))
    await delivery.send(context, message, rendered)
