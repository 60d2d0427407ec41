"""How fast news is delivered, how fast a million are reached, what a question costs meanwhile."""

from __future__ import annotations

import asyncio
import multiprocessing
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.application import build
from bot.delivery.item import Item
from bot.pace import Limits
from bot.polling import serve as answer
from bot.sandbox import client
from bot.sandbox.pace import Limits as Telegrams
from bot.sandbox.server import serve
from bot.sandbox.together import DIRECT
from bot.sandbox.world.profile import TOKEN
from bot.settings import Settings
from bot.storage import Storage
from bot.storage.items import Items
from knowledge.engine import Engine
from tests.chaos.places import TOPIC, DeadlySandbox, publish
from tests.chaos.worker import Order, start
from tests.databases import database

MILLION = 1_000_000
QUESTIONS, APART = 150, 0.3  # seconds
LATENCY = {"kind": "slow", "seconds": 0.05, "times": None, "method": "sendMessage"}
RHYTHMS = [
    ("at_once", "Asia/Almaty", 22, 9),
    ("at_once", "Europe/Berlin", 23, 7),
    ("daily", "America/Los_Angeles", 22, 9),
    ("weekly", "Asia/Aqtau", 0, 0),
]


def main() -> int:
    """0 if every aim was reached."""
    kept = [
        asyncio.run(_rate("30 a second allowed", 300, Limits(), 29.0)),
        asyncio.run(_rate("no limit, 50 ms latency", 1000, None, 120.0)),
        _fan_out(),
        asyncio.run(_questions()),
    ]
    return not all(kept)


def _tell(name: str, figures: str, kept: bool) -> bool:
    sys.stdout.write(f"{name:28} {figures}  {'kept' if kept else 'MISSED'}\n")
    sys.stdout.flush()
    return kept


async def _rate(name: str, subscribers: int, limits: Limits | None, aim: float) -> bool:
    sandbox = DeadlySandbox()
    if limits:
        sandbox.pace.set(Telegrams())
    else:
        sandbox.faults.add(dict(LATENCY))
    with tempfile.TemporaryDirectory() as folder:
        await publish(Path(folder), sandbox, list(range(1, subscribers + 1)))
        async with serve(sandbox) as address:
            worker = start(Order(database(Path(folder)), address.base_url, limits=limits))
            await asyncio.to_thread(worker.join)
    calls = [made for made in sandbox.calls if made.call.method == "sendMessage"]
    refused = sum(bool(made.refusal) for made in calls)
    times = [made.at for made in calls if not made.refusal]
    rate = (len(times) - 1) / (max(times) - min(times))
    figures = f"{rate:.1f} messages a second (aim {aim:.0f}), {refused} times 429"
    return _tell(name, figures, rate >= aim and not refused and len(times) == 2 * subscribers)


def _fan_out() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        address = database(Path(folder))
        asyncio.run(Storage.open(address).close())
        _fill(Path(folder) / "kino.sqlite3")
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_publish, args=(address, theirs))
        process.start()
        seconds, megabytes, rows = ours.recv()
        process.join()
    figures = f"{rows:,} rows in {seconds:.0f} s (aim 60), {megabytes:.0f} MB (aim 300)"
    return _tell("fan-out", figures, rows == MILLION and seconds < 60 and megabytes < 300)


def _fill(file: Path) -> None:
    created = "2026-01-01 00:00:00.000000"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executemany(
            "INSERT INTO subscribers (chat_id, language, frequency, hour, weekday, time_zone,"
            " quiet_from, quiet_until, next_due, refusals, created_at)"
            " VALUES (?, 'kk', ?, 10, 4, ?, ?, ?, ?, 0, ?)",
            (
                (chat, *RHYTHMS[chat % 4], None if chat % 4 < 2 else created, created)
                for chat in range(1, MILLION + 1)
            ),
        )
        connection.executemany(
            f"INSERT INTO subscriptions VALUES (?, '{TOPIC}', ?)",  # noqa: S608
            ((chat, created) for chat in range(1, MILLION + 1)),
        )


def _publish(address: str, pipe: multiprocessing.connection.Connection) -> None:
    async def work() -> tuple[float, int]:
        storage = Storage.open(address)
        begun = time.perf_counter()
        published = await Items(storage).publish(_item(), datetime.now(UTC))
        seconds = time.perf_counter() - begun
        progress = await Items(storage).progress(published.id or 0)
        await storage.close()
        return seconds, progress.counts["pending"] if progress else 0

    seconds, rows = asyncio.run(work())
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pipe.send((seconds, kilobytes / 1024, rows))


def _item() -> Item:
    texts = dict.fromkeys(("kk", "ru", "en"), "A notice")
    return Item("notice", "", "2", texts, (TOPIC,), datetime.now(UTC) + timedelta(days=7))


async def _questions() -> bool:
    """The same questions without and with a broadcast at full pace."""
    sandbox = DeadlySandbox()
    sandbox.pace.set(Telegrams())
    sandbox.faults.add(dict(LATENCY))
    with tempfile.TemporaryDirectory() as folder:
        address = database(Path(folder))
        people = [sandbox.world.add_user("Aru", id=10_000_000 + n) for n in range(2 * QUESTIONS)]
        async with serve(sandbox) as place:
            context = multiprocessing.get_context("spawn")
            bot = context.Process(target=_bot, args=(address, place.base_url))
            bot.start()
            await _until(lambda: sandbox.world.updates.is_polled)
            usual = await _ask(sandbox, [person.id for person in people[:QUESTIONS]])
            await publish(Path(folder), sandbox, list(range(1, 2500)))
            await asyncio.sleep(8)
            before = sandbox.messages
            during = await _ask(sandbox, [person.id for person in people[QUESTIONS:]])
            sent = sandbox.messages - before - QUESTIONS
            bot.kill()
            bot.join()
    refused = sum("Too Many" in made.refusal for made in sandbox.calls)
    ratio = _p99(during) / _p99(usual)
    figures = (
        f"p50 {_p50(usual):.0f} and {_p50(during):.0f} ms, p99 {_p99(usual):.0f} and"
        f" {_p99(during):.0f} ms: {ratio:.2f} times (aim 1.5), beside {sent} messages to others,"
        f" {refused} times 429"
    )
    return _tell("questions in a broadcast", figures, ratio <= 1.5 and sent > 500)


async def _ask(sandbox: DeadlySandbox, people: list[int]) -> list[float]:
    """Milliseconds until each answer."""
    waited = []
    for person in people:
        chat = sandbox.world.chat(person)
        user = sandbox.world.user(person)
        begun = time.perf_counter()
        client.say(sandbox.world, chat, user, "Who directed Tulpan?")
        await _until(partial(sandbox.answered.__contains__, person))
        waited.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(APART)
    return waited


async def _until(condition: Callable[[], bool]) -> None:
    done = condition()
    while not done:
        await asyncio.sleep(0.001)
        done = condition()


def _bot(database: str, base_url: str) -> None:
    application = build(
        Settings(token=TOKEN),
        Engine.load(),
        Storage.open(database),
        base_url=base_url,
        httpx_kwargs=DIRECT,
    )
    asyncio.run(answer(application, asyncio.Event()))


def _p50(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


if __name__ == "__main__":
    sys.exit(main())
