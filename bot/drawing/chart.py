"""The picture of a chart, of whichever kind."""

from __future__ import annotations

from bot.drawing.honours import draw_honours
from bot.drawing.takings import draw_takings
from bot.drawing.timeline import draw_timeline
from bot.drawing.years import draw_years
from knowledge.figures.charts import Chart
from knowledge.figures.honours import Honours
from knowledge.figures.timeline import Timeline
from knowledge.figures.years import Years


def draw_chart(chart: Chart) -> bytes:
    """PNG, 1280 pixels wide."""
    if isinstance(chart, Timeline):
        return draw_timeline(chart)
    if isinstance(chart, Years):
        return draw_years(chart)
    if isinstance(chart, Honours):
        return draw_honours(chart)
    return draw_takings(chart)
