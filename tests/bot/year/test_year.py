"""A year of deliveries: each thing once, at its hour, never at night, never after its end."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from datetime import datetime, timedelta
from typing import TypeAlias

import pytest

from knowledge.engine import Engine
from tests.bot.year.almanac import DAY, DOWN, OPENINGS, SWITCHES, Almanac, almanac
from tests.bot.year.clocks import ALMATY, BERLIN, NEW_YORK, utc
from tests.bot.year.expecting import Person, Story, arrival
from tests.bot.year.living import SOON, Arrived, live
from tests.virtual_time import VirtualLoop

EVERYTHING = ("news", "premieres", "on-this-day")
PEOPLE = {
    "at once": Person(1, ALMATY, topics=EVERYTHING),
    "daily": Person(2, ALMATY, digest=(10,)),
    "weekly": Person(3, ALMATY, digest=(4, 18)),
    "at an hour that comes twice": Person(4, ALMATY, (23,), quiet=(2, 6), topics=EVERYTHING),
    "at an hour of the night": Person(5, ALMATY, digest=(7,), topics=EVERYTHING),
    "Berlin": Person(6, BERLIN, quiet=(23, 8), topics=EVERYTHING),
    "at an hour that is left out": Person(7, BERLIN, digest=(2,), quiet=(0, 0)),
    "on the day of the change": Person(8, NEW_YORK, digest=(6, 2), quiet=(0, 0)),
    "New York": Person(9, NEW_YORK, topics=EVERYTHING),
}
Told: TypeAlias = dict[tuple[Person, str], list[datetime]]


@pytest.fixture(scope="module")
def year() -> Almanac:
    return almanac()


@pytest.fixture(scope="module")
def arrived(
    year: Almanac, engine: Engine, tmp_path_factory: pytest.TempPathFactory
) -> list[Arrived]:
    """All messages of the year, in their order."""
    small = Engine(year.base, engine.asking, engine.reader, engine.topics, engine.texts)
    folder = tmp_path_factory.mktemp("year")
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(live(folder, small, year, list(PEOPLE.values())))


@pytest.fixture(scope="module")
def told(year: Almanac, arrived: list[Arrived]) -> Told:
    """When each sign came to each person."""
    people = {person.chat: person for person in PEOPLE.values()}
    signs = {story.sign for story in year.stories}
    found: Told = defaultdict(list)
    for message in arrived:
        for sign in signs:
            if sign in message.text:
                found[people[message.chat], sign].append(message.at)
    return found


@pytest.mark.parametrize("who", PEOPLE)
def test_each_thing_once_and_at_its_hour(year: Almanac, told: Told, who: str) -> None:
    person = PEOPLE[who]
    expected: dict[str, list[datetime]] = defaultdict(list)
    for story in year.stories:
        if at := arrival(person, story, DOWN):
            expected[story.sign].append(at)
    assert len(expected) > 60
    wrong = []
    for sign in sorted({story.sign for story in year.stories}):
        due, came = sorted(expected[sign]), told[person, sign]
        if len(due) != len(came) or any(
            not at <= real < at + SOON for at, real in zip(due, came, strict=True)
        ):
            wrong.append(f"{sign}: due {_said(due, person)}, came {_said(came, person)}")
    assert wrong == []


def test_never_at_night(arrived: list[Arrived]) -> None:
    people = {person.chat: person for person in PEOPLE.values()}
    assert [message for message in arrived if people[message.chat].sleeps(message.at)] == []
    hours = Counter((m.chat, people[m.chat].clock.local(m.at).hour) for m in arrived)
    # As soon as the night is over, there is what came in it.
    assert min(hours[1, 9], hours[6, 8], hours[9, 9]) > 10


def test_nothing_after_its_end(year: Almanac, told: Told) -> None:
    ends: dict[str, list[Story]] = defaultdict(list)
    for story in year.stories:
        ends[story.sign].append(story)
    late = [
        (sign, at)
        for (_, sign), came in told.items()
        for at in came
        if not any(story.at <= at < story.ends for story in ends[sign])
    ]
    assert late == []


@pytest.mark.parametrize(
    ("who", "hour", "exceptions"),
    [
        ("daily", 10, {}),
        ("at an hour that comes twice", 23, {}),
        ("at an hour of the night", 9, {}),
        ("at an hour that is left out", 2, {utc(2024, 3, 31, 1): 3}),
        ("on the day of the change", 2, {utc(2024, 3, 10, 7): 3}),
    ],
)
def test_digests_keep_their_hour_whatever_the_clocks_do(
    told: Told, who: str, hour: int, exceptions: dict[datetime, int]
) -> None:
    person = PEOPLE[who]
    at = {
        moment.replace(second=0, microsecond=0)
        for (one, sign), came in told.items()
        if one == person and sign.startswith("Draft")  # the rest may be over by the next digest
        for moment in came
    }
    overdue = DOWN.ends + DAY / 2  # what could not be told in time waits for no digest
    late = {moment for moment in at if DOWN.ends <= moment < overdue}
    hours = {moment: person.clock.local(moment).hour for moment in at - late}
    assert {moment: h for moment, h in hours.items() if h != hour} == exceptions
    for change, _ in person.clock.changes:
        near = [moment for moment in hours if abs(moment - change) < 8 * DAY]
        assert min(near) < change <= max(near)


def test_three_days_of_silence_are_no_flood(year: Almanac, told: Told) -> None:
    """What waited is one message, by day and at night, and not one for each thing."""
    waited = [story for story in year.stories if DOWN.begins - DAY / 4 < story.at < DOWN.begins]
    assert len(waited) > 5
    for who in ("at once", "daily", "at an hour of the night", "at an hour that is left out"):
        person = PEOPLE[who]
        after = [at for story in waited for at in told[person, story.sign] if at > DOWN.ends]
        assert len(after) > 4
        assert len(set(after)) == 1, who


def test_the_almanac_has_its_hard_days(year: Almanac, told: Told) -> None:
    def came(sign: str) -> list[datetime]:
        return told[PEOPLE["at once"], sign]

    assert [f"{at:%m-%d}" for at in came("29 February in Kazakh cinema")] == ["02-29"]
    assert [f"{at:%Y}" for at in came("28 February in Kazakh cinema")] == ["2025"]
    opened = OPENINGS.index(DOWN.ends.date().replace(day=12))
    assert [bool(came(f"“Film {opened}” opens {when}")) for when in ("soon", "today")] == [
        True,
        False,
    ]
    assert came("12 June in Kazakh cinema") == []
    assert all(
        any(abs(story.at - change) < timedelta(hours=3) for story in year.stories)
        for change in SWITCHES
    )


def _said(moments: list[datetime], person: Person) -> str:
    return ", ".join(f"{person.clock.local(at):%d %b %H:%M:%S}" for at in moments) or "never"
