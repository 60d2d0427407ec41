"""What is read into a lexicon is kept with its words, and read again when anything differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.engine import Engine
from knowledge.factbase.compiled import NOT_KEPT, Shelf
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import layouts, skeleton, stems


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


@pytest.mark.parametrize(
    ("word", "stem", "is_one"),
    [("aktres", "aktr", False), ("genres", "genre", True), ("sites", "sit", True)],
)
def test_actress_is_no_plural(word: str, stem: str, is_one: bool) -> None:
    assert (stem in dict(stems(word))) is is_one


def test_a_preposition_takes_no_endings(engine: Engine) -> None:
    """«На подъёме» says nothing of "под"."""
    lexicon = engine.reader.lexicon
    assert lexicon.find(skeleton("под"))[0].similarity == 1.0
    assert lexicon.id(skeleton("под")) not in {h.word for h in lexicon.find(skeleton("подъёме"))}


def test_only_a_russian_ending_replaces_a_names_last_vowel(engine: Engine) -> None:
    """«Ойной» is «Ойна»; «ойнды» is rather a slip in "ойнады"."""
    lexicon, name = engine.reader.lexicon, engine.reader.lexicon.id(skeleton("Ойна"))
    assert name in {hit.word for hit in lexicon.find(skeleton("Ойной"))}
    played = {hit.word: hit.similarity for hit in lexicon.find(skeleton("ойнды"))}
    assert lexicon.id(skeleton("ойнады")) in played
    assert name not in played


def test_a_form_of_a_short_word_does_not_end_the_search_for_slips(engine: Engine) -> None:
    """Without its ending it would be "коем"."""
    found = {hit.word: hit.similarity for hit in engine.reader.lexicon.find(skeleton("коемдии"))}
    assert engine.reader.lexicon.id(skeleton("комедии")) in found


def test_a_word_heard_by_its_stem_alone_is_sought_as_it_is_written(engine: Engine) -> None:
    hits = engine.reader.hear("genere")[0].hits[0]  # by its stem it is "general"
    assert engine.reader.lexicon.words[hits[0].word] == "genre"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("рэетир", "reketir"),  # a letter left out between equal ones
        ("tjulpan", "tiulpan"),
        ("slyozi", "slezi"),
        ("snjali", "sniali"),
    ],
)
def test_a_word_that_makes_no_sense_is_heard_as_it_may_be_spelt(
    engine: Engine, typed: str, meant: str
) -> None:
    heard = engine.reader.hear(typed)[0]
    lexicon = engine.reader.lexicon
    assert meant in {lexicon.words[hit.word] for hit in heard.hits[0]}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("18 rbkjuthw", "18 килогерц"),
        ("90-;sklfhls4 abkmvlth3", "90-жылдардың фильмдері"),
        ("r-r;fk", "көкжал"),
    ],
)
def test_a_number_is_no_kazakh_letter(typed: str, read: str) -> None:
    assert read in {layout.text for layout in layouts(typed)}


def test_what_makes_sense_as_typed_was_typed_on_no_other_layout(engine: Engine) -> None:
    """On the Kazakh keyboard "from" is spelt like АҚШ."""
    assert [heard.layout.name for heard in engine.reader.hear("from?")] == ["as typed"]
