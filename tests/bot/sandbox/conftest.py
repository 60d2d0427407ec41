"""A sandbox without a network, a person who acts through the control API, a real client."""

from __future__ import annotations

import asyncio
import json
import struct
import zlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import application
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.profile import TOKEN
from bot.sandbox.world.world import World

ADDRESS = "http://127.0.0.1"
NOON = 1_795_680_000.0
JSON = dict[str, Any]


def png(width: int, height: int) -> bytes:
    """A black picture."""
    lines = zlib.compress(bytes((width + 7) // 8 + 1) * height)
    chunks = {b"IHDR": struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0), b"IDAT": lines}
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in (*chunks.items(), (b"IEND", b""))
    )


PNG = png(2, 3)


async def until(condition: Callable[[], bool]) -> None:
    """Lets everything else go on until it is so."""
    for _ in range(5000):
        if condition():
            return
        await asyncio.sleep(0.001)
    raise AssertionError("it never came")


@dataclass
class Api:
    """The Bot API, spoken plainly."""

    client: httpx.AsyncClient

    async def __call__(self, method: str, **parameters: Any) -> JSON:
        """The whole answer, refused or not."""
        given = {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in parameters.items()
        }
        answer = await self.client.post(f"/bot{TOKEN}/{method}", data=given)
        found: JSON = answer.json()
        assert found["ok"] == (answer.status_code == 200)
        return found

    async def result(self, method: str, **parameters: Any) -> Any:
        answer = await self(method, **parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def why(self, method: str, **parameters: Any) -> str:
        """Why it is refused."""
        answer = await self(method, **parameters)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def updates(self, kind: str = "") -> list[JSON]:
        """All that wait, which are thereby done with; of one kind, what they hold."""
        found: list[JSON] = await self.result("getUpdates")
        if found:
            await self.result("getUpdates", offset=found[-1]["update_id"] + 1)
        return [update[kind] for update in found if kind in update] if kind else found


@dataclass
class Control:
    """The control API, spoken plainly."""

    client: httpx.AsyncClient

    async def __call__(self, verb: str, path: str, **given: Any) -> Any:
        answer = await self.answer(verb, path, **given)
        assert answer["ok"], answer
        return answer["result"]

    async def answer(self, verb: str, path: str, **given: Any) -> JSON:
        how: JSON = {"params": given} if verb == "GET" else {"json": given}
        found: JSON = (await self.client.request(verb, f"/control{path}", **how)).json()
        return found

    async def refused(self, verb: str, path: str, **given: Any) -> str:
        answer = await self.answer(verb, path, **given)
        assert not answer["ok"], answer
        return str(answer["description"])


@pytest.fixture
def clock() -> Clock:
    """Stands still until it is moved."""
    return Clock(lambda: NOON)


@pytest.fixture
def world(clock: Clock) -> World:
    return World(clock)


@pytest.fixture
def sandbox(world: World) -> Sandbox:
    return Sandbox(world)


@pytest.fixture
def transport(sandbox: Sandbox) -> httpx.ASGITransport:
    return httpx.ASGITransport(application(sandbox))


@pytest.fixture
async def client(transport: httpx.ASGITransport) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
        yield client


@pytest.fixture
def api(client: httpx.AsyncClient) -> Api:
    return Api(client)


@pytest.fixture
def control(client: httpx.AsyncClient) -> Control:
    return Control(client)


@pytest.fixture
async def bot(transport: httpx.ASGITransport) -> AsyncIterator[Bot]:
    """python-telegram-bot's own client."""
    requests = (HTTPXRequest(httpx_kwargs={"transport": transport}) for _ in range(2))
    bot = Bot(
        TOKEN,
        base_url=f"{ADDRESS}/bot",
        base_file_url=f"{ADDRESS}/file/bot",
        request=next(requests),
        get_updates_request=next(requests),
    )
    async with bot:
        yield bot


@pytest.fixture
async def aru(control: Control) -> int:
    """Somebody who has written to the bot; her number is that of the chat, too."""
    user: JSON = await control("POST", "/users", first_name="Aru", language_code="kk")
    await control("POST", f"/chats/{user['id']}/messages", text="/start")
    return int(user["id"])


@pytest.fixture
async def group(control: Control, aru: int, api: Api) -> int:
    """A group with her and the bot; what the bot heard of it is done with."""
    chat: JSON = await control(
        "POST", "/chats", type="group", title="Club", members=[aru], bot="member"
    )
    await api.updates()
    return int(chat["id"])
