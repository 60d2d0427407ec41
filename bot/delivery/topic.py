"""What one can subscribe to: four topics of everybody's, and any film, person or organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass

GENERAL = ("premieres", "awards", "news", "on-this-day")
FOLLOWED = ("film", "person", "organisation")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 55


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """``Topic("news")``, ``Topic("film", "tulpan-2008")``; ValueError for anything else."""

    kind: str
    id: str = ""

    def __post_init__(self) -> None:
        followed = self.kind in FOLLOWED and ID.fullmatch(self.id) and len(self.id) <= LONGEST_ID
        if not followed and not (self.kind in GENERAL and not self.id):
            raise ValueError(f"no such topic: {self.kind!r} {self.id!r}")

    def __str__(self) -> str:
        """As it stands in the database: ``news``, ``film:tulpan-2008``."""
        return f"{self.kind}:{self.id}" if self.id else self.kind

    @classmethod
    def parse(cls, text: str) -> Topic:
        kind, _, id = text.partition(":")
        return cls(kind, id)

    @property
    def link(self) -> str:
        """As the parameter of a deep link, at most 64 characters: ``sub_f_tulpan-2008``."""
        return f"sub_{self.kind[0]}_{self.id}" if self.id else f"sub_{self.kind}"

    @classmethod
    def of_link(cls, link: str) -> Topic:
        """The topic of a deep link, which anybody may have written; ValueError."""
        kind, _, id = link.removeprefix("sub_").partition("_")
        if not link.startswith("sub_"):
            raise ValueError(f"no link to a topic: {link!r}")
        whole = {followed[0]: followed for followed in FOLLOWED}
        return cls(whole.get(kind, kind) if id else kind, id)
