"""Where in a text most of an alias stands: within how many words, in what order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from knowledge.naming.aliases import Alias


def best_window(
    alias: Alias,
    places: Mapping[int, Sequence[tuple[int, float]]],
    weights: Mapping[int, float],
    total: float,
    numerals: Set[int],
) -> tuple[float, float, int, int] | None:
    """The share of the alias found, its weight, and the first and last place (exclusive).

    ``places``: which of its words may stand where, and how alike; ``total``: its whole weight.
    """
    size = len(alias.words)
    positions = sorted(places)
    best: tuple[float, float, int, int] | None = None
    for first in positions:
        window = [at for at in positions if first <= at < first + size + (1 if size > 2 else 0)]
        left = list(alias.words)
        gained, last, previous, order = 0.0, first, -1, 1.0
        for at in window:
            choice = max(
                ((w, s) for w, s in places[at] if w in left), key=lambda ws: ws[1], default=None
            )
            if choice is None:
                continue
            word, similarity = choice
            place = alias.words.index(word)
            if place < previous and alias.kind != "person":
                order = 0.0 if alias.kind == "language" else 0.97
            previous = place
            left.remove(word)
            gained += weights[word] * similarity
            last = at
        quality = round(gained / total * order, 9)  # 0.98 is not less than itself
        if alias.kind in ("film", "decoy") and not numerals.isdisjoint(left):
            quality = 0.0  # sequel numbers must agree exactly
        span = 1 if size == 1 else last + 1 - first
        if best is None or (quality, -span) > (best[0], -best[3] + best[2]):
            best = (quality, gained, first, first + span)
    return best
