"""/premieres, /today and /news: what comes, what was on this day, what is new."""

from __future__ import annotations

from datetime import UTC

from telegram import InputFile, Message, Update

from handlers import card, question
from handlers.context import Context, in_group
from handlers.lookup import argument
from knowledge.bulletins.calendar import calendar_of
from knowledge.bulletins.openings import openings


async def premieres(update: Update, context: Context) -> None:
    """What opens soon, with a calendar of it; with a time or a film behind it, those premieres."""
    await _tell(update, context, "premiere.upcoming", "chat-ask-premieres")
    message = update.message
    if message and not argument(context) and not in_group(message.chat):
        await _add_calendar(message, context, await context.language(update))


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


async def _add_calendar(message: Message, context: Context, language: str) -> None:
    """The premieres whose day is known as a file that phones open; nothing where none is."""
    service = context.service
    engine, today = service.engine, service.today
    if not (coming := openings(engine.base, today)):
        return
    zone = service.clock().tzinfo or UTC
    content = calendar_of(coming, engine.wording[language], zone, today)
    await message.reply_document(
        InputFile(content, filename="premieres.ics"),
        caption=context.say(language, "chat-premieres-calendar"),
    )
