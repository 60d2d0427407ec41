"""Values put into words: titles, names, dates, numbers and lists as each language writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from knowledge.answer import Entity
from knowledge.answers.texts import Texts
from knowledge.factbase.base import FactBase, is_woman
from knowledge.factbase.dates import Range, precision
from knowledge.factbase.records import Admissions, Film, Honour, Organisation, Person, Takings

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


class Wording:
    """One language's way to write what the base holds."""

    def __init__(self, base: FactBase, texts: Texts, language: str) -> None:
        self.base = base
        self.language = language
        self._texts = texts

    # How days, months and years are written, as Babel's patterns: read once, used often.

    @cached_property
    def _day(self) -> str:
        return self.say("date-day")

    @cached_property
    def _month(self) -> str:
        return self.say("date-month")

    @cached_property
    def _day_of_year(self) -> str:
        return self.say("date-day-of-year")

    @cached_property
    def _year(self) -> str:
        return self.say("date-year", year="{}")

    @cached_property
    def _quotes(self) -> str:
        return self.say("quoted", text="{}")

    @cached_property
    def _option(self) -> str:
        return self.say("option", name="{name}", question="{question}")

    def say(self, key: str, **values: Any) -> str:
        said = self._texts.say(self.language, key, **values)
        # A sentence that ends in an abbreviation has one full stop: "2018 г."
        return _TWO_STOPS.sub(".", said) if ".." in said else said

    def quoted(self, text: str) -> str:
        return self._quotes.format(text.strip('«»“”"'))

    def option(self, name: str, question: str) -> str:
        """The words on a button that asks this of somebody or something."""
        return self._option.format(name=name, question=question)

    def title(self, film: Film) -> str:
        """The title in quotes: «Томирис»."""
        return self.quoted(film.title.get(self.language))

    def film(self, film: Film) -> str:
        """Title and year: «Томирис» (2019)."""
        return f"{self.title(film)} ({film.year})" if film.year else self.title(film)

    def films(self, found: Iterable[Film]) -> str:
        return ", ".join(map(self.film, found))

    def person(self, id_: str) -> str:
        person = self.base.people.get(id_)
        return person.name.get(self.language) if person else id_

    def people(self, ids: Iterable[str]) -> str:
        return self.list([self.person(id_) for id_ in ids])

    def organisation(self, id_: str) -> str:
        found = self.base.organisations.get(id_)
        return found.name.get(self.language) if found else id_

    def name(self, entity: Entity) -> str:
        """How anything of the base is called; a film with its year."""
        match entity.kind:
            case "film":
                return self.film(self.base.films[entity.id])
            case "person":
                return self.person(entity.id)
            case "organisation":
                return self.organisation(entity.id)
            case "topic":
                return self.base.topics[entity.id].question.get(self.language)
            case "news":
                return self.base.news[entity.id].headline.get(self.language)

    def country(self, code: str) -> str:
        term = self.base.vocabulary["countries"].get(code) or self.base.vocabulary[
            "countries"
        ].get(code.lower())
        return term.get(self.language) if term else code

    def tongue(self, code: str) -> str:
        term = self.base.vocabulary["languages"].get(code)
        return term.get(self.language) if term else code

    def type(self, film: Film) -> str:
        term = self.base.vocabulary["types"].get(film.type or "")
        return term.get(self.language) if term else ""

    def list(self, items: Sequence[str]) -> str:
        return str(format_list(list(items), locale=self.language)) if items else ""

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self.language)).replace("\u202f", "\u00a0")

    def date(self, partial: str) -> str:
        """A date to the precision it is known to."""
        grain = precision(partial)
        if grain == "year":
            return self._year.format(partial)
        day = datetime.date.fromisoformat(partial if grain == "day" else f"{partial}-01")
        pattern = self._day if grain == "day" else self._month
        return str(format_date(day, pattern, locale=self.language))

    def day_of_year(self, day: datetime.date) -> str:
        return str(format_date(day, self._day_of_year, locale=self.language))

    def range(self, span: Range) -> str:
        """The span that was asked for: a year, a month, one day, or from – to."""
        if span.grain == "year":
            return self.date(str(span.first.year))
        if span.grain == "month":
            return self.date(span.first.isoformat()[:7])
        if span.grain == "day":
            return self.date(span.first.isoformat())
        if span.grain in ("until", "since"):
            year = span.last.year + 1 if span.grain == "until" else span.first.year
            return self.say(f"range-{span.grain}", year=str(year))
        if span.grain in ("decade", "years"):
            return f"{span.first.year}–{span.last.year}"
        if (span.first.year, span.first.month) == (span.last.year, span.last.month):
            days = self._day.replace("d", f"'{span.first.day}–'d", 1)
            return str(format_date(span.last, days, locale=self.language))
        return f"{self.date(span.first.isoformat())} – {self.date(span.last.isoformat())}"

    def money(self, sum_: Takings) -> str:
        """1.1 billion tenge; the exact sum below a million."""
        currency = (
            self.say(f"currency-{sum_.currency}")
            if sum_.currency in _CURRENCIES
            else sum_.currency
        )
        return f"{self.large(sum_.amount)} {currency}"

    def large(self, value: int) -> str:
        for size, key in ((10**9, "billion"), (10**6, "million")):
            if value >= size:
                return self.say(key, number=self.number(round(value / size, 3)))
        return self.number(value)

    def admissions(self, seen: Admissions) -> str:
        return self.say("viewers", number=self.large(seen.number))

    def minutes(self, value: int) -> str:
        if value < 60:
            return self.say("minutes", minutes=value)
        return self.say("hours-minutes", minutes=value, hours=value // 60, rest=value % 60)

    def occupation(self, person: Person) -> str:
        names = []
        for term in person.occupations[:4]:
            female = term.id == "actor" and is_woman(person)
            names.append(self.say("actress") if female else term.get(self.language))
        return ", ".join(names)

    def award(self, honour: Honour) -> str:
        """What was won, with its section where that tells more."""
        award = honour.award.get(self.language) if honour.award else ""
        section = honour.section.get(self.language) if honour.section else ""
        if award and section and section.casefold() not in award.casefold():
            return f"{award} ({section})"
        return award or section or self.say(f"result-{honour.result}")

    def honour(
        self, honour: Honour, *, event: bool = True, year: bool = True, place: bool = False
    ) -> str:
        """«Cannes Film Festival, 2018: Best Actress — Samal Yeslyamova»."""
        head = self.organisation(honour.event) if event else ""
        own = self.base.organisations.get(honour.event)
        if place and own and own.country:
            head += f" ({self.country(own.country)})"
        if year and honour.year:
            head = f"{head}, {honour.year}" if head else str(honour.year)
        said = self.award(honour)
        people = [p for p in honour.recipients if p in self.base.people]
        text = f"{head}: {said}" if head else said
        if people and len(people) <= 4:
            text += f" — {self.people(people)}"
        if honour.result != "won":
            text += f" ({self.say('result-' + honour.result)})"
        return text

    def place(self, organisation: Organisation) -> str:
        return organisation.place.get(self.language) if organisation.place else ""


_CURRENCIES = frozenset({"KZT", "USD", "EUR", "RUB", "SUR"})
