"""Box office as bars, the title above each, the sum and what limits it at its end."""

from __future__ import annotations

from bot.drawing import lettering
from bot.drawing.lettering import Face
from bot.drawing.palette import CHART, CREAM
from bot.drawing.sheet import FAINT, INNER, QUIET, plot, points, sheet, style
from knowledge.figures.takings import BoxOffice

ROW = 92
BAR = 0.47
"""The longest bar, as a share of the width: sums stand beside it."""


def draw_takings(chart: BoxOffice) -> bytes:
    rows = len(chart.earned)
    figure, axes = plot(ROW * rows + 10)
    most = chart.earned[0].amount
    axes.set_xlim(0, most / BAR)
    axes.set_ylim(rows, 0)
    axes.set_xticks([])
    axes.set_yticks([])
    for row, each in enumerate(chart.earned):
        film = lettering.cut(f"{row + 1}.  {each.film}", Face.TEXT, 32, INNER)
        axes.text(0, row + 0.26, film, **style(Face.TEXT, 32, color=CREAM, va="center_baseline"))
        axes.barh(row + 0.68, most / BAR, height=0.34, color=FAINT, alpha=0.35)
        axes.barh(row + 0.68, each.amount, height=0.34, color=CHART.accent)
        taken = lettering.width(each.said, Face.BOLD, 31)
        room = INNER - each.amount / most * BAR * INNER - taken - 50
        beside = style(Face.BOLD, 31, color=CREAM, va="center_baseline")
        at = (each.amount, row + 0.68)
        axes.annotate(each.said, at, (points(14), 0), textcoords="offset points", **beside)
        if each.note and room > 90:
            note = lettering.cut(each.note, Face.TEXT, 25, int(room))
            quiet = style(Face.TEXT, 25, color=QUIET, va="center_baseline")
            axes.annotate(note, at, (points(28 + taken), 0), textcoords="offset points", **quiet)
    return sheet(chart.title, chart.subtitle, figure, chart.notes)
