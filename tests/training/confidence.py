"""Fit the chances of readings, written answers and winners; writes ``knowledge/confidence.json``.

Readings first, then written answers with the likeliest reading as a sign, then the winner of the
contest on chances that folds gave which had not seen the question.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from knowledge.deciding import confidence
from knowledge.deciding.contest import standing, weighed
from tests.training.examples import Contest, Example

PATH = Path(__file__).parents[2] / "knowledge" / "confidence.json"
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by sign, and the bias."""

    weights: dict[str, float]
    bias: float

    def chance(self, values: dict[str, float]) -> float:
        total = self.bias + sum(
            weight * values.get(name, 0.0) for name, weight in self.weights.items()
        )
        return float(1.0 / (1.0 + np.exp(-total)))

    def rounded(self) -> dict[str, float]:
        found = {"bias": round(self.bias, 3)}
        return found | {name: round(weight, 3) for name, weight in self.weights.items()}


def _fit(rows: Sequence[dict[str, float]], right: Sequence[bool], strength: float = 0.5) -> Fitted:
    names = list(dict.fromkeys(name for row in rows for name in row))
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=strength, max_iter=4000).fit(table, np.array(right))
    return Fitted(
        dict(zip(names, map(float, model.coef_[0]), strict=True)), float(model.intercept_[0])
    )


@dataclass(frozen=True, slots=True)
class Model:
    reading: Fitted
    written: Fitted

    def best_reading(self, contest: Contest) -> float:
        return max((self.of_reading(e) for e in contest if e.candidate.reading), default=0.0)

    def of_reading(self, example: Example) -> float:
        candidate = example.candidate
        return weighed(self.reading.chance(candidate.values), candidate.doubt)

    def chances(self, contest: Contest) -> list[tuple[float, Example, dict[str, float]]]:
        """Every candidate's chance with its values, as the engine would rank them."""
        best, found = self.best_reading(contest), []
        for example in contest:
            values = example.candidate.values
            if example.candidate.found:
                values = values | confidence.against(values, best)
                chance = self.written.chance(values)
                chance = weighed(chance, example.candidate.doubt, example.candidate.odds)
                found.append((chance, example, values))
            else:
                found.append((self.of_reading(example), example, values))
        found.sort(key=lambda each: -standing(each[1].candidate, each[0]))
        return found


def fit_candidates(contests: Sequence[Contest]) -> Model:
    read = [e for contest in contests for e in contest if e.candidate.reading and e.use]
    reading = _fit([e.candidate.values for e in read], [e.right for e in read])
    half = Model(reading, reading)
    rows, right = [], []
    for contest in contests:
        best = half.best_reading(contest)
        for example in contest:
            if example.candidate.found and example.use:
                values = example.candidate.values
                rows.append(values | confidence.against(values, best))
                right.append(example.right)
    return Model(reading, _fit(rows, right))


def _winners(
    model: Model, contests: Sequence[Contest]
) -> tuple[list[dict[str, float]], list[bool]]:
    rows, right = [], []
    for contest in contests:
        ranked = model.chances(contest)
        if not ranked:
            continue
        chance, first, values = ranked[0]
        if first.candidate.reading and first.candidate.reading.kind.startswith("beyond"):
            continue  # refused by its own chance
        says = first.candidate.says
        second = next((c for c, e, _ in ranked[1:] if e.candidate.says != says), 0.0)
        own = first.candidate
        rows.append(
            confidence.of_winner(chance, second, values, own.doubt, written=bool(own.found))
        )
        right.append(first.right)
    return rows, right


def fit(written: Sequence[tuple[int, Contest]], anew: Sequence[Contest]) -> float:
    """Fit and write all three; returns the share of winners that are right, on unseen folds.

    ``written``: contests with the numbers of their conversations, of an engine that knows all
    patterns and of one that knows few: what nobody foresaw is what a chance is asked for.
    """
    chance = random.Random(1)  # noqa: S311
    fold = [chance.randrange(FOLDS) for _ in range(1 + max(number for number, _ in written))]
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    for each in range(FOLDS):
        model = fit_candidates([*(c for n, c in written if fold[n] != each), *anew])
        found = _winners(model, [c for n, c in written if fold[n] == each])
        rows += found[0]
        right += found[1]
    winner = _fit(rows, right, 0.3)
    model = fit_candidates([*(contest for _, contest in written), *anew])
    weights = {"reading": model.reading, "written": model.written, "winner": winner}
    text = json.dumps({name: fitted.rounded() for name, fitted in weights.items()}, indent=1)
    PATH.write_text(text + "\n", "utf-8")
    return sum(right) / len(right)
