"""/start: who the bot is and three questions to try; with a deep link, the card that it names."""

from __future__ import annotations

import re

from telegram import Update

from handlers import buttons, delivery, question
from handlers.context import Asked, Context, Place
from handlers.rendering import Rendered, render_text

CARD = re.compile(r"(film|person)_([a-z0-9]+(?:-[a-z0-9]+)*)")


async def greet(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    if context.args and (card := CARD.fullmatch(context.args[0])):
        await _show_card(update, context, card[1], card[2], language)
        return
    service = context.service
    text = render_text(context.say(language, "chat-start"), headed=True)
    keyboard = buttons.of_examples(language, service.texts)
    await delivery.send(context, message, Rendered(text, keyboard), quote=message.message_id)


async def ask_example(update: Update, context: Context) -> None:
    """One of the three questions, pressed instead of typed."""
    query = update.callback_query
    example = buttons.EXAMPLE.match((query.data if query else None) or "")
    if query is None or query.message is None or example is None:
        return
    await buttons.acknowledge(query)
    service, language = context.service, example[1]
    text = context.say(language, f"chat-example-{example[2]}")
    place = Place.of(query.message)
    before = service.conversations.get(place, service.clock())
    found = question.ask(context, place, text, before, language)
    await delivery.send_answer(context, query.message, found, Asked(text, None, before))


async def _show_card(
    update: Update, context: Context, kind: str, record: str, language: str
) -> None:
    message, service = update.message, context.service
    if message is None:
        return
    card = service.engine.card(kind, record, language=language, today=service.today)
    if card is None:
        await message.reply_text(context.say(language, "chat-card-missing"))
        return
    place = Place.of(message)
    question.go_on(context, place, service.conversations.get(place, service.clock()), card)
    await delivery.send_answer(context, message, card)
