from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.programme import LARGEST, Row, UnreadableError, read_programme

FILES = Path(__file__).parent / "files"
ZONE = ZoneInfo("Asia/Almaty")
ROW = Row(2, "Томирис", date(2026, 11, 28), time(19), "Алматы", "Арман")
TABLE = "Название;Дата;Время;Город;Кинотеатр\nТомирис;28.11.2026;19:00;Алматы;Арман\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_every_encoding(encoding: str) -> None:
    assert read_programme(TABLE.encode(encoding), ZONE).rows == (ROW,)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_end_of_line(delimiter: str, end: str) -> None:
    table = TABLE.replace(";", delimiter).replace("\n", end)
    assert read_programme(table.encode(), ZONE).rows == (ROW,)


@pytest.mark.parametrize(
    "heading",
    [
        "Атауы;Күні;Уақыты;Қала;Кинотеатр", "TITLE;Date;Time;City;Venue",
        "Наименование фильма;Дата показа;Начало сеанса;Населённый пункт;Площадка",
        " film_title ;Release-Date;showtimes;Town;Theatre",
    ],
)  # fmt: skip
def test_every_heading(heading: str) -> None:
    table = heading + "\n" + TABLE.splitlines()[1]
    assert read_programme(table.encode(), ZONE).rows == (ROW,)


def test_quoted_cells_may_hold_the_delimiter_and_new_lines() -> None:
    table = 'title,date,cinema\n"Мы, здесь",2026-11-28,"Арман\nзал 1"\nB,2026-11-29,C\n'
    first, second = read_programme(table.encode(), ZONE).rows
    assert (first.title, first.cinema) == ("Мы, здесь", "Арман зал 1")
    assert second.line == 4


def test_several_times_and_days_are_several_showings() -> None:
    table = "title;date;time\nA;01.12.2026 - 02.12.2026;10:00, 12:00\n"
    found = [(r.day.day, r.at) for r in read_programme(table.encode(), ZONE).rows]
    assert found == [(1, time(10)), (1, time(12)), (2, time(10)), (2, time(12))]


def test_a_cell_that_is_too_long_to_read_costs_its_line_alone() -> None:
    table = TABLE + "x" * 200_000 + "\n" + TABLE.splitlines()[1]
    programme = read_programme(table.encode(), ZONE)
    assert [row.line for row in programme.rows] == [2, 4]
    assert [line for line, _ in programme.faults] == [3]


def many(count: int) -> bytes:
    head, row = TABLE.splitlines()
    return "\n".join([head, *(f"{n} {row}" for n in range(count))]).encode()


def test_as_many_showings_as_a_year_may_have_and_no_more() -> None:
    assert len(read_programme(many(20_000), ZONE).rows) == 20_000
    with pytest.raises(UnreadableError, match="more than 20000 showings"):
        read_programme(many(20_001), ZONE)


def test_one_line_that_is_tens_of_thousands_of_showings() -> None:
    times = ", ".join(f"{minute // 60}:{minute % 60:02}" for minute in range(24 * 60))
    table = f'title;date;time\nA;01.12.2026 - 30.12.2026;"{times}"\n'
    with pytest.raises(UnreadableError, match="more than 20000 showings"):
        read_programme(table.encode(), ZONE)


def test_a_calendar_of_too_many_events() -> None:
    event = "BEGIN:VEVENT\nEND:VEVENT\n" * 20_001
    with pytest.raises(UnreadableError, match="more than 20000 showings"):
        read_programme(f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n".encode(), ZONE)


def test_bytes_of_nothing_between_the_letters_are_left_out() -> None:
    table = "\0".join(TABLE.replace("\n", "\0\n"))
    assert read_programme(table.encode(), ZONE).rows == (ROW,)


def test_a_row_that_comes_twice_is_one_showing_a_line() -> None:
    head, row = TABLE.splitlines()
    rows = read_programme("\n".join([head, row, row]).encode(), ZONE).rows
    assert [found.line for found in rows] == [2, 3]
    several = "title;date;time\nA;01.12.2026;10:00, 10:00\n"
    assert len(read_programme(several.encode(), ZONE).rows) == 1


def test_a_time_beside_the_date() -> None:
    table = "title;date\nA;2026-12-01 19:30\nB;01.12.2026\n"
    assert [r.at for r in read_programme(table.encode(), ZONE).rows] == [time(19, 30), None]


def test_what_a_chain_sends() -> None:
    programme = read_programme((FILES / "kinopark.csv").read_bytes(), ZONE)
    assert len(programme.rows) == 11
    assert programme.rows[0].cinema == "Kinopark 11 IMAX Esentai"
    assert programme.faults == (
        (10, "no date with day, month and year"),
        (12, "no time such as 19:30"),
    )


def test_a_calendar() -> None:
    programme = read_programme((FILES / "festival.ics").read_bytes(), ZONE)
    assert [(r.day.day, r.at, r.city, r.cinema) for r in programme.rows] == [
        (10, time(19), "Almaty", "Arman"),  # 14:00 UTC
        (11, time(19), "Almaty", "Arman"),
        (12, None, "Almaty", "Arman"),
    ]
    assert programme.faults == ((4, "cancelled: Yellow Cat"),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no heading"),
        (b"\xff\xfe\x00", "no heading"),
        (b"PK\x03\x04 an Excel file", "no heading"),
        ("Томирис;28.11.2026".encode(), "no heading"),
        (b"a" * (LARGEST + 1), "larger than 5 MB"),
        (b"a" * 200_000, "no heading"),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "no calendar"),
    ],
)
def test_what_is_no_programme_is_one_clear_line(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as raised:
        read_programme(data, ZONE)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("property_", "reason"),
    [
        ("DTSTART:PT1H", "no day that can be: Tomiris"),
        ("DTSTART:120000", "no day that can be: Tomiris"),
        ("DTSTART;VALUE=PERIOD:20261201T100000Z/PT1H", "no day that can be: Tomiris"),
        ("DTSTART:99991231T235900Z", "no day that can be: Tomiris"),
        ("DTSTART:00010101", "no day that can be: Tomiris"),
        ("DTSTART:20261201\nDTSTART:20261202", "more than one DTSTART"),
        ("DTSTART:20261201\nSUMMARY:Tulpan", "more than one SUMMARY"),
        ("DTSTART:20261201\nLOCATION:Arman\nLOCATION:Chaplin", "more than one LOCATION"),
    ],
)
def test_an_event_of_no_day_or_of_two_costs_itself_alone(property_: str, reason: str) -> None:
    text = (FILES / "festival.ics").read_text("utf-8")
    event = f"BEGIN:VEVENT\nUID:odd\nSUMMARY:Tomiris\n{property_}\nEND:VEVENT\n"
    text = text.replace("END:VCALENDAR", f"{event}END:VCALENDAR")
    programme = read_programme(text.encode(), ZONE)
    assert len(programme.rows) == 3
    assert programme.faults[-1] == (5, reason)


def test_an_event_that_repeats_by_a_rule_is_not_guessed() -> None:
    text = (FILES / "festival.ics").read_text("utf-8")
    text = text.replace("SUMMARY:Steppenwolf", "RRULE:FREQ=DAILY\nSUMMARY:Steppenwolf")
    programme = read_programme(text.encode(), ZONE)
    assert len(programme.rows) == 2
    assert (2, "repeats by a rule, write each day: Steppenwolf") in programme.faults


CELLS = st.text(max_size=30) | st.sampled_from(
    ["28.11.2026", "19:00", '"', "«", "\0", "2026-02-30"]
)


@pytest.mark.fuzz
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8), st.sampled_from(";,\t|"))
def test_whatever_stands_in_a_table(rows: list[list[str]], delimiter: str) -> None:
    lines = ["title;date;time;city;cinema;year".replace(";", delimiter)]
    lines += [delimiter.join(cells) for cells in rows]
    programme = read_programme("\n".join(lines).encode("utf-8", "surrogatepass"), ZONE)
    assert all(row.title and row.line > 1 for row in programme.rows)
    assert all(reason for _, reason in programme.faults)


@pytest.mark.fuzz
@given(st.binary(max_size=300) | st.binary(max_size=200).map(lambda b: b"BEGIN:VCALENDAR\n" + b))
def test_whatever_bytes_a_file_has(data: bytes) -> None:
    with suppress(UnreadableError):
        programme = read_programme(data, ZONE)
        assert all(row.title for row in programme.rows)
