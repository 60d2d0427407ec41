"""Runs the bot by long polling until it is told to stop; what prevents that is one line."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.application import Application, build
from bot.delivery.delivery import Delivery
from bot.redaction import redact
from bot.settings import Settings
from bot.stopping import stop_on_signals
from bot.storage import Storage
from handlers import profile
from handlers.editors import Office
from handlers.progress import EVERY
from handlers.registration import HANDLED_UPDATES

if TYPE_CHECKING:
    from knowledge.engine import Engine

logger = logging.getLogger(__name__)

LONG_POLL = 30  # seconds
SETTLED = 60.0  # seconds after which another poller is the one that came second
STOP_FETCHING, STOP_ANSWERING = 5.0, 10.0  # seconds


class PollingError(Exception):
    """Why the bot does not run, in one line for the operator."""


def poll(settings: Settings, engine: Engine, storage: Storage) -> None:
    """Answer in Telegram until SIGINT or SIGTERM; PollingError where that is impossible."""
    asyncio.run(_poll(settings, engine, storage))


async def _poll(settings: Settings, engine: Engine, storage: Storage) -> None:
    stopping = stop_on_signals()
    try:
        await serve(build(settings, engine, storage), stopping)
    finally:
        await storage.close()


async def serve(application: Application, stopping: asyncio.Event) -> None:
    """Start, wait to be told to stop, finish what is under way."""
    # These would write a traceback for what is said below in one line.
    for name in ("telegram.ext", "telegram.ext.Updater", "telegram.request.BaseRequest"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.getLogger("telegram.ext.Application").setLevel(logging.WARNING)

    token = application.bot.token
    watch = Watch(token, stopping)
    updater = application.updater
    if updater is None:
        raise PollingError("the application has nothing to poll with")
    try:
        await application.initialize()
        await updater.start_polling(
            timeout=LONG_POLL,
            allowed_updates=HANDLED_UPDATES,
            error_callback=watch.note,
        )
        await application.start()
        # Nobody waits for the menu of commands before getting an answer.
        texts = application.bot_data["service"].texts
        application.create_task(profile.announce(application.bot, texts))
        logger.info("@%s answers in Telegram", application.bot.username)
        delivery: Delivery = application.bot_data["delivery"]
        office: Office = application.bot_data["office"]
        office.rounds.add(lambda: office.followed.look(application.bot), EVERY.total_seconds())
        async with delivery.running(application.bot), office.rounds.running():
            await stopping.wait()
    except TelegramError as error:
        raise PollingError(explain(error, token)) from None
    finally:
        await _stop(application)
    if watch.refused:
        raise PollingError(watch.refused)


class Watch:
    """Looks at what goes wrong while polling: only a second poller is a reason to end."""

    def __init__(
        self,
        token: str,
        stopping: asyncio.Event,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._token = token
        self._stopping = stopping
        self._clock = clock
        self._since = clock()
        self.refused = ""

    def note(self, error: TelegramError) -> None:
        message = explain(error, self._token)
        settled = self._clock() - self._since > SETTLED
        if isinstance(error, Conflict) and not settled:
            self.refused = message
            self._stopping.set()
        else:
            logger.warning("%s; trying again", message)


def explain(error: TelegramError, token: str) -> str:
    """One line for the operator, without the token."""
    if isinstance(error, InvalidToken):
        return "TELEGRAM_BOT_TOKEN: Telegram does not know this token"
    if isinstance(error, Conflict):
        return "another program is fetching this bot's updates: stop it, or use another token"
    words = " ".join(redact(str(error), token).split())
    if isinstance(error, NetworkError):
        return f"Telegram cannot be reached ({words})"
    return f"Telegram refuses: {words}"


async def _stop(application: Application) -> None:
    """In bounded time, whatever hangs."""
    updater = application.updater
    if updater and updater.running:
        await _within(STOP_FETCHING, updater.stop())
    if application.running and not await _within(STOP_ANSWERING, application.stop()):
        logger.warning("stopped with answers still under way")
    with suppress(TelegramError, RuntimeError):
        await application.shutdown()


async def _within(seconds: float, work: Coroutine[Any, Any, None]) -> bool:
    """Whether it ended in time; a plain timeout would trust it not to swallow its cancellation."""
    task = asyncio.create_task(work)
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if done:
        task.result()
    else:
        task.cancel()
    return bool(done)
