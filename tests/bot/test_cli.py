from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bot.commands
from bot import __version__
from bot.cli import build_parser, main
from knowledge.engine import Engine

ROOT = Path(__file__).parents[2]
DAY = ["--today", "2026-11-23"]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def loaded(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The facts as read once for all tests."""
    monkeypatch.setattr(bot.commands, "_engine", lambda settings: engine)


def test_version(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"qazaq-kino {__version__}\n"


@pytest.mark.parametrize("command", [[], ["run"], ["chat"], ["ask"], ["check"]])
def test_help_explains_and_fits_the_screen(command: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert len(shown.splitlines()) > 6
    assert max(map(len, shown.splitlines())) <= 100


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["dance"],
        ["ask"],
        ["ask", "who?", "--jsonl"],
        ["ask", "who?", "--lang", "de"],
        ["ask", "who?", "--today", "yesterday"],
        ["ask", "who?", "--json", "--jsonl"],
    ],
)
def test_called_wrongly(wrong: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(wrong)
    assert ended.value.code == 2
    assert "usage: qazaq-kino" in capsys.readouterr().err


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("question", "name", "heading"),
    [
        ("Who directed Tulpan?", "Dvortsevoy", "Source"),
        ("Кто снял «Тюльпан»?", "Дворцев", "Источник"),
        ("«Тюльпан» фильмін кім түсірді?", "Дворцев", "ерек"),
    ],
)
def test_ask(question: str, name: str, heading: str, capsys: Captured) -> None:
    assert main(["ask", question, *DAY]) == 0
    shown = capsys.readouterr().out
    assert name in shown.splitlines()[0]
    assert heading in shown
    assert "https://" in shown


@pytest.mark.usefixtures("loaded")
def test_ask_json(capsys: Captured) -> None:
    assert main(["ask", "--json", "Who directed Tulpan?", *DAY]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["kind"], answer["lang"], answer["asked"]) == ("answer", "en", "film.director")


@pytest.mark.usefixtures("loaded")
def test_ask_jsonl(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"id": 1, "q": "Who directed Tulpan?"}\n{}\n'))
    assert main(["ask", "--jsonl", *DAY]) == 1
    answer, bad = map(json.loads, capsys.readouterr().out.splitlines())
    assert "Dvortsevoy" in answer["lead"]
    assert set(bad) == {"id", "error"}


@pytest.mark.usefixtures("loaded")
def test_chat(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Who directed Tulpan?\n"))
    assert main(["chat", "--lang", "en", *DAY]) == 0
    assert "Dvortsevoy" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["run"], ["ask", "who?"], ["check"]])
def test_a_bad_setting_is_one_line(
    command: list[str], capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIME_ZONE", "Almaty")
    assert main(command) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("qazaq-kino: TIME_ZONE: ")
    assert shown.err.count("\n") == 1


def test_broken_facts_are_one_line(
    workplace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = workplace / "facts" / "films"
    broken.mkdir(parents=True)
    (broken / "2020s.yaml").write_text("- id: x\n  tilte: y\n- id: [\n")
    monkeypatch.setenv("FACTS_DIR", str(workplace / "facts"))
    assert main(["ask", "who?"]) == 1
    shown = capsys.readouterr()
    assert shown.err.startswith("qazaq-kino: the facts cannot be read: ")
    assert "2020s.yaml:" in shown.err
    assert shown.err.count("\n") == 1


def test_a_fault_of_ours_shows_its_traceback_but_no_token(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = "123456:" + "A" * 35

    def broken(settings: object) -> Engine:
        raise RuntimeError(f"oh {token}")

    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", token)
    monkeypatch.setattr(bot.commands, "_engine", broken)
    assert main(["ask", "who?"]) == 1
    shown = capsys.readouterr().err
    assert "RuntimeError: oh <token>" in shown
    assert token not in shown


def test_check_finds_nothing_wrong_with_our_facts(capsys: Captured) -> None:
    assert main(["check"]) == 0
    assert "No faults" in capsys.readouterr().out


def test_check_names_file_and_line(workplace: Path, capsys: Captured) -> None:
    films = workplace / "facts" / "films"
    films.mkdir(parents=True)
    (films / "2020s.yaml").write_text("- id: x\n  tilte: y\n")
    assert main(["check", "facts"]) == 1
    shown = capsys.readouterr()
    assert any(line.startswith("facts/films/2020s.yaml:") for line in shown.out.splitlines())
    assert "Traceback" not in shown.err
    assert main(["check", "nowhere"]) == 1
    assert capsys.readouterr().err == "qazaq-kino: no such folder: nowhere\n"


def test_as_a_process_on_bytes_that_are_no_utf8() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--jsonl"],
        input=b'{"id": 1, "q": "\xff\xfe who directed Tulpan? \\ud800"}\n',
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == 1


def test_a_reader_that_has_seen_enough() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "ask", "who directed Tulpan?"],
            stdout=write,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=60,
            check=False,
        )
    finally:
        os.close(write)
    assert done.stderr == b""
    assert done.returncode == 1


def test_asking_waits_for_neither_telegram_nor_a_database() -> None:
    loaded = (
        "import sys, bot.cli; bot.cli.main(['ask', 'who?']);"
        "print(sorted({'telegram', 'sqlalchemy', 'httpx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", loaded],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_every_command_is_listed_in_the_epilog() -> None:
    assert build_parser().epilog is not None
    for command in ("run", "chat", "ask", "check"):
        assert f"qazaq-kino {command}" in str(build_parser().epilog)
