"""What every answer is made with: the base, the wording of one language, the day, the reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.answer import PAGE, Answer, Entity, Option
from knowledge.answers.wording import Wording
from knowledge.factbase.base import CREDITS, FactBase
from knowledge.factbase.dates import Range
from knowledge.factbase.records import Conflict, Film, Organisation, Person
from knowledge.query import Filter, Query, run
from knowledge.reading.reading import Reading


@dataclass(frozen=True)
class Context:
    """A reading on a day, and the ways to answer it."""

    base: FactBase
    word: Wording
    today: date
    reading: Reading
    page: int = 1

    @property
    def query(self) -> Query:
        return self.reading.query

    def say(self, key: str, **values: Any) -> str:
        return self.word.say(key, **values)

    def subjects(self, kind: str) -> list[Entity]:
        """The subject without the question's filters: a year beside a film only told it apart."""
        query = self.query
        plain = Query(query.start, query.steps, without=query.without, order=query.order)
        found = [e for e in run(self.base, plain) if e.kind == kind] if plain.start else []
        if query.steps and query.order == "-year" and kind == "film":
            return [e for e in found if self.base.films[e.id].year][:1]  # "the new film of X"
        return found

    def films(self) -> list[Film]:
        return [self.base.films[e.id] for e in self.subjects("film")]

    def people(self) -> list[Person]:
        return [
            self.base.people[e.id] for e in self.subjects("person") if e.id in self.base.people
        ]

    def organisations(self) -> list[Organisation]:
        return [self.base.organisations[e.id] for e in self.subjects("organisation")]

    def values(self, field: str) -> list[str]:
        return [f.value for f in self.query.filters if f.field == field]

    @property
    def range(self) -> Range | None:
        return next((f.range for f in self.query.filters if f.field == "date"), None)

    def filters(self, *fields: str) -> list[Filter]:
        return [f for f in self.query.filters if f.field in fields]

    # Answers.

    def answer(
        self,
        lead: str,
        lines: Iterable[str] = (),
        *,
        entities: Iterable[Entity] = (),
        sources: Iterable[str] = (),
        options: Sequence[Option] = (),
        pages: int = 1,
    ) -> Answer:
        reached = [*self.subjects("film"), *self.subjects("person")] if self.query.steps else []
        named = [Entity("person", v) for role in ("maker", *CREDITS) for v in self.values(role)]
        named += [Entity("organisation", v) for v in self.values("event") + self.values("studio")]
        found = tuple(entities)
        # Of a list that was narrowed, what is left comes first.
        left = found if self.reading.kind == "list.films" else ()
        # The second part is talked of from now on, rather than the first.
        parts = [e for e in reached[:1] if e.kind == "film"]
        own = tuple(
            dict.fromkeys((*left, *parts, *self.query.start, *reached[:4], *found, *named))
        )
        return Answer(
            "answer",
            self.word.language,
            lead,
            tuple(line for line in lines if line),
            tuple(options),
            entities=own,
            sources=tuple(dict.fromkeys(sources))[:6],
            asked=self.reading.kind,
            page=self.page,
            pages=pages,
            confidence=self.reading.confidence,
        )

    def unknown(self, lead: str, lines: Iterable[str] = (), sources: Iterable[str] = ()) -> Answer:
        """The subject is known, the fact is not."""
        reached = self.subjects("person")[:1] if self.query.steps else []
        return Answer(
            "unknown",
            self.word.language,
            lead,
            tuple(line for line in lines if line),
            entities=(*self.query.start, *reached),
            sources=tuple(dict.fromkeys(sources))[:4],
            asked=self.reading.kind,
            confidence=self.reading.confidence,
        )

    def gap(self, name: str, fact: str, sources: Iterable[str] = ()) -> Answer:
        return self.unknown(
            self.say("gap", name=name, fact=self.say(f"fact-{fact}")), sources=sources
        )

    # Doubts that belong to a value.

    def mark(self, record: Film | Person | Organisation, *fields: str) -> str:
        """The note "(unconfirmed)" where no source supports the value."""
        loose = any(
            path == f or path.startswith(f"{f}.") for path in record.unsourced for f in fields
        )
        return f" ({self.say('unconfirmed')})" if loose else ""

    def whether(self, lead: str, holds: bool | None) -> str:
        """The lead of an answer that may say yes or no: None where neither is surely so."""
        if holds is None:
            return lead
        return self.say("said-yes" if holds else "said-no", lead=lead)

    def conflict(self, record: Film | Person, *fields: str) -> Conflict | None:
        return next((c for c in record.conflicts if c.field in fields), None)

    def disagreement(self, record: Film | Person, *fields: str) -> str:
        """A line on what sources disagree about, for these fields."""
        found = self.conflict(record, *fields)
        if found is None:
            return ""
        if found.note:
            return self.say("conflict-note", note=found.note.get(self.word.language))
        return self.say(
            "conflict-values", values=self.say("either", values=" / ".join(found.values))
        )

    def paged(self, items: Sequence[str]) -> tuple[list[str], int]:
        """The items of the current page and how many pages there are."""
        pages = max(1, -(-len(items) // PAGE))
        first = (min(self.page, pages) - 1) * PAGE
        return list(items[first : first + PAGE]), pages
