"""Sandbox and bot in one program: what `run` does without a token."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.application import build
from bot.polling import serve as answer
from bot.sandbox.server import serve
from bot.sandbox.world.profile import TOKEN
from bot.settings import Settings
from bot.stopping import stop_on_signals
from bot.storage import Storage

if TYPE_CHECKING:
    from knowledge.engine import Engine

DIRECT = {"trust_env": False}
"""To this machine there is no way through a proxy."""


def run_with_bot(settings: Settings, engine: Engine, *, say: Callable[[str], None]) -> None:
    """Until SIGINT or SIGTERM; ``say`` tells the address of the page.

    The database goes with the chats that it knows: in DATABASE_URL a real bot would meet them.
    """
    with TemporaryDirectory(prefix="qazaq-kino-") as folder:
        asyncio.run(_run(settings, engine, Storage.open(f"sqlite:///{folder}/kino.sqlite3"), say))


async def _run(
    settings: Settings, engine: Engine, storage: Storage, say: Callable[[str], None]
) -> None:
    stopping = stop_on_signals()
    try:
        async with serve() as address:
            application = build(
                replace(settings, token=TOKEN),
                engine,
                storage,
                base_url=address.base_url,
                httpx_kwargs=DIRECT,
            )
            say(address.page)
            await answer(application, stopping)
    finally:
        await storage.close()
