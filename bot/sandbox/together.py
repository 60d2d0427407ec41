"""Sandbox and bot in one program: what `run` does without a token."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.application import build
from bot.polling import serve as answer
from bot.sandbox.profile import TOKEN
from bot.sandbox.server import serve
from bot.settings import Settings
from bot.storage import Storage

if TYPE_CHECKING:
    from knowledge.engine import Engine

DIRECT = {"trust_env": False}
"""To this machine there is no way through a proxy."""
SAY = partial(print, flush=True)


def run_with_bot(
    settings: Settings,
    engine: Engine,
    storage: Storage,
    *,
    port: int = 0,
    say: Callable[[str], None] = SAY,
) -> None:
    """Until SIGINT or SIGTERM; ``say`` tells the address of the page."""
    asyncio.run(_run(settings, engine, storage, port, say))


async def _run(
    settings: Settings, engine: Engine, storage: Storage, port: int, say: Callable[[str], None]
) -> None:
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows
            loop.add_signal_handler(number, stopping.set)
    try:
        async with serve(port=port) as address:
            application = build(
                replace(settings, token=TOKEN),
                engine,
                storage,
                base_url=address.base_url,
                base_file_url=address.base_file_url,
                httpx_kwargs=DIRECT,
            )
            say(address.page)
            await answer(application, stopping)
    finally:
        await storage.close()
