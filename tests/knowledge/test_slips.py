from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.spelling.slips import Slips

SLIPS = Slips({"script": 1, "directed": 2, "genre": 3, "cast": 4})


@pytest.mark.parametrize(
    ("typed", "word"),
    [("scipt", 1), ("scritp", 1), ("Diercted", 2), ("genere", 3), ("script", 1)],
)
def test_a_slip_that_changes_the_sound_is_found_as_written(typed: str, word: int) -> None:
    found = SLIPS.find(typed)
    assert found
    assert found.word == word


@pytest.mark.parametrize("typed", ["cst", "scrp", "scrxyz", "скрипт", "scipt2", ""])
def test_short_words_two_slips_and_other_letters_are_left_alone(typed: str) -> None:
    assert SLIPS.find(typed) is None


def test_of_two_words_a_slip_away_neither_is_meant() -> None:
    assert Slips({"talak": 1, "talan": 2}).find("talap") is None


def test_names_are_sought_letter_by_letter_too(engine: Engine) -> None:
    heard = engine.reader.hear("Bikecehss")[0]
    named = engine.reader.names.find(heard.tokens, heard.hits)
    assert named[0].ids == ("bikechess-2024",)


def test_a_slip_in_an_asking_word_is_as_good_as_the_word(engine: Engine) -> None:
    """Otherwise "directed", misspelt, would say no more than any strange word."""
    at = engine.reader.hear("who diercted Tulpan")[0]
    word = engine.reader.lexicon.id("direkted")
    assert [hit.similarity for hit in at.hits[1] if hit.word == word] == [0.97]


def test_whose_a_misspelt_surname_is_fame_tells(engine: Engine) -> None:
    """A slip in "Ержанова" is nearer to Ержанова than to Ержанов, whom nearly all mean."""
    heard = engine.reader.hear("фильмы Ержаова")[0]
    named = [m for m in engine.reader.names.find(heard.tokens, heard.hits) if m.kind == "person"]
    assert {"adilkhan-yerzhanov", "baglan-erzhanova"} <= set(named[0].ids)
