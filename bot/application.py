"""The Telegram application, assembled: bounded waits, a bounded intake, all handlers."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram import LinkPreviewOptions, Update
from telegram.ext import Application as TelegramApplication
from telegram.ext import ApplicationBuilder, ContextTypes, Defaults, ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery.delivery import Delivery
from bot.intake import InOrder, Intake
from bot.pace import Pace
from bot.pictures import Pictures
from bot.rounds import Rounds
from bot.settings import Settings
from bot.storage import Storage
from bot.storage.incoming import Incoming
from handlers.context import Context, Service
from handlers.editors import Office
from handlers.progress import Followed
from handlers.registration import register, register_editors

if TYPE_CHECKING:
    from knowledge.engine import Engine

logger = logging.getLogger(__name__)

TELEGRAM = "https://api.telegram.org"
CONNECTIONS = 16
CONNECT, TRANSFER, FREE_CONNECTION = 5.0, 10.0, 10.0  # seconds

Application: TypeAlias = TelegramApplication[
    ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Any], None
]


def build(
    settings: Settings,
    engine: Engine,
    storage: Storage,
    *,
    clock: Callable[[], datetime] | None = None,
    base_url: str = TELEGRAM,
    pace: Pace | None = None,
    httpx_kwargs: dict[str, Any] | None = None,
) -> Application:
    """Ready to be initialised; tests and the sandbox put something else in Telegram's place."""
    pace = pace or Pace()
    now = clock or (lambda: datetime.now(settings.time_zone))
    defaults = Defaults(
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        allow_sending_without_reply=True,
    )
    application: Application = (
        ApplicationBuilder()
        .token(settings.token)
        .base_url(f"{base_url}/bot")
        .base_file_url(f"{base_url}/file/bot")
        .defaults(defaults)
        .request(HTTPXRequest(**_limits(CONNECTIONS, httpx_kwargs)))
        .get_updates_request(PollingRequest(**_limits(1, httpx_kwargs)))
        .update_queue(Intake())
        .concurrent_updates(InOrder())
        .context_types(ContextTypes(context=Context))
        .rate_limiter(pace)
        .job_queue(None)
        .build()
    )
    service = Service(engine, storage, now)
    service.pictures = Pictures(lambda: service.engine.base, storage)
    application.bot_data["service"] = service
    delivery = Delivery(storage, pace, now, editors=settings.editors)
    application.bot_data["delivery"] = delivery
    office = _office(settings, service, delivery)
    application.bot_data["office"] = office
    register_editors(application, office)
    register(application)
    return application


def _office(settings: Settings, service: Service, delivery: Delivery) -> Office:
    incoming = Incoming(service.storage)
    return Office(
        editors=settings.editors,
        storage=service.storage,
        delivery=delivery,
        incoming=incoming,
        rounds=Rounds(service, delivery, incoming, settings),
        followed=Followed(delivery.items, service.texts, service.clock),
        clock=service.clock,
        started=service.clock(),
    )


class PollingRequest(HTTPXRequest):
    """Steps over an update that cannot be read: otherwise it would be fetched again for ever."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        data = BaseRequest.parse_json_payload(payload)
        if isinstance(updates := data.get("result"), list):
            data["result"] = [_readable(update) for update in updates]
        return data


def _readable(update: dict[str, Any]) -> dict[str, Any]:
    try:
        Update.de_json(update, None)
    except Exception as error:
        number = update["update_id"]
        logger.error("update %s cannot be read: %s", number, type(error).__name__)
        return {"update_id": number}
    return update


def _limits(connections: int, httpx_kwargs: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "connection_pool_size": connections,
        "connect_timeout": CONNECT,
        "read_timeout": TRANSFER,
        "write_timeout": TRANSFER,
        "pool_timeout": FREE_CONNECTION,
        "httpx_kwargs": httpx_kwargs,
    }
