from __future__ import annotations

from datetime import date, timedelta

import pytest

from knowledge.bulletins.onthisday import on_this_day
from knowledge.engine import Engine
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import (
    LANGUAGES,
    Facts,
    News,
    Organisation,
    Person,
    Premiere,
    Term,
    Text,
)
from tests.knowledge.bulletins.conftest import ZONE, film, words

SOURCE = ("https://example.org/x",)


def base_of(day: str) -> FactBase:
    return FactBase(
        Facts(
            films=(film(Premiere(day, "theatrical", country="KZ"), year=1970),),
            people=(Person(id="p", name=Text("П", "П", "P"), sources=SOURCE, born=day),),
            organisations=(
                Organisation(id="o", name=Text("О", "О", "O"), kind="prize", sources=SOURCE),
            ),
            news=(
                News(
                    "n",
                    day,
                    Text("Ж", "Н", "N"),
                    Text("ж", "н", "n"),
                    SOURCE,
                    organisations=("o",),
                ),
                News("m", day, Text("Ж", "Н", "no prize"), Text("ж", "н", "n"), SOURCE),
            ),
            vocabulary={"premieres": (Term("прокат", "прокат", "release", id="theatrical"),)},
        )
    )


def lines(base: FactBase, day: date, language: str = "en") -> tuple[str, ...]:
    found = on_this_day(base, words(base), day, ZONE)
    return found.texts[language].lines if found else ()


def test_premieres_births_and_awards() -> None:
    base = base_of("1970-11-26")
    assert set(lines(base, date(2026, 11, 26))) == {
        "1970: “E” – release",
        "1970: P was born",
        "1970: N",
    }
    found = on_this_day(base, words(base), date(2026, 11, 26), ZONE)
    assert found
    assert found.key == "onthisday:2026-11-26"
    assert found.topics == ("on-this-day",)
    assert found.texts["kk"].lead == "26 қараша – қазақ киносының тарихында"
    assert not found.may_repeat


@pytest.mark.parametrize("day", ["1970-11", "1970", "2026-11-26", "2027-11-26", "1970-11-25"])
def test_nothing_is_none(day: str) -> None:
    """Not known to the day, of this very day, of another day."""
    assert lines(base_of(day), date(2026, 11, 26)) == ()


def test_a_premiere_that_was_put_off_is_no_event() -> None:
    planned = film(Premiere("1970-11-26", "planned", country="KZ"), year=1971)
    assert lines(FactBase(Facts(films=(planned,))), date(2026, 11, 26)) == ()


def test_leap_days() -> None:
    base = base_of("1972-02-29")
    assert "1972: P was born" in lines(base, date(2028, 2, 29))
    assert "29 February 1972: P was born" in lines(base, date(2027, 2, 28))
    assert lines(base, date(2028, 2, 28)) == ()
    assert lines(base, date(2027, 3, 1)) == ()


def test_every_day_of_a_year_is_one_short_message(engine: Engine) -> None:
    told = 0
    for number in range(0, 366, 6):
        found = on_this_day(
            engine.base, engine.wording, date(2028, 1, 1) + timedelta(number), ZONE
        )
        if found:
            told += 1
            for language in LANGUAGES:
                message = found.texts[language]
                assert 1 <= len(message.lines) <= 4
                assert len("\n".join(message.lines)) < 900
                assert message.sources
    assert told > 25
