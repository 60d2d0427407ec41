"""Reliability and risk-coverage as pictures, the same bytes for the same figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from matplotlib import rc_context, rcdefaults, rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from tests.benchmarks.calibration import Measured, at_threshold, interval

COLOURS = ("#0072b2", "#d55e00", "#009e73")
MARKS = "o^XvD"
FEWEST = 25
"""The share wrong among fewer answers is not drawn: it leaps about."""


def _axes(across: str, up: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(6.4, 4.6), layout="constrained")
    axes = figure.add_subplot(xlabel=across, ylabel=up)
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(PercentFormatter(1.0, decimals=0, symbol=" %"))
    return figure, axes


def reliability(measured: Sequence[Measured]) -> Figure:
    """Confidence against the share that is right: a point a bin, with the span of chance."""
    figure, axes = _axes("confidence, average of the bin", "right")
    axes.plot([0, 1], [0, 1], color="#888888", linestyle="--", linewidth=1, label="ideal")
    for number, each in enumerate(measured):
        filled = [one for one in each.bins if one.count]
        spans = [interval(one.right, one.count) for one in filled]
        below = [max(0.0, one.share - low) for one, (low, _) in zip(filled, spans, strict=True)]
        above = [max(0.0, high - one.share) for one, (_, high) in zip(filled, spans, strict=True)]
        axes.errorbar(
            [one.confidence for one in filled],
            [one.share for one in filled],
            yerr=[below, above],
            color=COLOURS[number],
            marker=MARKS[number],
            linewidth=0.6,
            elinewidth=1,
            capsize=3,
            label=f"{each.name}, {len(each.guesses)} guesses",
        )
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02))
    axes.legend(loc="lower right")
    return figure


def risk(measured: Sequence[Measured], thresholds: Mapping[str, float]) -> Figure:
    """How much is answered against how much of it is wrong, over all thresholds."""
    figure, axes = _axes("answered, of all questions", "wrong, of those answered")
    for number, each in enumerate(measured):
        curve = each.curve
        drawn = [step for step in curve if step.answered >= FEWEST]
        axes.plot(
            [step.answered / each.asked for step in drawn],
            [step.risk for step in drawn],
            color=COLOURS[number],
            linewidth=1.5,
            label=each.name,
        )
        marked = [at_threshold(curve, threshold) for threshold in thresholds.values()]
        for mark, step in zip(MARKS, (*marked, each.today), strict=False):
            axes.plot(
                step.answered / each.asked,
                step.risk,
                mark,
                color=COLOURS[number],
                markeredgecolor="white",
                markersize=9,
            )
    names = [f"answered from {name} = {value} on" for name, value in thresholds.items()]
    for mark, name in zip(MARKS, (*names, "as the engine decides"), strict=False):
        axes.plot([], [], mark, color="#555555", label=name)
    axes.set(xlim=(0, 1), ylim=(0, None))
    axes.legend(loc="upper left", frameon=False)
    return figure


def draw(
    measured: Sequence[Measured], thresholds: Mapping[str, float], files: tuple[Path, Path]
) -> None:
    """Nothing of the machine comes in: no date, none of its own settings."""
    with rc_context():
        rcdefaults()
        rcParams["font.size"] = 11.0
        rcParams["svg.hashsalt"] = "qazaq-kino"  # otherwise the names inside are random
        figures = reliability(measured), risk(measured, thresholds)
        for figure, file in zip(figures, files, strict=True):
            figure.savefig(file, metadata={"Date": None, "Creator": None})
