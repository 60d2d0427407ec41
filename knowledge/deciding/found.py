"""A written answer that was found, and how well it fits what was asked."""

from __future__ import annotations

import msgspec

from knowledge.answer import Entity
from knowledge.asking.meanings import SHARP
from knowledge.deciding.writings import Writing

_ITSELF = 0.88
_NEARLY, _COVERED = 0.9, 0.65
_UNDATED = -0.4
"""What asking without a year is to an answer for one year only."""


class Found(msgspec.Struct, frozen=True):
    """A written answer and how well it covers the question, 0 to 1."""

    entity: Entity
    score: float
    covered: float
    matched: float
    covered_words: float = 0.0
    """The share covered of what is no name: a name alone proves little."""
    asked: float = 0.0
    """How much meaning the question carried: a few light words prove nothing."""
    asked_words: float = 0.0
    """How much of it is no name."""
    sort: float = 0.0
    """1 where it is asked for what the written question asks for, -1 for something else."""
    year: float = 0.0
    """1 where the years are those of the written question, -1 where they are others."""
    said: frozenset[int] = frozenset()
    """The places of the names that surely stand in it."""
    alike: float = 0.0
    """How alike the question and one wording of the written one are, names and all."""

    @property
    def asked_itself(self) -> bool:
        """The written question was asked, hardly more or less, and for the same sort of thing."""
        return (
            min(self.covered, self.covered_words, self.matched) >= _ITSELF
            and self.asked >= 1.0
            and self.asked_words >= 0.5
            and self.entity.kind == "topic"
            and self.sort >= 0
            and self.year >= 0
        )

    @property
    def known(self) -> bool:
        """Whether hardly a word of the written question is missing: it is not beyond the base."""
        return (
            self.matched >= _NEARLY
            and self.covered >= _COVERED
            and self.asked_words >= 1.0
            and self.sort >= 0
            and self.year >= 0
        )


def sort_fits(sorts: frozenset[str], writing: Writing) -> float:
    """-1 to 1: whether it tells the sort of thing that is asked: when, why, how many …"""
    if not sorts or not writing.sorts:
        return 0.0
    if (sorts & SHARP) - writing.sorts:
        return -1.0
    if sorts & writing.sorts:
        return 1.0
    return 0.0 if sorts & writing.told else -1.0


def year_fits(named: frozenset[str], writing: Writing) -> float:
    """-1 to 1: whether it is of the years named; slightly less than 0 where none is."""
    if not named or not writing.years:
        return 0.0 if writing.undated else _UNDATED
    if named == writing.years:
        return 1.0
    if named & writing.years or min(writing.years) < min(named) < max(writing.years):
        return 0.0
    return -1.0
