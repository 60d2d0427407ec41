"""What is offered to somebody who is still typing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer import Entity
from knowledge.engine import Engine


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("дорога к матери", Entity("film", "road-to-mother-2016")),
        ("дорога к ма", Entity("film", "road-to-mother-2016")),
        ("к матери", Entity("film", "road-to-mother-2016")),
        ("Дарога к матере", Entity("film", "road-to-mother-2016")),
        ("anaga apa", Entity("film", "road-to-mother-2016")),
        ("ljhjuf r vfnthb", Entity("film", "road-to-mother-2016")),
        ("Томи", Entity("film", "tomiris-2019")),
        ("akan sat", Entity("person", "akan-satayev")),
        ("Cannes", Entity("organisation", "cannes-film-festival")),
    ],
)
def test_a_name_begun_misspelt_or_on_another_keyboard(
    engine: Engine, typed: str, first: Entity
) -> None:
    assert engine.suggesting.suggest(typed, 50)[0] == first


def test_the_films_of_somebody_named_follow(engine: Engine) -> None:
    found = engine.suggesting.suggest("Сатаев", 50)
    assert found[0] == Entity("person", "akan-satayev")
    made = {Entity("film", film.id) for film in engine.base.credited("akan-satayev")}
    assert made <= set(found)


def test_no_more_than_was_asked_for_and_each_once(engine: Engine) -> None:
    found = engine.suggesting.suggest("а", 50)
    assert len(found) == len(set(found)) == 50


@pytest.mark.parametrize("typed", ["", "   ", "?!", "zzyzx qwrt", "🎬"])
def test_nothing_for_nothing(engine: Engine, typed: str) -> None:
    assert engine.suggesting.suggest(typed, 50) == []


@given(st.text(max_size=300))
def test_whatever_is_typed(engine: Engine, typed: str) -> None:
    assert len(engine.suggesting.suggest(typed, 5)) <= 5
    assert engine.tongue(typed) in ("", "kk", "ru", "en")
