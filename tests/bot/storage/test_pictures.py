from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage import Storage
from bot.storage.pictures import SentPictures
from tests.databases import database


@pytest.fixture
async def pictures(tmp_path: Path) -> AsyncIterator[SentPictures]:
    storage = Storage.open(database(tmp_path))
    yield SentPictures(storage)
    await storage.close()


async def test_a_picture_is_known_after_it_was_sent(pictures: SentPictures) -> None:
    assert await pictures.file_id("film/tomiris-2019/kk", "one") == ""
    await pictures.remember("film/tomiris-2019/kk", "one", "AgAC1")
    assert await pictures.file_id("film/tomiris-2019/kk", "one") == "AgAC1"
    assert await pictures.file_id("film/tomiris-2019/ru", "one") == ""


async def test_a_newer_picture_takes_the_place_of_the_older(pictures: SentPictures) -> None:
    await pictures.remember("years//kk", "one", "AgAC1")
    await pictures.remember("years//kk", "two", "AgAC2")
    assert await pictures.file_id("years//kk", "one") == ""
    assert await pictures.file_id("years//kk", "two") == "AgAC2"


async def test_a_picture_is_forgotten(pictures: SentPictures) -> None:
    await pictures.remember("years//kk", "one", "AgAC1")
    await pictures.forget("years//kk")
    assert await pictures.file_id("years//kk", "one") == ""
