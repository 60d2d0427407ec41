"""A long run in which everything goes wrong, by a seed; what came of it is counted."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sandbox import client
from bot.sandbox.server import serve
from tests.chaos.places import (
    REPEAT,
    TEXTS,
    DeadlySandbox,
    in_flight,
    publish,
    received,
    states,
)
from tests.chaos.worker import Order, start
from tests.databases import as_moment, database, rows

TIMEOUT = 1.5  # seconds after which the client gives up an answer
HELD = 3.0  # seconds for which a faulty answer is held back
FAULTS = {
    "server_error": 0.01,
    "server_error_json": 0.01,
    "timeout_before": 0.004,
    "timeout_after": 0.004,
    "forbidden": 0.01,
    "bad_request": 0.002,
}
"""What share of chats meets it, once each, with one of its two messages."""
BLOCKED, MOVING = 0.02, 0.02


@dataclass
class Count:
    """Of one kind of item, rows of the ledger and what arrived."""

    kind: str
    rows: int = 0
    sent: int = 0
    lost: int = 0
    unconfirmed: int = 0
    duplicated: int = 0
    unmarked: int = 0
    late: int = 0
    dead: int = 0
    failed: int = 0
    other: int = 0
    in_flight: int = 0
    """In doubt at the kills, all together."""


@dataclass
class Report:
    subscribers: int
    seed: int
    kills: int = 0
    calls: int = 0
    floods: int = 0
    faults: int = 0
    seconds: float = 0.0
    counts: dict[str, Count] = field(default_factory=dict)


async def run(folder: Path, subscribers: int, kills: int, seed: int) -> Report:
    """Two items for each subscriber; ``folder`` is empty."""
    dice = random.Random(seed)  # noqa: S311 - the same faults each time
    sandbox = DeadlySandbox()
    groups = round(subscribers * MOVING)
    chats = [*range(1, subscribers - groups + 1), *(-chat for chat in range(1, groups + 1))]
    await publish(folder, sandbox, chats)
    report = Report(subscribers, seed, counts={kind: Count(kind) for kind in TEXTS})
    report.faults = _prepare(sandbox, chats, dice)
    begun = asyncio.get_running_loop().time()
    async with serve(sandbox) as address:
        ahead = timedelta()
        deaths = sorted(dice.sample(range(1, 2 * subscribers), kills))
        while _waits(folder):
            order = Order(database(folder), address.base_url, ahead, read_timeout=TIMEOUT)
            worker = start(order)
            sandbox.victim = worker.pid or 0
            killing = deaths.pop(0) if deaths else 0
            when = dice.choice(("before", "after"))
            sandbox.before = sandbox.after = 0
            setattr(sandbox, when, max(killing, sandbox.messages + 1) if killing else 0)
            flood = dice.choice((0, 0, 1))
            if flood and killing:
                skip = dice.randrange(200)
                sandbox.faults.add({"kind": "flood", "retry_after": 1, "skip": skip})
                report.floods += 1
            await asyncio.to_thread(worker.join)
            if worker.exitcode == 0 and killing:
                deaths.insert(0, killing)
            if worker.exitcode:
                report.kills += 1
                for kind, count in in_flight(folder).items():
                    report.counts[kind].in_flight += count
            else:
                ahead = _next(folder, ahead)
    report.seconds = asyncio.get_running_loop().time() - begun
    report.calls = sandbox.messages
    _count(report, folder, sandbox)
    return report


def _prepare(sandbox: DeadlySandbox, chats: list[int], dice: random.Random) -> int:
    faults = 0
    for chat in chats:
        if chat < 0:
            client.migrate(sandbox.world, sandbox.world.chats[chat])
            continue
        if dice.random() < BLOCKED:
            sandbox.world.chats[chat].bot = "kicked"
            continue
        for kind, share in FAULTS.items():
            if dice.random() < share:
                faults += 1
                given = {"kind": kind, "chat": chat, "skip": dice.randrange(2), "seconds": HELD}
                if kind == "server_error_json":
                    given |= {"kind": "server_error", "description": "Bad Gateway"}
                if kind == "bad_request":
                    given |= {"description": "can't parse entities"}
                sandbox.faults.add(given)
    return faults


def _waits(folder: Path) -> bool:
    query = "SELECT count(*) FROM ledger WHERE state IN ('pending', 'sending')"
    return bool(rows(folder, query)[0][0])


def _next(folder: Path, ahead: timedelta) -> timedelta:
    """The clock is put forward to when the next try is due."""
    ((moment,),) = rows(folder, "SELECT min(not_before) FROM ledger WHERE state = 'pending'")
    if moment is None:
        return ahead
    due = as_moment(moment)
    return max(ahead, due - datetime.now(UTC) + timedelta(seconds=1))


def _count(report: Report, folder: Path, sandbox: DeadlySandbox) -> None:
    arrived = received(sandbox)
    for (kind, chat), state in states(folder).items():
        count = report.counts[kind]
        texts = arrived.get((kind, chat), [])
        count.rows += 1
        match state:
            case "sent":
                count.sent += 1
                count.lost += not texts
            case "unconfirmed":
                count.unconfirmed += 1
            case "dead":
                count.dead += 1
            case "failed":
                count.failed += 1
            case _:
                count.other += 1
        count.duplicated += len(texts) > 1
        count.unmarked += any(REPEAT not in text for text in texts[1:])
    late = (
        "SELECT kind, count(*) FROM ledger JOIN items ON items.id = item_id"
        " WHERE ledger.state = 'sent' AND changed_at > expires_at GROUP BY kind"
    )
    for kind, number in rows(folder, late):
        report.counts[kind].late = number
