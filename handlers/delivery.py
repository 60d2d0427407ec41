"""Puts an answer into the chat, or in the place of an earlier one, and remembers it."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup, MaybeInaccessibleMessage, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.context import NOT_ASKED, Asked, Context, Place, Reply, in_group
from handlers.rendering import Rendered, render
from knowledge.answer import Answer


async def send_answer(
    context: Context, under: MaybeInaccessibleMessage, answer: Answer, asked: Asked = NOT_ASKED
) -> None:
    """A new answer below."""
    rendered = render(answer, context.service.texts)
    messages = await send(context, under, rendered, quote=asked.message)
    _remember(context, under.chat.id, Reply(answer, messages, asked))


async def replace_answer(
    context: Context,
    at: MaybeInaccessibleMessage,
    old: tuple[int, ...],
    answer: Answer,
    asked: Asked = NOT_ASKED,
) -> None:
    """The answer in the place of an earlier one, whose messages were ``old``."""
    messages = await _edit(context, at, old, render(answer, context.service.texts))
    _remember(context, at.chat.id, Reply(answer, messages, asked))


async def send(
    context: Context,
    under: MaybeInaccessibleMessage,
    rendered: Rendered,
    *,
    quote: int | None = None,
) -> tuple[int, ...]:
    """Send to the chat and topic of ``under``; in a group the first quotes the question."""
    place = Place.of(under)
    if not in_group(under.chat):
        quote = None
    sent: list[int] = []
    for html, keyboard in _with_keyboard(rendered):
        message = await context.bot.send_message(
            place.chat,
            html,
            parse_mode=ParseMode.HTML,
            message_thread_id=place.topic,
            reply_markup=keyboard,
            reply_parameters=ReplyParameters(quote, allow_sending_without_reply=True)
            if quote and not sent
            else None,
        )
        sent.append(message.message_id)
    return tuple(sent)


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
            if number == 0 and ("to edit" in error.message or "be edited" in error.message):
                return await send(context, at, rendered)  # it is gone, or too old
            raise
    for message_id in old[len(parts) :]:
        try:
            await context.bot.delete_message(at.chat.id, message_id)
        except BadRequest as error:
            if "delete" not in error.message:
                raise
    more = Rendered(rendered.messages[len(old) :], rendered.keyboard)
    return old[: len(parts)] + await send(context, at, more)


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
