"""Puts an answer into the chat, or in the place of an earlier one, and remembers it.

A card hangs under its picture where there is one; everything else is text.
"""

from __future__ import annotations

from dataclasses import replace

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers import following, hanging, links, pictures
from handlers.context import NOT_ASKED, Asked, Context, Place, Reply, in_group
from handlers.pictures import Picture
from handlers.rendering import Rendered, render
from knowledge.answer import Answer


async def send_answer(
    context: Context, under: MaybeInaccessibleMessage, answer: Answer, asked: Asked = NOT_ASKED
) -> None:
    """A new answer below."""
    picture = await pictures.of_answer(context, answer)
    rendered = await _rendered(context, under.chat.id, answer, short=in_group(under.chat))
    if picture is not None:
        hung = await hang(context, under, rendered, picture, quote=asked.message, answer=answer)
        if hung is not None:
            _remember(context, under.chat.id, Reply(answer, (hung,), asked, picture.key))
            return
    messages = await send(context, under, rendered, quote=asked.message)
    _remember(context, under.chat.id, Reply(answer, messages, asked))


async def replace_answer(
    context: Context,
    at: MaybeInaccessibleMessage,
    reply: Reply | None,
    answer: Answer,
    *,
    whole: bool = False,
) -> None:
    """The answer in the place of an earlier one; ``whole``: also in a group with all it says.

    Under a picture only what belongs to the same card is put: another picture is sent anew.
    """
    reply = reply or _found(at, answer)
    same_card = answer.card is not None and answer.card == reply.answer.card
    if not answer.alternatives and (same_card or answer.ref == reply.answer.ref):
        # Another page or section of what was asked: it may still not be what was meant.
        answer = replace(answer, alternatives=reply.answer.alternatives)
    if not same_card and (reply.picture or await pictures.of_answer(context, answer)):
        await send_answer(context, at, answer, reply.asked)
        await _delete(context, at.chat.id, reply.messages)
        return
    short = in_group(at.chat) and not whole
    rendered = await _rendered(context, at.chat.id, answer, short=short)
    key = None
    if reply.picture:
        messages = reply.messages
        key = await hanging.turn(context, at, reply.picture, rendered, answer)
        if key is None:
            messages = await send(context, at, rendered, quote=reply.asked.message)
    else:
        messages = await _edit(context, at, reply.messages, rendered)
    _remember(context, at.chat.id, Reply(answer, messages, reply.asked, key or ""))


async def send(
    context: Context,
    under: MaybeInaccessibleMessage,
    rendered: Rendered,
    *,
    quote: int | None = None,
) -> tuple[int, ...]:
    """Send to the chat and topic of ``under``; in a group the first quotes the question."""
    place = Place.of(under)
    sent: list[int] = []
    for html, keyboard in _with_keyboard(rendered):
        message = await context.bot.send_message(
            place.chat,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.topic,
            reply_markup=keyboard,
            reply_parameters=None if sent else _quoting(under, quote),
        )
        sent.append(message.message_id)
    return tuple(sent)


async def hang(
    context: Context,
    under: MaybeInaccessibleMessage,
    rendered: Rendered,
    picture: Picture,
    *,
    quote: int | None = None,
    answer: Answer | None = None,
) -> int | None:
    """Send under a picture; None where the words do not fit, or Telegram takes no such picture."""
    if len(rendered.messages) != 1:
        return None
    place = Place.of(under)

    async def send_photo(picture: Picture) -> Message:
        return await context.bot.send_photo(
            place.chat,
            picture.photo,
            caption=rendered.messages[0],
            parse_mode=ParseMode.HTML,
            message_thread_id=place.topic,
            reply_markup=rendered.keyboard,
            reply_parameters=_quoting(under, quote),
        )

    put = await pictures.put(context, picture, send_photo)
    if put is None:
        return None
    await pictures.note_sent(context, *put, answer)
    return put[1].message_id


async def _rendered(
    context: Context, chat: int, answer: Answer, *, short: bool = False
) -> Rendered:
    entity, own = answer.card, []
    if entity and not answer.section:
        own = [
            links.share(context, entity, answer.lead, answer.language),
            *await following.buttons_of(context, chat, entity, answer.language),
        ]
    return render(answer, context.service.texts, short=short, own=own)


def _quoting(under: MaybeInaccessibleMessage, quote: int | None) -> ReplyParameters | None:
    if not quote or not in_group(under.chat):
        return None
    return ReplyParameters(quote, allow_sending_without_reply=True)


def _found(at: MaybeInaccessibleMessage, answer: Answer) -> Reply:
    """What a button hangs under that was sent before a restart."""
    has_picture = isinstance(at, Message) and bool(at.photo)
    return Reply(answer, (at.message_id,), picture=pictures.UNKNOWN if has_picture else "")


async def _edit(
    context: Context, at: MaybeInaccessibleMessage, old: tuple[int, ...], rendered: Rendered
) -> tuple[int, ...]:
    parts = _with_keyboard(rendered)
    for number, (message_id, (html, keyboard)) in enumerate(zip(old, parts, strict=False)):
        try:
            await context.bot.edit_message_text(
                html, at.chat.id, message_id, parse_mode=ParseMode.HTML, reply_markup=keyboard
            )
        except BadRequest as error:
            if "not modified" in error.message:
                continue
            if number == 0 and hanging.is_gone(error):
                return await send(context, at, rendered)
            raise
    await _delete(context, at.chat.id, old[len(parts) :])
    more = Rendered(rendered.messages[len(old) :], rendered.keyboard)
    return old[: len(parts)] + await send(context, at, more)


async def _delete(context: Context, chat: int, messages: tuple[int, ...]) -> None:
    for message_id in messages:
        try:
            await context.bot.delete_message(chat, message_id)
        except BadRequest as error:
            if "delete" not in error.message:
                raise


def _with_keyboard(rendered: Rendered) -> list[tuple[str, InlineKeyboardMarkup | None]]:
    last = len(rendered.messages) - 1
    return [
        (html, rendered.keyboard if number == last else None)
        for number, html in enumerate(rendered.messages)
    ]


def _remember(context: Context, chat: int, reply: Reply) -> None:
    for message in (*reply.messages, reply.asked.message):
        if message is not None:
            context.service.replies.put((chat, message), reply)
