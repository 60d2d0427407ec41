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
MEANT = 0.6
"""Another keyboard was on only where so much of the text makes sense on it: "asdf" is noise."""


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
        known = _known(words, hits)
        if not layout.cost or known >= MEANT:
            found.append(Heard(layout, words, hits, known))
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


def unexplained(
    asking: Asking, heard: Heard, masked: Masked, shares: Sequence[float], *, beyond: bool
) -> tuple[tuple[str, ...], float]:
    """The words around the names with which nobody asks, and what they weigh."""
    left = [
        (at, part)
        for at, part in zip(masked.rest, shares, strict=True)
        if not asking.is_asking(heard.hits[at], 0.8, beyond=beyond)
    ]
    texts = tuple(
        heard.tokens[at].text
        for at, part in left
        if part >= _BESIDE and len(heard.tokens[at].skeleton) > 1
    )
    return texts, sum(asking.weight(heard.hits[at]) * part for at, part in left)


def beside(asking: Asking, heard: Heard, masked: Masked) -> float:
    """How strange the words next to a name of one word are: it may be a part of a longer one."""
    rest = set(masked.rest)
    found = 0.0
    for mention in masked.of("film", "person"):
        if mention.words == 1 and not mention.quoted:
            for at in (mention.start - 1, mention.end):
                if (
                    at in rest
                    and heard.tokens[at].clause == heard.tokens[mention.start].clause
                    and not heard.tokens[at].skeleton.isdigit()
                    and not asking.is_asking(heard.hits[at], 0.8)
                ):
                    found = max(found, asking.weight(heard.hits[at]))
    return found
