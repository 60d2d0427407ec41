"""What a picture costs: cards of all films, charts, and the memory that drawing takes.

Ends with 1 where a limit is not kept. Times are of the processor, as in ``speed``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from time import process_time

from bot.pictures import Figure, draw
from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import read_facts
from knowledge.factbase.records import LANGUAGES
from knowledge.figures.card import Card
from knowledge.figures.cards import card_of
from knowledge.figures.charts import OF_BASE, Chart, chart_of
from tests.benchmarks.speed import most_memory, part

ROOT = Path(__file__).parents[2]
CARD_MS, CHART_MS, FIRST_MS = 150.0, 1500.0, 3000.0
MEMORY_MB = 120.0
"""More than without drawing."""


def cards(base: FactBase) -> list[Card]:
    """Of every film, the languages in turn."""
    words = cycle(Wording(base, load_texts(), language) for language in LANGUAGES)
    found = (card_of(word, "film", id_) for word, id_ in zip(words, base.films, strict=False))
    return [card for card in found if card]


def charts(base: FactBase) -> list[Chart]:
    """Of the base in each language, and of every director of five films or more in one."""
    words = [Wording(base, load_texts(), language) for language in LANGUAGES]
    busy = [id_ for id_ in base.people if len(base.credited(id_, "director")) >= 5]
    found = [chart_of(word, name) for word in words for name in OF_BASE]
    found += [chart_of(words[0], "timeline", id_) for id_ in busy]
    return [chart for chart in found if chart]


def cost(figure: Figure) -> float:
    """Milliseconds of the processor; the first of a kind imports what it needs."""
    before = process_time()
    draw(figure)
    return (process_time() - before) * 1000


def memory() -> tuple[float, float, float]:
    """Held before drawing, after all cards, after charts too; in a process of its own."""
    code = "from tests.benchmarks.drawing import grown; grown()"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    before, after_cards, after_charts = map(float, run.stdout.split())
    return before, after_cards, after_charts


def grown() -> None:
    base = FactBase(read_facts())
    every_card, every_chart = cards(base), charts(base)
    held = [held_now()]
    for figures in (every_card, every_chart):
        for figure in figures:
            draw(figure)
        held.append(held_now())
    sys.stdout.write(" ".join(map(str, held)))


def held_now() -> float:
    """Megabytes; where the system does not tell, the most that were ever held."""
    told = Path("/proc/self/statm")
    if not told.exists():
        return most_memory()
    return int(told.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main() -> int:
    base = FactBase(read_facts())
    every_card, every_chart = cards(base), charts(base)
    first_card, first_chart = cost(every_card[0]), cost(every_chart[0])
    of_cards, of_charts = sorted(map(cost, every_card)), sorted(map(cost, every_chart))
    before, after_cards, after_charts = memory()

    say = sys.stdout.write
    say(f"{len(every_card)} cards, {len(every_chart)} charts\n\n")
    say(f"{'':34}{'ours':>10}{'limit':>10}\n")
    kept = True
    for label, value, limit in (
        ("half of the cards, ms", part(of_cards, 0.5), CARD_MS),
        ("the slowest card, ms", of_cards[-1], CARD_MS),
        ("the first card, with imports, ms", first_card, FIRST_MS),
        ("half of the charts, ms", part(of_charts, 0.5), CHART_MS),
        ("the slowest chart, ms", of_charts[-1], CHART_MS),
        ("the first chart, with imports, ms", first_chart, FIRST_MS),
        ("memory for cards, MB more", after_cards - before, MEMORY_MB),
        ("memory for charts too, MB more", after_charts - before, MEMORY_MB),
    ):
        broken = value > limit
        kept = kept and not broken
        say(f"{label:34}{value:10.1f}{limit:10.1f}{'  too much' * broken}\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
