"""Puts bad inputs to the engine: ``python -m tests.fuzz 200000`` (``make fuzz``) takes new ones.

Tells what they cost; ends with 1 where one took too long or memory grew.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
from pathlib import Path
from time import process_time

from knowledge.answer import Conversation
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from tests.asking import NOW, TODAY
from tests.bad_inputs import RECIPES, bad_inputs

MOST_MS = 50.0
MOST_GROWTH_MB = 64.0


def answered(engine: Engine, text: str, conversation: Conversation) -> tuple[Conversation, float]:
    """Ask, check what came back; the conversation then, and milliseconds of the processor."""
    before = process_time()
    answer = engine.ask(text, today=TODAY, conversation=conversation)
    spent = (process_time() - before) * 1000
    assert answer.kind in ("answer", "clarify", "unknown", "talk")
    assert answer.language in LANGUAGES
    assert answer.lead.strip()
    assert len(answer.options) <= 4
    assert 0.0 <= answer.confidence <= 1.0
    return engine.follow(conversation, answer, NOW), spent


def held_mb() -> float:
    """What the process holds now, in megabytes; where that is not told, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1024**2 if sys.platform == "darwin" else 1024)
    return pages * resource.getpagesize() / 1024**2


def least_spent(engine: Engine, text: str, conversation: Conversation, spent: float) -> float:
    """What a text took, tried again if that was too much: a busy machine makes nothing faster."""
    again = range(3 if spent > MOST_MS else 0)
    return min([spent, *(answered(engine, text, conversation)[1] for _ in again)])


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("many", type=int, nargs="?", default=200_000)
    parser.add_argument("--seed", type=int, default=None, help="otherwise a new one each time")
    chosen = parser.parse_args()
    seed = random.SystemRandom().randrange(10**9) if chosen.seed is None else chosen.seed
    say = sys.stdout.write
    engine = Engine.load()
    spent: dict[str, list[float]] = {recipe: [] for recipe in RECIPES}
    warm, conversation = 0.0, Conversation()
    for number, (recipe, text) in enumerate(bad_inputs(seed, chosen.many)):
        if number % 20 == 0:
            conversation = Conversation()
        if number == chosen.many // 4:
            warm = held_mb()
        try:
            after, ms = answered(engine, text, conversation)
            ms = least_spent(engine, text, conversation, ms)
        except Exception:
            say(f"seed {seed}, text {number}, {recipe}: {text!r}\n")
            raise
        conversation = after
        spent[recipe].append(ms)
    say(
        f"{chosen.many} texts, seed {seed}\n"
        f"{'':20}{'texts':>8}{'p50 ms':>10}{'p99 ms':>10}{'most ms':>10}\n"
    )
    for recipe, times in spent.items():
        times.sort()
        if times:
            say(f"{recipe:20}{len(times):8}{times[len(times) // 2]:10.2f}"
                f"{times[int(len(times) * 0.99)]:10.2f}{times[-1]:10.2f}\n")  # fmt: skip
    most = max(times[-1] for times in spent.values() if times)
    growth = held_mb() - warm
    slow, fat = most > MOST_MS, growth > MOST_GROWTH_MB
    say(f"most {most:.1f} ms (limit {MOST_MS:.0f}){'  too slow' * slow}; memory after a quarter"
        f" {warm:.0f} MB, then {growth:+.0f} MB{'  too much' * fat}\n")  # fmt: skip
    return 1 if slow or fat else 0


if __name__ == "__main__":
    sys.exit(main())
