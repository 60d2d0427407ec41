"""Words a slip away, letter by letter, beside what they sound like."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.slips import Slips
from knowledge.spelling.spelling import skeleton

SLIPS = Slips({"script": 1, "directed": 2, "genre": 3, "cast": 4}, (), frozenset())


@pytest.mark.parametrize(
    ("typed", "word"),
    [("scipt", 1), ("scritp", 1), ("diercted", 2), ("genere", 3), ("script", 1)],
)
def test_a_slip_that_changes_the_sound_is_found_as_written(typed: str, word: int) -> None:
    assert [hit.word for hit in SLIPS.find(typed)] == [word]


@pytest.mark.parametrize("typed", ["cst", "scrp", "scrxyz", "скрипт", "scipt2", ""])
def test_short_words_two_slips_and_other_letters_are_left_alone(typed: str) -> None:
    assert not SLIPS.find(typed)


def test_of_two_words_a_slip_away_those_are_meant_with_which_many_ask() -> None:
    written = {"talak": 1, "talan": 2}
    assert not Slips(written, (), frozenset()).find("talap")
    assert [hit.word for hit in Slips(written, (), frozenset({2})).find("talap")] == [2]


def test_a_slip_in_a_long_word_is_the_surer() -> None:
    slips = Slips({"soundtrack": 1, "genre": 2}, (), frozenset())
    assert slips.find("soudtrack")[0].similarity > slips.find("genere")[0].similarity


def test_case_is_no_slip() -> None:
    found = (Hit(3, 1.0),)
    assert SLIPS.among("GENRE", found) == found


@pytest.mark.parametrize(
    ("typed", "meant", "sounds_like"),
    [
        ("соңңы", "songi", "soni"),
        ("коемдий", "komedi", "koem"),
        ("фильым", "film", "filim"),
        ("деен", "degen", "den"),
        ("дармы", "drami", "dari"),
        ("womrn", "vomen", "vorn"),
    ],
)
def test_a_misspelt_word_that_sounds_like_another_is_heard(
    engine: Engine, typed: str, meant: str, sounds_like: str
) -> None:
    heard = engine.reader.hear(typed)[0]
    words = [engine.reader.lexicon.words[hit.word] for hit in heard.hits[0]]
    assert words.index(meant) == 0
    assert sounds_like in words


@pytest.mark.parametrize("typed", ["Шалдың", "Айканың", "Келинді", "Лютом", "Қожаға"])
def test_a_name_with_an_ending_is_no_slip(engine: Engine, typed: str) -> None:
    assert engine.asking.slips.spelt(typed.casefold()) == "named"
    found = engine.reader.lexicon.find(skeleton(typed))
    assert engine.asking.slips.among(typed, found)[0] == found[0]


def test_what_may_be_a_form_of_another_word_is_heard_as_both(engine: Engine) -> None:
    """Nobody writes "fils", but it may be a form of a word: how, only its sound tells."""
    heard = engine.reader.hear("fils")[0]
    hits = {engine.reader.lexicon.words[h.word]: h.similarity for h in heard.hits[0]}
    assert hits["fil"] >= 0.95 > hits["films"] >= 0.9


def test_the_language_of_a_misspelt_greeting(engine: Engine) -> None:
    assert engine.reader.tongue("сәбем") == "kk"


def test_a_word_with_kazakh_letters_is_not_russian(engine: Engine) -> None:
    assert engine.reader.tongue("Эльдор Оразбаев қадйа бліім алды?") == "kk"


def test_names_are_sought_letter_by_letter_too(engine: Engine) -> None:
    heard = engine.reader.hear("Bikecehss")[0]
    named = engine.reader.names.find(heard.tokens, heard.hits)
    assert named[0].ids == ("bikechess-2024",)


def test_a_slip_in_an_asking_word_is_as_good_as_the_word(engine: Engine) -> None:
    """Otherwise "directed", misspelt, would say no more than any strange word."""
    at = engine.reader.hear("who diercted Tulpan")[0]
    word = engine.reader.lexicon.id("direkted")
    assert [hit.similarity for hit in at.hits[1] if hit.word == word] == [0.99]


def test_whose_a_misspelt_surname_is_fame_tells(engine: Engine) -> None:
    """A slip in "Ержанова" is nearer to Ержанова than to Ержанов, whom nearly all mean."""
    heard = engine.reader.hear("фильмы Ержаова")[0]
    named = [m for m in engine.reader.names.find(heard.tokens, heard.hits) if m.kind == "person"]
    assert {"adilkhan-yerzhanov", "baglan-erzhanova"} <= set(named[0].ids)


def test_a_written_name_is_as_good_as_the_word_that_sounds_alike() -> None:
    slips = Slips({"script": 1}, ("караганда",), frozenset())
    assert slips.spelt("караганде") == "named"
    best, other = slips.among("караганде", (Hit(1, 0.98), Hit(2, 0.96)))
    assert best.similarity == other.similarity
