"""/premiere TITLE DATE [CITY] [CINEMA]: matched, shown, and stored when the editor says yes."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup, Message, Update

from bot.incoming.announcing import read_announcement
from bot.incoming.matching import Matched, match
from bot.incoming.programme import Programme, Row
from handlers import buttons, editors
from handlers.lookup import argument
from knowledge.answer import Entity

if TYPE_CHECKING:
    from handlers.context import Context
    from knowledge.factbase.showings import Showing

BUTTON = re.compile(r"^~prem:([0-9a-f]{16}|no)$", re.ASCII)
SOURCE = "Qazaq Kino, {day}"
"""People read it under answers, in each language."""


async def propose(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    try:
        row = read_announcement(argument(context))
    except ValueError:
        await message.reply_text(context.say(language, "chat-premiere-how"))
        return
    if row.day < context.service.today:
        await message.reply_text(context.say(language, "chat-premiere-past"))
        return
    found = _match(context, row)
    if found.showings:
        await _confirm(message, context, found.showings[0], language)
    elif found.doubts:
        await _ask_which(message, context, row, found.doubts[0].candidates, language)
    else:
        text = context.say(language, "chat-premiere-stranger", title=row.title)
        await message.reply_text(text)


async def store(update: Update, context: Context) -> None:
    """The button: from now on it is answered, and reminded of."""
    query = update.callback_query
    wanted = BUTTON.match((query.data if query else None) or "")
    if query is None or wanted is None:
        return
    office, service = editors.office_of(context), context.service
    language = await context.language(update)
    showing = office.showings.get(wanted[1])
    if wanted[1] == "no":
        await buttons.acknowledge(query)
        await editors.put(query, context.say(language, "chat-premiere-dropped"))
        return
    if showing is None:
        text = context.say(language, "chat-premiere-forgotten")
        await buttons.acknowledge(query, text, alert=True)
        return
    imported = await office.incoming.import_showings([showing], service.today)
    office.showings.pop(wanted[1])
    await office.rounds.refresh()
    await buttons.acknowledge(query)
    key = "chat-premiere-stored" if imported.added else "chat-premiere-known"
    said = context.say(language, key, showing=_said(context, showing, language))
    await editors.put(query, escape(said, quote=False))


def _match(context: Context, row: Row) -> Matched:
    service = context.service
    source = SOURCE.format(day=service.today)
    return match(Programme((row,)), service.engine.reader, source)


async def _confirm(message: Message, context: Context, showing: Showing, language: str) -> None:
    said = _said(context, showing, language)
    rows = [[_button(context, context.say(language, "chat-premiere-store"), showing)]]
    await message.reply_text(
        context.say(language, "chat-premiere-confirm", showing=said),
        reply_markup=InlineKeyboardMarkup([*rows, _no(context, language)]),
    )


async def _ask_which(
    message: Message, context: Context, row: Row, candidates: tuple[str, ...], language: str
) -> None:
    day = context.service.engine.wording[language].date(row.day.isoformat())
    rows = []
    for id_ in candidates:
        [showing] = _match(context, replace(row, film=id_)).showings
        label = context.service.engine.name(Entity("film", id_), language)
        rows.append([_button(context, label, showing)])
    await message.reply_text(
        context.say(language, "chat-premiere-which", title=row.title, day=day),
        reply_markup=InlineKeyboardMarkup([*rows, _no(context, language)]),
    )


def _button(context: Context, label: str, showing: Showing) -> Button:
    token = secrets.token_hex(8)
    editors.office_of(context).showings.put(token, showing)
    return Button(label, callback_data=f"~prem:{token}")


def _no(context: Context, language: str) -> list[Button]:
    return [Button(context.say(language, "chat-premiere-no"), callback_data="~prem:no")]


def _said(context: Context, showing: Showing, language: str) -> str:
    """Film, day and place; a place of the vocabulary by its name."""
    engine = context.service.engine
    term = engine.base.vocabulary.get("places", {}).get(showing.city)
    name = engine.name(Entity("film", showing.film), language)
    day = engine.wording[language].date(showing.day.isoformat())
    city = term.get(language) if term else showing.city
    return ", ".join(part for part in (name, day, city, showing.cinema) if part)
