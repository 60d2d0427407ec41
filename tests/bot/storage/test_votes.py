"""Votes are sums by kind of question."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Storage, StorageError, Tally, Votes
from tests.databases import database, only_sqlite


@pytest.fixture
async def votes(tmp_path: Path) -> AsyncIterator[Votes]:
    storage = Storage.open(database(tmp_path))
    yield Votes(storage)
    await storage.close()


async def test_votes_add_up_by_kind(votes: Votes) -> None:
    assert await votes.tallies() == []
    await asyncio.gather(*(votes.count("film.card", 1, 0) for _ in range(20)))
    await votes.count("film.card", -1, 1)
    await votes.count("list.films", 0, 2)
    assert await votes.tallies() == [Tally("list.films", 0, 2), Tally("film.card", 19, 1)]


async def test_what_was_never_given_cannot_be_taken_back(votes: Votes) -> None:
    await votes.count("film.card", -1, 0)
    assert await votes.tallies() == [Tally("film.card", 0, 0)]


@only_sqlite
async def test_a_closed_database_is_one_clear_error(tmp_path: Path) -> None:
    storage = Storage.open(database(tmp_path))
    await storage.close()
    (tmp_path / "kino.sqlite3").unlink()
    with pytest.raises(StorageError, match="votes"):
        await Votes(storage).count("film.card", 1, 0)
