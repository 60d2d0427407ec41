from __future__ import annotations

import builtins
import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.terminal import Terminal
from knowledge.answer import Answer, Option
from tests.bot.conftest import TODAY, Canned
from tests.bot.test_questions import MEANT, TULPAN


class Fixed:
    def today(self) -> date:
        return TODAY


FILMS = Answer(
    kind="answer", language="en", lead="Eleven films.", ref="list:2018", page=1, pages=2
)
ANSWERS = {
    "who": MEANT,
    "tulpan": TULPAN,
    "films": FILMS,
    "list:2018": replace(FILMS, lead="The last film.", page=2),
    "b": replace(TULPAN, lead="It is the person."),
    "doubtful": replace(TULPAN, options=(), alternatives=(Option("The person", "b"),)),
    "kk": replace(TULPAN, language="kk", lead="Жауап."),
    "7": replace(TULPAN, lead="Seven."),
}

Talk = Callable[..., str]


@pytest.fixture
def canned() -> Canned:
    return Canned(ANSWERS)


@pytest.fixture
def talk(
    canned: Canned, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Talk:
    """Types the lines into a terminal and gives back what it printed after its greeting."""

    def typed(*lines: str, language: str = "en") -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
        terminal = Terminal(canned.engine, Fixed(), language)
        assert terminal.talk() == 0
        return capsys.readouterr().out

    return typed


def test_it_greets_with_examples_and_ends_with_the_input(talk: Talk) -> None:
    shown = talk()
    assert "Kazakh cinema" in shown
    assert shown.count("\n  ") >= 3


@pytest.mark.parametrize(("language", "word"), [("kk", "кино"), ("ru", "кино"), ("en", "cinema")])
def test_it_greets_in_the_language_chosen(talk: Talk, language: str, word: str) -> None:
    assert word in talk(language=language).lower()


def test_an_answer_comes_with_its_sources(talk: Talk, canned: Canned) -> None:
    shown = talk("tulpan", "")
    assert TULPAN.lead in shown
    assert "https://example.org/tulpan" in shown
    assert [(text, today) for text, today, *_ in canned.asked] == [("tulpan", TODAY)]


def test_a_number_takes_a_choice(talk: Talk, canned: Canned) -> None:
    shown = talk("who", "2")
    assert "  1  Film\n  2  Person\n" in shown
    assert "It is the person." in shown
    assert canned.opened == [("b", "en", 1)]


def test_a_number_that_is_no_choice_is_a_question(talk: Talk, canned: Canned) -> None:
    assert "Seven." in talk("who", "7")
    assert canned.opened == []


def test_the_next_page_and_back(talk: Talk, canned: Canned) -> None:
    shown = talk("films", "+")
    assert "  +  ▶ 1/2" in shown
    assert "The last film." in shown
    assert canned.opened == [("list:2018", "en", 2)]


def test_no_page_before_the_first(talk: Talk, canned: Canned) -> None:
    talk("films", "-")
    assert canned.opened == []


def test_not_what_i_meant(talk: Talk, canned: Canned) -> None:
    shown = talk("doubtful", "/other", "1")
    assert "  1  The person\n" in shown
    assert shown.rstrip().count("It is the person.") == 1
    assert canned.opened == [("b", "en", 1)]


def test_nothing_else_can_be_meant(talk: Talk, canned: Canned) -> None:
    shown = talk("/other", "who", "/other")
    assert shown.count("What would you like to know") == 2
    assert canned.opened == []


def test_a_choice_that_means_nothing_any_more(talk: Talk) -> None:
    assert "too old" in talk("who", "1")


def test_the_conversation_goes_on(talk: Talk, canned: Canned) -> None:
    talk("tulpan", "who")
    assert canned.asked[1][2].entities == TULPAN.entities


def test_the_language_can_be_changed(talk: Talk, canned: Canned) -> None:
    shown = talk("/lang ru", "tulpan", "/lang de")
    assert canned.asked[0][3] == "ru"
    assert "/lang kk | ru | en" in shown


def test_it_speaks_as_it_was_spoken_to(talk: Talk) -> None:
    assert "I do not know that command" in talk("tulpan", "/nosuch")
    assert "I do not know that command" not in talk("kk", "/nosuch")


def test_quit_ends_it(talk: Talk, canned: Canned) -> None:
    talk("/quit", "tulpan")
    assert canned.asked == []


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_keys_end_it_quietly(
    canned: Canned,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    workplace: Path,
    end: type[BaseException],
) -> None:
    typed: Iterator[str] = iter(["tulpan"])

    def typing(prompt: str) -> str:
        assert prompt == "> "
        try:
            return next(typed)
        except StopIteration:
            raise end from None

    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(builtins, "input", typing)
    assert Terminal(canned.engine, Fixed(), "en").talk() == 0
    shown = capsys.readouterr()
    assert TULPAN.lead in shown.out
    assert shown.err == ""
    assert (workplace / "state" / "qazaq-kino" / "history").is_file()
