"""Bins, calibration error, risk and coverage: small cases that can be counted by hand."""

from __future__ import annotations

import math

import pytest

from tests.benchmarks.calibration import (
    Guess,
    Step,
    at_coverage,
    at_threshold,
    binned,
    calibration_error,
    chance_error,
    interval,
    steps,
)

FOUR = [Guess(0.9, True), Guess(0.5, False), Guess(0.8, True), Guess(0.5, True)]


def test_bins_have_equal_width_and_hold_their_lower_edge() -> None:
    found = binned([Guess(0.0, False), Guess(0.3, True), Guess(0.34, False), Guess(1.0, True)])
    assert [(each.low, each.high) for each in found[:2]] == [(0.0, 0.1), (0.1, 0.2)]
    assert [each.count for each in found] == [1, 0, 0, 2, 0, 0, 0, 0, 0, 1]
    assert found[3].confidence == pytest.approx(0.32)
    assert found[3].share == 0.5
    assert found[9].share == 1.0


def test_the_calibration_error_is_weighed_by_the_number_of_guesses() -> None:
    guesses = [Guess(0.75, True)] * 3 + [Guess(0.75, False)] + [Guess(0.95, False)]
    assert calibration_error(binned(guesses)) == pytest.approx(0.95 / 5)


@pytest.mark.parametrize("right", [True, False])
def test_who_is_always_certain_is_off_by_what_is_wrong(right: bool) -> None:
    assert calibration_error(binned([Guess(1.0, right)] * 3)) == (0.0 if right else 1.0)


@pytest.mark.parametrize(("count", "chance"), [(1, 0.5), (3, 0.9), (10, 0.05), (62, 0.85)])
def test_few_guesses_are_off_by_chance_alone(count: int, chance: float) -> None:
    bins = binned([Guess(chance, True)] * count)
    ways = [
        math.comb(count, k) * chance**k * (1 - chance) ** (count - k) for k in range(count + 1)
    ]
    counted = sum(way * abs(k / count - chance) for k, way in enumerate(ways))
    assert chance_error(bins) == pytest.approx(counted)


def test_who_is_certain_is_off_by_no_chance() -> None:
    assert chance_error(binned([Guess(0.0, False), Guess(1.0, True)])) == 0.0


def test_each_threshold_answers_more() -> None:
    assert steps(FOUR) == [Step(0.9, 1, 0), Step(0.8, 2, 0), Step(0.5, 4, 1)]
    assert [step.risk for step in steps(FOUR)] == [0.0, 0.0, 0.25]


def test_the_order_of_what_is_equally_sure_makes_no_difference() -> None:
    assert steps(FOUR[::-1]) == steps(FOUR)


def test_a_threshold_answers_what_reaches_it() -> None:
    curve = steps(FOUR)
    assert at_threshold(curve, 0.8) == Step(0.8, 2, 0)
    assert at_threshold(curve, 0.6) == Step(0.8, 2, 0)
    assert at_threshold(curve, 0.0) == Step(0.5, 4, 1)
    assert at_threshold(curve, 0.95) == Step(0.95, 0, 0)


def test_coverage_is_of_all_that_was_asked() -> None:
    curve = steps(FOUR)
    assert at_coverage(curve, 5, 40) == Step(0.8, 2, 0)
    assert at_coverage(curve, 5, 41) == Step(0.5, 4, 1)
    assert at_coverage(curve, 5, 80) == Step(0.5, 4, 1)
    assert at_coverage(curve, 5, 81) is None


def test_of_nothing_nothing_is_known() -> None:
    assert [each.count for each in binned([])] == [0] * 10
    assert calibration_error(binned([])) == 0.0
    assert chance_error(binned([])) == 0.0
    assert steps([]) == []
    assert at_threshold([], 0.5).risk == 0.0
    assert at_coverage([], 3, 60) is None
    assert interval(0, 0) == (0.0, 1.0)


def test_the_interval_holds_the_share_and_stays_between_0_and_1() -> None:
    assert interval(8, 10) == pytest.approx((0.490, 0.943), abs=0.001)
    assert interval(0, 5)[0] == 0.0
    assert interval(5, 5)[1] == 1.0
    assert interval(80, 100)[0] > interval(8, 10)[0]
