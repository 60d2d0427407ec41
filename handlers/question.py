"""A question in the person's own words."""

from __future__ import annotations

from dataclasses import replace

from telegram import Message, Update

from handlers import delivery, wishes
from handlers.context import FRESH, Asked, Context, Place
from handlers.groups import question_of
from knowledge.answer import Answer, Conversation


async def answer(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    text = question_of(message)
    if not text:
        await message.reply_text(context.say(language, "chat-called"))
        return
    if wish := context.service.engine.subscribing.read(text):
        await wishes.grant(update, context, wish)
        return
    before = context.service.conversations.get(Place.of(message), context.service.clock())
    await answer_text(message, context, text, language, before)


async def answer_text(
    message: Message,
    context: Context,
    text: str,
    language: str,
    before: Conversation = FRESH,
) -> None:
    """Answer below a message what it asks; what a command makes of it leans on nothing before."""
    place = Place.of(message)
    found = ask(context, place, text, before, language)
    await delivery.send_answer(context, message, found, Asked(text, message.message_id, before))
    await note_if_unknown(context, text, found)


def ask(context: Context, place: Place, text: str, before: Conversation, language: str) -> Answer:
    """The engine's answer, or a card, and the conversation goes on.

    ``language`` is for questions that show none.
    """
    service = context.service
    engine, today = service.engine, service.today
    if not before.language:
        # A title that is the same in two languages is no sign of either.
        before = replace(before, language=language)
    found = engine.ask(text, today=today, conversation=before, language=language)
    found = engine.cards.for_chat(found, today=today)
    go_on(context, place, before, found)
    return found


def go_on(context: Context, place: Place, before: Conversation, found: Answer) -> None:
    service = context.service
    service.conversations.put(place, service.engine.follow(before, found, service.clock()))


async def note_if_unknown(context: Context, text: str, found: Answer) -> None:
    if found.kind == "unknown":
        await context.service.note_unanswered(text, found.language)
