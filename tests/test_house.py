"""The three rules that hold the house up, checked from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from knowledge.answers.texts import load_texts
from knowledge.factbase.records import LANGUAGES

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "knowledge")
SOURCES = {
    room: sorted(file for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts)
    for room in ROOMS
}
CODE = [file for files in SOURCES.values() for file in files]
LONGEST = {"records": 280}  # one schema in one file: validation, compiled form and docs read it


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def imported(file: Path) -> set[str]:
    """Every module that a file imports, anywhere in it, also only for types."""
    found: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(file)}: relative import"
            found.add(str(node.module))
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def rooms(file: Path) -> set[str]:
    return {module.partition(".")[0] for module in imported(file)}


def strings(file: Path) -> Iterator[tuple[int, str]]:
    """Every text in the code that is no docstring: literals, and the pieces of f-strings."""
    module = tree(file)
    # A text that stands by itself is a docstring, also that of an attribute.
    docstrings = {
        id(node.value)
        for node in ast.walk(module)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.lineno, node.value


def test_the_house_has_three_rooms_and_something_in_each() -> None:
    assert all(SOURCES.values())


# Rule 1: question, conversation and today in; an Answer out. No Telegram, no chat, no database.


@pytest.mark.parametrize("file", SOURCES["knowledge"], ids=name)
def test_knowledge_knows_nothing_of_the_rooms_around_it(file: Path) -> None:
    assert not rooms(file) & {"telegram", "bot", "handlers", "sqlalchemy", "httpx"}


@pytest.mark.parametrize("file", SOURCES["knowledge"], ids=name)
def test_knowledge_is_told_the_day(file: Path) -> None:
    """An answer depends on what is passed in, so that any day can be tested."""
    called = {
        ast.unparse(node.func) for node in ast.walk(tree(file)) if isinstance(node, ast.Call)
    }
    clocks = r"(.*\.)?(today|now|utcnow|localtime|gmtime)|time\.time"
    assert not [call for call in called if re.fullmatch(clocks, call)]


# Rule 2: how people ask and what they are told stands in knowledge/language.


@pytest.mark.parametrize("file", SOURCES["bot"] + SOURCES["handlers"], ids=name)
def test_no_cyrillic_around_the_engine(file: Path) -> None:
    found = [
        (line, text)
        for line, text in strings(file)
        # The endings of Cyrillic web addresses are no language.
        if re.search("[\u0400-\u04ff]", text) and file.name != "scrubbing.py"
    ]
    assert found == []


@pytest.mark.parametrize("file", SOURCES["knowledge"], ids=name)
def test_no_words_in_the_engine(file: Path) -> None:
    """Letters in a row are spelling: alphabets and keyboards. Words in a row are language."""
    found = [
        (line, text)
        for line, text in strings(file)
        if re.search("[\u0400-\u04ff]{2,} +[\u0400-\u04ff]{2,}", text)
    ]
    assert found == []


@pytest.mark.parametrize("file", SOURCES["handlers"], ids=name)
def test_no_sentence_in_handlers(file: Path) -> None:
    """What is sent to a chat comes from Texts, unlike what is logged or sought in an error."""
    unsent = {
        (inner.lineno, inner.value)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Compare)
        or (isinstance(node, ast.Call) and re.match(r"log(ger)?\.", ast.unparse(node.func)))
        for inner in ast.walk(node)
        if isinstance(inner, ast.Constant)
    }
    sentence = r"([^\W\d_]+[,:;]? ){2}[^\W\d_]|[^\W\d_] [^\W\d_]+[.!?…]$"
    found = [
        (line, text)
        for line, text in strings(file)
        if re.search(sentence, text) and (line, text) not in unsent
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_in_every_language(language: str) -> None:
    texts = load_texts()
    assert texts.keys(language) == texts.keys("kk")
    assert len(texts.keys(language)) > 20


@pytest.mark.parametrize("file", SOURCES["handlers"] + SOURCES["bot"], ids=name)
def test_every_text_that_is_said_exists(file: Path) -> None:
    texts = load_texts()
    for line, text in strings(file):
        if re.fullmatch(r"chat-[a-z-]+[a-z]", text):
            assert texts.has("kk", text), f"{name(file)}:{line}: {text}"


# Rule 3: handlers turn an Update into a call, and a value into a message.


@pytest.mark.parametrize("file", SOURCES["handlers"], ids=name)
def test_handlers_hold_no_sql_and_no_matching(file: Path) -> None:
    assert not rooms(file) & {"sqlalchemy", "alembic", "sqlite3", "rapidfuzz", "numpy", "yaml"}
    engine_room = {
        f"knowledge.{part}" for part in ("names", "reading", "spelling", "lexicon", "asking")
    }
    assert not imported(file) & engine_room


@pytest.mark.parametrize("file", SOURCES["bot"], ids=name)
def test_sql_stands_in_storage_alone(file: Path) -> None:
    if "storage" not in file.parts:
        assert not rooms(file) & {"sqlalchemy", "alembic", "sqlite3"}


@pytest.mark.parametrize("file", CODE, ids=name)
def test_a_module_is_one_idea_named_by_it(file: Path) -> None:
    assert file.stem not in {"utils", "util", "helpers", "manager", "misc", "common"}
    lines = file.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST.get(file.stem, 250), "more than one idea?"
    if lines:
        assert ast.get_docstring(tree(file)), "what is it?"
