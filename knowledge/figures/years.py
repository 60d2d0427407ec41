"""How many films of the base are from each year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from knowledge.answers.wording import Wording
from knowledge.figures.captions import caption


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    sure: int
    unsure: int
    """Films whose year no source confirms."""

    @property
    def films(self) -> int:
        return self.sure + self.unsure


@dataclass(frozen=True, slots=True)
class Years:
    title: str
    subtitle: str
    years: tuple[Year, ...]
    """Every year from the first to the last, also the empty ones."""
    sure: str
    unsure: str
    caption: str


def years(word: Wording) -> Years | None:
    dated = [film for film in word.base.films.values() if film.year]
    if not dated:
        return None
    unsure = Counter(film.year for film in dated if "year" in film.unsourced)
    sure = Counter(film.year for film in dated)
    sure.subtract(unsure)
    first, last = min(sure, key=lambda y: y or 0) or 0, max(sure, key=lambda y: y or 0) or 0
    counted = tuple(Year(y, sure[y], unsure[y]) for y in range(first, last + 1))
    most = max(counted, key=lambda year: year.films)
    decades = Counter(year.year // 10 * 10 for year in counted for _ in range(year.films))
    values = {"count": len(dated), "first": str(first), "last": str(last)}
    lines = [
        word.say("picture-decade", decade=str(decade), count=count)
        for decade, count in sorted(decades.items())
    ]
    if total := unsure.total():
        lines.append(word.say("picture-years-unsure-count", count=total))
    return Years(
        title=word.say("picture-years-title"),
        subtitle=word.say("picture-years-subtitle", **values),
        years=counted,
        sure=word.say("picture-years-sure"),
        unsure=word.say("picture-years-unsure") if total else "",
        caption=caption(
            word,
            word.say("picture-years-lead", most=str(most.year), films=most.films, **values),
            lines,
        ),
    )
