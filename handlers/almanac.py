"""/premieres, /today and /news: what comes, what was on this day, what is new."""

from __future__ import annotations

from telegram import Update

from handlers import card, question
from handlers.context import Context
from handlers.lookup import argument


async def premieres(update: Update, context: Context) -> None:
    """What opens soon; with a time or a film behind it, the premieres of that."""
    await _tell(update, context, "premiere.upcoming", "chat-ask-premieres")


async def today(update: Update, context: Context) -> None:
    """What happened on this day in other years; with a date behind it, on that day."""
    await _tell(update, context, "premiere.onthisday", "chat-ask-today")


async def news(update: Update, context: Context) -> None:
    """The latest news; with a name or a time behind it, the news of that."""
    await _tell(update, context, "news.latest", "chat-ask-news")


async def _tell(update: Update, context: Context, kind: str, asking: str) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    if about := argument(context):
        text = context.say(language, asking, about=about)
        await question.answer_text(message, context, text, language)
        return
    engine = context.service.engine
    found = engine.open(engine.refs.kind(kind), today=context.service.today, language=language)
    if found is not None:
        await card.send_answer(message, context, found)
