"""Thumbs under answers are counted by kind of question, and nothing else is kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.conversations import Recent
from bot.storage import Storage, StorageError, Tally
from handlers.context import Service
from tests.handlers.conftest import Person

UP, DOWN = "👍", "👎"


async def test_thumbs_are_counted_and_taken_back(person: Person, service: Service) -> None:
    await person.says("/start film_tulpan-2008")
    await person.reacts(UP)
    assert await service.votes.tallies() == [Tally("film.card", 1, 0)]
    await person.reacts(DOWN, old=UP)
    assert await service.votes.tallies() == [Tally("film.card", 0, 1)]
    await person.reacts("", old=DOWN)
    assert await service.votes.tallies() == [Tally("film.card", 0, 0)]


async def test_other_emoji_and_other_messages_do_not_count(
    person: Person, service: Service
) -> None:
    number = await person.says("/start film_tulpan-2008")
    await person.reacts("🔥")
    answer = person.last
    answer.id = number
    await person.reacts(UP, shown=answer)  # a person's own message
    assert await service.votes.tallies() == []
    service.replies = Recent(10)
    await person.reacts(UP)
    assert await service.votes.tallies() == []


async def test_nobody_is_stored(person: Person, tmp_path: Path) -> None:
    await person.says("/start film_tulpan-2008")
    await person.reacts(UP)
    with closing(sqlite3.connect(tmp_path / "kino.sqlite3")) as connection:
        assert connection.execute("SELECT * FROM votes").fetchall() == [("film.card", 1, 0)]
        assert connection.execute("SELECT * FROM chats").fetchall() == []


async def test_a_broken_database_is_no_matter(
    person: Person,
    storage: Storage,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await person.says("/start film_tulpan-2008")

    async def broken(_: object) -> None:
        raise StorageError("disk full")

    monkeypatch.setattr(storage, "run", broken)
    await person.reacts(UP)
    assert "votes not counted: disk full" in caplog.text
    assert "Traceback" not in caplog.text
