"""What Kazakh films won, by festival or prize and by year."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from knowledge.answers.wording import Wording
from knowledge.factbase.base import Won
from knowledge.figures.captions import caption

ROWS = 10


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    won: tuple[tuple[int, int], ...]
    """Year and number of awards, oldest first."""

    @property
    def total(self) -> int:
        return sum(count for _, count in self.won)


@dataclass(frozen=True, slots=True)
class Honours:
    title: str
    subtitle: str
    events: tuple[Event, ...]
    """Most awards first."""
    notes: tuple[str, ...]
    caption: str


def honours(word: Wording) -> Honours | None:
    """Of the ten events that gave most; awards whose year no source gives are left out."""
    won: dict[str, Counter[int]] = defaultdict(Counter)
    unsure = 0
    for each in word.base.honours:
        if each.honour.result == "won":
            if each.honour.year and _sure(each):
                won[each.honour.event][each.honour.year] += 1
            else:
                unsure += 1
    most = sorted(won, key=lambda event: (-won[event].total(), event))[:ROWS]
    if not most:
        return None
    events = tuple(Event(word.organisation(id_), tuple(sorted(won[id_].items()))) for id_ in most)
    left_out = (word.say("picture-honours-left-out", count=unsure),) if unsure else ()
    return Honours(
        title=word.say("picture-honours-title"),
        subtitle=word.say("picture-honours-subtitle", count=len(events)),
        events=events,
        notes=(word.say("picture-honours-key"), *left_out),
        caption=caption(
            word,
            word.say("picture-honours-lead", count=len(events)),
            [f"{event.name} — {event.total} ({_years(event)})" for event in events],
            left_out,
        ),
    )


def _sure(won: Won) -> bool:
    doubted = {f"honours.{field}" for field in won.honour.unsourced} | {*won.film.unsourced}
    return not doubted & {"honours.year", "honours.event", "honours.award"}


def _years(event: Event) -> str:
    first, last = event.won[0][0], event.won[-1][0]
    return str(first) if first == last else f"{first}–{last}"
