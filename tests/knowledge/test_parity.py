from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from knowledge.factbase.parity import FEWEST_PATTERNS, LANGUAGE, check_languages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Our own languages, to be spoilt."""
    return Path(shutil.copytree(LANGUAGE, tmp_path / "language"))


def spoil(file: Path, old: str, new: str) -> int:
    """Replace the first occurrence; returns its line."""
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
    return text.count("\n", 0, text.index(old)) + 1


def faults(folder: Path) -> list[str]:
    return [
        f"{fault.file.relative_to(folder)}:{fault.line}: {fault.message}"
        for fault in check_languages(folder)
    ]


def test_our_languages_are_equals() -> None:
    assert check_languages() == []


def test_a_message_that_one_language_lacks(folder: Path) -> None:
    spoil(folder / "kk" / "chat.ftl", "chat-error =", "chat-eror =")
    assert faults(folder) == [
        "en/chat.ftl:1: no message `chat-eror`",
        "kk/chat.ftl:1: no message `chat-error`",
        "ru/chat.ftl:1: no message `chat-eror`",
    ]


def test_a_value_that_one_language_does_not_say(folder: Path) -> None:
    line = spoil(folder / "ru" / "chat.ftl", "chat-help =", "chat-help = ?\nchat-old =")
    found = faults(folder)
    assert f"ru/chat.ftl:{line}: `chat-help` does not use $username" in found


def test_only_some_languages_need_a_plural(folder: Path) -> None:
    forms = "{ $count ->\n    [one] the director\n   *[other] the directors\n  } { $people }"
    for language, text in (("en", forms), ("ru", forms), ("kk", "{ $people }")):
        with (folder / language / "chat.ftl").open("a") as file:
            file.write(f"\nplural = {text}\n")
    assert faults(folder) == []
    spoil(folder / "ru" / "chat.ftl", "the directors", "{ $count } directors")
    (fault,) = faults(folder)
    assert fault.startswith("kk/chat.ftl:")
    assert fault.endswith("`plural` does not use $count")


def test_a_message_that_stands_twice_or_cannot_be_read(folder: Path) -> None:
    file = folder / "en" / "chat.ftl"
    lines = file.read_text().count("\n")
    with file.open("a") as opened:
        opened.write("\nchat-error = Again.\n\nchat-broken = { $x\n")
    twice, broken = faults(folder)
    assert twice == f"en/chat.ftl:{lines + 2}: `chat-error` stands twice"
    assert broken.startswith(f"en/chat.ftl:{lines + 4}: not readable: ")


def test_a_kind_of_question_that_one_language_does_not_understand(folder: Path) -> None:
    spoil(folder / "ru" / "asking.yaml", "  film.director:", "  film.directed:")
    assert faults(folder) == [
        "en/asking.yaml:1: nobody asks `film.directed` in this language",
        "kk/asking.yaml:1: nobody asks `film.directed` in this language",
        "ru/asking.yaml:1: nobody asks `film.director` in this language",
    ]


def test_too_few_ways_to_ask(folder: Path) -> None:
    for language in ("kk", "ru", "en"):
        file = folder / language / "asking.yaml"
        line = spoil(file, "patterns:\n", "patterns:\n  film.smell:\n  - smell of {film}\n")
        found = [fault for fault in faults(folder) if "patterns, fewer" in fault]
        assert (
            f"{language}/asking.yaml:{line + 1}: "
            f"`film.smell` has 1 patterns, fewer than {FEWEST_PATTERNS}"
        ) in found


def test_a_slot_that_is_misspelt(folder: Path) -> None:
    line = spoil(folder / "en" / "asking.yaml", "who directed {film}", "who directed {flim}")
    assert faults(folder) == [f"en/asking.yaml:{line}: the slot {{flim}} is in no other language"]


def test_the_same_wording_for_two_kinds(folder: Path) -> None:
    line = spoil(
        folder / "en" / "asking.yaml", "patterns:\n", "patterns:\n  list:\n  - X y\n  - x Y\n"
    )
    assert f"en/asking.yaml:{line + 3}: the same as line {line + 2}, of `list`" in faults(folder)


def test_a_file_that_is_no_yaml_or_is_missing(folder: Path) -> None:
    (folder / "kk" / "asking.yaml").write_text("patterns:\n  a: [\n")
    (folder / "ru" / "asking.yaml").unlink()
    (folder / "en" / "chat.ftl").unlink()
    found = faults(folder)
    assert any(fault.startswith("kk/asking.yaml:") and "not readable" in fault for fault in found)
    assert any(fault.startswith("ru/asking.yaml:1: not readable") for fault in found)
    assert "en/chat.ftl:1: no such file" in found
