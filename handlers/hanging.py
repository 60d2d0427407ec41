"""Turns what hangs under a picture: other words, and another picture where they have one."""

from __future__ import annotations

from telegram import InputMediaPhoto, MaybeInaccessibleMessage, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers import pictures
from handlers.context import Context
from handlers.pictures import Picture
from handlers.rendering import Rendered
from knowledge.answer import Answer


async def turn(
    context: Context,
    at: MaybeInaccessibleMessage,
    key: str,
    rendered: Rendered,
    answer: Answer,
) -> str | None:
    """The key of the picture that hangs there now; None where the message cannot be edited."""
    picture = await pictures.of_answer(context, answer)
    return await show(context, at, key, rendered, picture, answer)


async def show(
    context: Context,
    at: MaybeInaccessibleMessage,
    key: str,
    rendered: Rendered,
    picture: Picture | None,
    answer: Answer | None = None,
) -> str | None:
    """As ``turn``, with the picture at hand; without one the old one stays above the words."""
    try:
        if picture is not None and picture.key != key:
            changed = await _change(context, at, rendered, picture, answer)
            if changed is not None:
                return changed
        await context.bot.edit_message_caption(
            at.chat.id,
            at.message_id,
            caption=rendered.messages[0],
            parse_mode=ParseMode.HTML,
            reply_markup=rendered.keyboard,
        )
    except BadRequest as error:
        if is_gone(error):
            return None
        if "not modified" not in error.message:
            raise
    return key


async def _change(
    context: Context,
    at: MaybeInaccessibleMessage,
    rendered: Rendered,
    picture: Picture,
    answer: Answer | None,
) -> str | None:
    """The key of the picture that took the place of the old one, if Telegram took one."""

    async def edit(picture: Picture) -> Message | bool:
        media = InputMediaPhoto(
            picture.photo, caption=rendered.messages[0], parse_mode=ParseMode.HTML
        )
        return await context.bot.edit_message_media(
            media, at.chat.id, at.message_id, reply_markup=rendered.keyboard
        )

    put = await pictures.put(context, picture, edit)
    if put is None:
        return None
    await pictures.note_sent(context, *put, answer)
    return put[0].key


def is_gone(error: BadRequest) -> bool:
    """Whether the message was deleted, or is too old to be edited."""
    return "to edit" in error.message or "be edited" in error.message
