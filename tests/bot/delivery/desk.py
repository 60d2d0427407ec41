"""A bot that delivers to a Telegram which does with each call what it is told to."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import httpx
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.delivery.delivery import Delivery
from bot.delivery.item import Document, Item
from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.pace import Limits, Pace
from bot.storage import Storage
from tests.botapi import ME, TOKEN
from tests.databases import database

NEWS, PREMIERES = Topic("news"), Topic("premieres")
NOON = datetime(2026, 11, 23, 7, tzinfo=UTC)  # in Almaty
ALWAYS = Rhythm(quiet_from=0, quiet_until=0)


def refusal(code: int, description: str, **parameters: int) -> httpx.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return httpx.Response(code, json=body | ({"parameters": parameters} if parameters else {}))


@dataclass
class Telegram:
    """``instead``: by chat, what happens with its next calls; an error before or after."""

    received: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    arrived: list[tuple[float, int, str]] = field(default_factory=list)
    """When by the loop's time, chat, text."""
    documents: dict[int, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    instead: dict[int, list[httpx.Response | Exception]] = field(
        default_factory=lambda: defaultdict(list)
    )
    accepted_all_the_same: bool = False
    calls: list[tuple[float, int]] = field(default_factory=list)
    latency: float = 0.0

    async def handle(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition("/")[2]
        if method == "getMe":
            return httpx.Response(200, json={"ok": True, "result": ME})
        values = _values(request)
        chat = int(values["chat_id"])
        assert "allow_paid_broadcast" not in values
        self.calls.append((asyncio.get_running_loop().time(), chat))
        await asyncio.sleep(self.latency)
        happens = self.instead[chat].pop(0) if self.instead[chat] else None
        if happens is None or self.accepted_all_the_same:
            text = values.get("text") or values["caption"]
            self.received[chat].append(text)
            self.arrived.append((asyncio.get_running_loop().time(), chat, text))
            if "document" in values:
                self.documents[chat].append(request.content)
        if isinstance(happens, Exception):
            raise happens
        if happens is not None:
            return happens
        message = {
            "message_id": len(self.calls),
            "date": 1,
            "chat": {"id": chat, "type": "private"},
        }
        return httpx.Response(200, json={"ok": True, "result": message})


def _values(request: httpx.Request) -> dict[str, str]:
    if "multipart" not in request.headers["content-type"]:
        form = parse_qs(request.content.decode(), keep_blank_values=True)
        return {name: value[0] for name, value in form.items()}
    content = request.content.decode("utf-8", "replace")
    parts = re.findall(r'name="(\w+)"[^\r]*\r\n(?:[^\r]+\r\n)*\r\n(.*?)\r\n--', content, re.DOTALL)
    return dict(parts)


@dataclass
class Desk:
    """Everything at hand, in virtual time."""

    storage: Storage
    telegram: Telegram
    delivery: Delivery
    bot: ExtBot[None]
    start: datetime
    open: Callable[[], Delivery]
    skipped: timedelta = timedelta()

    def now(self) -> datetime:
        passed = timedelta(seconds=asyncio.get_running_loop().time())
        return self.start + passed + self.skipped

    async def subscribe(
        self, *chats: int, topic: Topic = NEWS, language: str = "en", rhythm: Rhythm = ALWAYS
    ) -> None:
        for chat in chats:
            await self.delivery.subscriptions.subscribe(chat, topic, self.now(), language)
            await self.delivery.subscriptions.set_rhythm(chat, rhythm, self.now(), language)

    async def publish(self, item: Item) -> int:
        published = await self.delivery.publish(item)
        assert published.id is not None
        return published.id

    async def work(self, seconds: float = 10) -> None:
        """Deliver for so long, as a program that has just been started."""
        self.delivery = self.open()
        async with self.delivery.running(self.bot):
            await asyncio.sleep(seconds)

    async def states(self, item: int) -> dict[str, int]:
        progress = await self.delivery.items.progress(item)
        assert progress
        return dict(progress.counts)


def news(
    key: str = "1",
    *,
    ends: datetime = NOON + timedelta(days=3),
    repeatable: bool = False,
    audience: tuple[Topic, ...] = (NEWS,),
    document: Document | None = None,
    text: str = "",
) -> Item:
    return Item(
        kind="news",
        subject="",
        key=key,
        texts={language: text or f"{language} {key}" for language in ("kk", "ru", "en")},
        audience=audience,
        expires_at=ends,
        repeatable=repeatable,
        documents=dict.fromkeys(("kk", "ru", "en"), document) if document else {},
    )


@asynccontextmanager
async def desk(
    folder: Path,
    *,
    start: datetime = NOON,
    limits: Limits | None = None,
    editors: tuple[int, ...] = (),
) -> AsyncIterator[Desk]:
    """Opened inside the loop whose time is to be used."""
    telegram = Telegram()
    transport = httpx.MockTransport(telegram.handle)
    pace = Pace(limits)
    bot: ExtBot[None] = ExtBot(
        TOKEN,
        request=HTTPXRequest(16, httpx_kwargs={"transport": transport}),
        rate_limiter=pace,
    )
    storage = Storage.open(database(folder))
    made: list[Desk] = []

    def begin() -> Delivery:
        return Delivery(storage, pace, lambda: made[0].now(), editors=editors)

    made.append(Desk(storage, telegram, begin(), bot, start, begin))
    async with bot:
        yield made[0]
    await storage.close()
