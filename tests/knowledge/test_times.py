"""Spans of time that are reckoned from today, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.factbase.dates import Range, relative_range

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("name", "first", "last", "grain"),
    [
        ("last_5", date(2022, 1, 1), date(2026, 12, 31), "years"),
        ("ago_5", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("last_year", date(2025, 1, 1), date(2025, 12, 31), "year"),
    ],
)
def test_the_last_years_end_with_this_one(name: str, first: date, last: date, grain: str) -> None:
    found = relative_range(name, TODAY)
    assert (found.first, found.last, found.grain) == (first, last, grain)
    assert isinstance(found, Range)


@pytest.mark.parametrize(
    ("question", "shows"),
    [
        ("комедии за последние 3 года", "2024–2026"),
        ("соңғы бес жылда шыққан фильмдер", "2022–2026"),
        ("films of the last five years", "2022–2026"),
        ("что сняли пять лет назад", "2021"),
        ("екі жыл бұрын шыққан фильмдер", "2024"),
        ("films from ten years ago", "2016"),
    ],
)
def test_years_back_are_asked_in_numbers_and_words(
    engine: Engine, question: str, shows: str
) -> None:
    answer = engine.ask(question, today=TODAY)
    assert answer.asked == "list.films"
    assert answer.lead.startswith(shows)
