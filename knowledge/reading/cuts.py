"""Which names to take out of a text together: the choices that explain most of its words."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.naming.mention import Mention

_BEAM = 10
"""So many choices are kept at every word."""

Gains = Sequence[Sequence[tuple[Mention, float]]]
"""For each place the names that begin there, with what each explains."""


def best_cuts(
    gains: Gains, plain: Sequence[float], keep: int
) -> list[tuple[float, tuple[Mention, ...]]]:
    """What each of the best choices explains, and its names; ``plain``: of the words as such."""
    size = len(plain)
    beams: list[list[tuple[float, tuple[Mention, ...]]]] = [[] for _ in range(size + 1)]
    beams[0] = [(0.0, ())]
    for at in range(size):
        beams[at] = sorted(beams[at], key=lambda s: -s[0])[:_BEAM]
        for value, chosen in beams[at]:
            beams[at + 1].append((value + plain[at], chosen))
            for mention, gain in gains[at]:
                beams[mention.end].append((value + gain, (*chosen, mention)))
    return sorted(beams[size], key=lambda s: -s[0])[:keep]
