from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.days import LONGEST_RUN, read_days, read_times

DAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-28", "28.11.2026", "28/11/2026", "28.11.26", "сб, 28.11.2026", "2026-11-28 19:00",
        "28 ноября 2026", "28 ноября 2026 г.", "28 нояб. 2026", "28 қараша 2026",
        "2026 жылғы 28 қараша", "28 November 2026", "November 28, 2026", "28 Nov 2026",
    ],
)  # fmt: skip
def test_a_day_in_every_usual_form(text: str) -> None:
    assert read_days(text) == (DAY,)


@pytest.mark.parametrize("text", ["26.11.2026 – 28.11.2026", "с 26.11.2026 по 28.11.2026"])
def test_a_run_of_days(text: str) -> None:
    assert read_days(text) == (date(2026, 11, 26), date(2026, 11, 27), DAY)


@pytest.mark.parametrize(
    "text",
    [
        "", "28.11", "28 ноября", "скоро", "2026", "31.02.2026", "28 мартобря 2026", "00.00.2026",
        "28.11.2026 – 26.11.2026", "01.01.2026 – 31.12.2026", "1.1.2026 2.1.2026 3.1.2026",
        "28.11.0026",
    ],
)  # fmt: skip
def test_no_day_is_guessed(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_days(text)


def test_times() -> None:
    assert read_times("10:20, 14.45; 19-30") == (time(10, 20), time(14, 45), time(19, 30))
    assert read_times("19:00:00 19:00") == (time(19),)
    assert read_times("  ") == ()
    with pytest.raises(ValueError, match="no time"):
        read_times("вечером")


@pytest.mark.fuzz
@given(st.text(max_size=60) | st.from_regex(r"\d{1,4}[./ -]\d{1,4}[./ -]\d{1,4}"))
def test_whatever_stands_in_a_cell(text: str) -> None:
    try:
        days = read_days(text)
    except ValueError:
        return
    assert 1 <= len(days) <= LONGEST_RUN + 1
    assert list(days) == sorted(set(days))


@pytest.mark.fuzz
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_was_written(day: date) -> None:
    assert read_days(f"{day:%d.%m.%Y}") == read_days(day.isoformat()) == (day,)
