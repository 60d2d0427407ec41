"""Lists of people hold everything that was asked: trade, birthplace, birth, school, sex."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.factbase.base import is_woman
from knowledge.factbase.dates import Range
from knowledge.query import Filter, Query
from knowledge.reading.reading import Reading

TODAY = date(2026, 11, 23)
DIRECTORS = Filter("occupation", "director")
KARAGANDA = Filter("place", "karaganda")
SEVENTIES = Filter("date", "", Range(date(1970, 1, 1), date(1979, 12, 31), "decade"))
BORN, WOMEN = Filter("born", "born"), Filter("gender", "female")


def listed(engine: Engine, *filters: Filter) -> list[str]:
    span = next((test.range for test in filters if test.range), None)
    reading = Reading("list.people", Query(filters=filters), "en", 1.0, range=span)
    return [entity.id for entity in engine.answer(reading, TODAY).entities]


def test_of_a_birthplace_only_who_was_born_there(engine: Engine) -> None:
    found = [engine.base.people[id_] for id_ in listed(engine, DIRECTORS, KARAGANDA)]
    assert {p.birthplace.id for p in found if p.birthplace} == {"karaganda"}
    assert all(any(term.id == "director" for term in p.occupations[:2]) for p in found)


def test_a_time_of_birth_is_not_that_of_films(engine: Engine) -> None:
    born = listed(engine, DIRECTORS, SEVENTIES, BORN)
    assert born
    assert all(engine.base.people[id_].born.startswith("197") for id_ in born)
    assert "shaken-aimanov" not in listed(engine, DIRECTORS, SEVENTIES, BORN)
    assert set(listed(engine, DIRECTORS, SEVENTIES)) != set(born)


def test_women_are_told_by_a_source_or_a_surname(engine: Engine) -> None:
    found = listed(engine, DIRECTORS, WOMEN)
    assert "zhanna-issabayeva" in found
    assert "akan-satayev" not in found
    assert all(is_woman(engine.base.people[id_]) for id_ in found)


def test_nobody_is_nobody_and_not_everybody(engine: Engine) -> None:
    reading = Reading("list.people", Query(filters=(Filter("place", "text:Lagos"),)), "ru", 1.0)
    answer = engine.answer(reading, TODAY)
    assert answer.kind == "unknown"


def test_a_town_is_no_verb_that_sounds_alike(engine: Engine) -> None:
    """«Караганде» is not «қарағанда»."""
    answer = engine.ask("режиссёры, родившиеся в караганде", today=TODAY)
    assert "akan-satayev" in {entity.id for entity in answer.entities}


@pytest.mark.parametrize(
    "text",
    [
        "Шымкентте туған актерлер",
        "актёры, родившиеся в Шымкенте",
        "actors born in Shymkent",
    ],
)
def test_what_was_asked_is_not_dropped_for_an_answer(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert "sergei-dvortsevoy" not in {entity.id for entity in answer.entities}


def test_a_town_that_names_a_festival_too_crowds_no_trade_out(engine: Engine) -> None:
    answer = engine.ask("актёры из Алматы", today=TODAY)
    trades = [engine.base.people[entity.id].occupations[:2] for entity in answer.entities]
    assert trades
    assert all(any(term.id == "actor" for term in own) for own in trades)


@pytest.mark.parametrize(
    "text",
    ["directors from Pavlodar", "режиссёры родом из Семея", "Павлодардан шыққан режиссерлер"],
)
def test_a_town_that_is_not_understood_leads_to_no_list_of_all(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind in ("clarify", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        "by which book is the film Abai made",
        "фильм Абай по чьей книге",
        "Абай фильмі қай кітап бойынша",
    ],
)
def test_of_whom_wrote_no_book_none_is_asked_for(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "film.based_on"
    assert "abai-2020" in {entity.id for entity in answer.entities}


@pytest.mark.parametrize(
    "text",
    [
        "who embodied Mustafa Shokay on screen",
        "кто воплотил на экране Мустафу Шокая",
        "Мұстафа Шоқайды кинода кім кескіндеген",
    ],
)
def test_whoever_is_embodied_is_a_part_and_not_told_about(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "film.role"
    assert "aziz-beishenaliev" in {entity.id for entity in answer.entities}
