from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import main
from bot.delivery.outcome import Outcome, Verdict
from bot.storage import Storage
from bot.storage.items import Items
from bot.storage.ledger import Due, Ledger
from bot.storage.settling import Settling
from bot.storage.subscriptions import Subscriptions
from tests.bot.delivery.desk import ALWAYS, NEWS, NOON, news

LATER, END = NOON + timedelta(days=99 * 365), NOON + timedelta(days=100 * 365)
"""A restored row waits from the moment of its restoring."""


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"sqlite:///{tmp_path}/kino.sqlite3"
    monkeypatch.setenv("DATABASE_URL", address)
    monkeypatch.chdir(tmp_path)
    return address


async def fill(url: str) -> None:
    """Two items wait for one chat; only the second may be repeated."""
    storage = Storage.open(url)
    await Subscriptions(storage, ALWAYS).subscribe(7, NEWS, NOON, "kk")
    for item in (news("once", ends=END), news("twice", ends=END, repeatable=True)):
        await Items(storage).publish(item, NOON)
    await storage.close()


async def send(url: str) -> list[str]:
    storage = Storage.open(url)
    ledger, told = Ledger(storage), []
    for item in (1, 2):
        if parcel := await ledger.begin(Due(7, item), LATER):
            await Settling(storage).settle(parcel, Outcome(Verdict.SENT, message_id=1), LATER)
            told += [(each.html, each.repeat) for each in parcel.told]
    await storage.close()
    return [f"{html} again" if repeat else html for html, repeat in told]


def test_there_and_back(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(fill(url))
    assert main(["backup", "copies/kino.sqlite3"]) == 0
    assert asyncio.run(send(url)) == ["kk once", "kk twice"]
    assert main(["restore", "copies/kino.sqlite3"]) == 0
    assert "before-restore" in capsys.readouterr().out
    # What was sent after the backup is not sent again, or says so.
    assert asyncio.run(send(url)) == ["kk twice again"]
    names = {file.name for file in tmp_path.rglob("*") if file.is_file()}
    assert not [name for name in names if "partial" in name]
    assert "kino.sqlite3.before-restore" in names


def test_while_the_bot_runs(url: str, tmp_path: Path) -> None:
    asyncio.run(fill(url))
    running = Storage.open(url)
    try:
        asyncio.run(running.language(1))
        assert main(["backup", "copy"]) == 0
        with closing(sqlite3.connect(tmp_path / "copy")) as copy:
            assert copy.execute("SELECT count(*) FROM ledger").fetchone() == (2,)
        with closing(sqlite3.connect(tmp_path / "kino.sqlite3")) as held:
            held.execute("BEGIN IMMEDIATE")
            assert main(["restore", "copy"]) == 1
    finally:
        asyncio.run(running.close())
    assert asyncio.run(send(url)) == ["kk once", "kk twice"]


def test_into_an_empty_place(url: str, tmp_path: Path) -> None:
    asyncio.run(fill(url))
    assert main(["backup", "copy"]) == 0
    for file in tmp_path.glob("kino.*"):
        file.unlink()
    assert main(["restore", "copy"]) == 0
    assert asyncio.run(send(url)) == ["kk twice again"]


@pytest.mark.parametrize("sound", [0, 4096])
def test_over_a_damaged_database(url: str, tmp_path: Path, sound: int) -> None:
    """What backups are for; a log that lies beside it is none of the new database."""
    asyncio.run(fill(url))
    assert main(["backup", "copy"]) == 0
    file, log = tmp_path / "kino.sqlite3", tmp_path / "kino.sqlite3-wal"
    damaged = file.read_bytes()[:sound].ljust(file.stat().st_size, b"\xff")
    file.write_bytes(damaged)
    log.write_bytes(b"a log")
    assert main(["restore", "copy"]) == 0
    assert not log.exists()
    assert (tmp_path / "kino.sqlite3.before-restore").read_bytes() == damaged
    assert asyncio.run(send(url)) == ["kk twice again"]


@pytest.mark.usefixtures("url")
def test_what_does_not_work_is_one_line_and_changes_nothing(
    tmp_path: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", "copy"]) == 1
    asyncio.run(fill(url))
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    assert main(["backup", "there"]) == 1
    assert main(["backup", "there/copy"]) == 1
    assert main(["restore", "nowhere"]) == 1
    assert main(["restore", "there"]) == 1
    with closing(sqlite3.connect(tmp_path / "other")) as other:
        other.execute("CREATE TABLE t (x)")
    assert main(["restore", "other"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 6
    assert all(line.startswith("qazaq-kino: ") for line in lines)
    assert (tmp_path / "there").read_text(encoding="utf-8") == "mine"
    assert asyncio.run(send(url)) == ["kk once", "kk twice"]


def test_another_database_has_its_own_tools(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://kino@db/kino")
    assert main(["backup", "copy"]) == 1
    assert "no SQLite file" in capsys.readouterr().err
