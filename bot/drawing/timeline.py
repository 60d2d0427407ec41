"""A filmography: each film a row, set at its year; the shape tells the type of film."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.drawing import lettering
from bot.drawing.lettering import Face
from bot.drawing.palette import CHART, CREAM, SECOND
from bot.drawing.sheet import FAINT, INNER, MARGIN, QUIET, label_ticks, plot, points, sheet, style
from knowledge.figures.timeline import Moment, Timeline

SHAPES = {"feature": "o", "short": "D", "documentary": "s", "series": "^", "animation": "p"}
ROW, ROOMY_ROW, FEW = 46, 62, 14
LETTERS = 29
ASIDE = 28
"""From the middle of a mark to its text."""
LEAST_YEARS = 8


def draw_timeline(chart: Timeline) -> bytes:
    rows = len(chart.moments)
    row = ROOMY_ROW if rows <= FEW else ROW
    figure, axes = plot(row * rows + 150, above=44, below=96)
    first, last = chart.moments[0].year, chart.moments[-1].year
    spare = max(0, LEAST_YEARS - (last - first)) / 2 + (last - first) * 0.02
    axes.set_xlim(first - spare - 0.5, last + spare + 0.5)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set_yticks([])
    step = next(s for s in (1, 2, 5, 10, 20, 50) if (last - first + 2 * spare) / s <= 12)
    low, high = axes.get_xlim()
    axes.set_xticks([year for year in range(1900, 2100, step) if low < year < high])
    axes.tick_params(labeltop=True, labelbottom=True)
    axes.grid(axis="x", color=FAINT, linewidth=1)
    axes.set_axisbelow(True)
    label_ticks([*axes.get_xticklabels()])
    for tick in axes.xaxis.get_major_ticks():
        label_ticks([tick.label1, tick.label2])
    for number, moment in enumerate(chart.moments):
        _film(axes, number, moment)
    marks = [
        Line2D([], [], marker=SHAPES.get(kind, "o"), linestyle="", label=said, color=_colour(kind))
        for kind, said in chart.types
    ]
    legend = figure.legend(
        handles=marks,
        loc="lower left",
        bbox_to_anchor=(MARGIN / figure.bbox.width - 0.008, 0),
        ncols=5,
        frameon=False,
        handletextpad=0.1,
        columnspacing=1.2,
        markerscale=1.7,
        borderpad=0.2,
    )
    label_ticks(legend.get_texts(), 27)
    return sheet(chart.title, chart.subtitle, figure, chart.notes)


def _colour(kind: str) -> str:
    return CHART.accent if kind in ("feature", "") else SECOND


def _film(axes: Axes, row: int, moment: Moment) -> None:
    """The mark, and beside it year and title, on the side where they fit."""
    low, high = axes.get_xlim()
    across = (moment.year - low) / (high - low) * INNER
    size = (32 if moment.awards else 19) * (0.8 if moment.type == "short" else 1)
    axes.plot(
        [moment.year],
        [row],
        marker=SHAPES.get(moment.type, "o"),
        markersize=points(size),
        color=_colour(moment.type),
        markeredgecolor=CHART.ground,
        markeredgewidth=2,
    )
    if moment.awards:
        number = style(Face.BOLD, 21, color=CHART.ground, ha="center", va="center_baseline")
        axes.text(moment.year, row, str(moment.awards), **number)
    year = f"{moment.year}  "
    taken = lettering.width(year, Face.BOLD, LETTERS)
    wide = taken + lettering.width(moment.title, Face.TEXT, LETTERS)
    before, behind = across - ASIDE, INNER - across - ASIDE
    after = wide <= behind or behind >= before
    room = int((behind if after else before) - taken)
    title = lettering.cut(moment.title, Face.TEXT, LETTERS, room)
    wide = taken + lettering.width(title, Face.TEXT, LETTERS)
    start = ASIDE if after else -ASIDE - wide
    for text, face, colour, offset in (
        (year, Face.BOLD, QUIET, start),
        (title, Face.TEXT, CREAM, start + taken),
    ):
        axes.annotate(
            text,
            (moment.year, row),
            (points(offset), 0),
            textcoords="offset points",
            **style(face, LETTERS, color=colour, va="center_baseline"),
            bbox={"facecolor": CHART.ground, "edgecolor": "none", "pad": 1},
        )
