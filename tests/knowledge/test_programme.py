"""What cinemas announce, in the answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from knowledge.answer import Answer
from knowledge.answers.programme import places
from knowledge.engine import Engine
from knowledge.factbase.showings import Showing

TODAY = date(2026, 11, 26)
SOURCE = "Chaplin MEGA (p.csv, 2026-11-25)"
AURU = Showing("auru-2025", date(2026, 11, 28), time(19), "almaty", "Chaplin MEGA", SOURCE)
SHOWINGS = (
    AURU,
    replace(AURU, at=time(21, 30)),
    replace(AURU, cinema="Kinopark 11", at=None, source="Kinopark 11 (k.csv, 2026-11-25)"),
    Showing("kyz-zhibek-1970", date(2026, 11, 29), None, "astana", "Арман", "Арман (a.csv)"),
    Showing("steppenwolf-2024", date(2026, 12, 20), None, "Көкшетау", "", "x"),
    Showing("steppenwolf-2024", date(2026, 11, 1), None, "almaty", "", "x"),
    Showing("no-such-film", date(2026, 11, 28), None, "almaty", "", "x"),
)


@pytest.fixture(scope="module")
def cinemas(engine: Engine) -> Engine:
    return engine.over(engine.base.with_showings(SHOWINGS))


def ask(engine: Engine, question: str) -> Answer:
    return engine.ask(question, today=TODAY)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "Алматыда осы аптада қандай фильмдер көрсетіледі?",
            "Кинотеатрларда (1 фильм): «Ауру» — 28 қараша: "
            "Алматы (Kinopark 11, Chaplin MEGA 19:00/21:30).",
        ),
        (
            "что идёт в кино в Алматы на этой неделе?",
            "В кинотеатрах (1 фильм): «Ауру» — 28 ноября: "
            "Алматы (Kinopark 11, Chaplin MEGA 19:00/21:30).",
        ),
        (
            "what is on in Almaty this week?",
            "In cinemas (1 film): “Auru” — 28 November: "
            "Almaty (Kinopark 11, Chaplin MEGA 19:00/21:30).",
        ),
    ],
)
def test_what_is_on_in_a_city_this_week(cinemas: Engine, question: str, lead: str) -> None:
    answer = ask(cinemas, question)
    assert (answer.kind, answer.lead) == ("answer", lead)
    assert answer.sources == ("Kinopark 11 (k.csv, 2026-11-25)", SOURCE)
    assert [e.id for e in answer.entities] == ["auru-2025"]


def test_another_city_and_another_week(cinemas: Engine) -> None:
    assert "Кыз-Жибек" in ask(cinemas, "что идёт в кино в Астане на этой неделе?").lead
    assert "В кинотеатрах" not in ask(cinemas, "что идёт в кино в Алматы в январе 2027?").lead


def test_what_comes_soon_has_the_programme_first_and_the_announced_after_it(
    cinemas: Engine, engine: Engine
) -> None:
    answer = ask(cinemas, "ближайшие премьеры")
    assert answer.lead.startswith("В кинотеатрах (3 фильма): «Ауру» — 28 ноября")
    assert "«Степной волк» — 20 декабря: Көкшетау" in answer.lead
    assert answer.lines == (ask(engine, "ближайшие премьеры").lead,)


def test_where_a_film_is_on(cinemas: Engine, engine: Engine) -> None:
    answer = ask(cinemas, "where can I watch Auru?")
    assert answer.kind == "answer"
    assert answer.lead.startswith("In cinemas: “Auru” — 28 November")
    assert ask(engine, "where can I watch Auru?").kind == "unknown"


def test_when_an_old_film_opened_is_answered_as_before(cinemas: Engine, engine: Engine) -> None:
    answer = ask(cinemas, "когда вышел «Кыз-Жибек»?")
    assert answer.lead == ask(engine, "когда вышел «Кыз-Жибек»?").lead
    assert answer.lines[0] == "В кинотеатрах: «Кыз-Жибек» — 29 ноября: Астана (Арман)."
    assert answer.sources[0] == "Арман (a.csv)"


def test_a_long_programme_is_cut(engine: Engine) -> None:
    many = [
        replace(AURU, day=date(2026, 12, day), cinema=f"Kinopark {hall}")
        for day in range(1, 20)
        for hall in range(9)
    ]
    answer = ask(engine.over(engine.base.with_showings(many)), "where can I watch Auru?")
    assert len(answer.lead) < 600
    assert "3 more cinemas" in answer.lead
    assert answer.lead.endswith("on until 19 December.")


@pytest.mark.parametrize("cinema", ["Kinopark 11 IMAX Esentai", "x" * 120])
@pytest.mark.parametrize("city", ["almaty", "y" * 110])
def test_a_busy_week_is_one_message(engine: Engine, cinema: str, city: str) -> None:
    """However much is on, and however long the names."""
    films = sorted(engine.base.films)[:12]
    many = [
        Showing(film, date(2026, 12, day), time(hour), f"{city}{hall % 3}", f"{cinema}{hall}", "x")
        for film in films
        for day in range(1, 5)
        for hour in range(10, 22)
        for hall in range(9)
    ]
    busy = engine.over(engine.base.with_showings(many))
    answer = ask(busy, "ближайшие премьеры")
    assert answer.lead.startswith("В кинотеатрах (12 фильмов): ")
    assert len(answer.lead) < 1200
    shown = answer.lead.count(" — 1 декабря: ")
    assert answer.lead.endswith(f" … и ещё {12 - shown}.")
    one = ask(busy, f"где посмотреть «{busy.base.films[films[1]].title.ru}»?")
    assert one.lead.startswith("В кинотеатрах: ")
    assert len(one.lead) < 1200
    assert "/17:00/…" in one.lead
    wording = engine.wording["ru"]
    where = places(wording, [s for s in many if s.film == films[0] and s.day.day == 1])
    assert len(wording.say("reminder-where", places=where)) < 2000


def test_of_a_kind_that_is_not_on_nothing_is_said(cinemas: Engine) -> None:
    assert "«Ауру»" in ask(cinemas, "какие драмы выходят на этой неделе?").lead
    assert "В кинотеатрах" not in ask(cinemas, "какие комедии выходят на этой неделе?").lead


def test_the_engine_itself_stays_as_it_was(cinemas: Engine, engine: Engine) -> None:
    assert cinemas.base.showings
    assert not engine.base.showings
    assert "no-such-film" not in cinemas.base.showings
