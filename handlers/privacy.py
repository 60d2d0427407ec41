"""/privacy tells what is kept of a chat, /export hands it over, /forget erases it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from telegram import InputFile, Update

from handlers import buttons, delivery, rights
from handlers.context import Context, Place
from handlers.rendering import Rendered, render_text

KEPT: Mapping[str, tuple[str, ...]] = {
    "language": ("chats.language", "chats.updated_at"),
    "topics": ("subscriptions.topic", "subscriptions.created_at"),
    "hours": (
        "subscribers.language",
        "subscribers.frequency",
        "subscribers.hour",
        "subscribers.weekday",
        "subscribers.quiet_from",
        "subscribers.quiet_until",
        "subscribers.time_zone",
        "subscribers.next_due",
        "subscribers.created_at",
    ),
    "reach": ("subscribers.refusals", "subscribers.blocked_since"),
    "sent": (
        "ledger.item_id",
        "ledger.state",
        "ledger.not_before",
        "ledger.digest",
        "ledger.repeat",
        "ledger.attempts",
        "ledger.message_id",
        "ledger.reason",
        "ledger.changed_at",
    ),
}
"""Beside the number of the chat: which text of /privacy tells of which columns."""


async def tell(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    said = [
        context.say(language, "chat-privacy"),
        *(context.say(language, f"chat-privacy-{group}") for group in KEPT),
        context.say(language, "chat-privacy-else"),
        context.say(language, "chat-privacy-yours"),
    ]
    rendered = Rendered(render_text("\n\n".join(said), headed=True))
    await delivery.send(context, message, rendered, quote=message.message_id)


async def export(update: Update, context: Context) -> None:
    message = update.message
    if message is None or not await rights.may_decide(update, context):
        return
    rows = await context.delivery.rows.export(message.chat_id)
    content = json.dumps(rows, ensure_ascii=False, indent=2).encode()
    await message.reply_document(
        InputFile(content, filename="qazaq-kino.json"),
        caption=context.say(await context.language(update), "chat-export"),
    )


async def ask_to_forget(update: Update, context: Context) -> None:
    message = update.message
    if message is None or not await rights.may_decide(update, context):
        return
    language = await context.language(update)
    await message.reply_text(
        context.say(language, "chat-forget-ask"),
        reply_markup=buttons.of_confirmation(
            "forget",
            context.say(language, "chat-forget-yes"),
            context.say(language, "chat-forget-no"),
        ),
    )


async def forget(update: Update, context: Context) -> None:
    """The answer to that; what the conversation was about goes, too."""
    query = update.callback_query
    pressed = buttons.FORGET.match((query.data if query else None) or "")
    if not query or not query.message or not pressed:
        return
    if not await rights.may_decide(update, context):
        return
    language = await context.language(update)
    said = "chat-forget-kept"
    if pressed[1] == "yes":
        chat, service = query.message.chat.id, context.service
        await context.delivery.rows.forget(chat)
        service.languages.pop(chat)
        service.conversations.forget(Place.of(query.message))
        said = "chat-forget-done"
    await buttons.acknowledge(query)
    await buttons.rewrite(query, context.say(language, said))
