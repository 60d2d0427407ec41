"""A card: what one picture says about a film, a person or an event, and the same in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.answers.wording import Wording
from knowledge.factbase.records import LANGUAGES, Film, Organisation, Person, Text

UNCONFIRMED, DISPUTED = "*", "**"
"""The marks of a value that no source supports, and of one that sources disagree about."""

_DAY_OR_MONTH = re.compile(r"\d{4}-\d{2}(-\d{2})?")


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """Texts ready to be set; empty ones are not drawn."""

    kind: str
    """``film``, ``person`` or ``organisation``."""
    title: str
    tone: str = ""
    """The genre that colours it."""
    kicker: str = ""
    """What it is, in a few words above the title."""
    also: tuple[str, ...] = ()
    """The title in the other languages."""
    centre: str = ""
    """What stands large in the ornament: a year, initials, a number."""
    under: str = ""
    """What stands below the ornament."""
    counted: str = ""
    """Both in one phrase, where the large one is a number."""
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    """What the marks mean."""
    poster: str = ""
    """The address of a poster that the record carries."""

    @property
    def caption(self) -> str:
        """All that the picture says, for those who do not see it."""
        year = f" ({self.centre})" if self.kind == "film" and self.centre else ""
        lines = [self.title + year, " · ".join(self.also), self.kicker]
        lines += [f"{row.label}: {row.value}" for row in self.rows]
        lines += [self.counted or self.under, *self.notes]
        return "\n".join(line for line in lines if line)


class Doubts:
    """Marks the values of one record that are not certain, and explains the marks used."""

    def __init__(self, word: Wording, record: Film | Person | Organisation) -> None:
        self._word = word
        self._record = record
        self._notes: dict[str, None] = {}

    def sure(self, *fields: str) -> bool:
        return not any(
            path == field or path.startswith(f"{field}.")
            for path in self._record.unsourced
            for field in fields
        )

    def mark(self, value: str, *fields: str) -> str:
        if not value:
            return ""
        if not self.sure(*fields):
            self._notes[f"{UNCONFIRMED} {self._word.say('unconfirmed')}"] = None
            return value + UNCONFIRMED
        conflict = next((c for c in self._record.conflicts if c.field in fields), None)
        if conflict and conflict.values:
            values = " / ".join(map(self._said, conflict.values))
            self._notes[f"{DISPUTED} {self._word.say('conflict-values', values=values)}"] = None
            return value + DISPUTED
        return value

    def _said(self, value: str) -> str:
        """Days and months as the language writes them; years and names as they are."""
        return self._word.date(value) if _DAY_OR_MONTH.fullmatch(value) else value

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(self._notes)


def elsewhere(name: Text, field: str, language: str, doubted: Sequence[str]) -> tuple[str, ...]:
    """The name in the other languages, where it is in use there and not written the same."""
    own = name.get(language)
    others = [name.get(o) for o in LANGUAGES if o != language and f"{field}.{o}" not in doubted]
    return tuple(dict.fromkeys(other for other in others if other != own))


def dated(word: Wording, film: Film) -> str:
    """Title and year: «Томирис» (2019); a year that no source supports is left out."""
    return word.title(film) if "year" in film.unsourced else word.film(film)
