"""Festivals, prizes and times beside which a title is but a word: "the Kulager award"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.reading.reading import Reading
from knowledge.reading.spoken import of_time

_WHOLE_NAME = 0.97
"""How well the whole name must fit."""
_FITS = 0.98
"""How well a reading fits that takes a festival's town for the town."""
_OURS = ("KZ", "SU")
"""Our country, and that of which it was part."""


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


def of_another_land(base: FactBase, reading: Reading) -> bool:
    """Whether winners from abroad are asked for: the honours we hold are of our own films."""
    if not reading.kind.startswith("award."):
        return False
    lands = {f.value for f in reading.query.filters if f.field == "country"}
    events = [e.id for e in reading.query.start if e.kind == "organisation"]
    return bool(events) and not lands <= {*_OURS, *(base.organisations[e].country for e in events)}


def by_town(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether a festival is called by its town alone, and another reading has something filmed,
    or somebody born, there.
    """
    if not reading.kind.startswith("award."):
        return False
    towns = {m.start for m in reading.mentions if m.kind == "organisation" and m.how == "place"}
    return any(
        r.signs.fit > max(_FITS, reading.signs.fit)
        and any(m.kind == "place" and m.start in towns for m in r.mentions)
        for r in readings[:4]
    )


def of_another_time(base: FactBase, reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether the time that is named is not the film's: "the news of June" are not «The News»
    of another year, nor is "his film of 1998" the one by which he is called.
    """
    if not reading.range or of_time(base, reading.query.start[:1], reading.range):
        return False
    if any(m.kind == "film" and m.ordinary and not m.quoted for m in reading.mentions):
        return True
    return reading.kind == "film.director" and any(
        r.query.steps and r.range == reading.range and r.query.start == reading.query.start
        for r in readings
        if not reading.query.steps
    )
