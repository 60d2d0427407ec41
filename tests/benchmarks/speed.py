"""What a question costs, beside a plain fuzzy search over a list of questions.

Ends with 1 where a limit is not kept. Times are of the processor, so that a busy machine does not
spoil them; starts are by the clock, for somebody waits.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from rapidfuzz import fuzz, process

from knowledge.engine import Engine
from knowledge.factbase.loading import FACTS
from tests.benchmarks.generated import asked, listed

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
SAMPLE = 1500
NAIVE_SAMPLE = 40

P50_MS, P99_MS = 3.0, 10.0
START_S, FIRST_START_S = 1.5, 8.0
MEMORY_MB = 200.0


def milliseconds(answer: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """What each took, in order of size."""
    times = []
    for question in questions:
        before = process_time()
        answer(question)
        times.append((process_time() - before) * 1000)
    return sorted(times)


def part(ordered: Sequence[float], share: float) -> float:
    """The value below which this share lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def most_memory() -> float:
    """The most that this process ever held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024**2 if sys.platform == "darwin" else 1024)


def start(facts: Path) -> float:
    """Seconds from nothing to the first answer."""
    before = perf_counter()
    subprocess.run(
        [sys.executable, "-m", "bot", "ask", "who directed Tulpan?"],
        cwd=ROOT,
        env={**os.environ, "FACTS_DIR": str(facts), "TELEGRAM_BOT_TOKEN": ""},
        check=True,
        capture_output=True,
    )
    return perf_counter() - before


def starts() -> tuple[float, float]:
    """The first start, which reads the YAML, and the best of three later ones."""
    with tempfile.TemporaryDirectory() as folder:
        facts = Path(folder) / "facts"
        shutil.copytree(FACTS, facts, ignore=shutil.ignore_patterns(".compiled*"))
        return start(facts), min(start(facts) for _ in range(3))


def main() -> int:
    engine = Engine.load()
    questions = list(islice(asked(engine.base, 1938), SAMPLE))
    ours = milliseconds(lambda question: engine.ask(question, today=TODAY), questions)
    held = most_memory()
    strings = [entry.text for entry in listed(engine.base)]
    theirs = milliseconds(
        lambda question: process.extractOne(question, strings, scorer=fuzz.WRatio),
        questions[:NAIVE_SAMPLE],
    )
    first, later = starts()

    say = sys.stdout.write
    say(f"{len(questions)} questions; WRatio over {len(strings)} question strings\n\n")
    say(f"{'':34}{'ours':>10}{'plain':>10}{'limit':>10}\n")
    kept = True
    for label, value, plain, limit in (
        ("half of the questions, ms", part(ours, 0.5), part(theirs, 0.5), P50_MS),
        ("99 of 100 questions, ms", part(ours, 0.99), part(theirs, 0.99), P99_MS),
        ("memory, MB", held, None, MEMORY_MB),
        ("start to first answer, s", later, None, START_S),
        ("the same without the cache, s", first, None, FIRST_START_S),
    ):
        beside = "" if plain is None else f"{plain:.2f}"
        broken = value > limit
        kept = kept and not broken
        say(f"{label:34}{value:10.2f}{beside:>10}{limit:10.1f}{'  too much' * broken}\n")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
