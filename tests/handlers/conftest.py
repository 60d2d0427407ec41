"""A person in a chat with the real bot: updates as Telegram writes them in, messages out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from telegram import Update

from bot.application import Application, build
from bot.delivery.delivery import Delivery
from bot.pace import Pace
from bot.settings import Settings
from bot.storage import Storage
from handlers.context import Service
from knowledge.engine import Engine
from tests.botapi import ME, TOKEN, BotApi, Shown
from tests.databases import database
from tests.handlers.drawings import Drawings
from tests.handlers.scripted import Scripted


@dataclass
class Clock:
    now: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Asia/Almaty"))

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Person:
    """Somebody who writes to the bot, in a private chat unless another is given."""

    application: Application
    api: BotApi
    clock: Clock
    code: str = "en"
    id: int = 1
    chat: dict[str, Any] = field(default_factory=dict)
    topic: int | None = None

    def __post_init__(self) -> None:
        self.chat = self.chat or {"id": self.id, "type": "private", "first_name": "Aru"}
        self.api.chats[self.chat["id"]] = self.chat

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": "Aru", "language_code": self.code}

    @property
    def seen(self) -> list[Shown]:
        """The bot's messages in this chat."""
        return self.api.messages(self.chat["id"])

    @property
    def last(self) -> Shown:
        return self.seen[-1]

    def words(self, key: str, **values: Any) -> str:
        """What the bot says in this person's language."""
        service: Service = self.application.bot_data["service"]
        return service.texts.say(self.code, key, **values)

    async def says(self, text: str, **more: Any) -> int:
        """Write a message; its number."""
        return await self.sends({"text": text, **_entities(text), **more})

    async def sends(self, content: dict[str, Any]) -> int:
        message = self._message(self.api.next_id(), content)
        await self.receive({"message": message})
        number: int = message["message_id"]
        return number

    async def edits(self, number: int, text: str, **more: Any) -> None:
        edited = {"edit_date": self._seconds(), "text": text, **_entities(text), **more}
        await self.receive({"edited_message": self._message(number, edited)})

    async def presses(self, label: str, shown: Shown | None = None) -> None:
        shown = shown or self.last
        await self.presses_data(shown.data(label), shown)

    async def presses_data(self, data: str, shown: Shown, *, is_old: bool = False) -> None:
        """Press a button, perhaps one that was never there; of old messages little is told."""
        query = str(self.api.next_id())
        self.api.queries.add(query)
        message = self.api.as_json(shown)
        if is_old:
            message = {"message_id": shown.id, "date": 0, "chat": message["chat"]}
        await self.receive(
            {
                "callback_query": {
                    "id": query,
                    "from": self.user,
                    "chat_instance": "1",
                    "message": message,
                    "data": data,
                }
            }
        )

    async def reacts(self, new: str = "", old: str = "", shown: Shown | None = None) -> None:
        """Put an emoji to a message of the bot, or take one back."""
        await self.receive(
            {
                "message_reaction": {
                    "chat": self.chat,
                    "message_id": (shown or self.last).id,
                    "date": self._seconds(),
                    "user": self.user,
                    "old_reaction": [{"type": "emoji", "emoji": emoji} for emoji in old],
                    "new_reaction": [{"type": "emoji", "emoji": emoji} for emoji in new],
                }
            }
        )

    async def types(self, text: str) -> dict[str, Any]:
        """``@bot text`` in some chat: what the bot offers."""
        query = str(self.api.next_id())
        self.api.queries.add(query)
        await self.receive(
            {"inline_query": {"id": query, "from": self.user, "query": text, "offset": ""}}
        )
        return self.api.inline[-1]

    async def receive(self, content: dict[str, Any]) -> None:
        update = Update.de_json({"update_id": self.api.next_id(), **content}, self.application.bot)
        await self.application.process_update(update)

    def _message(self, number: int, content: dict[str, Any]) -> dict[str, Any]:
        chat = {name: value for name, value in self.chat.items() if name != "topics"}
        self.api.theirs.add((chat["id"], number))
        message = {
            "message_id": number,
            "date": self._seconds(),
            "from": self.user,
            "chat": chat,
            **content,
        }
        if self.topic is not None:
            message |= {"message_thread_id": self.topic, "is_topic_message": True}
        return message

    def _seconds(self) -> int:
        return int(self.clock.now.timestamp())


def _entities(text: str) -> dict[str, Any]:
    """Commands and mentions, as a Telegram client marks them."""
    entities = []
    position = 0
    for word in text.split(" "):
        length = len(word.rstrip(",.!?:").encode("utf-16-le")) // 2
        if word.startswith("/"):
            entities.append({"type": "bot_command", "offset": position, "length": length})
        elif word.startswith("@"):
            entities.append({"type": "mention", "offset": position, "length": length})
        position += len(word.encode("utf-16-le")) // 2 + 1
    return {"entities": entities} if entities else {}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def api() -> BotApi:
    return BotApi()


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    storage = Storage.open(database(tmp_path))
    yield storage
    await storage.close()


@pytest.fixture
def scripted() -> Scripted:
    return Scripted()


MakeApplication = Callable[[Engine], Awaitable[Application]]


@pytest.fixture
async def running(storage: Storage, api: BotApi, clock: Clock) -> AsyncIterator[MakeApplication]:
    """Makes the application with an engine, initialised over the fake Telegram."""
    begun: list[Application] = []

    async def begin(engine: Engine) -> Application:
        application = build(
            Settings(token=TOKEN),
            engine,
            storage,
            clock=clock,
            httpx_kwargs={"transport": api.transport},
            pace=Pace(None),
        )
        # Cards in words: what is drawn has tests of its own, and so has the chat with pictures.
        application.bot_data["service"].pictures = None
        await application.initialize()
        begun.append(application)
        return application

    yield begin
    for application in begun:
        await application.shutdown()


@pytest.fixture
async def application(running: MakeApplication, scripted: Scripted) -> Application:
    return await running(scripted.engine)


@pytest.fixture
def service(application: Application) -> Service:
    service: Service = application.bot_data["service"]
    return service


@pytest.fixture
def delivery(application: Application) -> Delivery:
    delivery: Delivery = application.bot_data["delivery"]
    return delivery


@pytest.fixture
def drawings(service: Service) -> Drawings:
    service.pictures = drawn = Drawings()
    return drawn


@pytest.fixture
def person(application: Application, api: BotApi, clock: Clock) -> Person:
    return Person(application, api, clock)


GROUP: dict[str, Any] = {"id": -100500, "type": "supergroup", "title": "Кино", "topics": [7]}


@pytest.fixture
def member(application: Application, api: BotApi, clock: Clock) -> Person:
    """The same person in a group."""
    return Person(application, api, clock, chat=GROUP)


BOT_NAME = str(ME["username"])
