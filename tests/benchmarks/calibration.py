"""How far a confidence can be trusted: reliability by bins, and what each threshold would cost."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

BINS = 10


@dataclass(frozen=True, slots=True)
class Guess:
    """An answer that was given, or would have been: how sure it was, and whether it is right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The guesses of about the same confidence."""

    low: float
    high: float
    count: int
    right: int
    confidence: float
    """On average; 0 where there are none."""

    @property
    def share(self) -> float:
        """How many of them are right."""
        return self.right / self.count if self.count else 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """What a threshold gives: so many answered, so many of these wrong."""

    threshold: float
    answered: int
    wrong: int

    @property
    def risk(self) -> float:
        return self.wrong / self.answered if self.answered else 0.0


def binned(guesses: Sequence[Guess], many: int = BINS) -> list[Bin]:
    """Bins of equal width from 0 to 1, empty ones too; the last one holds 1 itself."""
    inside: list[list[Guess]] = [[] for _ in range(many)]
    for guess in guesses:
        inside[min(int(guess.confidence * many), many - 1)].append(guess)
    return [
        Bin(
            at / many,
            (at + 1) / many,
            len(found),
            sum(guess.right for guess in found),
            sum(guess.confidence for guess in found) / len(found) if found else 0.0,
        )
        for at, found in enumerate(inside)
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error: how far confidence and share right are apart on average."""
    total = sum(each.count for each in bins)
    if not total:
        return 0.0
    return sum(each.count * abs(each.confidence - each.share) for each in bins) / total


def chance_error(bins: Sequence[Bin]) -> float:
    """What the calibration error would be on average, were every confidence true.

    Few guesses are never right as often as they should: the mean deviation of a binomial.
    """
    total = sum(each.count for each in bins)
    return sum(_deviation(each.count, each.confidence) for each in bins) / (total or 1)


def _deviation(count: int, chance: float) -> float:
    """De Moivre's: how far the number of successes is from the expected one, on average."""
    if not count or not 0.0 < chance < 1.0:
        return 0.0
    most = math.floor(count * chance) + 1
    ways = math.lgamma(count + 1) - math.lgamma(most + 1) - math.lgamma(count - most + 1)
    odds = most * math.log(chance) + (count - most + 1) * math.log(1 - chance)
    return 2 * most * math.exp(ways + odds)


def interval(right: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval: between which shares the true one lies, 19 times out of 20."""
    if not count:
        return 0.0, 1.0
    share, spread = right / count, z * z / count
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def steps(guesses: Sequence[Guess]) -> list[Step]:
    """Every threshold that makes a difference, the strictest first."""
    found, answered, wrong = [], 0, 0
    surest = sorted(guesses, key=lambda guess: -guess.confidence)
    for confidence, equal in groupby(surest, key=lambda guess: guess.confidence):
        for guess in equal:
            answered += 1
            wrong += not guess.right
        found.append(Step(confidence, answered, wrong))
    return found


def at_threshold(curve: Sequence[Step], threshold: float) -> Step:
    """What is answered from this confidence on."""
    reached = [step for step in curve if step.threshold >= threshold]
    return reached[-1] if reached else Step(threshold, 0, 0)


def at_coverage(curve: Sequence[Step], asked: int, percent: int) -> Step | None:
    """The strictest threshold that answers so much of what was asked; None where none does."""
    enough = (step for step in curve if step.answered * 100 >= percent * asked)
    return next(enough, None)


@dataclass(frozen=True, slots=True)
class Measured:
    """Some questions, the guesses that were made about them, and what was answered in the end."""

    name: str
    asked: int
    no_answer: int
    """So many of them must be refused or asked back."""
    guesses: Sequence[Guess]
    today: Step

    @property
    def bins(self) -> list[Bin]:
        return binned(self.guesses)

    @property
    def curve(self) -> list[Step]:
        return steps(self.guesses)
