"""What was typed, on the keyboards on which it makes sense: tokens and what each may mean."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.lexicon import Hit, Lexicon
from knowledge.masking import Masked
from knowledge.spelling import Layout, Token, layouts, tokens


@dataclass(frozen=True, slots=True)
class Heard:
    """A text on one keyboard layout: its tokens and what each may mean."""

    layout: Layout
    tokens: tuple[Token, ...]
    hits: tuple[tuple[Hit, ...], ...]
    known: float


_NEAR = 0.12
"""How much less of the text another layout may explain than the best one."""


def hear(lexicon: Lexicon, text: str) -> list[Heard]:
    """The text on every keyboard layout on which it makes sense, the best first."""
    found: list[Heard] = []
    best = 0.0
    for layout in layouts(text):
        heard = _heard(lexicon, layout, best - _NEAR)
        if heard:
            found.append(heard)
            best = max(best, heard.known - layout.cost)
    found.sort(key=lambda heard: heard.layout.cost - heard.known)
    return [h for h in found if h.known - h.layout.cost >= best - _NEAR][:2]


def _heard(lexicon: Lexicon, layout: Layout, least: float) -> Heard | None:
    """The text on this layout; None as soon as it cannot explain ``least`` of its letters.

    On a wrong layout most words are strange, and strange words are the dearest to look up.
    """
    words = tokens(layout.text)
    total = left = sum(len(t.skeleton) for t in words) or 1
    known = 0.0
    hits = []
    for token in words:
        size = len(token.skeleton)
        found = lexicon.find(token.skeleton)
        hits.append(found)
        if found and size > 1:
            known += size * found[0].similarity ** 2
        elif token.skeleton.isdigit():
            known += 0.6 * size
        left -= size
        if (known + left) / total - layout.cost < least - 1e-9:
            return None
    return Heard(layout, words, tuple(hits), known / total)


def weighed(heard: Heard, masked: Masked) -> list[float]:
    """How much each word around the names counts.

    Words of a clause that names nothing, beside one that does, are chatter and count little.
    """
    named = {heard.tokens[at].clause for m in masked.mentions for at in range(m.start, m.end)}
    inside = [heard.tokens[at].clause in named for at in masked.rest]
    apart = 0.3 if any(inside) else 1.0
    return [1.0 if own else apart for own in inside]
