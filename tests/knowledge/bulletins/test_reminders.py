from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.bulletins.bulletin import Bulletin
from knowledge.bulletins.reminders import Announced, reminders
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, Film, Premiere
from knowledge.factbase.showings import Showing
from tests.knowledge.bulletins.conftest import ZONE, MakeBase, film, words

DAY = date(2026, 12, 4)


class Told:
    """Asks day by day, and remembers what was announced as the bot does."""

    def __init__(self) -> None:
        self.announced: dict[str, Announced] = {}
        self.bulletins: list[tuple[date, Bulletin]] = []

    def ask(self, base: FactBase, today: date) -> list[str]:
        found = reminders(base, words(base), self.announced, today, ZONE)
        for reminder in found:
            self.bulletins.append((today, reminder.bulletin))
            self.announced[reminder.film] = reminder.announced
        return [r.bulletin.key.rpartition(":")[2] for r in found]

    def days(self, base: FactBase, first: date, last: date) -> dict[str, list[str]]:
        span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        return {f"{d:%m-%d}": said for d in span if (said := self.ask(base, d))}


def test_a_week_before_the_day_before_and_on_the_day(make_base: MakeBase) -> None:
    told = Told()
    assert told.days(make_base(film("2026-12-04")), date(2026, 11, 1), date(2026, 12, 31)) == {
        "11-27": ["week"], "12-03": ["eve"], "12-04": ["day"],
    }  # fmt: skip


def test_what_was_told_is_not_told_again_on_the_same_day(make_base: MakeBase) -> None:
    told, base = Told(), make_base(film("2026-12-04"))
    assert told.ask(base, DAY) == ["day"]
    assert told.ask(base, DAY) == []


@pytest.mark.parametrize(
    ("today", "said"),
    [("11-30", ["week"]), ("12-02", ["week"]), ("12-03", ["eve"]), ("12-05", [])],
)
def test_what_was_missed_while_the_bot_was_down(
    make_base: MakeBase, today: str, said: list[str]
) -> None:
    assert Told().ask(make_base(film("2026-12-04")), date.fromisoformat(f"2026-{today}")) == said


@pytest.mark.parametrize(
    "premiere",
    [
        Premiere("2026-12", "theatrical", country="KZ"),
        Premiere("2026", "planned"),
        Premiere("2026-12-04", "festival", country="KZ"),
        Premiere("2026-12-04", "international", country="FR"),
        Premiere("2026-12-04", "theatrical", country="RU"),
    ],
)
def test_only_openings_at_home_known_to_the_day(make_base: MakeBase, premiere: Premiere) -> None:
    base = make_base(film(premiere))
    assert Told().days(base, date(2026, 11, 20), date(2027, 1, 1)) == {}


def test_a_film_that_is_out_opens_no_more(make_base: MakeBase) -> None:
    base = make_base(
        film("2026-10-01", "2026-12-04"),
        film("2026-03", Premiere("2026-12-04", "streaming", country="KZ"), id="g"),
    )
    assert Told().days(base, date(2026, 11, 20), DAY) == {}


def test_what_a_cinema_announces_is_an_opening(make_base: MakeBase) -> None:
    showings = [
        Showing("f", DAY + timedelta(days=n), time(19), "almaty", "Arman", "Arman (x)")
        for n in range(9)
    ]
    told = Told()
    base = make_base(film(), showings=showings)
    assert list(told.days(base, date(2026, 11, 20), date(2026, 12, 31))) == [
        "11-27",
        "12-03",
        "12-04",
    ]
    message = told.bulletins[0][1].texts["en"]
    assert message.sources == ("Arman (x)",)
    assert "almaty (Arman 19:00)" in message.lines[0]


PLANNED = Premiere("2026-12", "planned", country="KZ")
PUT_OFF = Premiere("2025-05", "planned", country="KZ")


@pytest.mark.parametrize("new", [film(), film(year=None), film(PLANNED, year=2025), film(PUT_OFF)])
def test_a_film_of_which_nothing_is_out_opens(make_base: MakeBase, new: Film) -> None:
    base = make_base(new, showings=[Showing("f", DAY)])
    assert list(Told().days(base, date(2026, 11, 20), DAY)) == ["11-27", "12-03", "12-04"]


def test_a_festival_at_home_is_no_opening(make_base: MakeBase) -> None:
    before = Premiere("2026-10-01", "world", country="KZ")
    base = make_base(film(before, "2026-12-04"))
    assert list(Told().days(base, date(2026, 9, 1), DAY)) == ["11-27", "12-03", "12-04"]


@pytest.mark.parametrize(
    "old",
    [
        film(year=1970),
        film(year=2025),
        film("2025-01-01", year=2025),
        film("2026-11"),
        film(Premiere("2026-11", "planned", country="KZ")),
    ],
)
def test_an_old_film_shown_again_opens_not(make_base: MakeBase, old: Film) -> None:
    base = make_base(old, showings=[Showing("f", DAY)])
    assert Told().days(base, date(2026, 11, 20), DAY) == {}


def test_a_festival_is_no_opening_either(make_base: MakeBase) -> None:
    festival = Showing("f", DAY, festival=True)
    assert Told().days(make_base(film(), showings=[festival]), date(2026, 11, 20), DAY) == {}
    both = [festival, Showing("f", date(2026, 12, 10))]
    told = Told().days(make_base(film(), showings=both), date(2026, 11, 20), date(2026, 12, 10))
    assert list(told) == ["12-03", "12-09", "12-10"]


def test_editors_go_before_cinemas(make_base: MakeBase) -> None:
    base = make_base(film("2026-12-04"), showings=[Showing("f", date(2026, 12, 10))])
    assert list(Told().days(base, date(2026, 11, 20), date(2026, 12, 31))) == [
        "11-27",
        "12-03",
        "12-04",
    ]


def test_a_day_that_moves_is_announced_as_moved(make_base: MakeBase) -> None:
    told = Told()
    assert told.ask(make_base(film("2026-12-04")), date(2026, 11, 27)) == ["week"]
    later = make_base(film("2026-12-18"))
    assert told.days(later, date(2026, 11, 28), date(2026, 12, 31)) == {
        "11-28": ["moved"], "12-11": ["week"], "12-17": ["eve"], "12-18": ["day"],
    }  # fmt: skip
    moved = told.bulletins[1][1]
    assert moved.kind == "change"
    assert "18 December" in moved.texts["en"].lead
    assert "4 December" in moved.texts["en"].lead
    assert {b.kind for _, b in told.bulletins[2:]} == {"reminder"}


def test_there_and_back_again_are_two_changes(make_base: MakeBase) -> None:
    told = Told()
    first, second = make_base(film("2026-12-04")), make_base(film("2026-12-05"))
    said = [told.ask(b, date(2026, 11, 28 + n)) for n, b in enumerate((first, second))]
    said.append(told.ask(first, date(2026, 11, 30)))
    assert said == [["week"], ["moved"], ["moved"]]
    assert len({b.key for _, b in told.bulletins}) == 3


def test_a_day_that_is_taken_back(make_base: MakeBase) -> None:
    told = Told()
    told.ask(make_base(film("2026-12-04")), date(2026, 11, 27))
    open_ = make_base(film("2026"))
    assert told.ask(open_, date(2026, 11, 28)) == ["withdrawn"]
    assert told.ask(open_, date(2026, 11, 29)) == []
    assert told.ask(make_base(film("2026-12-04")), date(2026, 11, 30)) == ["week"], "it is back"
    assert len({b.key for _, b in told.bulletins}) == 3


def test_nothing_is_said_of_a_change_once_the_day_is_past(make_base: MakeBase) -> None:
    told = Told()
    told.ask(make_base(film("2026-12-04")), DAY)
    assert told.ask(make_base(film("2026-12-03")), date(2026, 12, 5)) == []
    assert told.ask(make_base(film("2026")), date(2026, 12, 6)) == []


def test_who_hears_of_it(make_base: MakeBase) -> None:
    base = make_base(film("2026-12-04", directors=("d",), studios=("s", "No Record Ltd")))
    (reminder,) = reminders(base, words(base), {}, DAY, ZONE)
    assert reminder.bulletin.topics == ("premieres", "film:f", "person:d", "organisation:s")
    assert reminder.bulletin.expires_at == datetime(2026, 12, 5, tzinfo=ZONE)
    assert reminder.bulletin.may_repeat


def test_the_words(make_base: MakeBase) -> None:
    told = Told()
    told.days(make_base(film("2026-12-04", directors=("A", "B"))), date(2026, 11, 27), DAY)
    leads = {code: [b.texts[code].lead for _, b in told.bulletins] for code in LANGUAGES}
    assert leads["kk"] == [
        "Жақында «Қ» премьерасы: 4 желтоқсан.",
        "Ертең, 4 желтоқсан күні, «Қ» шығады.",
        "Бүгін, 4 желтоқсан күні, премьера: «Қ»!",
    ]
    assert leads["ru"][1] == "Завтра, 4 декабря, выходит «Р»."
    assert leads["en"][2] == "“E” opens today, 4 December!"
    assert told.bulletins[0][1].texts["ru"].lines == ("Режиссёры: A и B.",)


OPENING = st.dates(date(2026, 11, 1), date(2026, 12, 31)).map(date.isoformat) | st.sampled_from(
    ["2026", "2026-12"]
)


@pytest.mark.fuzz
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(OPENING, min_size=1, max_size=70))
def test_whatever_happens_to_the_day(make_base: MakeBase, plans: Iterable[str]) -> None:
    """Each day another plan: nothing is told of the past, and nothing twice."""
    told = Told()
    for number, plan in enumerate(plans):
        today = date(2026, 11, 1) + timedelta(days=number)
        told.ask(make_base(film(plan)), today)
        for day, bulletin in told.bulletins[-1:]:
            if day == today:
                assert bulletin.key.split(":")[2] >= today.isoformat()
                assert bulletin.expires_at > datetime.combine(today, time.min, ZONE)
    keys = [b.key for _, b in told.bulletins]
    assert len(keys) == len(set(keys))
