"""/publish: a text for subscribers, from the first word to the last recipient."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Message, Update
from telegram.constants import ParseMode

from bot.delivery.bulletins import html_of
from handlers import buttons, drafts, editors, progress
from knowledge.bulletins.drafts import (
    Draft,
    DraftError,
    bulletin,
    missing,
    moved,
    preview,
    with_texts,
    written,
)
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from telegram import CallbackQuery

    from handlers.context import Context

BUTTON = re.compile(
    rf"^~pub:(open|w?(?:{'|'.join(LANGUAGES)})|{'|'.join(drafts.TOPICS)}"
    r"|me|ask|send|reject|stop):([0-9a-f]{0,32})$",
    re.ASCII,
)
PARTS = re.compile(r"^\s*-{3,}\s*$", re.MULTILINE)
"""Between the languages, where all are in one message."""
LISTED = 8
KEPT = timedelta(days=7)
"""Older drafts could not be sent any more."""


async def begin(update: Update, context: Context) -> None:
    """What waits, and the invitation to write."""
    message, user = update.message, update.effective_user
    if message is None or user is None:
        return
    office = editors.office_of(context)
    language = await context.language(update)
    office.begins(user.id)
    waiting = await office.incoming.drafts(state="waiting", since=office.clock() - KEPT)
    rows = [
        [Button(drafts.headline(draft), callback_data=f"~pub:open:{draft.key}")]
        for draft in waiting[-LISTED:]
    ]
    lines = [context.say(language, "chat-publish")]
    if waiting:
        lines.append(context.say(language, "chat-publish-waiting", count=len(waiting)))
    rows.append([Button(context.say(language, "chat-publish-stop"), callback_data="~pub:stop:")])
    await message.reply_text("\n\n".join(lines), reply_markup=InlineKeyboardMarkup(rows))


async def write(update: Update, context: Context) -> None:
    """A text, or several: for the languages that still have none, in their order."""
    message, user = update.message, update.effective_user
    if message is None or user is None:
        return
    office = editors.office_of(context)
    language = await context.language(update)
    parts = [part.strip() for part in PARTS.split(message.text or "") if part.strip()]
    key = office.written(user.id)
    before = await office.incoming.draft(key) if key else None
    draft = before or written({}, ("news",), office.clock())
    lacking = missing(draft)
    if draft.state != "waiting" or not lacking:
        office.writing.pop(user.id)
        await message.reply_text(context.say(language, "chat-publish-gone"))
        return
    if len(parts) > len(lacking):
        text = context.say(language, "chat-publish-too-many", count=len(lacking))
        await message.reply_text(text)
        return
    if not parts:
        return
    draft = with_texts(draft, dict(zip(lacking, parts, strict=False)))
    saved = (
        await office.incoming.change_draft(before, draft)
        if before
        else await office.incoming.add_draft(draft)
    )
    if not saved:
        office.writing.pop(user.id)
        await message.reply_text(context.say(language, "chat-publish-gone"))
        return
    office.begins(user.id, draft.key)
    if still := missing(draft):
        await _ask_for(message, context, still[0], language)
        return
    office.writing.pop(user.id)
    await _send_sheet(message, context, draft, language)


async def press(update: Update, context: Context) -> None:
    """Whatever hangs under a draft."""
    query, user = update.callback_query, update.effective_user
    wanted = BUTTON.match((query.data if query else None) or "")
    if query is None or user is None or wanted is None:
        return
    office = editors.office_of(context)
    language = await context.language(update)
    act, key = wanted[1], wanted[2]
    office.writing.pop(user.id)
    if act == "stop":
        await buttons.acknowledge(query)
        await editors.put(query, context.say(language, "chat-publish-stopped"))
        return
    draft = await office.incoming.draft(key)
    if draft is None or draft.state != "waiting" or not isinstance(query.message, Message):
        text = context.say(language, "chat-publish-gone")
        await buttons.acknowledge(query, text, alert=True)
        return
    if act == "send":
        await _publish(query, query.message, context, draft, language)
        return
    await buttons.acknowledge(query)
    if act == "me":
        for code in LANGUAGES:
            html = html_of(preview(draft, code), code, context.service.texts)
            await query.message.reply_text(html, parse_mode=ParseMode.HTML)
    elif act == "ask":
        count = await drafts.recipients(context, draft)
        text = context.say(language, "chat-publish-sure", count=count)
        await editors.put(query, text, drafts.question(context, draft, count, language))
    elif act == "reject":
        await office.incoming.change_draft(draft, moved(draft, "rejected"))
        await editors.put(query, context.say(language, "chat-publish-rejected"))
    elif act.removeprefix("w") in LANGUAGES and act not in LANGUAGES:
        await _write_again(query.message, context, draft, act.removeprefix("w"), user.id, language)
    else:
        if act in drafts.TOPICS:
            draft = await _turn_topic(context, draft, act)
        shown = act if act in LANGUAGES else language
        await editors.put(query, *await drafts.sheet(context, draft, shown, language))


async def _publish(
    query: CallbackQuery, message: Message, context: Context, draft: Draft, language: str
) -> None:
    """Into the ledger; were the bot to end in between, its next round goes on from here."""
    office = editors.office_of(context)
    try:
        approved = moved(draft, "approved")
    except DraftError:
        text = context.say(language, "chat-publish-unfinished")
        await buttons.acknowledge(query, text, alert=True)
        return
    await buttons.acknowledge(query)
    if not await office.incoming.change_draft(draft, approved):
        return  # another press was quicker
    item = await office.rounds.deliver(bulletin(approved))
    await office.incoming.change_draft(approved, moved(approved, "published"))
    found = await office.delivery.items.progress(item) if item is not None else None
    if found is None:
        await editors.put(query, context.say(language, "chat-publish-too-late"))
        return
    text, keyboard = progress.said(found, language, context.service.texts)
    await editors.put(query, text, keyboard)
    if not progress.is_over(found):
        office.followed.follow(message.chat.id, message.message_id, found.id, language, text)


async def _turn_topic(context: Context, draft: Draft, topic: str) -> Draft:
    """With the topic, or without it; the last one stays."""
    if topic in draft.topics:
        topics = tuple(each for each in draft.topics if each != topic) or draft.topics
    else:
        topics = (*draft.topics, topic)
    after = replace(draft, topics=topics)
    changed = await editors.office_of(context).incoming.change_draft(draft, after)
    return after if changed else draft


async def _write_again(
    message: Message, context: Context, draft: Draft, code: str, editor: int, language: str
) -> None:
    """The text in one language anew."""
    office = editors.office_of(context)
    if await office.incoming.change_draft(draft, with_texts(draft, {code: ""})):
        office.begins(editor, draft.key)
        await _ask_for(message, context, code, language)


async def _ask_for(message: Message, context: Context, code: str, language: str) -> None:
    name = context.say(code, "chat-lang-name")
    await message.reply_text(context.say(language, "chat-publish-next", name=name))


async def _send_sheet(message: Message, context: Context, draft: Draft, language: str) -> None:
    html, keyboard = await drafts.sheet(context, draft, language, language)
    await message.reply_text(html, parse_mode=ParseMode.HTML, reply_markup=keyboard)
