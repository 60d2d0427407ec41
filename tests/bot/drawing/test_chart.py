"""Charts of the whole base and of directors: readable pictures from any thread."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from bot.drawing.chart import draw_chart
from knowledge.answers.wording import Wording
from knowledge.engine import Engine
from knowledge.figures.charts import OF_BASE, chart_of
from knowledge.figures.takings import BoxOffice, Earned
from knowledge.figures.timeline import Moment, Timeline

ONE = Timeline("Ару", "1", (Moment(2020, "Кино", "", 0),), (), (), "")
ROOT = Path(__file__).parents[3]


def exit_code(code: str) -> int:
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    return run.returncode


def opened(image: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(image))
    assert picture.format == "PNG"
    return picture


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("name", [*OF_BASE, "timeline"])
def test_a_chart_fits_a_phone(engine: Engine, language: str, name: str) -> None:
    word = Wording(engine.base, engine.texts, language)
    chart = chart_of(word, name, "adilkhan-yerzhanov")
    assert chart
    wide, high = opened(draw_chart(chart)).size
    assert wide == 1280
    assert 700 <= high <= 2000


@pytest.mark.parametrize(
    "chart",
    [
        ONE,
        replace(ONE, moments=(Moment(1938, "Кино " * 40, "feature", 12), *ONE.moments)),
        replace(ONE, title="Ару " * 30, notes=("Ару " * 90,)),
        BoxOffice("$100 million", "$", (Earned("$5 и $6_{x}", 1, "$1", "$ $"),), (), ""),
    ],
    ids=["one film", "a long title", "a long heading", "no formulas"],
)
def test_what_is_unusual_is_drawn_too(chart: Timeline | BoxOffice) -> None:
    assert opened(draw_chart(chart)).size[0] == 1280


def test_it_is_drawn_the_same_in_any_thread(engine: Engine) -> None:
    charts = [chart_of(Wording(engine.base, engine.texts, "kk"), name) for name in OF_BASE]
    alone = [draw_chart(chart) for chart in charts if chart]
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(draw_chart, [chart for chart in charts if chart]))
    assert together == alone


def test_the_drawing_libraries_are_imported_when_first_needed() -> None:
    """A start takes half a second less, and memory that many bots never need."""
    code = (
        "import sys, bot.pictures\n"
        "sys.exit(bool({'PIL', 'matplotlib', 'bot.drawing.card'} & sys.modules.keys()))"
    )
    assert exit_code(code) == 0


def test_pyplot_stays_away() -> None:
    """It keeps every figure, and is not made for threads."""
    code = "import sys, bot.drawing.chart\nsys.exit('matplotlib.pyplot' in sys.modules)"
    assert exit_code(code) == 0
