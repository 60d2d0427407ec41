"""Names among very many: our index beside plain scans and SQLite, over made-up names with slips.

``python -m tests.benchmarks.names``                      the table; 1 where a limit is not kept
``python -m tests.benchmarks.names NearestNames 10000``   one row, as JSON, in its own process

``NearestNames`` is what the engine looks whole names up in, ``NameIndex`` all that finds a name
within a question.  With the folder of the MetaQA data set in ``METAQA`` its names are a further
row: those of real films and people, 0 for their number.
"""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from rapidfuzz import fuzz, process

from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Facts, Person, Text
from knowledge.naming.names import NameIndex
from knowledge.naming.nearest import NearestNames
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold, tokens
from tests.benchmarks.accuracy import any_trigram
from tests.benchmarks.many import made, real, slipped
from tests.benchmarks.speed import milliseconds, part
from tests.fuzz import held_mb

Find = Callable[[str], str]
"""A name as typed in, the name that is meant out; empty where none is found."""

SIZES = (10_000, 100_000, 1_000_000)
METAQA = "METAQA"
LARGEST = {"NameIndex": 100_000}
"""What is built of Python objects a name is not asked to hold a million."""
SAMPLES = {0: 50, 10_000: 100, 100_000: 50, 1_000_000: 8}
"""Names that the slow ways are asked."""
OURS, COMPARED = 1000, 300
"""Names that ours are asked, and how many of them are also looked for in a scan."""
P99_MS = {0: 5.0, 10_000: 5.0, 100_000: 5.0, 1_000_000: 10.0}
MOST_MB, GAP = 100.0, 0.01
"""The limits of ``NearestNames``: memory besides the names; how far behind a scan it may be."""


# The ways to find one.


def name_index(known: Sequence[str], _: Sequence[str]) -> Find:
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


def nearest_names(known: Sequence[str], folded: Sequence[str]) -> Find:
    """Ours, for names that stand by themselves."""
    index = NearestNames(folded)

    def find(text: str) -> str:
        found = index.nearest(" ".join(fold(text)))
        return known[found[0]] if found else ""

    return find


def ratio(known: Sequence[str], _: Sequence[str]) -> Find:
    lowered = [name.lower() for name in known]
    return lambda text: known[process.extractOne(text, lowered, scorer=fuzz.ratio)[2]]


def wratio(known: Sequence[str], _: Sequence[str]) -> Find:
    lowered = [name.lower() for name in known]
    return lambda text: known[process.extractOne(text, lowered, scorer=fuzz.WRatio)[2]]


def trigrams(known: Sequence[str], _: Sequence[str]) -> Find:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE name USING fts5(text, tokenize='trigram')")
    database.executemany("INSERT INTO name(rowid, text) VALUES (?, ?)", enumerate(known))

    def find(text: str) -> str:
        row = database.execute(
            "SELECT rowid FROM name WHERE name MATCH ? ORDER BY rank LIMIT 1", (any_trigram(text),)
        ).fetchone()
        return known[row[0]] if row else ""

    return find


def exact_scan(known: Sequence[str], folded: Sequence[str]) -> Find:
    """What the others are compared with: the nearest folded name of all."""
    return lambda text: known[
        process.extractOne(" ".join(fold(text)), folded, scorer=fuzz.ratio)[2]
    ]


WAYS: dict[str, Callable[[Sequence[str], Sequence[str]], Find]] = {
    "NearestNames": nearest_names, "NameIndex": name_index,
    "extractOne, ratio": ratio, "extractOne, WRatio": wratio,
    "SQLite FTS5 trigram": trigrams, "folded, every name": exact_scan,
}  # fmt: skip


def measured(way: str, many: int) -> dict[str, Any]:
    """One row: build, ask, compare."""
    known = made(many) if many else real(Path(os.environ[METAQA]) / "kb.txt.gz")
    folded = [" ".join(fold(name)) for name in known]
    ours = WAYS[way] in (nearest_names, name_index)
    asked = slipped(known, OURS if ours else SAMPLES[many])
    gc.collect()
    before, began = held_mb(), process_time()
    find = WAYS[way](known, folded)
    gc.collect()
    built, held = process_time() - began, held_mb() - before
    find(asked[0][0])
    found: dict[str, str] = {}
    times = milliseconds(
        lambda text: found.setdefault(text, find(text)), [text for text, _ in asked]
    )
    scan = exact_scan(known, folded)
    compared = asked[:COMPARED]
    scanned = {text: scan(text) for text, _ in compared}
    return {
        "asked": len(asked),
        "p50": part(times, 0.5),
        "p99": part(times, 0.99),
        "right": _share(compared, found),
        "scan": _share(compared, scanned),
        "memory": held,
        "build": built,
    }


def _share(asked: Sequence[tuple[str, str]], found: Mapping[str, str]) -> float:
    return sum(found[text] == name for text, name in asked) / len(asked)


def kept(row: Mapping[str, float], many: int) -> bool:
    """Whether a row of ``NearestNames`` keeps the limits."""
    return (
        row["p99"] <= P99_MS[many]
        and row["memory"] <= MOST_MB
        and row["right"] >= row["scan"] - GAP - 1e-9
    )


def main() -> int:
    """Print the table."""
    say = sys.stdout.write
    say(f"{'':24}{'names':>9}{'asked':>7}{'p50 ms':>9}{'p99 ms':>9}{'slower':>8}")
    say(f"{'right':>8}{'scan':>8}{'MB':>7}{'build s':>9}\n")
    broken = False
    for many in (*SIZES, *([0] if os.environ.get(METAQA) else [])):
        ours = 0.0
        for way in WAYS:
            if many > LARGEST.get(way, many):
                say(f"{way:24}{many:9}   not built for so many\n")
                continue
            done = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.names", way, str(many)],
                cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
            )  # fmt: skip
            row = json.loads(done.stdout)
            ours = ours or row["p50"]
            fault = WAYS[way] is nearest_names and not kept(row, many)
            broken = broken or fault
            say(f"{way:24}{many:9}{row['asked']:7}{row['p50']:9.2f}{row['p99']:9.2f}"
                f"{row['p50'] / ours:8.1f}{row['right']:8.1%}{row['scan']:8.1%}"
                f"{row['memory']:7.0f}{row['build']:9.1f}"
                f"{'  too much' * fault}\n")  # fmt: skip
            sys.stdout.flush()
    return 1 if broken else 0


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.stdout.write(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
    else:
        sys.exit(main())
