"""Films by year as columns; hatched, where no source confirms the year."""

from __future__ import annotations

from matplotlib.ticker import MaxNLocator

from bot.drawing.lettering import Face
from bot.drawing.palette import CHART, CREAM, SECOND
from bot.drawing.sheet import FAINT, label_ticks, plot, sheet, style
from knowledge.figures.years import Years

HEIGHT = 760


def draw_years(chart: Years) -> bytes:
    figure, axes = plot(HEIGHT, left=100, below=52, above=44)
    years = [year.year for year in chart.years]
    sure = [year.sure for year in chart.years]
    unsure = [year.unsure for year in chart.years]
    axes.bar(years, sure, width=0.78, color=CHART.accent, label=chart.sure)
    if any(unsure):
        axes.bar(
            years,
            unsure,
            width=0.78,
            bottom=sure,
            color=CHART.ground,
            edgecolor=SECOND,
            hatch="////",
            linewidth=1,
            hatch_linewidth=1.6,
            label=chart.unsure,
        )
    axes.set_xlim(years[0] - 1, years[-1] + 1)
    axes.set_xticks([year for year in years if year % 10 == 0])
    axes.yaxis.set_major_locator(MaxNLocator(6, steps=[1, 2, 5, 10], integer=True))
    axes.grid(axis="y", color=FAINT, linewidth=1)
    axes.set_axisbelow(True)
    label_ticks([*axes.get_xticklabels(), *axes.get_yticklabels()], 28)
    axes.margins(y=0.1)
    most = max(chart.years, key=lambda year: year.films)
    axes.annotate(
        f"{most.year}: {most.films}",
        (most.year, most.films),
        (0, 6),
        textcoords="offset points",
        **style(Face.BOLD, 30, color=CREAM, ha="center"),
    )
    if any(unsure):
        legend = axes.legend(loc="upper left", frameon=False, handlelength=1.4)
        label_ticks(legend.get_texts(), 30)
    return sheet(chart.title, chart.subtitle, figure, ())
