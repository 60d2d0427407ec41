"""What was typed, on the keyboards on which it makes sense: tokens and what each may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.asking import Asking
from knowledge.lexicon import Hit, Lexicon
from knowledge.masking import Masked
from knowledge.spelling import Layout, Token, layouts, tokens

_BESIDE, _APART = 0.5, 0.3
"""What a word counts in a clause that names something but asks nothing, and in any other."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A text on one keyboard layout: its tokens and what each may mean."""

    layout: Layout
    tokens: tuple[Token, ...]
    hits: tuple[tuple[Hit, ...], ...]
    known: float


def hear(lexicon: Lexicon, text: str) -> list[Heard]:
    """The text on every keyboard layout on which it makes sense, the best first."""
    found = []
    for layout in layouts(text):
        words = tokens(layout.text)
        hits = tuple(lexicon.find(token.skeleton) for token in words)
        found.append(Heard(layout, words, hits, _known(words, hits)))
    found.sort(key=lambda heard: heard.layout.cost - heard.known)
    best = found[0].known - found[0].layout.cost
    return [h for h in found if h.known - h.layout.cost >= best - 0.12][:2]


def _known(words: Sequence[Token], hits: Sequence[tuple[Hit, ...]]) -> float:
    """The share of letters that belong to words of the lexicon."""
    total = sum(len(t.skeleton) for t in words) or 1
    known = 0.0
    for token, found in zip(words, hits, strict=True):
        if found and len(token.skeleton) > 1:
            known += len(token.skeleton) * found[0].similarity ** 2
        elif token.skeleton.isdigit():
            known += 0.6 * len(token.skeleton)
    return known / total


def weighed(heard: Heard, masked: Masked, asking: Asking) -> list[float]:
    """How much each word around the names counts.

    "Saw a poster of X the other day, who plays in it?": where a clause asks, the others are
    chatter; where none does, the clause that names something counts.
    """
    clauses = [heard.tokens[at].clause for at in masked.rest]
    named = {heard.tokens[at].clause for m in masked.mentions for at in range(m.start, m.end)}
    asks = {
        clause
        for at, clause in zip(masked.rest, clauses, strict=True)
        if asking.says("who", [heard.hits[at]], 0.97)
    }
    if asks:
        return [1.0 if c in asks else _BESIDE if c in named else _APART for c in clauses]
    if named.intersection(clauses):
        return [1.0 if c in named else _APART for c in clauses]
    return [1.0] * len(clauses)
