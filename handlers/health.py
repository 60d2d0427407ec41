"""/health: whether all is well, in one message."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from telegram import Update

from bot.memory import resident_mb
from bot.storage import StorageError
from handlers import editors

if TYPE_CHECKING:
    from bot.storage.incoming import FeedState
    from handlers.context import Context
    from handlers.editors import Office

logger = logging.getLogger(__name__)


async def show(update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    office, engine = editors.office_of(context), context.service.engine
    language = await context.language(update)
    minutes = int((office.clock() - office.started).total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    lines = [
        context.say(language, "chat-health-up", days=days, hours=hours, minutes=minutes),
        context.say(
            language,
            "chat-health-base",
            films=len(engine.base.films),
            people=len(engine.base.people),
            newest=engine.wording[language].date(engine.newest.isoformat()),
        ),
        *await _database(office, context, language),
        context.say(language, "chat-health-memory", mb=round(resident_mb())),
    ]
    await message.reply_text("\n".join(lines))


async def _database(office: Office, context: Context, language: str) -> list[str]:
    """What the database tells; that it tells nothing, where it is broken."""
    try:
        counts = await office.delivery.ledger.counts()
        feeds = await office.rounds.feeds()
    except StorageError as error:
        logger.error("health: %s", error)
        return [context.say(language, "chat-health-database-broken")]
    waiting = counts.get("pending", 0) + counts.get("sending", 0)
    unconfirmed = counts.get("unconfirmed", 0)
    return [
        context.say(language, "chat-health-database"),
        context.say(language, "chat-health-queue", waiting=waiting, unconfirmed=unconfirmed),
        *(_feed(feed, context, language) for feed in feeds),
    ]


def _feed(feed: FeedState, context: Context, language: str) -> str:
    host = urlsplit(feed.address).hostname or feed.address
    if feed.failures:
        return context.say(language, "chat-health-feed-down", host=host, count=feed.failures)
    state = "chat-health-feed" if feed.next_at else "chat-health-feed-new"
    return context.say(language, state, host=host)
