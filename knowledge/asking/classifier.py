"""Which kind of question the words speak for: a linear model, fitted by ``make train``.

The weights (``language/kinds.npz``) are one small integer for each word and kind.  They only
rank; the patterns themselves then say how well a kind fits, so that a pattern added today works
today.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.spelling.lexicon import Hit, Lexicon

_SHARP = 4.0
"""A word found at similarity s counts 1 - 4 (1 - s): a doubtful hit proves little."""
TOP_HITS = 4


def features(
    hits: Sequence[tuple[Hit, ...]], known: frozenset[int], shares: Sequence[float] = ()
) -> dict[int, float]:  # fmt: skip
    """Word to strength, 0 to 1, from the hits of a masked question."""
    found: dict[int, float] = {}
    for token, part in zip(hits, shares or repeat(1.0), strict=False):
        for word, strength in _strengths(token, known):
            if strength * part > found.get(word, 0.0):
                found[word] = strength * part
    return found


@lru_cache(maxsize=4096)
def _strengths(token: tuple[Hit, ...], known: frozenset[int]) -> list[tuple[int, float]]:
    """The words that a word of the question may be, and how strongly it speaks for each."""
    top = [hit for hit in token if hit.word in known][:TOP_HITS]
    return [(hit.word, 1.0 - (1.0 - hit.similarity) * _SHARP) for hit in top]


class Classifier:
    """Softmax over kinds; words and slots that the weights do not know add nothing."""

    def __init__(self, lexicon: Lexicon, kinds: Sequence[str], path: Path | None = None) -> None:
        source = path or Path(str(resources.files("knowledge"))) / "language" / "kinds.npz"
        with np.load(source) as stored:
            names = bytes(stored["kinds"]).decode().split("\n")
            words = bytes(stored["words"]).decode().split("\n")
            slots = bytes(stored["slots"]).decode().split("\n")
            scale = stored["scale"].astype(np.float32)
            table = stored["table"].astype(np.float32) * scale
            bias = stored["bias"].astype(np.float32)
        column = {name: at for at, name in enumerate(names)}
        order = [column.get(kind, -1) for kind in kinds]
        keep = np.array([max(at, 0) for at in order])
        gone = np.array([at < 0 for at in order])
        # A word's weights lie side by side: of thousands of words a question reads a few.
        self._table: NDArray[np.float32] = np.ascontiguousarray(
            np.where(gone, 0.0, table[:, keep]), dtype=np.float32
        )
        self._bias: NDArray[np.float32] = np.where(gone, -9.0, bias[keep]).astype(np.float32)
        self._row = {
            number: at for at, word in enumerate(words) if (number := lexicon.id(word)) is not None
        }
        self._slots = {slot: len(words) + at for at, slot in enumerate(slots)}
        self.known = frozenset(self._row)

    def chances(
        self, hits: Sequence[tuple[Hit, ...]], slots: frozenset[str], shares: Sequence[float] = ()
    ) -> NDArray[np.float32]:  # fmt: skip
        """The chance of every kind."""
        found = features(hits, self.known, shares)
        rows = [self._row[word] for word in found] + [
            self._slots[s] for s in slots if s in self._slots
        ]
        total = self._bias.copy()
        if rows:
            values = np.array(
                [*found.values(), *([1.0] * (len(rows) - len(found)))], dtype=np.float32
            )
            total += values @ self._table[rows]
        total = np.exp(total - total.max())
        chances: NDArray[np.float32] = total / total.sum()
        return chances
