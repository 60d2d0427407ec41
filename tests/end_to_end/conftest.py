"""One real bot and one sandbox for all scenarios, in a thread of their own.

The bot runs as `make run` runs it: real facts, real database, HTTP. A scenario takes `meet` and
plays a person of its own, so that none sees what another has left behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from anyio.from_thread import start_blocking_portal

from bot.application import Application, build
from bot.pace import Pace
from bot.polling import serve as answer
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import serve
from bot.sandbox.together import DIRECT
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.profile import TOKEN
from bot.sandbox.world.world import World
from bot.settings import Settings
from bot.storage import Storage
from knowledge.answers.texts import Texts, load_texts
from knowledge.engine import Engine
from tests.end_to_end.person import Person

NOON = 1_795_680_000.0
"""26 November 2026, 13:00 in Almaty; after that time passes only when somebody does something."""

EDITOR = 7_700_001
"""Whoever has this number is an editor."""

Meet = Callable[[str], Person]


@asynccontextmanager
async def running(engine: Engine, folder: Path) -> AsyncIterator[tuple[str, Application]]:
    """The bot in a sandbox: the address of the sandbox, and the bot."""
    settings = Settings(token=TOKEN, editors=frozenset({EDITOR}))
    storage = Storage.open(f"sqlite:///{folder / 'kino.sqlite3'}")
    clock = Clock(lambda: NOON)
    stopping = asyncio.Event()
    sandbox = Sandbox(World(clock))
    async with serve(sandbox) as address:
        application = build(
            settings,
            engine,
            storage,
            clock=lambda: datetime.fromtimestamp(clock(), settings.time_zone),
            base_url=address.base_url,
            httpx_kwargs=DIRECT,
            pace=Pace(None),
        )
        bot = asyncio.create_task(answer(application, stopping))
        while not sandbox.world.updates.is_polled:
            assert not bot.done(), "the bot does not run"
            await asyncio.sleep(0.01)
        yield address.base_url, application
        stopping.set()
        await bot
    await storage.close()


@contextmanager
def controlling(engine: Engine, folder: Path) -> Iterator[httpx.Client]:
    """A client of the sandbox's control API, with the bot behind it."""
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(running(engine, folder)) as (address, _),
        httpx.Client(base_url=address, timeout=60, trust_env=False) as client,
    ):
        yield client


@pytest.fixture(scope="session")
def control(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with controlling(engine, tmp_path_factory.mktemp("end-to-end")) as client:
        yield client


@pytest.fixture
def meet(control: httpx.Client) -> Iterator[Meet]:
    """Makes somebody who has set this language in Telegram; afterwards nothing is out of order."""
    yield lambda language: Person(control, language)
    control.delete("/control/faults")
    control.put("/control/pace", json={"on": False})


@pytest.fixture(params=["kk", "ru", "en"])
def person(request: pytest.FixtureRequest, meet: Meet) -> Person:
    """In each of the three languages."""
    return meet(request.param)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """What the bot says in the chat, by language and key."""
    return load_texts()
