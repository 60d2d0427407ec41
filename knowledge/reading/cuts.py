"""Which names to take out of a text together: the choices that explain most of its words."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.naming.mention import Mention

_BEAM = 10
"""So many choices are kept at every word."""

Cut = tuple[float, tuple[Mention, ...]]
Gains = Sequence[Sequence[tuple[Mention, float]]]
"""For each place the names that begin there, with what each explains."""


def best_cuts(gains: Gains, plain: Sequence[float], keep: int) -> list[Cut]:
    """What each of the best choices explains, and its names; ``plain``: of the words as such."""
    size = len(plain)
    beams: list[list[Cut]] = [[] for _ in range(size + 1)]
    beams[0] = [(0.0, ())]
    for at in range(size):
        beams[at] = sorted(beams[at], key=lambda s: -s[0])[:_BEAM]
        for value, chosen in beams[at]:
            beams[at + 1].append((value + plain[at], chosen))
            for mention, gain in gains[at]:
                beams[mention.end].append((value + gain, (*chosen, mention)))
    return sorted(beams[size], key=lambda s: -s[0])[:keep]


def with_all(
    gains: Gains, plain: Sequence[float], sure: Sequence[Mention], given: Sequence[Mention]
) -> Cut:
    """The best choice that leaves nothing out of what is surely named.

    ``given``: nothing else is taken where these stand.
    """
    named_at = {at for m in sure for at in range(m.start, m.end)}
    bare = [0.0 if at in named_at else own for at, own in enumerate(plain)]
    taken = {at for m in given for at in range(m.start, m.end)}
    free = [
        [(m, own) for m, own in each if m in given or taken.isdisjoint(range(m.start, m.end))]
        for each in gains
    ]
    return best_cuts(free, bare, 1)[0]


def prized(mentions: Sequence[Mention]) -> list[Mention]:
    """An award and the festival that gives it, where both are named: not for nothing."""
    by_kind = [[m for m in mentions if m.kind == kind] for kind in ("award", "organisation")]
    best = [max(own, key=lambda m: m.value) for own in by_kind if own]
    apart = len(best) == 2 and (best[0].end <= best[1].start or best[1].end <= best[0].start)
    return best if apart else []
