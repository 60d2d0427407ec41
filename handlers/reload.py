"""/reload: the facts as their files are now; with a fault in them the old ones go on."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import Update

from handlers import delivery, editors
from handlers.rendering import Rendered, render_text
from knowledge.factbase.loading import LoadError

if TYPE_CHECKING:
    from handlers.context import Context
    from knowledge.factbase.lines import Fault

logger = logging.getLogger(__name__)

SHOWN = 5


async def read_again(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    try:
        await editors.office_of(context).rounds.reload()
    except LoadError as error:
        logger.error("the facts are not read again: %s", error.faults[0])
        lines = [context.say(language, "chat-reload-faults", count=len(error.faults))]
        lines += [_said(fault) for fault in error.faults[:SHOWN]]
        await delivery.send(context, message, Rendered(render_text("\n".join(lines))))
        return
    engine = context.service.engine
    newest = engine.wording[language].date(engine.newest.isoformat())
    text = context.say(language, "chat-reload-done", films=len(engine.base.films), newest=newest)
    await message.reply_text(text)


def _said(fault: Fault) -> str:
    """The file by its folder and name: where the facts stand concerns nobody in a chat."""
    return f"{'/'.join(fault.file.parts[-2:])}:{fault.line}: {fault.message}"
