"""What Telegram shows of the bot: commands, name, descriptions, in each language.

They are compared first: Telegram allows few changes a day.
"""

from __future__ import annotations

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.redaction import redact
from handlers.context import DEFAULT_LANGUAGE
from knowledge.answers.texts import Texts
from knowledge.factbase.records import LANGUAGES

logger = logging.getLogger(__name__)

COMMANDS = (
    "film",
    "person",
    "awards",
    "premieres",
    "today",
    "news",
    "random",
    "stats",
    "subscribe",
    "subscriptions",
    "unsubscribe",
    "lang",
    "help",
    "about",
    "privacy",
    "export",
    "forget",
)
"""In the order of the menu; /start is pressed once, and needs no place in it."""


async def announce(bot: Bot, texts: Texts) -> None:
    """Bring it up to date; what Telegram refuses is logged, and the bot answers all the same."""
    for code in (None, *LANGUAGES):  # None: for whoever speaks another language
        language = code or DEFAULT_LANGUAGE
        for step in (_commands, _name, _description, _short_description):
            try:
                await step(bot, texts, language, code)
            except TelegramError as error:
                words = redact(str(error), bot.token)
                logger.warning("%s not set (%s): %s", step.__name__.strip("_"), language, words)


async def _commands(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    wanted = tuple(
        BotCommand(name, texts.say(language, f"chat-command-{name}")) for name in COMMANDS
    )
    if await bot.get_my_commands(language_code=code) != wanted:
        await bot.set_my_commands(wanted, language_code=code)


async def _name(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    wanted = texts.say(language, "chat-bot-name")
    if (await bot.get_my_name(code)).name != wanted:
        await bot.set_my_name(wanted, code)


async def _description(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    wanted = texts.say(language, "chat-bot-description")
    if (await bot.get_my_description(code)).description != wanted:
        await bot.set_my_description(wanted, code)


async def _short_description(bot: Bot, texts: Texts, language: str, code: str | None) -> None:
    wanted = texts.say(language, "chat-bot-short-description")
    if (await bot.get_my_short_description(code)).short_description != wanted:
        await bot.set_my_short_description(wanted, code)
