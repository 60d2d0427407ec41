"""What speaks against a written answer that no fitted sign tells: its words are only gathered."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.deciding.found import Found
from knowledge.naming.sequels import NO_PART
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

_WORDED = 0.35
"""How much of one wording of a written answer's question must be said."""

_FITS, _LIKELY, _NEARLY = 0.95, 0.95, 0.9
"""How well a reading fits and how likely it is that is surely asked for, and how little of a
written answer's own question is missing that is asked for all the same."""

_HALF, _NEWS = 0.7, 0.65
"""How well a reading fits that is asked of a film by its name, and how many of the words a written
answer must hold to be told where news are asked for."""

_ALIKE = 0.85
"""How alike a written question must be that is told although a subject is missing."""

_SURELY = 0.97
"""How well a name fits that is surely meant."""

_SHORT = 3
"""Shorter words tell nothing."""

_OURS = ("KZ", "SU", "kk", "ru", "en")
"""Our country, that of which it was one, and the languages of our films and their titles."""


def gathered(
    found: Found, best: Reading | None, *, clear: bool, shared: bool, following: bool, why: bool
) -> float:
    """What is left of a written answer's chance; ``best`` is the likeliest reading."""
    doubt = 1.0
    if (
        min(found.covered_words, found.asked_words) < 0.35
        or max(found.covered_words, found.matched) < 0.45
        or following
    ):
        doubt *= 0.5  # a name alone, or words that lean on the last answer
    if found.matched < _WORDED:
        doubt *= 0.5  # of no wording is enough said: its words are gathered from many
    if found.asked < 0.9 or (clear and not found.asked_itself):
        doubt *= 0.5  # too few words, or another reading explains them all
    if not shared and of_another(found, best):
        doubt *= 0.4
    if best and not why and not found.asked_itself:
        if _recorded(best, found, shared=shared):
            doubt *= 0.5
        if _of_news(best) and found.entity.kind == "topic" and found.covered_words < _NEWS:
            doubt *= 0.4
    return doubt


def _recorded(best: Reading, found: Found, *, shared: bool) -> bool:
    """Whether a fact is asked of a film or person by name, and the written answer is of others, or
    to another question.
    """
    signs = best.signs
    if (
        not best.kind.startswith(("film.", "person."))
        or not (signs.known and signs.named)
        or best.missing
        or best.query.filters
        or signs.strange
    ):
        return False
    if min(signs.fit, signs.chance) >= _LIKELY and found.matched < _NEARLY:
        return True
    return (
        not shared and signs.fit >= _HALF and signs.chance >= 0.85 and signs.least_quality > 0.95
    )


def of_another(found: Found, reading: Reading | None) -> bool:
    """Whether a film is surely named that the written answer has no word of."""
    films = [
        m
        for m in (reading.mentions if reading else ())
        if m.kind == "film" and m.quality >= _SURELY and not m.ordinary and m.how == "name"
    ]
    return bool(films) and all(found.said.isdisjoint(range(m.start, m.end)) for m in films)


def of_none(found: Found, readings: Sequence[Reading], linked: Set[str]) -> bool:
    """Whether "the awards given to the movie" asks of a film that nobody named, or for a part that
    a film lacks; ``linked`` are what the written answer is about.
    """
    lacked = {i for r in readings[:1] for m in r.mentions if m.how == NO_PART for i in m.ids}
    if lacked and lacked.isdisjoint(linked):
        return True
    return found.alike < _ALIKE and any(
        r.missing in ("film", "person")
        and not r.mentions
        and min(r.signs.fit, r.signs.explained) >= _HALF
        for r in readings[:6]
    )


def _of_news(best: Reading) -> bool:
    return best.kind.startswith("news") and min(best.signs.fit, best.signs.chance) >= _FITS


def abroad(readings: Sequence[Reading], heard: Heard) -> set[str]:
    """Words for other countries than ours."""
    return {
        heard.tokens[m.start].skeleton
        for reading in readings[:4]
        if reading.layout == heard.layout.name
        for m in reading.mentions
        if m.kind in ("country", "language") and m.ids[0] not in _OURS and m.end == m.start + 1
    }


def unheld(readings: Sequence[Reading], heard: Heard) -> set[str]:
    """Words without which a written answer is of something else: the names of other countries than
    ours, and words that nobody knows.
    """
    own = [r for r in readings[:4] if r.layout == heard.layout.name]
    left = [set(reading.unexplained) for reading in own]
    strange = set.intersection(*left) if left else set()
    return abroad(readings, heard) | {
        token.skeleton
        for token in heard.tokens
        if token.text in strange and len(token.skeleton) > _SHORT
    }
