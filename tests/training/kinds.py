"""Fit the kind classifier on the patterns of all languages: ``knowledge/language/kinds.npz``.

Every pattern is seen twice, with its slots and without: people leave out what was just talked of.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from knowledge.asking.asking import Asking
from knowledge.asking.classifier import features, strengths
from knowledge.spelling.lexicon import Lexicon

PATH = Path(__file__).parents[2] / "knowledge" / "language" / "kinds.npz"


Sample = tuple[dict[int, float], frozenset[str], str]
"""Words with their strength, slots, kind."""


def fit(
    asking: Asking, lexicon: Lexicon, extra: list[Sample],
    path: Path = PATH, *, roughly: bool = False,
) -> float:  # fmt: skip
    """Fit and write the weights; returns the share of samples that are read as their own kind.

    ``roughly`` stops early: enough for weights that only training sees.
    """
    used = sorted({word for pattern in asking.patterns for word in pattern.words})
    row = {word: at for at, word in enumerate(used)}
    slots = sorted({slot for pattern in asking.patterns for slot in pattern.slots})
    kinds = list(asking.kinds)
    samples = list(extra)
    known = frozenset(used)
    for pattern in asking.patterns:
        said = [lexicon.find(lexicon.words[word]) for word in pattern.words]
        found = features([strengths(hits, known) for hits in said])
        samples.append((found, pattern.slots, pattern.kind))
        if pattern.slots:
            samples.append((found, frozenset(), pattern.kind))
    rows, columns, values, labels = [], [], [], []
    for at, (found, own, kind) in enumerate(samples):
        labels.append(kinds.index(kind))
        cells = {row[word]: value for word, value in found.items() if word in row}
        cells |= {len(used) + slots.index(slot): 1.0 for slot in own if slot in slots}
        rows += [at] * len(cells)
        columns += list(cells)
        values += list(cells.values())
    matrix = sp.csr_matrix((values, (rows, columns)), shape=(len(samples), len(used) + len(slots)))
    model = LogisticRegression(C=10.0, max_iter=3000, tol=1e-3 if roughly else 1e-7).fit(
        matrix, labels
    )
    table = model.coef_.T
    scale = np.abs(table).max(axis=0) / 127.0
    np.savez_compressed(
        path,
        kinds=np.frombuffer("\n".join(kinds[c] for c in model.classes_).encode(), dtype=np.uint8),
        words=np.frombuffer("\n".join(lexicon.words[w] for w in used).encode(), dtype=np.uint8),
        slots=np.frombuffer("\n".join(slots).encode(), dtype=np.uint8),
        scale=scale.astype(np.float32),
        table=np.round(table / scale).astype(np.int8),
        bias=model.intercept_.astype(np.float32),
    )
    return float(model.score(matrix, labels))
