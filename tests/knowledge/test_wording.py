"""Dates as each language writes them: the Kazakh ones have the year first."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.answers.wording import Wording
from knowledge.engine import Engine
from knowledge.factbase.dates import Range


@pytest.mark.parametrize(
    ("language", "partial", "said"),
    [
        ("kk", "1971-12-23", "1971 жылғы 23 желтоқсан"),
        ("kk", "2020-08", "2020 жылғы тамыз"),
        ("kk", "1938", "1938 жыл"),
        ("ru", "1971-12-23", "23 декабря 1971 г."),
        ("en", "1971-12-23", "23 December 1971"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(
    engine: Engine, language: str, partial: str, said: str
) -> None:
    assert Wording(engine.base, engine.texts, language).date(partial) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("kk", "2026 жылғы 23–29 қараша"),
        ("ru", "23–29 ноября 2026 г."),
        ("en", "23–29 November 2026"),
    ],
)
def test_a_week_within_a_month_names_it_once(engine: Engine, language: str, said: str) -> None:
    week = Range(date(2026, 11, 23), date(2026, 11, 29), "week")
    assert Wording(engine.base, engine.texts, language).range(week) == said


@pytest.mark.parametrize(
    ("language", "said"), [("kk", "(3 сағат)"), ("ru", "(3 ч)"), ("en", "(3 h)")]
)
def test_no_minutes_are_counted_in_full_hours(engine: Engine, language: str, said: str) -> None:
    assert Wording(engine.base, engine.texts, language).minutes(180).endswith(said)


def test_an_abbreviation_at_the_end_takes_no_second_full_stop(engine: Engine) -> None:
    said = Wording(engine.base, engine.texts, "ru").say("card-died", when="1970 г.")
    assert said == "Дата смерти: 1970 г."
    assert Wording(engine.base, engine.texts, "ru").say("and-more", count=2) == "… и ещё 2."
