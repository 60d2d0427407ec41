"""The signs by which a reading is judged: the features of its confidence."""

from __future__ import annotations

import msgspec


class Signs(msgspec.Struct, frozen=True):
    """What speaks for and against a reading: the features of its confidence."""

    fit: float = 0.0
    explained: float = 0.0
    score: float = 0.0
    margin: float = 0.0
    cue: float = 0.0
    chance: float = 0.0
    least_quality: float = 1.0
    mean_quality: float = 1.0
    cost: float = 0.0
    unexplained: float = 0.0
    strange: float = 0.0
    strange_words: float = 0.0
    """The share of the words outside names that nothing explains."""
    beside: float = 0.0
    """How strange the words next to a name of one word are."""
    asked: float = 0.0
    cover: float = 1.0
    length: float = 0.0
    swapped: bool = False
    implied: bool = False
    named: bool = False
    quoted: bool = False
    ordinary: bool = False
    derived: bool = False
    known: bool = True
    following: bool = False
    """A conversation is on and the text names nothing itself."""


NO_SIGNS = Signs()
