"""/subscriptions lists what a chat hears of and ends each by a tap, /unsubscribe ends all."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Update

from bot.delivery.topic import GENERAL, Topic
from handlers import buttons, expired, following, links, rights
from handlers.context import Context

SHOWN = 40
"""Buttons under one message; what is ended makes room for the rest."""


async def show(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is None or not await rights.may_decide(update, context):
        return
    language = await context.language(update)
    topics = await context.delivery.subscriptions.topics(message.chat_id)
    await message.reply_text(
        _text(context, topics, language), reply_markup=_keyboard(context, topics, language)
    )


async def end(update: Update, context: Context) -> None:
    """One tap; the list stays, without it."""
    query = update.callback_query
    pressed = buttons.END.match((query.data if query else None) or "")
    topic = links.topic_of(pressed[1]) if pressed else None
    if not query or not query.message or not topic:
        await expired.tell(update, context)
        return
    if not await rights.may_decide(update, context):
        return
    language, chat = await context.language(update), query.message.chat.id
    await context.delivery.subscriptions.unsubscribe(chat, topic)
    name = following.name(context, topic, language)
    await buttons.acknowledge(query, context.say(language, "chat-ended", topic=name[:100]))
    topics = await context.delivery.subscriptions.topics(chat)
    await buttons.rewrite(
        query, _text(context, topics, language), _keyboard(context, topics, language)
    )


async def ask_to_end_all(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is None or not await rights.may_decide(update, context):
        return
    language = await context.language(update)
    topics = await context.delivery.subscriptions.topics(message.chat_id)
    if not topics:
        await message.reply_text(context.say(language, "chat-subscriptions-none"))
        return
    await message.reply_text(
        context.say(language, "chat-end-all-ask", count=len(topics)),
        reply_markup=buttons.of_confirmation(
            "quit",
            context.say(language, "chat-end-all-yes"),
            context.say(language, "chat-end-all-no"),
        ),
    )


async def end_all(update: Update, context: Context) -> None:
    """The answer to that."""
    query = update.callback_query
    pressed = buttons.END_ALL.match((query.data if query else None) or "")
    if not query or not query.message or not pressed:
        return
    if not await rights.may_decide(update, context):
        return
    said = "chat-end-all-kept"
    if pressed[1] == "yes":
        await context.delivery.subscriptions.end_all(query.message.chat.id)
        said = "chat-end-all-done"
    await buttons.acknowledge(query)
    await buttons.rewrite(query, context.say(await context.language(update), said))


def _text(context: Context, topics: Sequence[Topic], language: str) -> str:
    if not topics:
        return context.say(language, "chat-subscriptions-none")
    more = len(topics) - SHOWN
    return "\n\n".join(
        (
            context.say(language, "chat-subscriptions", count=len(topics)),
            *([context.say(language, "chat-subscriptions-rest", count=more)] if more > 0 else []),
        )
    )


def _keyboard(
    context: Context, topics: Sequence[Topic], language: str
) -> InlineKeyboardMarkup | None:
    # Those of everybody's first, in the order of /subscribe.
    ordered = sorted(topics, key=lambda topic: (topic.kind not in GENERAL, topic))
    rows = [
        Button(
            context.say(language, "chat-end", topic=following.name(context, topic, language)),
            callback_data=f"~end:{links.code_of(topic)}",
        )
        for topic in ordered[:SHOWN]
    ]
    return InlineKeyboardMarkup.from_column(rows) if rows else None
