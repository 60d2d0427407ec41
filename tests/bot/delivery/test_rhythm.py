"""When a chat may be written to, over a year of its own clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.rhythm import FREQUENCIES, Rhythm
from bot.delivery.zones import zone

ZONES = (
    "Asia/Almaty",
    "Asia/Aqtau",
    "Europe/Berlin",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
)
HOURS = st.integers(0, 23)
RHYTHMS = st.builds(
    Rhythm,
    st.sampled_from(FREQUENCIES),
    HOURS,
    st.integers(0, 6),
    HOURS,
    HOURS,
    st.sampled_from(ZONES),
)
MOMENTS = st.datetimes(datetime(2023, 1, 1), datetime(2028, 1, 1)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)


def at(key: str, *parts: int, fold: int = 0) -> datetime:
    return datetime(*parts, tzinfo=zone(key), fold=fold)  # type: ignore[misc, arg-type]


@given(RHYTHMS, MOMENTS)
def test_awake_is_the_first_moment_that_is_not_quiet(rhythm: Rhythm, now: datetime) -> None:
    awake = rhythm.awake(now)
    assert awake >= now
    assert not rhythm.is_quiet(awake)
    assert awake - now <= timedelta(hours=25)
    quarter = timedelta(minutes=15)
    between = [now + quarter * n for n in range(int((awake - now) / quarter))]
    assert all(rhythm.is_quiet(moment) for moment in between)


@given(RHYTHMS, MOMENTS)
def test_digests_come_at_their_hour_and_follow_each_other(rhythm: Rhythm, now: datetime) -> None:
    due = rhythm.next_digest(now)
    if rhythm.frequency == "at_once":
        assert due is None
        return
    assert due is not None
    assert now < due <= now + timedelta(days=8, hours=1)
    local = due.astimezone(zone(rhythm.time_zone))
    assert not rhythm.is_quiet(due)
    hours = {rhythm.hour, rhythm.quiet_until}  # the other one where that is of the night
    assert local.hour in hours | {(hour + 1) % 24 for hour in hours}
    following = rhythm.next_digest(due)
    assert following is not None
    days = (following.astimezone(zone(rhythm.time_zone)).date() - local.date()).days
    assert days == (7 if rhythm.frequency == "weekly" else 1)


def test_a_digest_at_a_quiet_hour_comes_when_the_night_is_over() -> None:
    daily, weekly = Rhythm("daily", hour=7), Rhythm("weekly", hour=23, weekday=4)
    friday = at("Asia/Almaty", 2026, 11, 27, 8)
    assert daily.next_digest(friday) == friday + timedelta(hours=1)
    saturday = friday + timedelta(days=1)
    assert weekly.next_digest(friday) == saturday + timedelta(hours=1)
    assert weekly.next_digest(saturday) == saturday + timedelta(hours=1)
    assert weekly.next_digest(saturday + timedelta(hours=1)) == saturday + timedelta(
        days=7, hours=1
    )


@pytest.mark.parametrize("key", ZONES)
@pytest.mark.parametrize("frequency", ["daily", "weekly"])
def test_a_year_of_digests(key: str, frequency: Any) -> None:
    """One on each day, or on each Friday, of a leap year, whatever the clocks do."""
    rhythm = Rhythm(frequency, hour=2, weekday=4, time_zone=key)
    now, days = at(key, 2024, 1, 1).astimezone(UTC), []
    while (due := rhythm.next_digest(now)) and due < at(key, 2025, 1, 1):
        days.append(due.astimezone(zone(key)).date())
        now = due
    assert len(days) == len(set(days)) == (366 if frequency == "daily" else 52)
    if frequency == "weekly":
        assert {day.weekday() for day in days} == {4}


def test_kazakhstan_changed_its_clocks_in_2024() -> None:
    """At midnight after the leap day it was eleven in the evening again, for good."""
    rhythm = Rhythm()
    before, after = at("Asia/Almaty", 2024, 2, 29, 12), at("Asia/Almaty", 2024, 3, 1, 12)
    assert before.utcoffset() == timedelta(hours=6)
    assert after.utcoffset() == timedelta(hours=5)
    night = datetime(2024, 2, 29, 17, 30, tzinfo=UTC)  # 23:30, for the first time
    for moment in (night, night + timedelta(hours=1)):
        assert rhythm.is_quiet(moment)
        assert rhythm.awake(moment) == datetime(2024, 3, 1, 4, tzinfo=UTC)
    daily = Rhythm("daily", hour=23, quiet_from=0, quiet_until=9)
    first = daily.next_digest(datetime(2024, 2, 29, 12, tzinfo=UTC))
    assert first == datetime(2024, 2, 29, 17, tzinfo=UTC)
    assert daily.next_digest(first) == datetime(2024, 3, 1, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "evening", "hours"),
    [
        ("Europe/Berlin", (2026, 3, 28, 22), 10),
        ("Europe/Berlin", (2026, 10, 24, 22), 12),
        ("America/Los_Angeles", (2026, 3, 7, 22), 10),
        ("America/Los_Angeles", (2026, 10, 31, 22), 12),
        ("Asia/Almaty", (2026, 3, 28, 22), 11),
    ],
)
def test_nights_are_longer_or_shorter_when_the_clocks_change(
    key: str, evening: tuple[int, ...], hours: int
) -> None:
    begins = at(key, *evening)
    rhythm = Rhythm(time_zone=key)
    assert not rhythm.is_quiet(begins - timedelta(seconds=1))
    awake = rhythm.awake(begins)
    assert awake - begins.astimezone(UTC) == timedelta(hours=hours)
    assert awake.astimezone(zone(key)).hour == 9


def test_an_hour_that_is_left_out_or_repeated() -> None:
    spring = Rhythm("daily", 2, quiet_from=0, quiet_until=0, time_zone="Europe/Berlin")
    due = spring.next_digest(at("Europe/Berlin", 2026, 3, 28, 12).astimezone(UTC))
    assert due == datetime(2026, 3, 29, 1, tzinfo=UTC)  # three in the morning
    due = spring.next_digest(at("Europe/Berlin", 2026, 10, 24, 12).astimezone(UTC))
    assert due == datetime(2026, 10, 25, 0, tzinfo=UTC)  # the first two in the morning
    assert spring.next_digest(due) == datetime(2026, 10, 26, 1, tzinfo=UTC)


def test_quiet_hours_within_a_day_and_none() -> None:
    siesta = Rhythm(quiet_from=13, quiet_until=15)
    assert siesta.awake(at("Asia/Almaty", 2026, 1, 1, 14)) == at("Asia/Almaty", 2026, 1, 1, 15)
    never = Rhythm(quiet_from=5, quiet_until=5)
    assert not any(never.is_quiet(at("Asia/Almaty", 2026, 1, 1, hour)) for hour in range(24))


@pytest.mark.parametrize(
    "wrong",
    [
        {"frequency": "hourly"},
        {"hour": 24},
        {"weekday": 7},
        {"quiet_from": -1},
        {"time_zone": "Asia/Nowhere"},
        {"time_zone": "../../etc/passwd"},
        {"time_zone": ""},
        {"time_zone": "zone.tab"},
        {"time_zone": "Asia"},
    ],
)
def test_what_is_no_rhythm(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Rhythm(**wrong)


@pytest.mark.parametrize("key", ZONES)
def test_zones_are_those_of_tzdata(key: str) -> None:
    assert zone(key).key == key
    assert zone(key) is zone(key)
    assert isinstance(zone(key), ZoneInfo)
