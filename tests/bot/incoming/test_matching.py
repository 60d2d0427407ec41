from __future__ import annotations

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.incoming.matching import Matched, match, summary
from bot.incoming.programme import Programme, Row, read_programme
from knowledge.engine import Engine

FILES = Path(__file__).parent / "files"
ZONE = ZoneInfo("Asia/Almaty")
DAY = date(2026, 11, 28)


def matched(engine: Engine, name: str) -> Matched:
    programme = read_programme((FILES / name).read_bytes(), ZONE)
    return match(programme, engine.reader, f"{name}, 2026-11-26")


def test_what_a_chain_sends(engine: Engine) -> None:
    found = matched(engine, "kinopark.csv")
    assert {s.film for s in found.showings} == {"auru-2025", "kenzhem-kaida-2026"}
    first = found.showings[0]
    assert (first.city, first.cinema) == ("almaty", "Kinopark 11 IMAX Esentai")
    assert first.source == "Kinopark 11 IMAX Esentai (kinopark.csv, 2026-11-26)"
    assert found.strangers == ("Зверополис 2 (6+)", "Аватар: Пламя и пепел")
    doubts = {d.title: d for d in found.doubts}
    assert doubts["Рэкетир"].candidates[0] == "racketeer-2007"
    assert doubts["Тамирис"].candidates == ("tomiris-2019",)
    assert doubts["Тамирис"].lines == (13,)
    assert not found.clean


def test_what_a_kazakh_cinema_sends(engine: Engine) -> None:
    found = matched(engine, "chaplin.tsv")
    assert [(s.film, s.day.day, s.city) for s in found.showings] == [
        ("kenzhem-kaida-2026", 4, "almaty"),
        ("kenzhem-kaida-2026", 4, "almaty"),
        ("kyz-zhibek-1970", 5, "almaty"),
        ("steppenwolf-2024", 6, "astana"),
        ("steppenwolf-2024", 6, "astana"),
    ]
    assert [d.title for d in found.doubts] == ["Жол"]


def test_what_a_festival_sends(engine: Engine) -> None:
    found = matched(engine, "festival.ics")
    assert [(s.film, s.at) for s in found.showings] == [
        ("steppenwolf-2024", time(19)),
        ("the-gentle-indifference-of-the-world-2018", None),
    ]
    (doubt,) = found.doubts
    assert doubt.candidates == ("tulpan-2008",)


@pytest.mark.parametrize(
    ("title", "film"),
    [
        ("ДОРОГА К МАТЕРИ", "road-to-mother-2016"),
        ("Stepnoi volk 18+ 2D", "steppenwolf-2024"),
        ("Tomiris [2019]", "tomiris-2019"),
        ("Дорога 2001", "the-road-2001"),
        ("Cadet (18+) (рус. суб.)", "cadet-2024"),
    ],
)
def test_sure_in_whatever_spelling(engine: Engine, title: str, film: str) -> None:
    found = match(Programme((Row(2, title, DAY),)), engine.reader, "f")
    assert [s.film for s in found.showings] == [film]


@pytest.mark.parametrize(
    "title",
    [
        "Дорога",
        "Огонь",
        "Шолпан",
        "Томирис",
        "Рэкетир",
        "Дорога к маме",
        "Дорога 1954",  # of another year
        "Последние известия",  # two words, but of everybody's
        "Малика",  # new, but there is a foreign one, too
    ],
)
def test_an_old_film_of_a_common_name_is_for_the_editor(engine: Engine, title: str) -> None:
    """A foreign film may be called the same: only the year tells."""
    found = match(Programme((Row(2, title, DAY),)), engine.reader, "f")
    assert found.showings == ()
    assert found.doubts[0].candidates


@pytest.mark.parametrize(
    "title",
    ["", "!!!", "(2026)", "1917", "Зверополис 2", "Avatar 3 IMAX", "Аватар: Огонь и пепел"],
)
def test_none_of_ours(engine: Engine, title: str) -> None:
    found = match(Programme((Row(2, title, DAY),)), engine.reader, "f")
    assert (found.showings, found.doubts) == ((), ())


@pytest.mark.parametrize(
    ("written", "city"),
    [("г. Алматы", "almaty"), ("Нур-Султан", "astana"), ("ASTANA", "astana"), (" Уш ", "Уш")],
)
def test_a_city_by_whatever_name(engine: Engine, written: str, city: str) -> None:
    row = Row(2, "Tomiris [2019]", DAY, city=written)
    (showing,) = match(Programme((row,)), engine.reader, "f").showings
    assert showing.city == city


def test_the_editor_decides_with_an_id(engine: Engine) -> None:
    rows = (Row(2, "Рэкетир", DAY, film="racketeer-2007"), Row(3, "Рэкетир", DAY, film="nothing"))
    found = match(Programme(rows), engine.reader, "f", city="Астана", cinema="Арман")
    assert [(s.film, s.city, s.cinema) for s in found.showings] == [
        ("racketeer-2007", "astana", "Арман")
    ]
    assert found.faults == ((3, "no film has the id nothing"),)


def test_the_summary_names_everything(engine: Engine) -> None:
    programme = read_programme((FILES / "kinopark.csv").read_bytes(), ZONE)
    shown = "\n".join(summary(match(programme, engine.reader, "f"), engine.reader, programme.rows))
    assert shown.startswith("11 showings read: 5 of films of ours, 2 doubtful titles, 2 titles of")
    for said in ("line 13: Тамирис", "tomiris-2019", "Зверополис 2", "line 10: no date with"):
        assert said in shown
