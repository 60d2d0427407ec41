"""The program over a fake Telegram: starts, polls, answers, stops, and says why it cannot."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Update
from telegram.error import Conflict, NetworkError
from telegram.ext import TypeHandler

import bot.polling
from bot.application import Application, build
from bot.pace import Pace
from bot.polling import PollingError, Watch, poll, serve
from bot.settings import Settings
from bot.storage import Storage
from tests.botapi import TOKEN, BotApi, Refused
from tests.databases import database
from tests.handlers.scripted import Scripted

CHAT = {"id": 1, "type": "private", "first_name": "Aru"}


def question(number: int, text: str = "tulip", **more: Any) -> dict[str, Any]:
    user = {"id": number, "is_bot": False, "first_name": "Aru", "language_code": "en"}
    message = {"message_id": number, "date": 4_000_000_000, "chat": CHAT, "from": user}
    return {"update_id": number, "message": {**message, "text": text, **more}}


@pytest.fixture
def api() -> BotApi:
    return BotApi(chats={1: CHAT})


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    storage = Storage.open(database(tmp_path))
    yield storage
    await storage.close()


def made(storage: Storage, transport: httpx.AsyncBaseTransport, token: str = TOKEN) -> Application:
    engine = Scripted().engine
    httpx_kwargs = {"transport": transport}
    return build(
        Settings(token=token), engine, storage, pace=Pace(None), httpx_kwargs=httpx_kwargs
    )


class Until:
    """Stops the bot when Telegram has seen so many calls of a method."""

    def __init__(self, api: BotApi, method: str, times: int = 1) -> None:
        self.stopping = asyncio.Event()
        self._api, self._method, self._times = api, method, times
        self.transport = httpx.MockTransport(self._handle)

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        if self._api.count(self._method) + request.url.path.endswith(self._method) >= self._times:
            self.stopping.set()
        return await self._api.transport.handle_async_request(request)


async def test_polls_answers_and_stops(storage: Storage, api: BotApi) -> None:
    api.waiting = [question(1), question(2, "who directed tulpan")]
    until = Until(api, "sendMessage", 2)
    await serve(made(storage, until.transport), until.stopping)
    assert [shown.text.splitlines()[0] for shown in api.messages()] == [
        "Which Tulip?",
        "Sergei Dvortsevoy directed Tulpan.",
    ]
    assert api.waiting == []  # the last call confirmed them


async def test_nothing_is_dropped_and_only_what_is_handled_is_asked_for(
    storage: Storage, api: BotApi
) -> None:
    until = Until(api, "getUpdates")
    await serve(made(storage, until.transport), until.stopping)
    calls = dict(api.calls)
    assert calls["deleteWebhook"].get("drop_pending_updates") != "true"
    assert calls["getUpdates"]["allowed_updates"] == (
        '["message", "edited_message", "channel_post", "callback_query", "inline_query", '
        '"message_reaction", "my_chat_member"]'
    )


async def test_an_update_that_cannot_be_read_is_stepped_over(
    storage: Storage, api: BotApi, caplog: pytest.LogCaptureFixture
) -> None:
    api.waiting = [
        {"update_id": 1, "message": {"message_id": 1}},
        {"update_id": 2, "unheard_of": {"a": 1}},
        {"update_id": 3, "message": "text"},
        question(4),
    ]
    until = Until(api, "sendMessage")
    await serve(made(storage, until.transport), until.stopping)
    assert [shown.text for shown in api.messages()] == ["Which Tulip?"]
    assert "update 1 cannot be read" in caplog.text


async def test_five_hundred_questions_at_once(storage: Storage, api: BotApi) -> None:
    api.waiting = [question(number) for number in range(1, 501)]
    until = Until(api, "sendMessage", 500)
    application = made(storage, until.transport)
    most = 0

    async def watch(*_: object) -> None:
        nonlocal most
        tasks = [t.get_name() for t in asyncio.all_tasks()]
        most = max(most, sum("process_concurrent_update" in name for name in tasks))

    application.add_handler(TypeHandler(Update, watch), group=-9)
    await serve(application, until.stopping)
    assert len(api.messages()) == 500
    assert 1 < most <= 32


@pytest.mark.parametrize(
    ("token", "failure", "words"),
    [
        ("1:wrong_wrong_wrong_wrong_wrong_wrong", None, "TELEGRAM_BOT_TOKEN"),
        (TOKEN, httpx.ConnectError("All connection attempts failed"), "cannot be reached"),
        (TOKEN, httpx.ConnectTimeout(""), "cannot be reached"),
        (TOKEN, Refused(502, "Bad Gateway"), "cannot be reached"),
    ],
)
async def test_why_it_does_not_start_is_one_line(
    storage: Storage,
    api: BotApi,
    caplog: pytest.LogCaptureFixture,
    token: str,
    failure: Exception | None,
    words: str,
) -> None:
    if failure:
        api.failing["getMe"] = lambda: failure
    with pytest.raises(PollingError, match=words) as caught:
        await serve(made(storage, api.transport, token), asyncio.Event())
    assert "\n" not in str(caught.value)
    assert token not in str(caught.value) + caplog.text
    assert "Traceback" not in caplog.text


async def test_a_second_poller_ends(
    storage: Storage,
    api: BotApi,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(bot.polling, "STOP_FETCHING", 0.05)
    other = "Conflict: terminated by other getUpdates request"
    api.failing["getUpdates"] = lambda: Refused(409, other)
    with pytest.raises(PollingError, match="another program is fetching"):
        await serve(made(storage, api.transport), asyncio.Event())
    assert "Traceback" not in caplog.text


async def test_the_first_poller_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    now = 0.0
    stopping = asyncio.Event()
    watch = Watch(TOKEN, stopping, lambda: now)
    now = 61.0
    watch.note(Conflict("terminated by other getUpdates request"))
    watch.note(NetworkError(f"https://api.telegram.org/bot{TOKEN}/getUpdates"))
    assert not stopping.is_set()
    assert caplog.text.count("trying again") == 2
    assert TOKEN not in caplog.text


async def test_a_broken_connection_while_polling_is_tried_again(
    storage: Storage, api: BotApi
) -> None:
    api.waiting = [question(1)]
    api.failing["getUpdates"] = lambda: httpx.ReadTimeout("")
    until = Until(api, "sendMessage")
    await serve(made(storage, until.transport), until.stopping)
    assert [shown.text for shown in api.messages()] == ["Which Tulip?"]


async def test_it_stops_in_bounded_time_whatever_hangs(
    storage: Storage,
    api: BotApi,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(bot.polling, "STOP_ANSWERING", 0.05)
    stopping = asyncio.Event()

    async def hang(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("sendMessage"):
            stopping.set()
            await asyncio.Event().wait()
        return await api.transport.handle_async_request(request)

    api.waiting = [question(1), question(2)]
    await serve(made(storage, httpx.MockTransport(hang)), stopping)
    assert "stopped with answers still under way" in caplog.text


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_end_it(
    tmp_path: Path, api: BotApi, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    async def kill(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("getUpdates"):
            os.kill(os.getpid(), number)
        return await api.transport.handle_async_request(request)

    def made_here(*given: Any) -> Application:
        return build(*given, httpx_kwargs={"transport": httpx.MockTransport(kill)})

    monkeypatch.setattr(bot.polling, "build", made_here)
    storage = Storage.open(database(tmp_path))
    poll(Settings(token=TOKEN), Scripted().engine, storage)
    assert api.count("getUpdates") >= 1
