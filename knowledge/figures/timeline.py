"""A director's films in their years."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answers.wording import Wording
from knowledge.factbase.records import Film, Person
from knowledge.figures.captions import caption
from knowledge.figures.card import UNCONFIRMED

NEWEST = 30
"""No more films than that are drawn: rows must stay readable."""


@dataclass(frozen=True, slots=True)
class Moment:
    year: int
    title: str
    """Marked where its year is not confirmed."""
    type: str
    """``feature``, ``short`` …, or empty."""
    awards: int


@dataclass(frozen=True, slots=True)
class Timeline:
    title: str
    subtitle: str
    moments: tuple[Moment, ...]
    """Oldest first."""
    types: tuple[tuple[str, str], ...]
    """The types that occur, each with its name."""
    notes: tuple[str, ...]
    caption: str


def timeline(word: Wording, person: Person) -> Timeline | None:
    """None where the person directed nothing whose year is known."""
    every = [film for film in word.base.credited(person.id, "director") if film.year]
    films = [film for film in every if _directed(film)][-NEWEST:]
    if not films:
        return None
    name = person.name.get(word.language)
    first, last = films[0].year, films[-1].year
    years = str(first) if first == last else f"{first}–{last}"
    moments = tuple(_moment(word, film) for film in films)
    shown = {film.type: word.type(film) for film in films if film.type}
    awarded = any(moment.awards for moment in moments)
    unsure = any("year" in film.unsourced for film in films)
    marks = (word.say("picture-timeline-awards"),) if awarded else ()
    doubts = (f"{UNCONFIRMED} {word.say('picture-year-unconfirmed')}",) if unsure else ()
    return Timeline(
        title=name,
        subtitle=word.say("picture-timeline-subtitle", count=len(films), years=years),
        moments=moments,
        types=tuple((str(kind), said) for kind, said in shown.items()),
        notes=marks + doubts,
        caption=caption(
            word,
            word.say("picture-timeline-lead", name=name, count=len(films), years=years),
            [_line(word, moment) for moment in reversed(moments)],
            doubts,
        ),
    )


def _directed(film: Film) -> bool:
    return "directors" not in film.unsourced


def _moment(word: Wording, film: Film) -> Moment:
    title = film.title.get(word.language)
    return Moment(
        year=film.year or 0,
        title=title + UNCONFIRMED if "year" in film.unsourced else title,
        type=film.type or "",
        awards=sum(honour.result == "won" for honour in film.honours),
    )


def _line(word: Wording, moment: Moment) -> str:
    awards = word.say("awards-count", count=moment.awards) if moment.awards else ""
    return f"{moment.year} — {moment.title}" + (f" ({awards})" if awards else "")
