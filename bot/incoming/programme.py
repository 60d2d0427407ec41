"""A programme as a cinema, distributor or festival sends it: CSV of any kind, or a calendar."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import islice, product
from zoneinfo import ZoneInfo

from bot.incoming.days import YEARS, read_days, read_times
from knowledge.bulletins.words import column_of

LARGEST = 5_000_000
"""Bytes of a file; a programme of a year is smaller."""
_MOST = 20_000
_HEAD = 15
"""The heading is sought in so many first lines: cinemas write their name above it."""
_LONGEST_HEAD = 10_000
"""Letters of a heading; a longer cell than csv reads is none."""


class UnreadableError(ValueError):
    """Nothing can be read from the file; the message is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Row:
    """One showing as it was sent."""

    line: int
    title: str
    day: date
    at: time | None = None
    city: str = ""
    cinema: str = ""
    year: int | None = None
    film: str = ""
    """The id of the film, where an editor has written it into the file."""


@dataclass(frozen=True, slots=True)
class Programme:
    rows: tuple[Row, ...] = ()
    faults: tuple[tuple[int, str], ...] = ()
    """Lines that cannot be read, each with the reason."""


@dataclass(slots=True)
class _Found:
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)

    @property
    def programme(self) -> Programme:
        return Programme(tuple(dict.fromkeys(self.rows)), tuple(self.faults))


def read_programme(data: bytes, zone: ZoneInfo) -> Programme:
    """Read a file's bytes; its name and what the sender calls its type are of no importance."""
    if len(data) > LARGEST:
        raise UnreadableError(f"larger than {LARGEST // 1_000_000} MB")
    text = _decoded(data)
    if "BEGIN:VCALENDAR" in text[:2000].upper():
        return _calendar(text, zone)
    return _table(text)


def _decoded(data: bytes) -> str:
    """Windows programmes write UTF-16 or cp1251 where others write UTF-8."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def _table(text: str) -> Programme:
    lines = text.replace("\0", "").splitlines()
    for delimiter in sorted(";,\t|", key=lambda d: -sum(line.count(d) for line in lines[:_HEAD])):
        for at, line in enumerate(lines[:_HEAD]):
            cells = next(csv.reader([line[:_LONGEST_HEAD]], delimiter=delimiter))
            columns = [column_of(cell) for cell in cells]
            if "date" in columns and ("title" in columns or "id" in columns):
                return _cells("\n".join(lines[at + 1 :]), columns, delimiter, at + 1)
    raise UnreadableError(
        "no heading with a title and a date, such as: title;date;time;city;cinema"
    )


def _cells(body: str, columns: list[str], delimiter: str, before: int) -> Programme:
    found = _Found()
    reader = csv.reader(io.StringIO(body), delimiter=delimiter)
    number = before
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            found.faults.append((before + reader.line_num, str(error)))
            continue
        if cells is None:
            return found.programme
        number = before + reader.line_num
        values: dict[str, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column and cell.strip():
                values.setdefault(column, " ".join(cell.split()))
        if not values:
            continue
        try:
            # A run of days, each at many times: one line may be more than all are allowed.
            found.rows += islice(_showings(number, values), _MOST + 1)
        except ValueError as error:
            found.faults.append((number, str(error)))
        if len(found.rows) > _MOST:
            raise UnreadableError(f"more than {_MOST} showings")


def _showings(line: int, values: dict[str, str]) -> Iterator[Row]:
    if "title" not in values and "id" not in values:
        raise ValueError("no title")
    if "date" not in values:
        raise ValueError("no date")
    days = read_days(values["date"])
    times = read_times(values.get("time", "")) or _time_beside(values["date"])
    year = re.search(r"\b(?:18|19|20)\d\d\b", values.get("year", ""))
    for day, at in product(days, times or (None,)):
        yield Row(
            line, values.get("title", ""), day, at, values.get("city", ""),
            values.get("cinema", ""), int(year[0]) if year else None, values.get("id", ""),
        )  # fmt: skip


def _time_beside(text: str) -> tuple[time, ...]:
    """A time that stands in the same cell as the date: "2026-11-28 19:00"."""
    found = re.search(r"[\sT](\d{1,2}:\d\d)", text)
    return read_times(found[1]) if found else ()


def _calendar(text: str, zone: ZoneInfo) -> Programme:
    from icalendar import Calendar

    found = _Found()
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise UnreadableError(f"no calendar: {' '.join(str(error).split())[:120]}") from None
    if not calendars:
        raise UnreadableError("no calendar: it ends too early")
    events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(events) > _MOST:
        raise UnreadableError(f"more than {_MOST} showings")
    for number, event in enumerate(events, 1):
        try:
            found.rows.append(_event(number, event, zone))
        except (ValueError, AttributeError, TypeError) as error:
            found.faults.append((number, str(error)))
    return found.programme


def _event(number: int, event: object, zone: ZoneInfo) -> Row:
    get = event.get  # type: ignore[attr-defined]
    if twice := [n for n in ("SUMMARY", "DTSTART", "LOCATION") if isinstance(get(n), list)]:
        raise ValueError(f"more than one {twice[0]}")
    title, start = " ".join(str(get("SUMMARY", "")).split()), get("DTSTART")
    if not title or start is None:
        raise ValueError("an event without a title or a day")
    if str(get("STATUS", "")).upper() == "CANCELLED":
        raise ValueError(f"cancelled: {title}")
    if get("RRULE") is not None:
        raise ValueError(f"repeats by a rule, write each day: {title}")
    when = start.dt
    if not isinstance(when, date) or when.year not in YEARS:
        raise ValueError(f"no day that can be: {title}")
    if isinstance(when, datetime):
        local = when.astimezone(zone) if when.tzinfo else when
        day, at = local.date(), local.time().replace(second=0, microsecond=0)
    else:
        day, at = when, None
    cinema, _, city = " ".join(str(get("LOCATION", "")).split()).rpartition(",")
    if not cinema:
        cinema, city = city, ""
    return Row(number, title, day, at, city.strip(), cinema.strip())
