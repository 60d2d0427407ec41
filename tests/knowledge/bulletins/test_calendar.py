from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from knowledge.bulletins.calendar import calendar_of
from knowledge.bulletins.openings import openings
from knowledge.engine import Engine
from knowledge.factbase.records import Term
from knowledge.factbase.showings import Showing
from tests.knowledge.bulletins.conftest import ZONE, MakeBase, film, words

TODAY = date(2026, 11, 26)
DAY = date(2026, 12, 4)


def test_a_day_without_a_time_is_a_whole_day(make_base: MakeBase) -> None:
    base = make_base(film("2026-12-04"))
    content = calendar_of(openings(base, TODAY), words(base)["kk"], ZONE, TODAY)
    calendar = Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("DTSTART") == DAY
    assert event.decoded("DTEND") == DAY + timedelta(days=1)
    assert str(event["SUMMARY"]) == "Премьера: «Қ»"
    assert str(event["UID"]) == "premiere-f@qazaq-kino"
    assert event.errors == []
    assert str(calendar["X-WR-CALNAME"]) == "Қазақ киносының премьералары"
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_one_time_is_that_time_in_almaty(make_base: MakeBase) -> None:
    showing = Showing("f", DAY, time(19, 30), "Алматы", "Арман, 1-зал; «үлкен»", "x")
    base = make_base(film(runtime_min=100), showings=[showing])
    content = calendar_of(openings(base, TODAY), words(base)["ru"], ZONE, TODAY)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("DTSTART") == datetime(2026, 12, 4, 14, 30, tzinfo=UTC)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=100)
    assert str(event["LOCATION"]) == "Арман, 1-зал; «үлкен», Алматы"


@pytest.mark.parametrize(
    ("city", "cinema", "where"),
    [
        ("almaty", "", "Алма-Ата"),
        ("almaty", "Арман", "Арман, Алма-Ата"),
        ("Узынагаш", "", "Узынагаш"),
        ("", "Арман", "Арман"),
    ],
)
def test_a_place_is_called_as_in_the_language(
    make_base: MakeBase, city: str, cinema: str, where: str
) -> None:
    base = make_base(film(), showings=[Showing("f", DAY, None, city, cinema)])
    almaty = Term("Алматы", "Алма-Ата", "Almaty", id="almaty")
    base.vocabulary["places"] = {"almaty": almaty}
    content = calendar_of(openings(base, TODAY), words(base)["ru"], ZONE, TODAY)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["LOCATION"]) == where


def test_several_times_are_a_whole_day(make_base: MakeBase) -> None:
    showings = [Showing("f", DAY, time(hour), "almaty", "Arman") for hour in (12, 19)]
    base = make_base(film(), showings=showings)
    content = calendar_of(openings(base, TODAY), words(base)["en"], ZONE, TODAY)
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert event.decoded("DTSTART") == DAY
    assert "Arman 12:00/19:00" in str(event["DESCRIPTION"])


def test_a_changed_day_keeps_its_event(make_base: MakeBase) -> None:
    events = []
    for sequence, day in enumerate(("2026-12-04", "2026-12-18")):
        base = make_base(film(day))
        found = openings(base, TODAY)
        content = calendar_of(found, words(base)["kk"], ZONE, TODAY, {"f": sequence})
        events += Calendar.from_ical(content).walk("VEVENT")
    before, after = events
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.decoded("LAST-MODIFIED") == datetime(2026, 11, 26, tzinfo=UTC)


def test_the_list_of_all_that_open(make_base: MakeBase) -> None:
    base = make_base(
        film("2026-12-18", id="b"), film("2026-12-04", id="a"), film("2026-01-01", id="c")
    )
    content = calendar_of(openings(base, TODAY), words(base)["kk"], ZONE, TODAY)
    uids = [str(event["UID"]) for event in Calendar.from_ical(content).walk("VEVENT")]
    assert uids == ["premiere-a@qazaq-kino", "premiere-b@qazaq-kino"]


def test_every_premiere_there_ever_was_makes_a_sound_event(engine: Engine) -> None:
    found = openings(engine.base, date(1900, 1, 1))
    assert len(found) > 50
    for word in engine.wording.values():
        calendar = Calendar.from_ical(calendar_of(found, word, ZONE, TODAY))
        assert len(calendar.walk("VEVENT")) == len(found)
