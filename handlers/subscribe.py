"""/subscribe: one message in which topics are switched on and off, and the hours chosen."""

from __future__ import annotations

from telegram import Update

from bot.delivery.topic import GENERAL, Topic
from handlers import buttons, expired, rights, switches
from handlers.context import Context


async def show(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is None or not await rights.may_decide(update, context):
        return
    language, subscriptions = await context.language(update), context.delivery.subscriptions
    topics = await subscriptions.topics(message.chat_id)
    rhythm = await subscriptions.rhythm(message.chat_id)
    texts = context.service.texts
    await message.reply_text(
        switches.text(topics, rhythm, language, texts),
        reply_markup=switches.keyboard(topics, rhythm, language, texts),
    )


async def press(update: Update, context: Context) -> None:
    """A switch, a menu, or a choice in one; the message changes in its place."""
    query = update.callback_query
    pressed = buttons.SWITCH.match((query.data if query else None) or "")
    if not query or not query.message or not pressed:
        await expired.tell(update, context)
        return
    if not await rights.may_decide(update, context):
        return
    language, chat = await context.language(update), query.message.chat.id
    try:
        menu = await _apply(context, chat, pressed[1], pressed[2], language)
    except ValueError:
        await expired.tell(update, context)
        return
    await buttons.acknowledge(query)
    subscriptions, texts = context.delivery.subscriptions, context.service.texts
    topics, rhythm = await subscriptions.topics(chat), await subscriptions.rhythm(chat)
    await buttons.rewrite(
        query,
        switches.text(topics, rhythm, language, texts, menu),
        switches.keyboard(topics, rhythm, language, texts, menu),
    )


async def _apply(context: Context, chat: int, what: str, value: str, language: str) -> str:
    """The menu that is open afterwards, empty for the switches; ValueError for nonsense."""
    subscriptions, now = context.delivery.subscriptions, context.service.clock()
    if what == "menu":
        if value not in ("main", *switches.MENUS):
            raise ValueError(value)
        return value if value != "main" else ""
    if what in ("on", "off"):
        if value not in GENERAL:
            raise ValueError(value)
        if what == "on":
            await subscriptions.subscribe(chat, Topic(value), now, language)
        else:
            await subscriptions.unsubscribe(chat, Topic(value))
        return ""
    rhythm = switches.changed(await subscriptions.rhythm(chat), what, value)
    await subscriptions.set_rhythm(chat, rhythm, now, language)
    return ""
