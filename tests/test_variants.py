"""The variants are what they say, and the engine reads them as it reads the question itself."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.spelling import fold, layouts
from tests.asking import files, put, read
from tests.variants import STYLES, fillers, neighbours, styles, vary

SAMPLE = 400
LEAST_KEPT = 0.90
SEED = 1938

KAZAKH = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшыі"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщыьэюя"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
LETTERS = {"kk": KAZAKH, "ru": RUSSIAN, "en": ENGLISH}


def questions(language: str) -> st.SearchStrategy[str]:
    """Words of the language's letters, a capital and a question mark now and then."""
    word = st.text(LETTERS[language], min_size=1, max_size=12)
    words = st.lists(st.one_of(word, word.map(str.capitalize)), min_size=1, max_size=8).map(
        " ".join
    )
    return st.one_of(words, words.map("{}?".format), words.map("«{}»".format))


seeds = st.integers(0, 2**32)


def varied(question: str, style: str, language: str, seed: int = SEED) -> str:
    return vary(question, style, language, random.Random(seed))  # noqa: S311


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), seed=seeds)
def test_the_same_seed_gives_the_same_text(language: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(language))
    for style in styles(language):
        assert varied(question, style, language, seed) == varied(question, style, language, seed)


def test_another_seed_gives_another_text() -> None:
    question = "Ёжик, щука и юный Ходжа: чья это яркая жизнь, кто её снимал?"
    for style in ("typo", "translit", "chatty"):
        assert len({varied(question, style, "ru", seed) for seed in range(30)}) > 5


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), seed=seeds)
def test_at_most_three_slips(language: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(language))
    slipped = varied(question, "typo", language, seed)
    assert OSA.distance(question, slipped) <= 3
    assert len(slipped.split()) == len(question.split())
    assert [w[0] for w in slipped.split()] == [w[0] for w in question.split()]


@given(question=questions("ru"), seed=seeds)
def test_russian_in_latin_letters(question: str, seed: int) -> None:
    latin = varied(question, "translit", "ru", seed)
    assert latin.isascii()
    assert latin == latin.lower()


@given(question=questions("kk"), seed=seeds)
def test_kazakh_in_latin_letters(question: str, seed: int) -> None:
    latin = varied(question, "translit", "kk", seed)
    assert not set(latin) & set(KAZAKH)


def test_people_have_their_habits() -> None:
    written = {varied("Қыз Жібек", "translit", "kk", seed) for seed in range(200)}
    assert {"kyz zhibek", "qyz jibek", "kiz jibek", "qyz jıbek"} <= written


@pytest.mark.parametrize("language", ["kk", "ru"])
@given(data=st.data(), seed=seeds)
def test_the_right_layout_brings_it_back(language: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(language))
    mistyped = varied(question, "layout", language, seed)
    assert mistyped.isascii()
    assume(re.search("[a-z]", mistyped))  # nobody reads "б" in a lone comma
    assume(not re.search(r"(?<![^\W_])\d+(?![^\W_])", mistyped))  # nor "і" in a lone 3
    read_again = [layout.text for layout in layouts(mistyped)]
    assert varied(question, "bare", language, seed).lower() in read_again


def test_the_digit_row_types_kazakh() -> None:
    assert varied("әіңғ үұқөһ", "layout", "kk") == "2345 890-="
    assert varied("кыз жибек", "layout", "ru") == "rsp ;b,tr"
    assert varied("who directed it", "layout", "en") == "црщ вшкусеув ше"


@given(question=questions("kk"), seed=seeds)
def test_without_kazakh_letters(question: str, seed: int) -> None:
    plain = varied(question, "plain-kk", "kk", seed)
    assert len(plain) == len(question)
    assert not set(plain.lower()) & set("әғқңөұүһі")


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), seed=seeds)
def test_no_punctuation_and_no_capitals(language: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(language))
    bare = varied(question, "bare", language, seed)
    assert fold(bare) == fold(question)
    assert not set(bare) & set("«»?.,!")
    assert varied(question, "lower", language, seed) == question.lower()


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), seed=seeds)
def test_chatter_leaves_the_question_whole(language: str, data: st.DataObject, seed: int) -> None:
    question = data.draw(questions(language))
    said = varied(question, "chatty", language, seed)
    assert len(fold(said)) > len(fold(question))
    assert question.rstrip("?")[1:] in said
    assert any(filler in said for filler in fillers(language))


def test_every_letter_has_a_neighbour() -> None:
    for letters in LETTERS.values():
        assert set(letters) - set("ё") <= neighbours().keys()
    assert all(near and letter not in near for letter, near in neighbours().items())


def test_variants_keep_their_kind_and_subject(engine: Engine) -> None:
    chance = random.Random(SEED)  # noqa: S311
    clean = [
        (question, judged.answer)
        for file in files()
        for (question, *more) in read(file)
        if question.style == "clean" and not more
        for judged in put(engine, (question,))
        if judged.verdict == "right" and judged.answer.kind == "answer"
    ]
    kept: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    lost = []
    for question, answer in chance.choices(clean, k=SAMPLE):
        style = chance.choice(styles(question.language))
        text = vary(question.ask, style, question.language, chance)
        again = engine.ask(text, today=question.today)
        same = (again.asked, again.entities[:1]) == (answer.asked, answer.entities[:1])
        asked[style] += 1
        kept[style] += same and again.kind == "answer"
        if not same:
            lost.append(f"{style}: {text}: {again.kind} {again.asked}, not {answer.asked}")
    assert set(asked) == set(STYLES)
    told = {style: f"{kept[style]} of {asked[style]}" for style in asked}
    assert kept.total() >= LEAST_KEPT * SAMPLE, f"{told}\n" + "\n".join(lost)
