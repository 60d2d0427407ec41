"""A parcel becomes one message, and the call an outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.constants import ParseMode

from bot.delivery.outcome import Outcome, Verdict, of_error
from knowledge.answers.texts import Texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.storage.ledger import Parcel


async def post(bot: ExtBot[Any], parcel: Parcel, texts: Texts) -> Outcome:
    """Send it; never raises what the call raises."""
    document = parcel.told[0].document if len(parcel.told) == 1 else None
    try:
        html = compose(parcel, texts)
        if document:
            message = await bot.send_document(
                parcel.chat,
                document.content,
                filename=document.name,
                caption=html,
                parse_mode=ParseMode.HTML,
            )
        else:
            message = await bot.send_message(parcel.chat, html, parse_mode=ParseMode.HTML)
    except Exception as error:
        return of_error(error)
    return Outcome(Verdict.SENT, message_id=message.message_id)


def compose(parcel: Parcel, texts: Texts) -> str:
    """HTML: what may have been seen before says so, several are told under one heading."""
    parts = [told.html for told in parcel.told]
    if len(parts) > 1:
        parts.insert(0, f"<b>{texts.say(parcel.language, 'chat-delivery-together')}</b>")
    if any(told.repeat for told in parcel.told):
        parts.insert(0, f"<i>{texts.say(parcel.language, 'chat-delivery-repeat')}</i>")
    return "\n\n".join(parts)
