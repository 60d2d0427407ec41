"""Awards as dots over a line of years, one line an event; those of one year stand in a stack."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from bot.drawing import lettering
from bot.drawing.lettering import Face
from bot.drawing.palette import CHART
from bot.drawing.sheet import FAINT, INNER, label_ticks, plot, points, sheet, style
from knowledge.figures.honours import Event, Honours

DOT = 17
NAME, ABOVE, GAP = 48, 14, 24
"""Heights in pixels: of a name, of the least air above a stack, between two events."""
LETTERS = 32
TOTAL = 90
"""Room for the number on the right."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Years across the plot."""

    first: float
    last: float

    def pixels(self, year: float) -> float:
        return (year - self.first) / (self.last - self.first) * (INNER - TOTAL)


def draw_honours(chart: Honours) -> bytes:
    years = [year for event in chart.events for year, _ in event.won]
    first, last = min(years), max(years)
    margin = max(1.0, (last - first) * 0.015)
    scale = Scale(first - margin, last + margin)
    heights = [_height(event, scale) for event in chart.events]
    figure, axes = plot(sum(heights) + 56, below=56)
    wide = scale.last - scale.first
    axes.set_xlim(scale.first, scale.first + wide * INNER / (INNER - TOTAL))
    axes.set_ylim(sum(heights), 0)
    axes.set_yticks([])
    step = 5 if last - first <= 40 else 10
    axes.set_xticks([year for year in range(first, last + 1) if year % step == 0])
    axes.grid(axis="x", color=FAINT, linewidth=1)
    axes.set_axisbelow(True)
    label_ticks(axes.get_xticklabels(), 28)
    top = 0
    for event, height in zip(chart.events, heights, strict=True):
        line = top + height - GAP
        axes.plot([scale.first, scale.last], [line, line], color=FAINT, linewidth=2)
        _event(axes, event, top, line)
        top += height
    return sheet(chart.title, chart.subtitle, figure, chart.notes)


def _height(event: Event, scale: Scale) -> int:
    """Stacks may stand beside the name; those that begin under it stand below."""
    end = lettering.width(event.name, Face.TEXT, LETTERS) + 2 * DOT
    needed = [
        count * DOT + (NAME if scale.pixels(year) < end else ABOVE) for year, count in event.won
    ]
    return max(NAME + DOT, *needed) + GAP


def _event(axes: Axes, event: Event, top: int, line: int) -> None:
    left, right = axes.get_xlim()
    name = lettering.cut(event.name, Face.TEXT, LETTERS, INNER - TOTAL)
    ground = {"facecolor": CHART.ground, "edgecolor": "none", "pad": 2}
    axes.text(left, top + 22, name, **style(Face.TEXT, LETTERS, va="center_baseline"), bbox=ground)
    total = style(Face.BOLD, 46, color=CHART.accent, ha="right", va="baseline")
    axes.text(right, line, str(event.total), **total)
    stacked = [(year, line - DOT * (n + 0.6)) for year, count in event.won for n in range(count)]
    axes.plot(
        [year for year, _ in stacked],
        [height for _, height in stacked],
        linestyle="",
        marker="o",
        markersize=points(DOT - 1),
        color=CHART.accent,
        markeredgewidth=0,
    )
