"""An editor and a subscriber: from a text to its arrival, and from a premiere to an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.delivery.topic import Topic
from bot.storage import Storage
from bot.storage.subscriptions import Subscriptions
from handlers.registration import EDITORS_COMMANDS
from knowledge.answers.texts import Texts
from knowledge.engine import Engine
from tests.end_to_end.conftest import EDITOR, NOON, Meet, controlling
from tests.end_to_end.person import Person


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the bot has its database."""
    return tmp_path_factory.mktemp("editors")


@pytest.fixture(scope="module")
def control(engine: Engine, folder: Path) -> Iterator[httpx.Client]:
    """A bot of its own: what editors do, others would meet."""
    with controlling(engine, folder) as client:
        yield client


@pytest.fixture(scope="module")
def editor(control: httpx.Client) -> Person:
    return Person(control, "ru", "Editor", id=EDITOR)


def follow_news(folder: Path, person: Person) -> None:
    async def subscribe() -> None:
        storage = Storage.open(f"sqlite:///{folder / 'kino.sqlite3'}")
        now = datetime.fromtimestamp(NOON, UTC)
        await Subscriptions(storage).subscribe(person.id, Topic("news"), now, person.language)
        await storage.close()

    asyncio.run(subscribe())


def test_what_an_editor_publishes_arrives(
    editor: Person, meet: Meet, folder: Path, texts: Texts
) -> None:
    def say(key: str, **values: object) -> str:
        return texts.say("ru", key, **values)

    reader = meet("kk")
    after = reader.writes("/start")
    reader.reads(after)
    follow_news(folder, reader)
    editor.says("/publish")
    sheet = editor.says("Жаңалық & хабар\n---\nНовость\n---\nNews")
    question = editor.presses(sheet, say("chat-publish-go"), kinds=("edit",))
    assert question.text == say("chat-publish-sure", count=1)
    progress = editor.presses(question, say("chat-publish-send", count=1), kinds=("edit",))
    # Delivery may be quicker than the first look at it.
    assert any(say("chat-progress-sent", sent=sent, all=1) in progress.text for sent in (0, 1))
    assert reader.reads(after, part="Жаңалық").text == "Жаңалық & хабар"


def test_a_premiere_is_answered_at_once(editor: Person, meet: Meet, texts: Texts) -> None:
    proposal = editor.says("/premiere Кенжем, қайда? 2026-12-24 Алматы Arman")
    assert "Arman" in proposal.text
    stored = editor.presses(proposal, texts.say("ru", "chat-premiere-store"), kinds=("edit",))
    assert stored.text.startswith("Сохранено")
    asked = meet("kk")
    assert "Arman" in asked.says("«Кенжем, қайда?» қашан шығады?").text


def test_nobody_else_is_an_editor(meet: Meet, texts: Texts) -> None:
    stranger = meet("en")
    for command in EDITORS_COMMANDS:
        assert stranger.says(f"/{command}").text == texts.say("en", "chat-command")
