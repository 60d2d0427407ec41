"""Films called by a part of their titles: what only one film has in its titles names it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from knowledge.answer import Conversation
from knowledge.engine import Engine

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("кто снял безразличие мира", "the-gentle-indifference-of-the-world-2018"),
        ("Чума в ауле", "the-plague-at-the-karatas-village-2016"),
        ("письма ангелу кто снял", "letters-to-an-angel-2009"),
    ],
)
def test_two_words_of_a_title_name_it(engine: Engine, text: str, film: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "answer"
    assert answer.entities[0].id == film


@pytest.mark.parametrize(
    "text", ["кто снял Отрар", "who directed Indifference", "кто снял Атамана", "серая треуголка"]
)
def test_one_word_of_a_title_may_be_a_film_that_we_lack(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == "clarify"
    assert engine.open(answer.options[0].ref, today=TODAY, language=answer.language)


@pytest.mark.parametrize(
    "text",
    [
        # More is named than the word of ours: other films, of other countries or of none.
        "who directed Letters from the Swamp",
        "plot of the film Nine Brides for the Khan",
        "Алтын құмыраны кім түсірген еді",
        "кто снял «Безразличие»",
        "кто снял Чума 2",
    ],
)
def test_a_title_that_has_but_a_word_of_ours_is_none_of_ours(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind != "answer"


def test_what_was_talked_of_is_called_by_a_word(engine: Engine) -> None:
    told = engine.ask("кто снял «Гибель Отрара»", today=TODAY)
    before = engine.follow(Conversation(), told, datetime(2026, 11, 23, 9, tzinfo=UTC))
    answer = engine.ask("а музыку к Отрару кто писал", today=TODAY, conversation=before)
    assert answer.kind in ("answer", "unknown")
    assert answer.entities[0].id == "the-fall-of-otrar-1991"


@pytest.mark.parametrize(
    "text", ["в Монголе кто играет Чингисхана", "Монгол это казахский фильм?"]
)
def test_a_title_that_is_a_country_too(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).entities[0].id == "mongol-2007"


def test_films_of_a_country_are_still_listed(engine: Engine) -> None:
    assert engine.ask("монгольские фильмы", today=TODAY).asked == "list.films"
