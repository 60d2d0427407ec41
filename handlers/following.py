"""The button on a card that follows its film, person, festival or studio."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest

from bot.delivery.topic import FOLLOWED, LONGEST_ID, Topic
from bot.storage import StorageError
from handlers import buttons, expired, links, rights
from handlers.context import Context
from knowledge.answer import Entity

logger = logging.getLogger(__name__)


def topic_of(entity: Entity) -> Topic | None:
    """None for what cannot be followed, such as a written answer."""
    if entity.kind not in FOLLOWED or len(entity.id) > LONGEST_ID:
        return None
    return Topic(entity.kind, entity.id)


def name(context: Context, topic: Topic, language: str) -> str:
    """What a person calls the topic; of a record that is no more, its id is all there is."""
    if not topic.id:
        return context.say(language, f"chat-topic-{topic.kind}")
    engine = context.service.engine
    return engine.name(_entity(topic), language) if exists(context, topic) else topic.id


def exists(context: Context, topic: Topic) -> bool:
    """Whether there is such a record: a button or a link may name any."""
    return not topic.id or context.service.engine.refs.has(_entity(topic))


async def buttons_of(
    context: Context, chat: int, entity: Entity, language: str
) -> Sequence[Button]:
    """One, or none where the database cannot be asked: a card is worth more than its button."""
    topic = topic_of(entity)
    if topic is None:
        return ()
    try:
        is_followed = topic in await context.delivery.subscriptions.topics(chat)
    except StorageError as error:
        logger.error("subscriptions of a chat not read: %s", error)
        return ()
    return (_button(context, topic, is_followed, language),)


async def press(update: Update, context: Context) -> None:
    """What the button says is done, once or twice: it never turns back what it did."""
    query = update.callback_query
    pressed = buttons.FOLLOW.match((query.data if query else None) or "")
    topic = links.topic_of(pressed[2]) if pressed else None
    if not query or not query.message or not pressed or not topic:
        await expired.tell(update, context)
        return
    on = pressed[1] == "on"
    if on and not exists(context, topic):
        await expired.tell(update, context)
        return
    if not await rights.may_decide(update, context):
        return
    language, chat = await context.language(update), query.message.chat.id
    subscriptions = context.delivery.subscriptions
    if on:
        await subscriptions.subscribe(chat, topic, context.service.clock(), language)
    else:
        await subscriptions.unsubscribe(chat, topic)
    said = "chat-followed" if on else "chat-unfollowed"
    await buttons.acknowledge(query, context.say(language, said))
    if isinstance(query.message, Message):
        new = _button(context, topic, on, language)
        keyboard = _exchanged(query.message.reply_markup, pressed[0], new)
        try:
            await query.edit_message_reply_markup(keyboard)
        except BadRequest as error:
            if "not modified" not in error.message:
                raise


def _button(context: Context, topic: Topic, is_followed: bool, language: str) -> Button:
    label = context.say(language, "chat-following" if is_followed else "chat-follow")
    verb = "off" if is_followed else "on"
    return Button(label, callback_data=f"~{verb}:{links.code_of(topic)}")


def _exchanged(
    keyboard: InlineKeyboardMarkup | None, data: str, new: Button
) -> InlineKeyboardMarkup | None:
    if keyboard is None:
        return None
    return InlineKeyboardMarkup(
        [
            [new if button.callback_data == data else button for button in row]
            for row in keyboard.inline_keyboard
        ]
    )


def _entity(topic: Topic) -> Entity:
    return Entity(topic.kind, topic.id)  # type: ignore[arg-type]
