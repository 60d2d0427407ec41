"""/start: who the bot is and three questions to try; with a deep link, what it names."""

from __future__ import annotations

from telegram import Update

from handlers import buttons, card, delivery, links, membership, question, wishes
from handlers.context import Asked, Context, Place
from handlers.rendering import Rendered, render_text


async def greet(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    await membership.is_back(context, message.chat_id)
    language = await context.language(update)
    payload = context.args[0] if context.args else ""
    if entity := links.entity_in(payload):
        await card.send(message, context, entity, language)
        return
    if topic := links.topic_in(payload):
        await wishes.subscribe_by_link(update, context, topic, language)
        return
    if asked := links.question_in(payload):
        await question.answer_text(message, context, asked, language)
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
