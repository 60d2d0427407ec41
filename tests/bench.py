"""``make bench``: what a question costs, beside a plain fuzzy search over generated questions.

Prints a table and ends with 1 where a limit is not kept. Times are of the processor, so that a
busy machine does not spoil them; starts are by the clock, for somebody waits.
"""

from __future__ import annotations

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import yaml
from rapidfuzz import fuzz, process

from knowledge.engine import Engine
from knowledge.loading import FACTS
from knowledge.parity import ASKING, LANGUAGE
from knowledge.records import LANGUAGES

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 23)
SAMPLE = 1500
NAIVE_SAMPLE = 40

P50_MS, P99_MS = 5.0, 15.0
START_S, FIRST_START_S = 1.5, 8.0
MEMORY_MB = 200.0

Patterns = dict[str, dict[str, list[str]]]
"""Language to kind to wordings."""


def patterns() -> Patterns:
    return {
        language: yaml.safe_load((LANGUAGE / language / ASKING).read_text("utf-8"))["patterns"]
        for language in LANGUAGES
    }


def names(engine: Engine, language: str) -> dict[str, list[str]]:
    """What can stand in a slot of a pattern."""
    base = engine.base
    return {
        "film": [film.title.get(language) for film in base.films.values()],
        "person": [person.name.get(language) for person in base.people.values()],
        "event": [event.name.get(language) for event in base.organisations.values()],
        "year": [str(year) for year in range(1960, 2027)],
    }


def filled(pattern: str, slots: dict[str, list[str]], chance: random.Random) -> str | None:
    """The pattern with names from the base, or nothing where it asks for something else."""
    wanted = re.findall(r"\{(\w+)\}", pattern)
    if not all(slot in slots for slot in wanted):
        return None
    return re.sub(r"\{(\w+)\}", lambda slot: chance.choice(slots[slot[1]]), pattern)


def asked(engine: Engine, known: Patterns, chance: random.Random) -> Iterator[str]:
    """Questions of every kind in every language, a third of them as carelessly typed as usual."""
    slots = {language: names(engine, language) for language in LANGUAGES}
    while True:
        language = chance.choice(LANGUAGES)
        kind = chance.choice(sorted(known[language]))
        question = filled(chance.choice(known[language][kind]), slots[language], chance)
        if question:
            yield _careless(question, chance) if chance.random() < 1 / 3 else question


def _careless(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return (text[:place] + text[place + 1 :]).lower().rstrip("?")


def naive(engine: Engine, known: Patterns) -> list[str]:
    """One string for each kind and each film or person: what a list of questions would be."""
    strings = []
    for language in LANGUAGES:
        slots = names(engine, language)
        for wordings in known[language].values():
            for slot in ("film", "person"):
                only = [w for w in wordings if re.findall(r"\{(\w+)\}", w) == [slot]]
                if only:
                    strings += [only[0].replace(f"{{{slot}}}", name) for name in slots[slot]]
                    break
    return strings


def milliseconds(answer: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    times = []
    for question in questions:
        before = process_time()
        answer(question)
        times.append((process_time() - before) * 1000)
    return sorted(times)


def memory() -> float:
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
    known = patterns()
    chance = random.Random(1938)  # noqa: S311 - the same questions in each run
    questions = [
        question for question, _ in zip(asked(engine, known, chance), range(SAMPLE), strict=False)
    ]
    ours = milliseconds(lambda question: engine.ask(question, today=TODAY), questions)
    held = memory()
    strings = naive(engine, known)
    theirs = milliseconds(
        lambda question: process.extractOne(question, strings, scorer=fuzz.WRatio),
        questions[:NAIVE_SAMPLE],
    )
    first, later = starts()

    say = sys.stdout.write
    say(f"{len(questions)} questions; plain search over {len(strings)} question strings\n\n")
    say(f"{'':34}{'ours':>10}{'plain':>10}{'limit':>10}\n")
    kept = True
    for label, value, plain, limit in (
        ("half of the questions, ms", _part(ours, 0.5), _part(theirs, 0.5), P50_MS),
        ("99 of 100 questions, ms", _part(ours, 0.99), _part(theirs, 0.99), P99_MS),
        ("memory, MB", held, None, MEMORY_MB),
        ("start to first answer, s", later, None, START_S),
        ("the same without the cache, s", first, None, FIRST_START_S),
    ):
        beside = "" if plain is None else f"{plain:.2f}"
        broken = value > limit
        kept = kept and not broken
        say(f"{label:34}{value:10.2f}{beside:>10}{limit:10.1f}{'  too much' * broken}\n")
    return 0 if kept else 1


def _part(ordered: Sequence[float], part: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


if __name__ == "__main__":
    sys.exit(main())
