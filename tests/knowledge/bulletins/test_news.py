from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from knowledge.bulletins.news import news
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Facts, News, Organisation, Text
from tests.knowledge.bulletins.conftest import ZONE, words

DAY = date(2026, 11, 26)


def base_of(day: str) -> FactBase:
    item = News(
        id="n", date=day, headline=Text("Қ", "Р", "E"), text=Text("қ", "р", "e"),
        sources=("https://example.org/n",), films=("f",), people=("p",), organisations=("o",),
    )  # fmt: skip
    festival = Organisation(
        id="o", name=Text("О", "О", "O"), kind="festival", sources=("https://example.org/o",)
    )
    return FactBase(Facts(news=(item,), organisations=(festival,)))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-26", True), ("2026-11-23", True), ("2026-11-22", False), ("2026-11-27", False),
        ("2026-11", False), ("2026", False),
    ],
)  # fmt: skip
def test_only_what_is_of_these_days(day: str, told: bool) -> None:
    base = base_of(day)
    assert bool(news(base, words(base), DAY, ZONE)) == told


def test_what_is_told_and_to_whom() -> None:
    base = base_of("2026-11-26")
    (item,) = news(base, words(base), DAY, ZONE)
    assert item.key == "news:n"
    assert item.topics == ("news", "awards", "film:f", "person:p", "organisation:o")
    assert (item.texts["kk"].lead, item.texts["kk"].lines) == ("Қ", ("қ",))
    assert item.texts["ru"].sources == ("https://example.org/n",)
    assert item.expires_at == datetime(2026, 12, 3, tzinfo=ZONE)
    later = news(base, words(base), DAY + timedelta(days=2), ZONE)
    assert later == [item], "the same, so that it is told once"
