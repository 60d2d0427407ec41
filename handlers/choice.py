"""Buttons under answers. What they carry comes from outside and is trusted in nothing."""

from __future__ import annotations

from typing import NamedTuple

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update
from telegram.error import BadRequest

from handlers import buttons, delivery, expired, question
from handlers.context import Context, Place, Reply
from knowledge.answer import Answer


class Press(NamedTuple):
    """A pressed button, the message it stands under, and what is remembered of that."""

    query: CallbackQuery
    message: MaybeInaccessibleMessage
    reply: Reply | None


async def choose(update: Update, context: Context) -> None:
    """An option: turns a card, takes the place of "which of these?", else stands below."""
    if (press := await _press(update, context)) is None:
        return
    found = await _open(update, context, press, press.query.data or "")
    if found is None:
        return
    reply = press.reply
    # From a card its sections open in place; from another answer a card is opened below.
    of_card = (
        found.card and (press.query.data or "")[:1] == "+" and (not reply or reply.answer.card)
    )
    if of_card or (reply and reply.answer.kind == "clarify"):
        await delivery.replace_answer(context, press.message, reply, found)
    else:
        await delivery.send_answer(context, press.message, found)


async def turn_page(update: Update, context: Context) -> None:
    press = await _press(update, context)
    turn = buttons.TURN.match((press.query.data if press else None) or "")
    if press is None or turn is None:
        return
    found = await _open(update, context, press, turn[2], int(turn[1]))
    if found is None:
        return
    await delivery.replace_answer(context, press.message, press.reply, found)


async def show_whole(update: Update, context: Context) -> None:
    """All of an answer of which a group saw the beginning."""
    press = await _press(update, context)
    rest = buttons.WHOLE.match((press.query.data if press else None) or "")
    if press is None or rest is None:
        return
    found = await _open(update, context, press, rest[1])
    if found is not None:
        await delivery.replace_answer(context, press.message, press.reply, found, whole=True)


async def not_meant(update: Update, context: Context) -> None:
    """Offers the next best readings below, and notes that the question was not answered."""
    if (press := await _press(update, context)) is None:
        return
    reply = press.reply
    if reply is None:
        await expired.tell(update, context)
        return
    await buttons.acknowledge(press.query)
    if not await _drop_not_meant(press):
        return
    answer = reply.answer
    text = context.say(answer.language, "chat-choose")
    offer = Answer("clarify", answer.language, text, options=answer.alternatives)
    await delivery.send_answer(context, press.message, offer)
    if reply.asked.question:
        await context.service.note_unanswered(reply.asked.question, answer.language)


async def nothing(update: Update, context: Context) -> None:
    """The number between the arrows."""
    if update.callback_query:
        await buttons.acknowledge(update.callback_query)


async def _press(update: Update, context: Context) -> Press | None:
    query = update.callback_query
    if query is None or query.message is None:
        await expired.tell(update, context)
        return None
    message = query.message
    reply = context.service.replies.get((message.chat.id, message.message_id))
    return Press(query, message, reply)


async def _open(
    update: Update, context: Context, press: Press, ref: str, page: int = 1
) -> Answer | None:
    """What the reference stands for; None, and the person told, where it means nothing."""
    service = context.service
    language = press.reply.answer.language if press.reply else await context.language(update)
    found = service.engine.open(ref, today=service.today, language=language, page=page)
    if found and page > found.pages:  # the list has become shorter since
        found = service.engine.open(ref, today=service.today, language=language, page=found.pages)
    if found is None:
        await expired.tell(update, context)
        return None
    found = service.engine.cards.for_chat(found, today=service.today)
    await buttons.acknowledge(press.query)
    place = Place.of(press.message)
    before = service.conversations.get(place, service.clock())
    question.go_on(context, place, before, found)
    return found


async def _drop_not_meant(press: Press) -> bool:
    """Whether the button was still there: a second press asks nothing again."""
    message = press.message
    if not isinstance(message, Message):
        return True
    try:
        await press.query.edit_message_reply_markup(
            buttons.without_not_meant(message.reply_markup)
        )
    except BadRequest as error:
        if "not modified" in error.message:
            return False
        raise
    return True
