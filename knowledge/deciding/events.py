"""Festivals and prizes of which a film's title is but a word: "the Kulager award"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.naming.mention import Mention
from knowledge.reading.reading import Reading

_WHOLE_NAME = 0.97
"""How well the whole name must fit."""


def sole_event(readings: Sequence[Reading], tokens: int) -> Mention | None:
    """A festival or prize of several words that is all that is said."""
    return next(
        (
            m
            for r in readings
            for m in r.mentions
            if m.kind == "organisation"
            and m.how == "name"
            and m.quality >= _WHOLE_NAME
            and m.end - m.start == tokens > 1
        ),
        None,
    )


def in_event(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether its film is but a word of the name of a festival or prize."""
    films = [m for m in reading.mentions if m.kind == "film"]
    events = [
        m
        for r in readings[:4]
        for m in r.mentions
        if m.kind == "organisation" and m.how == "name" and m.quality >= _WHOLE_NAME
    ]
    return any(
        e.start <= f.start < f.end <= e.end and e.end - e.start > f.end - f.start
        for f in films
        for e in events
    )
