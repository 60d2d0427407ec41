"""Names among very many: our index beside plain scans and SQLite, over made-up names with slips.

``python -m tests.benchmarks.names``                   the table
``python -m tests.benchmarks.names NameIndex 10000``   one row, as JSON, for a process of its own
"""

from __future__ import annotations

import gc
import json
import random
import sqlite3
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from rapidfuzz import fuzz, process

from knowledge.base import FactBase
from knowledge.lexicon import Lexicon
from knowledge.loading import FACTS, read_facts
from knowledge.names import NameIndex
from knowledge.records import Facts, Person, Text
from knowledge.spelling import fold, tokens
from tests.benchmarks.accuracy import any_trigram
from tests.benchmarks.speed import milliseconds, part
from tests.test_bad_input import held_mb
from tests.variants import typo

Chance = random.Random
Find = Callable[[str], str]
"""A name as typed in, the name that is meant out; empty where none is found."""

SIZES = (10_000, 100_000, 1_000_000)
LARGEST = {"NameIndex": 100_000}
"""What is built of Python objects a name is not asked to hold a million."""
SAMPLES = {10_000: 100, 100_000: 50, 1_000_000: 8}
"""Plain scans take long; our index is asked ten times as many."""


def names(many: int) -> list[str]:
    """Distinct names of two words, made of the letters and lengths of the names in the base."""
    chance = random.Random(many)  # noqa: S311
    real = [person.name.en.split() for person in read_facts(FACTS).people]
    first = _made({words[0] for words in real}, 40 + int(many**0.6), chance)
    last = _made({words[-1] for words in real}, 200 + int(many**0.8), chance)
    found: dict[str, None] = {}
    while len(found) < many:
        found[f"{_often(first, chance)} {_often(last, chance)}"] = None
    return list(found)


def _often(words: Sequence[str], chance: Chance) -> str:
    """The first words are those of many people."""
    return words[int(len(words) * chance.random() ** 2)]


def _made(real: set[str], many: int, chance: Chance) -> list[str]:
    """Words in which each letter follows the two before it as in real ones."""
    following: dict[str, list[str]] = defaultdict(list)
    for word in sorted(real):
        padded = f"^^{word.lower()}$"
        for at in range(2, len(padded)):
            following[padded[at - 2 : at]].append(padded[at])
    found: dict[str, None] = {}
    while len(found) < many:
        word = "^^"
        while word[-1] != "$" and len(word) < 18:
            word += chance.choice(following[word[-2:]])
        if 5 <= len(word.strip("^$")) <= 14:
            found[word.strip("^$").capitalize()] = None
    return list(found)


def questions(known: Sequence[str], many: int) -> list[tuple[str, str]]:
    """Names with one or two slips, and the names that they were."""
    chance = random.Random(2018)  # noqa: S311
    chosen = chance.sample(known, many)
    return [(typo(name, "en", chance).lower(), name) for name in chosen]


# The ways to find one.


def name_index(known: Sequence[str]) -> Find:
    """Ours, over a base that holds nothing else."""
    lexicon = Lexicon()
    people = tuple(
        Person(id=f"n{at}", name=Text(kk=name, ru=name, en=name), sources=())
        for at, name in enumerate(known)
    )
    index = NameIndex(
        FactBase(Facts(people=people)), lexicon, frozenset(), frozenset(), frozenset()
    )
    lexicon.freeze()

    def find(text: str) -> str:
        words = tokens(text)
        found = index.find(words, [lexicon.find(word.skeleton) for word in words])
        full = [mention for mention in found if mention.how == "name"] or found
        return known[int(full[0].ids[0][1:])] if full else ""

    return find


def ratio(known: Sequence[str]) -> Find:
    lowered = [name.lower() for name in known]
    return lambda text: known[process.extractOne(text, lowered, scorer=fuzz.ratio)[2]]


def wratio(known: Sequence[str]) -> Find:
    lowered = [name.lower() for name in known]
    return lambda text: known[process.extractOne(text, lowered, scorer=fuzz.WRatio)[2]]


def trigrams(known: Sequence[str]) -> Find:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE name USING fts5(text, tokenize='trigram')")
    database.executemany("INSERT INTO name(rowid, text) VALUES (?, ?)", enumerate(known))

    def find(text: str) -> str:
        row = database.execute(
            "SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT 1", (any_trigram(text),)
        ).fetchone()
        return known[row[0]] if row else ""

    return find


def exact_scan(known: Sequence[str]) -> Find:
    """What the others are compared with: the nearest folded name of all."""
    skeletons = [" ".join(fold(name)) for name in known]
    return lambda text: known[
        process.extractOne(" ".join(fold(text)), skeletons, scorer=fuzz.ratio)[2]
    ]


WAYS: dict[str, Callable[[Sequence[str]], Find]] = {
    "NameIndex": name_index, "extractOne, ratio": ratio, "extractOne, WRatio": wratio,
    "SQLite FTS5 trigram": trigrams, "folded, every name": exact_scan,
}  # fmt: skip


def measured(way: str, many: int) -> dict[str, Any]:
    """One row: build, ask, compare."""
    known = names(many)
    few = SAMPLES[many]
    asked = questions(known, few * (10 if way == "NameIndex" else 1))
    gc.collect()
    before, began = held_mb(), process_time()
    find = WAYS[way](known)
    gc.collect()
    built, held = process_time() - began, held_mb() - before
    find(asked[0][0])
    found: dict[str, str] = {}
    times = milliseconds(
        lambda text: found.setdefault(text, find(text)), [text for text, _ in asked]
    )
    scan = exact_scan(known)
    return {
        "asked": len(asked),
        "p50": part(times, 0.5),
        "p99": part(times, 0.99),
        "right": sum(found[text] == name for text, name in asked) / len(asked),
        "agrees": sum(found[text] == scan(text) for text, _ in asked[:few]) / few,
        "memory": held,
        "build": built,
    }


def main() -> int:
    """Print the table."""
    say = sys.stdout.write
    say(f"{'':24}{'names':>9}{'asked':>7}{'p50 ms':>9}{'p99 ms':>9}")
    say(f"{'right':>8}{'as scan':>9}{'MB':>7}{'build s':>9}\n")
    for many in SIZES:
        for way in WAYS:
            if many > LARGEST.get(way, many):
                say(f"{way:24}{many:9}   not built for so many\n")
                continue
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.names", way, str(many)],
                cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
            )  # fmt: skip
            row = json.loads(done.stdout)
            say(f"{way:24}{many:9}{row['asked']:7}{row['p50']:9.2f}{row['p99']:9.2f}{row['right']:8.1%}"
                f"{row['agrees']:9.1%}{row['memory']:7.0f}{row['build']:9.1f}\n")  # fmt: skip
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.stdout.write(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
    else:
        sys.exit(main())
