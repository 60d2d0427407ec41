"""/film, /person and /awards: a card, or its awards, by a name in any spelling."""

from __future__ import annotations

from telegram import Message, Update

from handlers import card, question
from handlers.context import Context
from handlers.groups import LONGEST
from knowledge.answer import Answer, Entity, Option

OFFERED = 4


async def film(update: Update, context: Context) -> None:
    await _look_up(update, context, "film")


async def person(update: Update, context: Context) -> None:
    await _look_up(update, context, "person")


async def awards(update: Update, context: Context) -> None:
    """The awards of a film, of a person, at a festival; else what is asked so."""
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    name = argument(context)
    if not name:
        await message.reply_text(context.say(language, "chat-which-awards"))
        return
    found = context.service.engine.suggesting.suggest(name, 1)
    if found:
        await card.send(message, context, found[0], language, "awards")
    else:
        text = context.say(language, "chat-ask-awards", about=name)
        await question.answer_text(message, context, text, language)


def argument(context: Context) -> str:
    """What was written behind the command."""
    return " ".join(context.args or [])[:LONGEST]


async def _look_up(update: Update, context: Context, kind: str) -> None:
    message = update.message
    if message is None:
        return
    language = await context.language(update)
    name = argument(context)
    if not name:
        await message.reply_text(context.say(language, f"chat-which-{kind}"))
        return
    engine, today = context.service.engine, context.service.today
    # In the order of likelihood: whoever is known best among those that are called so.
    found = [e for e in engine.suggesting.suggest(name, 50) if e.kind == kind]
    read = engine.cards.for_chat(engine.ask(name, today=today, language=language), today=today)
    if read.card and read.card.kind == kind:
        await card.send(message, context, read.card, language)
    elif len(found) == 1:
        await card.send(message, context, found[0], language)
    elif found:
        await card.send_answer(message, context, _which(context, found[:OFFERED], language))
    else:
        await _miss(message, context, name, kind, language)


def _which(context: Context, found: list[Entity], language: str) -> Answer:
    engine = context.service.engine
    options = tuple(Option(engine.name(e, language), engine.refs.card(e)) for e in found)
    text = context.say(language, "chat-which-of-these")
    return Answer("clarify", language, text, options=options, entities=tuple(found))


async def _miss(message: Message, context: Context, name: str, kind: str, language: str) -> None:
    await message.reply_text(context.say(language, f"chat-no-{kind}", name=name))
    await context.service.note_unanswered(name, language)
