"""What "old" and "newer" mean of films that are wished for."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.factbase.dates import since, until
from knowledge.query import Filter
from knowledge.spelling.lexicon import Hit

_NEW = 4
"""Years for which a film is new."""
_OLD = 1992
"""Whoever wishes for an old film means one of Soviet times."""
_SAID = 0.97


def of_age(base: FactBase, asking: Asking, rest: Sequence[Sequence[Hit]]) -> tuple[Filter, ...]:
    """The time of the films that are wished for."""
    if asking.says("newer", rest, _SAID):
        return (Filter("date", "", since(max(base.newest.year, _OLD) - _NEW)),)
    return (Filter("date", "", until(_OLD)),) if asking.says("older", rest, _SAID) else ()
