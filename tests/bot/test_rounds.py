"""What the bot does unasked, with the clock in hand."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select, text

from bot.delivery.delivery import Delivery
from bot.delivery.topic import Topic
from bot.incoming.fetching import feed_client
from bot.pace import Pace
from bot.rounds import Rounds
from bot.settings import Feed, Settings
from bot.storage import Storage, StorageError
from bot.storage.incoming import Incoming
from bot.storage.tables import PublishedItem
from handlers.context import Service
from knowledge.bulletins.drafts import written
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from knowledge.factbase.showings import Showing
from tests.bot.delivery.desk import desk
from tests.databases import database
from tests.virtual_time import in_virtual_time

FILM, OPENS = "kenzhem-kaida-2026", date(2026, 12, 4)
SHOWING = Showing(FILM, OPENS, None, "almaty", "Arman", "Arman (f)")
GOOD, BAD = "https://good.example.org/rss", "https://bad.example.org/rss"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item>
<title>«Томирис» фильмі жүлде алды</title><link>https://good.example.org/1</link>
<description>Режиссер Ақан Сатаев, қазақ киносы.</description>
<pubDate>Fri, 27 Nov 2026 03:00:00 GMT</pubDate></item></channel></rss>"""


@dataclass
class Bot:
    """The bot as far as its rounds go; ``restart`` begins it anew over the same database."""

    engine: Engine
    storage: Storage
    settings: Settings = field(default_factory=lambda: Settings(feeds=(Feed(BAD), Feed(GOOD))))
    now: datetime = datetime(2026, 11, 27, 4, tzinfo=UTC)

    def __post_init__(self) -> None:
        self.restart()

    def clock(self) -> datetime:
        return self.now.astimezone(self.settings.time_zone)

    def restart(self) -> None:
        self.service = Service(self.engine, self.storage, self.clock)
        self.delivery = Delivery(self.storage, Pace(None), self.clock)
        self.incoming = Incoming(self.storage)
        self.rounds = Rounds(self.service, self.delivery, self.incoming, self.settings)

    async def items(self) -> list[tuple[str, str, str]]:
        """Kind, key and state of whatever was published."""
        query = text("SELECT kind, key, state FROM items ORDER BY id")
        rows = await self.storage.run(lambda connection: connection.execute(query).all())
        return [(row.kind, row.key, row.state) for row in rows]

    async def reminders(self) -> list[str]:
        return [
            key.rpartition(":")[2] for kind, key, _ in await self.items() if kind == "reminder"
        ]


@pytest.fixture
async def bot(engine: Engine, tmp_path: Path) -> AsyncIterator[Bot]:
    storage = Storage.open(database(tmp_path))
    yield Bot(engine, storage)
    await storage.close()


async def test_a_film_that_opens_in_seven_days(bot: Bot) -> None:
    """One reminder a stage, however often the clock strikes, and also after a restart."""
    await bot.delivery.subscriptions.subscribe(1, Topic("premieres"), bot.clock(), "kk")
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    seen = []
    for _ in range(10):
        for _ in range(2):
            await bot.rounds.tick()
            await bot.rounds.tick()
            bot.restart()
        seen.append(await bot.reminders())
        bot.now += timedelta(days=1)
    week, eve, day = ["week"], ["week", "eve"], ["week", "eve", "day"]
    assert seen == [week] * 6 + [eve] + [day] * 3
    assert (await bot.delivery.ledger.counts()) == {"pending": 3}


async def test_reminders_bring_their_calendar_in_each_language(bot: Bot) -> None:
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    await bot.rounds.tick()
    query = select(PublishedItem.texts, PublishedItem.documents).where(
        PublishedItem.kind == "reminder"
    )
    row = await bot.storage.run(lambda connection: connection.execute(query).one())
    texts, documents = row.texts, row.documents
    assert all("Arman" in texts[code] for code in LANGUAGES)
    assert [documents[code][0] for code in LANGUAGES] == [f"{FILM}.ics"] * 3


async def test_a_changed_day_takes_the_old_reminder_back(bot: Bot) -> None:
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    await bot.rounds.tick()
    later = Showing(FILM, OPENS + timedelta(days=20), None, "almaty", "Arman", "Arman (f)")
    await bot.incoming.import_showings([later], bot.clock().date(), replace=True)
    await bot.rounds.tick()
    told = [(kind, state) for kind, _, state in await bot.items() if kind != "onthisday"]
    assert told == [("reminder", "cancelled"), ("change", "active")]


async def test_imported_premieres_are_answered_without_a_restart(bot: Bot) -> None:
    await bot.rounds.tick()
    before = bot.service.engine
    await bot.rounds.tick()
    assert bot.service.engine is before, "what is remembered of its answers would be lost"
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    await bot.rounds.tick()
    assert bot.service.engine.base.showings[FILM] == (SHOWING,)
    assert not before.base.showings


async def test_facts_that_are_read_again_meanwhile_stay(bot: Bot) -> None:
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    reloaded = bot.engine.over(bot.engine.base)
    refreshing = asyncio.create_task(bot.rounds.refresh())
    await asyncio.sleep(0)  # it has taken the engine, and waits for the database
    bot.service.engine = reloaded
    await refreshing
    assert bot.service.engine is reloaded
    await bot.rounds.refresh()
    assert bot.service.engine.base.showings[FILM] == (SHOWING,)


async def test_nothing_is_published_while_the_clock_is_in_doubt(bot: Bot) -> None:
    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    await bot.delivery.tick()
    bot.now += timedelta(hours=5)
    await bot.delivery.tick()
    await bot.rounds.tick()
    assert await bot.items() == []


def client(handle: Callable[[httpx.Request], httpx.Response]) -> httpx.AsyncClient:
    return feed_client(httpx.MockTransport(handle))


async def test_a_broken_feed_costs_the_others_nothing(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    up = False

    def handle(request: httpx.Request) -> httpx.Response:
        if request.url.host == "bad.example.org" and not up:
            raise httpx.ConnectError("no route")
        return httpx.Response(200, text=RSS)

    async with client(handle) as feeds:
        for _ in range(3):
            await bot.rounds.guarded(lambda: bot.rounds.ask_feeds(feeds))
            bot.now += timedelta(hours=3)
        assert [draft.state for draft in await bot.incoming.drafts()] == ["waiting"]
        told = [record for record in caplog.records if record.levelno == logging.ERROR]
        assert [record.message for record in told] == [f"feeds down: {BAD}"]
        up = True
        await bot.rounds.ask_feeds(feeds)
        assert caplog.records[-1].message == "over: chat-trouble-feed"


@in_virtual_time
async def test_editors_hear_of_what_waits_for_them(tmp_path: Path, engine: Engine) -> None:
    async with desk(tmp_path, editors=(900,)) as office:
        await office.storage.set_language(900, "en", office.now())
        settings = Settings(editors=frozenset({900}))
        service = Service(
            engine, office.storage, lambda: office.now().astimezone(settings.time_zone)
        )
        incoming = Incoming(office.storage)
        rounds = Rounds(service, office.delivery, incoming, settings)
        draft = written({"ru": "a"}, ("news",), office.now())
        await incoming.add_draft(replace(draft, source=GOOD))
        async with office.delivery.running(office.bot):
            await rounds.remind_editors()
            await rounds.remind_editors()
        assert office.telegram.received[900] == [
            "The news feeds brought an item that waits for you: /publish"
        ]


async def test_a_broken_database_stops_nothing(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    async def rename(old: str, new: str) -> None:
        command = f"ALTER TABLE {old} RENAME TO {new}"
        await bot.storage.run(lambda connection: connection.exec_driver_sql(command))

    await bot.incoming.import_showings([SHOWING], bot.clock().date())
    await rename("items", "gone")
    with pytest.raises(StorageError):
        await bot.rounds.tick()
    for _ in range(3):
        await bot.rounds.guarded(bot.rounds.tick)
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "nothing is published" in caplog.text
    await rename("gone", "items")
    await bot.rounds.guarded(bot.rounds.tick)
    assert await bot.reminders() == ["week"]


async def test_a_fault_of_ours_is_told_once_and_is_over(
    bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    faults = [ZeroDivisionError("x"), ZeroDivisionError("x")]

    async def broken() -> None:
        if faults:
            raise faults.pop()

    async def sound() -> None:
        return

    for round_ in (broken, sound, broken, sound, broken):
        await bot.rounds.guarded(round_)
    assert [record.message for record in caplog.records] == [
        "a round went wrong: ZeroDivisionError: x",
        "over: chat-trouble-round",
    ]


async def test_they_run_with_the_bot_and_end_with_it(bot: Bot) -> None:
    bot.settings = Settings()
    bot.restart()
    struck = asyncio.Event()

    async def strike() -> None:
        if await bot.items():
            struck.set()

    bot.rounds.add(strike, 0.01)
    async with asyncio.timeout(10), bot.rounds.running():
        await struck.wait()
    assert [kind for kind, _, _ in await bot.items()] == ["onthisday"]
