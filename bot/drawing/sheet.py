"""The sheet of a chart: a heading above what matplotlib plots, notes and a border below.

The ground is dark and its own, so that it reads the same in a light and in a dark chat.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageDraw

from bot.drawing import lettering
from bot.drawing.lettering import FONTS, Face
from bot.drawing.ornament import border
from bot.drawing.palette import CHART, CREAM, mixed

WIDTH = 1280
MARGIN = 56
INNER = WIDTH - 2 * MARGIN
BORDER = 52
DPI = 100
QUIET = mixed(CREAM, CHART.ground, 0.28)
FAINT = mixed(CHART.ground, CREAM, 0.2)


def plot(
    height: int, *, left: int = MARGIN, below: int = 0, above: int = 0
) -> tuple[Figure, Axes]:
    """An empty plot as wide as the sheet; the axes keep off its edges by these pixels."""
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=CHART.ground)
    across, up = WIDTH - left - MARGIN, height - below - above
    axes = figure.add_axes((left / WIDTH, below / height, across / WIDTH, up / height))
    axes.set_facecolor(CHART.ground)
    axes.spines[:].set_visible(False)
    axes.tick_params(length=0)
    return figure, axes


def style(face: Face, pixels: int, **more: Any) -> dict[str, Any]:
    """How matplotlib sets a text in one of our faces, its size in pixels."""
    return {
        "font": FONTS / face.value,
        "fontsize": points(pixels),
        "fontfeatures": tuple(lettering.FEATURES or ()),
        "color": CREAM,
        "parse_math": False,  # a dollar is a dollar
        **more,
    }


def points(pixels: float) -> float:
    return pixels * 72 / DPI


def label_ticks(labels: Iterable[Any], pixels: int = 26) -> None:
    for label in labels:
        label.set(**style(Face.TEXT, pixels, color=QUIET))


def sheet(title: str, subtitle: str, figure: Figure, notes: tuple[str, ...]) -> bytes:
    """PNG, 1280 pixels wide and as high as its content."""
    plotted = _raster(figure)
    figure.clear()  # its parts hold each other: memory would wait for the collector
    heading = lettering.set_text(title, Face.TITLE, (INNER, 150), largest=62, smallest=40, most=2)
    below = lettering.set_text(subtitle, Face.TEXT, (INNER, 80), largest=34, smallest=26, most=2)
    remarks = [
        lettering.set_text(note, Face.TEXT, (INNER, 68), largest=27, smallest=23, most=2)
        for note in notes
    ]
    top = 40 + heading.height + below.height + 20
    foot = sum(remark.height for remark in remarks) + (24 if remarks else 8)
    height = top + plotted.height + foot + BORDER
    image = Image.new("RGB", (WIDTH, height), CHART.ground)
    image.paste(plotted, (0, top))
    image.paste(mixed(CHART.ground, CHART.accent, 0.16), (0, height - BORDER, WIDTH, height))
    image.paste(CHART.accent, (0, height - BORDER), border(WIDTH, BORDER))
    draw = ImageDraw.Draw(image)
    lettering.write(draw, heading, (MARGIN, 40), CREAM)
    lettering.write(draw, below, (MARGIN, 40 + heading.height), CHART.accent)
    across = top + plotted.height + 8
    for remark in remarks:
        lettering.write(draw, remark, (MARGIN, across), QUIET)
        across += remark.height
    buffer = io.BytesIO()
    # Few colours: half the size, and no difference to see.
    image.quantize(256, dither=Image.Dither.NONE).save(buffer, "PNG")
    return buffer.getvalue()


def _raster(figure: Figure) -> Image.Image:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
    size = canvas.get_width_height()
    return Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1).convert("RGB")
