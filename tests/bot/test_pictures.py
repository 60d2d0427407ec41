"""Pictures are drawn once, sent again by their file_id, and a broken database costs none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import pictures as module
from bot.pictures import Figure, Pictures
from bot.storage import Storage
from knowledge.engine import Engine
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import read_facts
from tests.knowledge.small import change, write

FILM = ("film", "tomiris-2019", "kk")


@pytest.fixture
async def storage(tmp_path: Path) -> AsyncIterator[Storage]:
    opened = Storage.open(f"sqlite:///{tmp_path}/kino.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
def pictures(engine: Engine, storage: Storage) -> Pictures:
    return Pictures(lambda: engine.base, storage)


def small(folder: Path) -> Path:
    """Facts for a test to change."""
    facts = write(folder / "facts")
    types = "- {id: series, kk: телехикая, ru: сериал, en: series}\n"
    (facts / "vocabulary" / "types.yaml").write_text(types, encoding="utf-8")
    return facts


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """What was really drawn, in order."""
    figures: list[Figure] = []
    draw = module.draw

    def counted(figure: Figure) -> bytes:
        figures.append(figure)
        return draw(figure)

    monkeypatch.setattr(module, "draw", counted)
    return figures


async def test_there_is_a_card_of_every_kind_of_record(pictures: Pictures) -> None:
    for kind, id_ in (
        ("film", "tomiris-2019"),
        ("person", "akan-satayev"),
        ("organisation", "eurasia-iff"),
    ):
        picture = await pictures.card(kind, id_, "ru")
        assert picture
        assert isinstance(picture.photo, bytes)
        assert picture.photo.startswith(b"\xff\xd8")
        assert picture.key.startswith(f"{kind}/{id_}/ru/")
        assert picture.caption


async def test_there_is_none_of_what_is_not_in_the_base(pictures: Pictures) -> None:
    assert await pictures.card("film", "no-such-film", "kk") is None
    assert await pictures.card("studio", "tomiris-2019", "kk") is None
    assert await pictures.chart("timeline", "kk", "no-such-person") is None
    assert await pictures.chart("weather", "kk") is None


async def test_many_who_ask_at_once_share_one_drawing(
    pictures: Pictures, drawn: list[Figure]
) -> None:
    found = await asyncio.gather(*(pictures.card(*FILM) for _ in range(20)))
    assert len(drawn) == 1
    assert len({picture.photo for picture in found if picture}) == 1
    again = await pictures.card(*FILM)
    assert again
    assert again.photo == found[0].photo if found[0] else False
    assert len(drawn) == 1


async def test_who_gives_up_does_not_take_the_drawing_from_others(
    pictures: Pictures, drawn: list[Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, draw, loop = asyncio.Event(), module.draw, asyncio.get_running_loop()

    def announced(figure: Figure) -> bytes:
        loop.call_soon_threadsafe(begun.set)
        return draw(figure)

    monkeypatch.setattr(module, "draw", announced)
    impatient = asyncio.create_task(pictures.chart("years", "kk"))
    patient = asyncio.create_task(pictures.chart("years", "kk"))
    await begun.wait()
    impatient.cancel()
    picture = await patient
    assert picture
    assert isinstance(picture.photo, bytes)
    assert len(drawn) == 1


async def test_what_was_sent_is_sent_again_by_its_file_id(
    engine: Engine, storage: Storage, pictures: Pictures, drawn: list[Figure]
) -> None:
    first = await pictures.card(*FILM)
    assert first
    await pictures.sent(first, "AgAC1")
    after_restart = Pictures(lambda: engine.base, storage)
    for service in (pictures, after_restart):
        again = await service.card(*FILM)
        assert again
        assert (again.photo, again.key, again.caption) == ("AgAC1", first.key, first.caption)
    assert len(drawn) == 1


async def test_what_telegram_no_longer_knows_is_drawn_anew(
    pictures: Pictures, drawn: list[Figure]
) -> None:
    for picture in (await pictures.card(*FILM), await pictures.chart("years", "kk")):
        assert picture
        await pictures.sent(picture, "AgAC1")
        anew = await pictures.refused(picture)
        assert anew
        assert isinstance(anew.photo, bytes)
        assert (anew.key, anew.caption) == (picture.key, picture.caption)
    assert len(drawn) == 4


async def test_other_facts_are_another_picture(storage: Storage, tmp_path: Path) -> None:
    """The base is replaced whole at a reload."""
    folder = small(tmp_path)
    bases = [FactBase(read_facts(folder))]
    pictures = Pictures(lambda: bases[-1], storage)
    before = await pictures.card("film", "5-32-2022", "en")
    assert before
    await pictures.sent(before, "AgAC1")
    change(folder, "films/2020s.yaml", "directors: [aru]", "directors: []")
    bases.append(FactBase(read_facts(folder)))
    after = await pictures.card("film", "5-32-2022", "en")
    assert after
    assert after.key != before.key
    assert isinstance(after.photo, bytes)


async def test_a_poster_is_shown_instead_and_drawn_where_it_is_refused(
    storage: Storage, tmp_path: Path
) -> None:
    folder = small(tmp_path)
    address = "https://example.org/532.jpg"
    change(
        folder,
        "films/2020s.yaml",
        "type: series",
        f"type: series\n  links:\n  - {{kind: poster, url: {address}}}",
    )
    base = FactBase(read_facts(folder))
    pictures = Pictures(lambda: base, storage)
    picture = await pictures.card("film", "5-32-2022", "en")
    assert picture
    assert picture.photo == address
    drawn = await pictures.refused(picture)
    assert drawn
    assert isinstance(drawn.photo, bytes)
    await pictures.sent(drawn, "AgAC1")
    again = await pictures.card("film", "5-32-2022", "en")
    assert again
    assert again.photo == "AgAC1"


async def test_a_broken_database_costs_no_picture(
    engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    storage = Storage.open(f"sqlite:///{tmp_path}/kino.sqlite3", busy_ms=0)
    async with asyncio.timeout(60):
        await storage.run(lambda c: c.exec_driver_sql("DROP TABLE sent_pictures"))
        pictures = Pictures(lambda: engine.base, storage)
        picture = await pictures.card(*FILM)
        assert picture
        assert isinstance(picture.photo, bytes)
        await pictures.sent(picture, "AgAC1")
        assert await pictures.refused(picture)
    await storage.close()
    assert [record.message.split(":")[0] for record in caplog.records] == [
        "file_id of a picture not read",
        "file_id of a picture not kept",
        "file_id of a picture not forgotten",
    ]


async def test_a_drawing_that_fails_is_tried_again(
    pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_figure: Figure) -> bytes:
        raise OSError("no such font")

    with monkeypatch.context() as patch:
        patch.setattr(module, "draw", broken)
        with pytest.raises(OSError, match="no such font"):
            await pictures.card(*FILM)
    picture = await pictures.card(*FILM)
    assert picture
