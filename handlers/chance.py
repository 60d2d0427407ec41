"""/random: a film that nobody asked for; with a genre or a year behind it, one of those."""

from __future__ import annotations

from telegram import Update

from handlers import card
from handlers.context import Context
from handlers.lookup import argument


async def pick(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    service = context.service
    films = service.engine.cards.tellable()
    if about := argument(context):
        text = context.say(language, "chat-ask-random", about=about)
        found = service.engine.ask(text, today=service.today, language=language)
        among = [entity for entity in found.entities if entity.kind == "film"]
        if not among:
            await message.reply_text(context.say(language, "chat-random-none", about=about))
            return
        films = [film for film in among if film in films] or among
    await card.send(message, context, service.choose(films), language)
