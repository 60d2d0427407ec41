"""What is read into a lexicon is kept with its words, and read again when anything differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.factbase.compiled import NOT_KEPT, Shelf
from knowledge.spelling.lexicon import Lexicon


def learnt(shelf: Shelf, known: tuple[str, ...] = ("film",)) -> tuple[Lexicon, list[int], int]:
    """A lexicon that knows some words and learns others; what it found; how often it read."""
    lexicon = Lexicon()
    lexicon.add_all(known)
    times = []

    def read() -> list[int]:
        times.append(1)
        return [lexicon.add("tomiris", name=True), lexicon.add("prize")]

    found = lexicon.learn(shelf, "words", list[int], read)
    lexicon.freeze(shelf, "index")
    return lexicon, found, len(times)


def test_what_was_kept_is_not_read_again_and_says_the_same(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, b"key")
    first, found, times = learnt(shelf)
    again, same, more = learnt(shelf)
    assert (found, times, more) == (same, 1, 0)
    assert again.words == first.words == ["film", "tomiris", "prize"]
    # The name loses only vowels at its end, the other word any ending.
    for typed in ("prize", "prizeler", "tomirise", "tomirisler", "film"):
        assert again.find(typed) == first.find(typed)


@pytest.mark.parametrize(
    ("shelf", "known"),
    [(b"another key", ("film",)), (b"key", ("film", "cinema"))],
    ids=["what it depends on", "the words that were there"],
)
def test_when_anything_differs_it_is_read_again(
    tmp_path: Path, shelf: bytes, known: tuple[str, ...]
) -> None:
    learnt(Shelf(tmp_path, b"key"))
    lexicon, found, times = learnt(Shelf(tmp_path, shelf), known)
    assert times == 1
    assert [lexicon.words[word] for word in found] == ["tomiris", "prize"]


def test_without_a_folder_nothing_is_kept() -> None:
    assert [learnt(NOT_KEPT)[2] for _ in range(2)] == [1, 1]
