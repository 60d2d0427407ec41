"""A card sent for what is known by its id: from a deep link, a command, by chance."""

from __future__ import annotations

from telegram import Message

from handlers import delivery, question
from handlers.context import Asked, Context, Place
from knowledge.answer import Answer, Entity


async def send(
    message: Message, context: Context, entity: Entity, language: str, section: str = ""
) -> None:
    """The card of a record, or a section of it; a word where there is no such record."""
    engine, today = context.service.engine, context.service.today
    ref = engine.refs.card(entity, section)
    found = engine.cards.open(ref, today=today, language=language)
    if found is None and section:
        found = engine.cards.show(entity, today=today, language=language)
    if found is None:
        await message.reply_text(context.say(language, "chat-card-missing"))
        return
    await send_answer(message, context, found)


async def send_answer(message: Message, context: Context, found: Answer) -> None:
    """An answer that the conversation goes on from, though nothing was asked in words."""
    place, service = Place.of(message), context.service
    before = service.conversations.get(place, service.clock())
    question.go_on(context, place, before, found)
    await delivery.send_answer(context, message, found, Asked(message=message.message_id))
