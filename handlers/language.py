"""/lang: the language of a chat, chosen with a button and kept."""

from __future__ import annotations

from telegram import Chat, Update

from handlers import buttons, rights
from handlers.context import Context
from knowledge.factbase.records import LANGUAGES


async def offer(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is None:
        return
    given = (context.args or [""])[0].lower()
    if given in LANGUAGES:
        await context.service.choose_language(message.chat_id, given)
        await message.reply_text(context.say(given, "chat-lang-set"))
        return
    await message.reply_text(
        context.say(await context.language(update), "chat-lang-ask"),
        reply_markup=buttons.of_languages(context.service.texts),
    )


async def choose(update: Update, context: Context) -> None:
    query = update.callback_query
    chosen = buttons.LANGUAGE.match((query.data if query else None) or "")
    if query is None or query.message is None or chosen is None:
        return
    # In a channel everybody sees the buttons.
    if query.message.chat.type == Chat.CHANNEL and not await rights.may_decide(update, context):
        return
    language = chosen[1]
    await context.service.choose_language(query.message.chat.id, language)
    await buttons.acknowledge(query)
    # The choice stays pressable: only its words change.
    text = context.say(language, "chat-lang-set")
    await buttons.rewrite(query, text, buttons.of_languages(context.service.texts))
