from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.announcing import read_announcement

DAY = date(2026, 12, 4)


@pytest.mark.parametrize(
    ("typed", "title", "city", "cinema"),
    [
        ("Томирис 04.12.2026", "Томирис", "", ""),
        ("Кенжем, қайда? 2026-12-04 Алматы", "Кенжем, қайда?", "Алматы", ""),
        ("1286 2026-12-04 Almaty Arman 3D", "1286", "Almaty", "Arman 3D"),
        ("Путь 4 декабря 2026 Усть-Каменогорск, Kino 8", "Путь", "Усть-Каменогорск", "Kino 8"),
        ("Road to Mother 4 December 2026 Nur Sultan, A", "Road to Mother", "Nur Sultan", "A"),
        ("Томирис 2026 жылғы 4 желтоқсан", "Томирис", "", ""),
    ],
)
def test_title_day_and_place(typed: str, title: str, city: str, cinema: str) -> None:
    row = read_announcement(typed)
    assert (row.title, row.day, row.city, row.cinema) == (title, DAY, city, cinema)


@given(st.text(max_size=200))
def test_whatever_is_typed(typed: str) -> None:
    """It is read, or refused with a ValueError."""
    with suppress(ValueError):
        assert read_announcement(typed).title
