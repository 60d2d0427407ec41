"""Subscribing by a link or in words: it is done, said, and undone by one button."""

from __future__ import annotations

from dataclasses import replace

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Message, Update

from bot.delivery.topic import Topic
from handlers import buttons, expired, following, links, rights, subscribe, subscriptions
from handlers.context import Context, Place
from knowledge.answer import Entity
from knowledge.wish import Wish

OFFERED = 4


async def subscribe_by_link(update: Update, context: Context, topic: Topic, language: str) -> None:
    message = update.message
    if message is None:
        return
    if not following.exists(context, topic):
        await message.reply_text(context.say(language, "chat-card-missing"))
    elif await rights.may_decide(update, context):
        await _carry_out(context, message, topic, language, on=True)


async def grant(update: Update, context: Context, wish: Wish) -> None:
    """What was wished in words; the name in it is found as in any question."""
    message = update.message
    if message is None:
        return
    on, language = wish.action == "subscribe", wish.language
    _speak(context, message, language)
    if not (wish.topic or wish.name):
        await (subscribe.show if on else subscriptions.ask_to_end_all)(update, context)
        return
    topics = [Topic(wish.topic)] if wish.topic else _named(context, wish)
    if not topics:
        await message.reply_text(context.say(language, "chat-subscribe-whom", name=wish.name))
        await context.service.note_unanswered(wish.name, language)
    elif await rights.may_decide(update, context):
        if len(topics) == 1:
            await _carry_out(context, message, topics[0], language, on=on)
        else:
            await message.reply_text(
                context.say(language, "chat-which-of-these"),
                reply_markup=InlineKeyboardMarkup.from_column(
                    [_button(context, topic, language, on=on, named=True) for topic in topics]
                ),
            )


async def press(update: Update, context: Context) -> None:
    """Undo, and undo that; or one of several that were meant."""
    query = update.callback_query
    pressed = buttons.UNDO.match((query.data if query else None) or "")
    topic = links.topic_of(pressed[2]) if pressed else None
    if not query or not query.message or not pressed or not topic:
        await expired.tell(update, context)
        return
    on = pressed[1] == "yes"
    if on and not following.exists(context, topic):
        await expired.tell(update, context)
    elif await rights.may_decide(update, context):
        language = await context.language(update)
        await buttons.acknowledge(query)
        text = await _do(context, query.message.chat.id, topic, language, on=on)
        keyboard = InlineKeyboardMarkup.from_button(_button(context, topic, language, on=not on))
        await buttons.rewrite(query, text, keyboard)


async def _carry_out(
    context: Context, message: Message, topic: Topic, language: str, *, on: bool
) -> None:
    text = await _do(context, message.chat_id, topic, language, on=on)
    button = _button(context, topic, language, on=not on)
    await message.reply_text(text, reply_markup=InlineKeyboardMarkup.from_button(button))


async def _do(context: Context, chat: int, topic: Topic, language: str, *, on: bool) -> str:
    """Subscribe or end it; what is said of that."""
    name = following.name(context, topic, language)
    if on:
        now = context.service.clock()
        await context.delivery.subscriptions.subscribe(chat, topic, now, language)
        return context.say(language, "chat-subscribed", topic=name)
    await context.delivery.subscriptions.unsubscribe(chat, topic)
    return context.say(language, "chat-unsubscribed", topic=name)


def _button(
    context: Context, topic: Topic, language: str, *, on: bool, named: bool = False
) -> Button:
    """Does it; ``named`` where several stand below each other, else it undoes what was done."""
    name = following.name(context, topic, language)
    label = name if named else context.say(language, "chat-again" if on else "chat-undo")
    return Button(label, callback_data=f"~{'yes' if on else 'no'}:{links.code_of(topic)}")


def _speak(context: Context, message: Message, language: str) -> None:
    """What is pressed next is answered in the same language."""
    conversations, now = context.service.conversations, context.service.clock()
    place = Place.of(message)
    before = conversations.get(place, now)
    conversations.put(place, replace(before, language=language, at=now))


def _named(context: Context, wish: Wish) -> list[Topic]:
    """Whom the name may mean: one where that is clear, a few where it is not."""
    engine, today = context.service.engine, context.service.today
    read = engine.ask(wish.name, today=today, language=wish.language)
    card = engine.cards.for_chat(read, today=today).card
    if card and _fits(card, wish):
        found = [card]
    elif read.kind == "clarify":
        found = [entity for entity in read.entities if _fits(entity, wish)]
    else:
        found = []
    topics = [topic for entity in found if (topic := following.topic_of(entity))]
    return list(dict.fromkeys(topics))[:OFFERED]


def _fits(entity: Entity, wish: Wish) -> bool:
    return entity.kind == "film" or not wish.film_only
