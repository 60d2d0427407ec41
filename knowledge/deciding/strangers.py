"""Somebody of whom the base knows but half of the name: another one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

STRANGER = 0.2
_HALVES = ("first", "surname")
_SURE = 0.97
_SPELT = 0.9
"""A surname that is spelt otherwise is rather another one, where an unknown word stands before."""
_SHORT = 4
"""Shorter words are initials and particles, no half of a name."""
_SURNAME = re.compile(r"[oe]v(?:a|u|oi|im|[td]in|[kg]a|[td]i)?$")
"""How surnames end, folded: such a word is a name, whatever else it begins like.

https://en.wikipedia.org/wiki/Eastern_Slavic_naming_customs#Surnames
"""
_TITLES = ("film", "organisation", "award")
"""What may stand beside its maker's name."""


def strangers(base: FactBase, readings: Sequence[Reading], heard: Heard) -> set[Mention]:
    """Names of whose other half stands another: "Askhat Bekturganov" is no Askhat of ours."""
    own = [r for r in readings if r.layout == heard.layout.name]
    named = {m for r in own for m in r.mentions if m.end - m.start == 1 and not m.quoted}
    halves = {m for m in named if m.kind == "person" and m.how in _HALVES}
    titled = {
        at
        for r in own
        for m in r.mentions
        if m.kind in _TITLES and m.quality >= _SURE
        for at in range(m.start, m.end)
    }
    unknown = {word for r in own for word in r.unexplained}
    unknown |= {
        token.text
        for token, hits in zip(heard.tokens, heard.hits, strict=True)
        if _SURNAME.search(token.skeleton) and not (hits and hits[0].similarity == 1.0)
    }
    unknown -= {heard.tokens[at].text for at in titled}
    parts = [m for m in named if m.kind == "role"]
    filmed = any(m.kind == "film" for m in named)
    called = set() if filmed else {m for m in parts if _goes_on(m, heard, unknown)}
    misspelt = {
        m
        for r in own
        for m in r.mentions
        if m.kind == "person" and m.words > 1 and m.quality < _SURE and not m.quoted
    }
    return (
        {
            half
            for half in halves
            if any(
                _anothers(base, half, at, halves, heard, unknown, parts)
                for at in (half.start - 1, half.start + 1)
            )
        }
        | called
        | {name for name in misspelt if any(_surer(half, name) for half in halves)}
    )


def _goes_on(part: Mention, heard: Heard, unknown: set[str]) -> bool:
    """Whether a part's first name is followed by a surname that it has not."""
    tokens, at = heard.tokens, part.end
    return (
        at < len(tokens)
        and tokens[at].clause == tokens[part.start].clause
        and not tokens[at].quoted
        and tokens[at].text in unknown
        and bool(_SURNAME.search(tokens[at].skeleton))
    )


def _surer(half: Mention, name: Mention) -> bool:
    """Whether a word of a name that is not quite so written is the very surname of another."""
    return (
        half.how == "surname"
        and half.quality >= _SURE
        and name.start <= half.start < name.end
        and set(half.ids).isdisjoint(name.ids)
    )


def _anothers(
    base: FactBase,
    half: Mention,
    at: int,
    halves: set[Mention],
    heard: Heard,
    unknown: set[str],
    parts: Sequence[Mention],
) -> bool:
    """Whether the word at this place is the other half of a name, and of somebody else's."""
    tokens = heard.tokens
    if not 0 <= at < len(tokens) or tokens[at].clause != tokens[half.start].clause:
        return False
    if any(m.start == at and m.how != half.how and m.quality >= _SURE for m in halves):
        return True
    word = tokens[at]
    if word.quoted or word.text not in unknown or len(word.skeleton) < _SHORT:
        return False
    if at > half.start and half.how == "surname" and not _SURNAME.search(word.skeleton):
        return False
    if at < half.start and half.how == "first":
        return False
    films = [pair.partition("/")[0] for m in parts if m.start == at for pair in m.ids]
    if any(base.made(person, base.films[film]) for person in half.ids for film in films):
        return False  # a part in a film of that person
    small = half.how == "surname" and not word.text[:1].isupper()
    return not small or half.quality < _SPELT or word.skeleton in base.first_names
