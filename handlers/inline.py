"""``@bot road to mother`` in any chat: cards to choose from; nothing typed: what opens soon."""

from __future__ import annotations

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResult,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.conversations import Recent
from handlers import links
from handlers.context import Context
from handlers.rendering import render
from knowledge.answer import Answer, Entity

OFFERS = 300
"""Texts of which it is remembered what was offered: people type the same beginnings."""
MOST = 50  # a limit of Telegram
CACHED = 300  # seconds that Telegram itself remembers what was offered to somebody
DESCRIBED = 120  # letters under a title in the list
LONGEST = 200  # letters of a text for which something is sought


async def offer(update: Update, context: Context) -> None:
    query = update.inline_query
    if query is None:
        return
    text = " ".join(query.query.split())[:LONGEST]
    language = await context.language(update)
    results = [_result(context, answer) for answer in _answers(context, text, language)]
    label = "chat-inline-more" if results else "chat-inline-none"
    button = InlineQueryResultsButton(
        context.say(language, label),
        start_parameter=links.payload_of_question(text) if text else "inline",
    )
    try:
        # Personal, for the same words are offered in each person's own language.
        await query.answer(results, cache_time=CACHED, is_personal=True, button=button)
    except BadRequest as error:
        if "too old" not in error.message:  # whoever went on typing does not wait for it
            raise


def _answers(context: Context, text: str, language: str) -> tuple[Answer, ...]:
    service = context.service
    key = (text.casefold(), language, service.today)
    offers = service.offers.setdefault(service.engine, Recent(OFFERS))
    found = offers.get(key)
    if found is None:
        found = tuple(_found(context, text, language))
        offers.put(key, found)
    return found


def _found(context: Context, text: str, language: str) -> list[Answer]:
    """The answer to a question that was typed out, and cards of what is named, or may be."""
    engine, today = context.service.engine, context.service.today
    told: list[Answer] = []
    if linked := links.entity_in(text):
        entities = [linked]
    elif text:
        entities = engine.suggesting.suggest(text, MOST - 1)
        read = engine.cards.for_chat(engine.ask(text, today=today, language=language), today=today)
        if read.card:
            entities = list(dict.fromkeys((*entities, read.card)))
        elif read.kind == "answer":
            told = [read]
            entities += [e for e in read.entities if e not in entities]
    else:
        soon = engine.open(engine.refs.kind("premiere.upcoming"), today=today, language=language)
        entities = list(soon.entities) if soon else []
    cards = (
        card
        for entity in entities
        if (card := engine.cards.show(entity, today=today, language=language, bare=True))
    )
    return [*told, *cards][:MOST]


def _result(context: Context, answer: Answer) -> InlineQueryResult:
    entity = answer.card
    if entity is None:
        return _article(context, answer, "answer", answer.lead)
    identity = f"{entity.kind[:1]}:{entity.id}"
    file_id = context.service.photos.get((entity, answer.language))
    if file_id is None:
        return _article(context, answer, identity, answer.lead)
    [caption] = render(answer, context.service.texts).messages
    return InlineQueryResultCachedPhoto(
        identity,
        file_id,
        title=answer.lead,
        description=_described(answer),
        caption=caption,
        parse_mode=ParseMode.HTML,
        reply_markup=_keyboard(context, entity, answer.language),
    )


def _article(
    context: Context, answer: Answer, identity: str, title: str
) -> InlineQueryResultArticle:
    html = render(answer, context.service.texts).messages[0]
    return InlineQueryResultArticle(
        identity,
        title[:DESCRIBED],
        InputTextMessageContent(html, parse_mode=ParseMode.HTML),
        description=_described(answer),
        reply_markup=_keyboard(context, answer.card, answer.language) if answer.card else None,
    )


def _keyboard(context: Context, entity: Entity, language: str) -> InlineKeyboardMarkup:
    """Whoever reads the message opens the card with all its buttons in the chat with the bot."""
    label = context.say(language, "chat-inline-open")
    button = InlineKeyboardButton(label, url=links.to(context, entity))
    return InlineKeyboardMarkup.from_button(button)


def _described(answer: Answer) -> str:
    return " · ".join(line.strip() for line in answer.lines[:3])[:DESCRIBED]
