"""What went wrong is logged without the token, and the person hears a short apology."""

from __future__ import annotations

import logging
import traceback

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.redaction import redact
from bot.storage import StorageError
from handlers import buttons
from handlers.context import Context

logger = logging.getLogger(__name__)


async def report(update: object, context: Context) -> None:
    error = context.error
    if error is None:
        return
    token = context.bot.token
    if _is_telegrams(error):
        # Blocked by the person, or Telegram not reached: another message would fare no better.
        logger.warning("not delivered: %s", redact(f"{type(error).__name__}: {error}", token))
        return
    if isinstance(error, StorageError):
        logger.error("database: %s", redact(str(error), token))
    else:
        logger.error("%s", redact("".join(traceback.format_exception(error)).rstrip(), token))
    if isinstance(update, Update):
        await _apologise(update, context)


def _is_telegrams(error: BaseException) -> bool:
    if isinstance(error, BadRequest):  # a NetworkError by name, but the mistake is ours
        return False
    return isinstance(error, NetworkError | Forbidden | RetryAfter)


async def _apologise(update: Update, context: Context) -> None:
    text = context.say(await context.language(update), "chat-error")
    try:
        if query := update.callback_query:
            await buttons.acknowledge(query, text, alert=True)
        elif message := update.effective_message:
            await message.reply_text(text)
    except TelegramError as error:
        logger.warning("no apology: %s", redact(str(error), context.bot.token))
