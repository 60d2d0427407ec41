"""Which kind of question the words speak for: a linear model, fitted by ``make train``.

The weights (``language/kinds.npz``) are one small integer for each word and kind.  They only
rank; the patterns themselves then say how well a kind fits, so that a pattern added today works
today.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import resources
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.spelling.lexicon import Hit, Lexicon

_SHARP = 4.0
"""A word found at similarity s counts 1 - 4 (1 - s): a doubtful hit proves little."""
TOP_HITS = 4


Strengths = Sequence[tuple[int, float]]
"""The words that a word of the question may be, and how strongly it speaks for each."""


def strengths(hits: Sequence[Hit], known: frozenset[int]) -> Strengths:
    """Of the words that the weights know the likeliest."""
    top = [hit for hit in hits if hit.word in known][:TOP_HITS]
    return [(hit.word, 1.0 - (1.0 - hit.similarity) * _SHARP) for hit in top]


def features(words: Iterable[Strengths], shares: Iterable[float] = ()) -> dict[int, float]:
    """Word to strength, 0 to 1, of the words of a masked question."""
    found: dict[int, float] = {}
    for own, part in zip(words, shares or repeat(1.0), strict=False):
        for word, strength in own:
            if strength * part > found.get(word, 0.0):
                found[word] = strength * part
    return found


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

    def likeliest(
        self, words: Iterable[Strengths], slots: frozenset[str], shares: Iterable[float], most: int
    ) -> list[tuple[int, float]]:  # fmt: skip
        """The kinds that are likeliest, each with its chance."""
        found = features(words, shares)
        filled = [self._slots[slot] for slot in sorted(slots) if slot in self._slots]
        rows = [self._row[word] for word in found] + filled
        total = self._bias
        if rows:
            values = np.array([*found.values(), *([1.0] * len(filled))], dtype=np.float32)
            total = total + values @ self._table.take(rows, axis=0)
        first = (-total).argsort()[:most]
        odds = np.exp(total - total[first[0]])
        chances = odds[first] / np.add.reduce(odds)
        return list(zip(first.tolist(), chances.tolist(), strict=True))
