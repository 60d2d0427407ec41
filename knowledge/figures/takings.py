"""The ten films that earned most, of those whose takings in tenge are known."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answers.wording import Wording
from knowledge.factbase.records import Film, Takings
from knowledge.figures.captions import caption
from knowledge.figures.card import dated

ROWS = 10
CURRENCY = "KZT"


@dataclass(frozen=True, slots=True)
class Earned:
    film: str
    amount: int
    said: str
    """The sum in words."""
    note: str
    """What limits the sum: "more than", "in two weeks"."""


@dataclass(frozen=True, slots=True)
class BoxOffice:
    title: str
    subtitle: str
    earned: tuple[Earned, ...]
    """Most first."""
    notes: tuple[str, ...]
    caption: str


def box_office(word: Wording) -> BoxOffice | None:
    known = [
        (film, sum_)
        for film in word.base.films.values()
        if "box_office" not in film.unsourced and (sum_ := _most(film))
    ]
    if not known:
        return None
    known.sort(key=lambda pair: (-pair[1].amount, pair[0].year or 0, pair[0].id))
    earned = tuple(_earned(word, film, sum_) for film, sum_ in known[:ROWS])
    notes = (word.say("picture-takings-note"),)
    return BoxOffice(
        title=word.say("picture-takings-title", count=len(earned)),
        subtitle=word.say("picture-takings-subtitle", count=len(known)),
        earned=earned,
        notes=notes,
        caption=caption(
            word,
            word.say("picture-takings-lead", count=len(earned)),
            [_line(rank, each) for rank, each in enumerate(earned, 1)],
            notes,
        ),
    )


def _most(film: Film) -> Takings | None:
    """Sources count to different days: the largest sum, as in lists."""
    sums = [sum_ for sum_ in film.box_office if sum_.currency == CURRENCY]
    return max(sums, key=lambda sum_: sum_.amount, default=None)


def _earned(word: Wording, film: Film, sum_: Takings) -> Earned:
    note = sum_.note.get(word.language) if sum_.note else ""
    return Earned(dated(word, film), sum_.amount, word.money(sum_), note)


def _line(rank: int, each: Earned) -> str:
    return f"{rank}. {each.film} — {each.said}" + (f" ({each.note})" if each.note else "")
