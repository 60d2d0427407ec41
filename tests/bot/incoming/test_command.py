from __future__ import annotations

import asyncio
import os
from datetime import date
from pathlib import Path

import pytest

import bot.commands
from bot.cli import main
from bot.storage import Storage
from bot.storage.incoming import Incoming
from knowledge.engine import Engine
from knowledge.factbase.showings import Showing

FILES = Path(__file__).parent / "files"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def loaded(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(bot.commands, "_engine", lambda settings: engine)
    for name in ("DATABASE_URL", "FACTS_DIR", "FEEDS", "TIME_ZONE"):
        monkeypatch.delenv(name, raising=False)
    for name in [n for n in os.environ if n.startswith("LOG_")]:
        monkeypatch.delenv(name)


def stored() -> list[Showing]:
    async def read() -> list[Showing]:
        storage = Storage.open("sqlite:///data/kino.sqlite3")
        try:
            return await Incoming(storage).showings()
        finally:
            await storage.close()

    return asyncio.run(read())


def test_importing_twice_changes_nothing(capsys: Captured) -> None:
    file = str(FILES / "kinopark.csv")
    assert main(["import", "premieres", file]) == 1, "somebody has to look at the doubtful ones"
    assert "5 new, 0 known before." in capsys.readouterr().out
    first = stored()
    assert len(first) == 5
    assert main(["import", "premieres", file]) == 1
    assert "0 new, 5 known before." in capsys.readouterr().out
    assert stored() == first


def test_a_dry_run_stores_nothing(capsys: Captured) -> None:
    assert main(["import", "premieres", str(FILES / "chaplin.tsv"), "--dry-run"]) == 1
    assert "5 would be new, 0 known before." in capsys.readouterr().out
    assert stored() == []


def test_a_festival(capsys: Captured) -> None:
    assert main(["import", "premieres", str(FILES / "festival.ics"), "--festival"]) == 1
    assert [s.festival for s in stored()] == [True, True]


def test_a_festival_that_was_imported_as_a_release_can_be_corrected(capsys: Captured) -> None:
    file = str(FILES / "festival.ics")
    assert main(["import", "premieres", file]) == 1
    assert [s.festival for s in stored()] == [False, False]
    capsys.readouterr()
    assert main(["import", "premieres", file, "--festival", "--dry-run"]) == 1
    assert "2 of the known would be of a festival." in capsys.readouterr().out
    assert [s.festival for s in stored()] == [False, False]
    assert main(["import", "premieres", file, "--festival"]) == 1
    assert "0 new, 2 known before.\n2 of the known are now of a festival." in (
        capsys.readouterr().out
    )
    assert [s.festival for s in stored()] == [True, True]
    assert main(["import", "premieres", file]) == 1
    assert "are now not of a festival" in capsys.readouterr().out
    assert [s.festival for s in stored()] == [False, False]


def test_a_clean_file_is_zero(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "p.csv"
    file.write_text("id,date\nsteppenwolf-2024,2099-01-01\n", encoding="utf-8")
    assert main(["import", "premieres", str(file), "--city", "Алматы", "--cinema", "Арман"]) == 0
    (showing,) = stored()
    assert (showing.film, showing.day) == ("steppenwolf-2024", date(2099, 1, 1))
    assert (showing.city, showing.cinema) == ("almaty", "Арман")


def test_a_day_that_moved_is_named_and_removed_on_demand(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "p.csv"
    file.write_text("id,date,cinema\nsteppenwolf-2024,2099-01-01,Arman\n", encoding="utf-8")
    assert main(["import", "premieres", str(file)]) == 0
    file.write_text("id,date,cinema\nsteppenwolf-2024,2099-01-08,Arman\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["import", "premieres", str(file)]) == 0
    assert "not in this file" in (shown := capsys.readouterr().out)
    assert "steppenwolf-2024 2099-01-01 Arman" in shown
    assert [s.day.day for s in stored()] == [1, 8]
    assert main(["import", "premieres", str(file), "--replace"]) == 0
    assert "Removed" in capsys.readouterr().out
    assert [s.day.day for s in stored()] == [8]


def test_the_editor_decides_what_a_title_means(capsys: Captured) -> None:
    file = str(FILES / "festival.ics")
    title = "Retrospective: «Tulpan» (2008)"
    assert main(["import", "premieres", file]) == 1
    assert f"line 1: {title}" in capsys.readouterr().out
    assert main(["import", "premieres", file, "--title", f"{title}=tulpan-2008"]) == 1
    assert "1 new, 2 known before." in capsys.readouterr().out
    assert main(["import", "premieres", file, "--title", title]) == 1
    assert "--title: TITLE=ID is wanted" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"), [(None, "No such file"), (b"\x00\x01", "no heading with a title")]
)
def test_what_cannot_be_read_is_one_line(
    content: bytes | None, said: str, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "p.csv"
    if content is not None:
        file.write_bytes(content)
    assert main(["import", "premieres", str(file)]) == 1
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_database_that_cannot_be_used_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://x")
    assert main(["import", "premieres", str(FILES / "chaplin.tsv")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("qazaq-kino: DATABASE_URL: ")
    assert error.count("\n") == 1
