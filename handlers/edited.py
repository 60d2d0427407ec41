"""A question that its writer corrected: the answer is corrected in its place."""

from __future__ import annotations

from dataclasses import replace

from telegram import Update

from handlers import delivery, question
from handlers.context import Asked, Context, Place
from handlers.groups import question_of
from handlers.stale import OLD


async def answer_again(update: Update, context: Context) -> None:
    message = update.edited_message
    if message is None or not (text := question_of(message)):
        return
    service = context.service
    earlier = service.replies.get((message.chat_id, message.message_id))
    if earlier is None:
        if service.clock() - message.date > OLD:
            return  # long answered, and long forgotten
        before = service.conversations.get(Place.of(message), service.clock())
    elif earlier.asked.question == text:
        return  # Telegram calls it an edit, too, when a preview of a link was added
    else:
        before = earlier.asked.before
    language = await context.language(update)
    found = question.ask(context, Place.of(message), text, before, language)
    asked = Asked(text, message.message_id, before)
    if earlier is None:
        await delivery.send_answer(context, message, found, asked)
    else:
        await delivery.replace_answer(context, message, replace(earlier, asked=asked), found)
    await question.note_if_unknown(context, text, found)
