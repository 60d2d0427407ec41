"""What happens in the year: news, drafts of editors, premieres, and this day in history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from knowledge.bulletins.drafts import Draft, moved, written
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Facts, Film, News, Premiere, Term, Text
from knowledge.factbase.showings import Showing
from tests.bot.year.clocks import ALMATY, utc
from tests.bot.year.expecting import Downtime, Story

BEGIN, END = utc(2024, 2, 12), utc(2025, 3, 5)
DOWN = Downtime(utc(2024, 6, 10, 20, 30), utc(2024, 6, 13, 20, 30))
"""It ends at night in Almaty and by day in New York."""
SWITCHES = (utc(2024, 2, 29, 18), utc(2024, 3, 10, 7), utc(2024, 3, 31, 1), utc(2024, 10, 27, 1),
            utc(2024, 11, 3, 6))  # fmt: skip
OPENINGS = [
    date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 10), date(2024, 4, 1), date(2024, 6, 12),
    date(2024, 6, 14), date(2024, 6, 19), date(2024, 10, 27), date(2025, 1, 1),
]  # fmt: skip
MOVED = date(2024, 8, 15), date(2024, 9, 5)
MOVED_AT = utc(2024, 8, 10, 6, 20)
HISTORY = [
    date(1996, 2, 29), date(1999, 3, 1), date(1977, 6, 12), date(1977, 6, 14), date(2001, 10, 27),
    date(1988, 12, 31),
]  # fmt: skip
NEWS = [
    date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 31), date(2024, 5, 9),
    date(2024, 6, 11), date(2024, 6, 12), date(2024, 8, 30), date(2024, 11, 4), date(2024, 12, 31),
]  # fmt: skip
SOURCE = ("https://example.org/x",)
DAY = timedelta(days=1)


def said(text: str) -> Text:
    return Text(f"kk {text}", f"ru {text}", text)


@dataclass
class Almanac:
    """``stories`` are to be told; ``drafts`` are approved at their time."""

    base: FactBase
    showings: list[Showing]
    drafts: list[Draft]
    stories: list[Story] = field(default_factory=list)


def almanac() -> Almanac:
    films = [
        Film(f"film-{number}", said(f"Film {number}"), SOURCE, year=day.year)
        for number, day in enumerate([*OPENINGS, MOVED[0]])
    ]
    old = [
        Film(f"old-{day.year}-{day.month}", said(f"Old {day}"), SOURCE, year=day.year,
             premieres=(Premiere(str(day), "theatrical", country="KZ"),))
        for day in HISTORY
    ]  # fmt: skip
    news = [News(f"n-{day}", str(day), said(f"News of {day}."), said("x"), SOURCE) for day in NEWS]
    release = Term("прокат", "прокат", "release", id="theatrical")
    facts = Facts((*films, *old), news=tuple(news), vocabulary={"premieres": (release,)})
    base = FactBase(facts)
    showings = [showing(number, day) for number, day in enumerate([*OPENINGS, MOVED[0]])]
    drafts = approved(draft_times())
    return Almanac(base, showings, drafts, [*_of_drafts(drafts), *_of_facts(), *_of_premieres()])


def showing(number: int, day: date) -> Showing:
    return Showing(f"film-{number}", day, None, "almaty", "Arman", "Arman (f)")


def draft_times() -> list[datetime]:
    """At any hour: one a week, many around each change of clocks and the downtime."""
    dice = Random(2024)  # noqa: S311 - the same year each time
    starts = [BEGIN + 7 * number * DAY for number in range(1, 54)]
    starts += [at + hours * timedelta(hours=1) for at in SWITCHES for hours in (-30, -9, -2, 2, 9)]
    starts += [DOWN.begins - timedelta(hours=hours) for hours in (1, 1, 1, 2, 2, 3)]
    return sorted(start + timedelta(minutes=dice.randrange(5, 25)) for start in starts)


def approved(times: list[datetime]) -> list[Draft]:
    found = []
    for number, at in enumerate(times):
        texts = {code: f"{code} Draft {number}." for code in ("kk", "ru", "en")}
        found.append(moved(written(texts, ("news",), at), "approved"))
    return found


def _of_drafts(drafts: list[Draft]) -> list[Story]:
    return [
        Story(f"Draft {number}.", "news", at, ends=at + 7 * DAY, fresh=at + 7 * DAY)
        for number, draft in enumerate(drafts)
        for at in [draft.created_at]
    ]


def _of_facts() -> list[Story]:
    midnight = ALMATY.midnight
    news = [
        Story(f"News of {day}.", "news", midnight(day),
              ends=midnight(day + 7 * DAY), fresh=midnight(day + 4 * DAY))
        for day in NEWS
    ]  # fmt: skip
    told = {(day.month, day.day) for day in HISTORY}
    whole = [BEGIN.date() + ahead * DAY for ahead in range((END - BEGIN).days)]
    history = [
        Story(f"{day.day} {day:%B} in Kazakh cinema", "on-this-day", midnight(day),
              ends=midnight(day + DAY), fresh=midnight(day + DAY))
        for day in whole
        if (day.month, day.day) in told or day == date(2025, 2, 28)
    ]  # fmt: skip
    return news + history


def _of_premieres() -> list[Story]:
    found = [story for number, day in enumerate(OPENINGS) for story in _of_premiere(number, day)]
    number, (before, after) = len(OPENINGS), MOVED
    week = _of_premiere(number, before)[0]
    found.append(Story(week.sign, week.topic, week.at, week.ends, week.fresh, MOVED_AT))
    moved = f"“Film {number}” has moved"
    end = ALMATY.midnight(after + DAY)
    return [*found, Story(moved, "premieres", MOVED_AT, end, end), *_of_premiere(number, after)]


def _of_premiere(number: int, day: date) -> list[Story]:
    midnight = ALMATY.midnight
    stages = [
        ("soon", midnight(day - 7 * DAY), midnight(day - DAY)),
        ("tomorrow", midnight(day - DAY), midnight(day)),
        ("today", midnight(day), midnight(day + DAY)),
    ]
    return [
        Story(f"“Film {number}” opens {when}", "premieres", at, ends=end, fresh=end)
        for when, at, end in stages
    ]
