"""Messages are parsed one by one: each must stand by itself, with what it refers to."""

from __future__ import annotations

from importlib import resources

import pytest
from fluent.syntax import FluentParser, ast

from knowledge.answers.texts import MissingText, Texts
from knowledge.factbase.records import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_of_a_file_is_lost(language: str) -> None:
    folder = resources.files("knowledge") / "language" / language
    files = [file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".ftl")]
    entries = [entry for file in files for entry in FluentParser().parse(file).body]
    messages = {entry.id.name for entry in entries if isinstance(entry, ast.Message)}
    assert Texts().keys(language) == messages
    assert all(Texts().has(language, key) for key in messages)


def test_what_no_language_says_is_missed() -> None:
    assert not Texts().has("kk", "no-such-message")
    with pytest.raises(MissingText, match="ru: no-such-message"):
        Texts().say("ru", "no-such-message")


def test_a_value_that_is_lacking_is_missed() -> None:
    with pytest.raises(MissingText, match="en: quoted"):
        Texts().say("en", "quoted")
