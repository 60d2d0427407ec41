"""Updates that are posted: with the secret, in order, until they arrive."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.world.webhook import check_address
from bot.sandbox.world.world import World
from tests.bot.sandbox.conftest import Api, Control

HOOK = "http://127.0.0.1:1/hook"
HEADER = "x-telegram-bot-api-secret-token"


class Bots:
    """The bot's end of the webhook."""

    def __init__(self) -> None:
        self.received: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.failing = 0
        self.answer: Any = None
        self.pauses: list[float] = []
        self.news = asyncio.Event()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.failing:
            self.failing -= 1
            return httpx.Response(502)
        self.received.append(json.loads(request.content))
        self.secrets.append(request.headers.get(HEADER))
        self.news.set()
        return httpx.Response(200, json=self.answer) if self.answer else httpx.Response(200)

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def some(self, count: int) -> list[dict[str, Any]]:
        async with asyncio.timeout(5):
            while len(self.received) < count:
                self.news.clear()
                await self.news.wait()
        return self.received


@pytest.fixture
async def bots(world: World) -> AsyncIterator[Bots]:
    bots = Bots()
    world.webhook.transport = httpx.MockTransport(bots)
    world.webhook.pause = bots.pause
    yield bots
    world.webhook.stop()


async def test_with_the_secret_and_in_order(
    bots: Bots, aru: int, control: Control, api: Api
) -> None:
    assert await api.result("setWebhook", url=HOOK, secret_token="shh_1-2")
    await control("POST", f"/chats/{aru}/messages", text="one")
    first, second = await bots.some(2)
    assert first["message"]["text"] == "/start"
    assert second["message"]["text"] == "one"
    assert second["update_id"] == first["update_id"] + 1
    assert bots.secrets == ["shh_1-2"] * 2


async def test_again_until_it_arrives(bots: Bots, aru: int, api: Api) -> None:
    bots.failing = 3
    await api.result("setWebhook", url=HOOK)
    await bots.some(1)
    assert bots.pauses == [1.0, 2.0, 4.0]
    info = await api.result("getWebhookInfo")
    assert info["url"] == HOOK
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Bad Gateway"
    assert bots.secrets == [None]


async def test_a_method_in_the_answer_is_called(
    bots: Bots, aru: int, control: Control, api: Api
) -> None:
    bots.answer = {"method": "sendMessage", "chat_id": aru, "text": "at once"}
    await api.result("setWebhook", url=HOOK)
    await bots.some(1)
    found = await control("GET", "/events", kind="message", after=1, wait=5)
    assert found[0]["message"]["text"] == "at once"


@pytest.mark.parametrize("answer", [{"method": "sendRocket"}, {"ok": True}, ["sendMessage"]])
async def test_an_answer_that_calls_nothing(
    bots: Bots, aru: int, control: Control, api: Api, answer: Any
) -> None:
    bots.answer = answer
    await api.result("setWebhook", url=HOOK)
    await control("POST", f"/chats/{aru}/messages", text="one")
    assert len(await bots.some(2)) == 2


async def test_it_says_what_waits(world: World, aru: int, api: Api) -> None:
    info = await api.result("getWebhookInfo")
    assert info == {"url": "", "has_custom_certificate": False, "pending_update_count": 1}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://kino.kz/hook", "An HTTPS URL must be provided for webhook"),
        ("https://kino.kz:8080/hook", "Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("kino", "invalid webhook URL specified"),
        ("https://kino.kz:port/", "invalid webhook URL specified"),
    ],
)
async def test_addresses_that_are_refused(api: Api, url: str, why: str) -> None:
    assert await api.why("setWebhook", url=url) == f"Bad Request: bad webhook: {why}"


def test_addresses_that_will_do() -> None:
    for url in ("https://kino.kz/hook", "https://kino.kz:8443/", "http://localhost:9/x"):
        check_address(url)


async def test_a_secret_has_its_letters(api: Api) -> None:
    why = await api.why("setWebhook", url=HOOK, secret_token="тайна")
    assert why == "Bad Request: secret token contains unallowed characters"
