"""/privacy tells of every column, /export hands over every row, /forget leaves no trace."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.application import Application
from bot.delivery.delivery import Delivery
from bot.delivery.item import Item
from bot.delivery.topic import Topic
from bot.storage import Storage
from bot.storage.chat_rows import tables_of_chats
from handlers.context import FRESH, Place, Service
from handlers.privacy import KEPT
from tests.botapi import BotApi
from tests.handlers.conftest import Clock, Person

LANGUAGES = ["kk", "ru", "en"]
CHAT = 7_123_456_789_012
TRACE = CHAT.to_bytes(6, "big")


@pytest.fixture
async def delivery(delivery: Delivery, service: Service, clock: Clock) -> Delivery:
    """A chat of which there is a row in each table, and another one."""
    for chat in (CHAT, 2):
        await service.choose_language(chat, "en")
        await delivery.subscriptions.subscribe(chat, Topic("news"), clock(), "en")
    texts = dict.fromkeys(LANGUAGES, "New")
    end = clock() + timedelta(days=1)
    await delivery.publish(Item("news", "x", "1", texts, (Topic("news"),), end))
    return delivery


@pytest.fixture
def person(application: Application, api: BotApi, clock: Clock) -> Person:
    return Person(application, api, clock, id=CHAT)


def written(folder: Path) -> bytes:
    """The database as it lies on the disk, with its log."""
    return b"".join(file.read_bytes() for file in folder.glob("kino.sqlite3*"))


def test_the_text_tells_of_every_column_of_every_table() -> None:
    told = [column for columns in KEPT.values() for column in columns]
    assert sorted(told) == sorted(
        f"{table.name}.{column.name}"
        for table in tables_of_chats()
        for column in table.columns
        if column.name != "chat_id"
    )


@pytest.mark.parametrize("language", LANGUAGES)
async def test_privacy(person: Person, service: Service, language: str) -> None:
    person.code = language
    await person.says("/privacy")
    for group in KEPT:
        assert service.texts.say(language, f"chat-privacy-{group}") in person.last.text
    for command in ("/export", "/forget"):
        assert command in person.last.text


async def test_export_has_every_row_of_this_chat_alone(
    person: Person, delivery: Delivery, api: BotApi
) -> None:
    await person.says("/export")
    rows = json.loads(api.documents[person.last.id])
    assert {table for table, found in rows.items() if found} == {
        table.name for table in tables_of_chats()
    }
    assert {row["chat_id"] for found in rows.values() for row in found} == {CHAT}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_forget_leaves_no_trace_in_the_file(
    person: Person,
    service: Service,
    delivery: Delivery,
    storage: Storage,
    tmp_path: Path,
    language: str,
) -> None:
    await service.choose_language(CHAT, language)
    await person.says("/forget")
    assert person.last.text == service.texts.say(language, "chat-forget-ask")
    await person.presses(service.texts.say(language, "chat-forget-yes"))
    assert person.last.text == service.texts.say(language, "chat-forget-done")
    rows = await delivery.rows.export(CHAT)
    assert not any(rows.values())
    assert TRACE not in written(tmp_path)
    assert any((await delivery.rows.export(2)).values())


async def test_forget_is_also_of_what_no_file_holds(
    person: Person, service: Service, clock: Clock
) -> None:
    await person.says("/lang ru")
    await person.says("who directed tulpan")
    await person.says("/forget")
    await person.presses(service.texts.say("ru", "chat-forget-yes"))
    assert await service.chosen_language(CHAT) == ""
    assert service.conversations.get(Place(CHAT), clock()) == FRESH


async def test_the_number_stands_in_the_file_as_the_test_expects(
    delivery: Delivery, tmp_path: Path
) -> None:
    assert TRACE in written(tmp_path)


async def test_who_thinks_again_keeps_everything(
    person: Person, service: Service, delivery: Delivery
) -> None:
    await person.says("/forget")
    await person.presses(service.texts.say("en", "chat-forget-no"))
    assert person.last.text == service.texts.say("en", "chat-forget-kept")
    assert await delivery.subscriptions.topics(CHAT) == [Topic("news")]
