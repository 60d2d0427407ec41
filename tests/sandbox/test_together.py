"""The real bot in the sandbox: over HTTP, nothing of it mocked; a raw script plays the person."""

from __future__ import annotations

import asyncio
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.application import build
from bot.polling import serve as answer
from bot.sandbox.profile import TOKEN
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import serve
from bot.sandbox.together import DIRECT
from bot.settings import Settings
from bot.storage import Storage
from knowledge.engine import Engine
from tests.sandbox.conftest import Control

ROOT = Path(__file__).parents[2]
RUN = """
import sys
from bot.sandbox.together import run_with_bot
from bot.settings import Settings
from bot.storage import Storage
from knowledge.engine import Engine

run_with_bot(Settings(), Engine.load(), Storage.open(sys.argv[1]))
"""


@pytest.fixture
async def person(engine: Engine, tmp_path: Path) -> AsyncIterator[Control]:
    """Somebody at the other end of a running bot."""
    storage = Storage.open(f"sqlite:///{tmp_path / 'kino.sqlite3'}")
    stopping = asyncio.Event()
    async with serve(Sandbox()) as address:
        application = build(
            Settings(token=TOKEN),
            engine,
            storage,
            base_url=address.base_url,
            base_file_url=address.base_file_url,
            httpx_kwargs=DIRECT,
        )
        running = asyncio.create_task(answer(application, stopping))
        async with httpx.AsyncClient(base_url=address.page, trust_env=False) as client:
            yield Control(client)
        stopping.set()
        await running
    await storage.close()


async def heard(person: Control, chat: int, text: str, **more: Any) -> dict[str, Any]:
    """The bot's answer to a message."""
    path = f"/chats/{chat}/messages"
    after = (await person.answer("POST", path, text=text, **more))["after"]
    asked = {"after": after, "chat": chat, "kind": "message", "wait": 20}
    (event,) = (await person("GET", "/events", **asked))[:1]
    message: dict[str, Any] = event["message"]
    assert message["from"]["is_bot"]
    return message


@pytest.mark.parametrize(
    ("code", "question", "word"),
    [
        ("kk", "«Тюльпан» фильмін кім түсірді?", "Сергей Дворцевой"),
        ("ru", "кто снял «Тюльпан»?", "Сергей Дворцевой"),
        ("en", "who directed Tulpan?", "Dvortsevoy"),
    ],
)
async def test_a_conversation(person: Control, code: str, question: str, word: str) -> None:
    user = await person("POST", "/users", first_name="Aru", language_code=code)
    greeting = await heard(person, user["id"], "/start")
    assert len(greeting["reply_markup"]["inline_keyboard"]) == 3
    found = await heard(person, user["id"], question)
    assert word in found["text"]
    assert any(entity["type"] == "text_link" for entity in found["entities"])


async def test_a_button_is_answered(person: Control) -> None:
    user = await person("POST", "/users", first_name="Aru", language_code="ru")
    greeting = await heard(person, user["id"], "/start")
    ((example,), *_) = greeting["reply_markup"]["inline_keyboard"]
    path = f"/chats/{user['id']}/messages/{greeting['message_id']}/press"
    pressed = await person("POST", path, button=example["text"], wait=20)
    assert pressed["answer"] is not None


async def test_in_a_group_it_answers_who_calls_it(person: Control) -> None:
    user = await person("POST", "/users", first_name="Aru", language_code="en")
    made = {"title": "Club", "members": [user["id"]], "bot": "member", "type": "group"}
    group = (await person("POST", "/chats", **made))["id"]
    await person("POST", f"/chats/{group}/messages", user=user["id"], text="who directed Tulpan?")
    called = "@QazaqKinoBot who directed Tulpan?"
    found = await heard(person, group, called, user=user["id"])
    assert "Dvortsevoy" in found["text"]
    assert found["reply_to_message"]["text"] == called


def test_one_interrupt_ends_it_all(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN, f"sqlite:///{tmp_path / 'kino.sqlite3'}"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        address = running.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", address), running.stderr
        assert "<title>Qazaq Kino</title>" in httpx.get(address, trust_env=False).text
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate(timeout=20)
        assert (running.returncode, rest, errors) == (0, "", "")
    with pytest.raises(httpx.ConnectError):
        httpx.get(address, trust_env=False)
