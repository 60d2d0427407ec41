"""How much of ``tests/questions`` is answered rightly, beside four usual ways to do it.

Each finds the nearest entry of a list of questions, whose kind and subject are its answer.
Writes ``docs/accuracy.md``.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import process_time

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.spelling import fold
from tests.asking import Question, files, put, read, unseen
from tests.benchmarks.generated import Asked, listed

DOCUMENT = Path(__file__).parents[2] / "docs" / "accuracy.md"
GRAM_SIZES = (2, 3, 4)
DIMENSIONS = 1 << 16

Numbers = NDArray[np.int64]
Nearest = tuple[Numbers, NDArray[np.float64]]
"""Of each question the entry that is nearest and how near it is."""
Baseline = Callable[[Sequence[str], Sequence[str]], Nearest]


def folded(texts: Iterable[str]) -> list[str]:
    return [" ".join(fold(text)) for text in texts]


def wratio(questions: Sequence[str], entries: Sequence[str]) -> Nearest:
    best, scores = [], []
    lowered = [entry.lower() for entry in entries]
    for start in range(0, len(questions), 50):
        part = [question.lower() for question in questions[start : start + 50]]
        found = process.cdist(part, lowered, scorer=fuzz.WRatio, dtype=np.float32, workers=-1)
        best += found.argmax(axis=1).tolist()
        scores += found.max(axis=1).tolist()
    return np.array(best), np.array(scores, dtype=float)


_NEAREST = "SELECT rowid, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 1"


def trigrams(questions: Sequence[str], entries: Sequence[str]) -> Nearest:
    """SQLite's full-text index of trigrams: any of them may match, BM25 orders."""
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE VIRTUAL TABLE entry USING fts5(text, tokenize='trigram')")
        database.executemany("INSERT INTO entry(rowid, text) VALUES (?, ?)", enumerate(entries))
        best, scores = [], []
        for question in questions:
            row = None
            if len(question) >= 3:
                row = database.execute(_NEAREST, (any_trigram(question),)).fetchone()
            best.append(row[0] if row else 0)
            # Better is more negative; a long question gathers more.
            scores.append(-row[1] / len(question) if row else -1.0)
    return np.array(best), np.array(scores)


def any_trigram(text: str) -> str:
    grams = dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
    return " OR ".join('"' + gram.replace('"', '""').replace("\0", " ") + '"' for gram in grams)


def tfidf(questions: Sequence[str], entries: Sequence[str]) -> Nearest:
    """Cosine of TF-IDF weighted character n-grams within words, over hashed n-grams."""
    columns, rows, counts = _grams(entries)
    often = np.bincount(columns, minlength=DIMENSIONS)
    idf = np.log((1 + len(entries)) / (1 + often)) + 1
    values = (1 + np.log(counts)) * idf[columns]
    values /= np.sqrt(np.bincount(rows, values**2, len(entries)))[rows]
    order = np.argsort(columns, kind="stable")
    rows, values = rows[order], values[order]
    starts = np.concatenate(([0], np.cumsum(often)))
    best, scores = [], []
    for question in questions:
        own, _, many = _grams([question])
        weights = (1 + np.log(many)) * idf[own]
        weights /= np.sqrt((weights**2).sum()) or 1.0
        near = np.zeros(len(entries))
        for column, weight in zip(own, weights, strict=True):
            span = slice(starts[column], starts[column + 1])
            near[rows[span]] += weight * values[span]
        best.append(int(near.argmax()))
        scores.append(float(near.max()))
    return np.array(best), np.array(scores)


def _grams(texts: Sequence[str]) -> tuple[Numbers, Numbers, NDArray[np.float64]]:
    """Hashed n-gram, text and count of each n-gram of each text."""
    columns: list[int] = []
    rows: list[int] = []
    counts: list[int] = []
    for number, text in enumerate(texts):
        grams = Counter(
            _hash(padded[at : at + size])
            for word in text.split()
            for padded in (f" {word} ",)
            for size in GRAM_SIZES
            for at in range(max(1, len(padded) - size + 1))
        )
        columns += grams.keys()
        rows += [number] * len(grams)
        counts += grams.values()
    return np.array(columns), np.array(rows), np.array(counts, dtype=np.float64)


def _hash(gram: str) -> int:
    value = 5381
    for letter in gram:
        value = (value * 33 ^ ord(letter)) % 4294967291
    return value % DIMENSIONS


def by_language(
    nearest: Baseline, questions: Sequence[Question], entries: Sequence[Asked],
    left: Sequence[str], right: Sequence[str],
) -> Nearest:  # fmt: skip
    """Each question against the entries of its own language: sooner done, and easier."""
    best, scores = np.zeros(len(questions), dtype=int), np.zeros(len(questions))
    for language in LANGUAGES:
        ours = [at for at, question in enumerate(questions) if question.language == language]
        theirs = [at for at, entry in enumerate(entries) if entry.language == language]
        found, near = nearest([left[at] for at in ours], [right[at] for at in theirs])
        best[ours], scores[ours] = np.array(theirs)[found], near
    return best, scores


# Judging.


def judged(question: Question, entry: Asked, sure: bool) -> str:
    """As the engine's answers are judged, but only by kind and subject."""
    if "unknown" in question.kinds or "clarify" in question.kinds:
        return "wrong" if sure else "right"
    if not sure:
        return "missed"
    fits = entry.kind in question.kinds
    about = not question.about or not entry.subject or entry.subject in question.about
    return "right" if fits and about else "wrong"


def verdicts(questions: Sequence[Question], entries: Sequence[Asked], found: Nearest) -> list[str]:
    """With the threshold at which most are right: nobody could choose a better one."""
    best, scores = found
    always = [judged(q, entries[at], True) for q, at in zip(questions, best, strict=True)]
    never = [judged(q, entries[at], False) for q, at in zip(questions, best, strict=True)]

    def with_limit(limit: float) -> list[str]:
        rows = zip(always, never, scores, strict=True)
        return [sure if score >= limit else unsure for sure, unsure, score in rows]

    limits = np.quantile(scores, np.linspace(0, 1, 41))
    return max(map(with_limit, limits.tolist()), key=lambda kept: kept.count("right"))


# The table.


def shares(found: dict[str, list[str]], of: Sequence[int]) -> list[str]:
    """Right / wrong in percent of these questions, for each way."""
    cells = []
    for verdict in found.values():
        chosen = Counter(verdict[at] for at in of)
        right, wrong = (100 * chosen[name] / len(of) for name in ("right", "wrong"))
        cells.append(f"{right:.1f} / {wrong:.1f}")
    return cells


def document(
    questions: Sequence[Question], new: Sequence[bool], found: dict[str, list[str]],
    taken: dict[str, float], entries: int,
) -> str:  # fmt: skip
    groups: dict[str, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        groups["**all**"].append(at)
        groups["**unseen**" if new[at] else "**seen**"].append(at)
        for language in ("", question.language):
            groups[f"{question.style} {language}".strip()].append(at)
        groups[f"**{question.language}**"].append(at)
    lines = [f"| | questions | {' | '.join(found)} |", f"| --- | ---: |{' ---: |' * len(found)}"]
    lines += [
        f"| {name} | {len(groups[name])} | {' | '.join(shares(found, groups[name]))} |"
        for name in sorted(groups, key=lambda name: (name[0] != "*", name))
    ]
    cost = ", ".join(f"{way} {ms:.1f}" for way, ms in taken.items())
    return _TEXT.format(
        table="\n".join(lines), questions=len(questions), entries=entries, cost=cost,
        unseen=sum(new),
    )  # fmt: skip


_TEXT = """\
# Accuracy beside other ways

Written by `make bench`, all in one run over the {questions} questions of `tests/questions` that
stand by themselves; {unseen} of them are unseen: written without a look at the patterns, and never
used to fit anything. Right / wrong, in percent; the rest was refused or asked back.

{table}

The four others find the nearest of {entries} entries of a list of questions: each kind of question
in its first two wordings for the best known films, people and organisations and for all that are
asked about, in three languages; the wordings without a name; all written questions. They are
favoured: they are told the language of the question, and right is the right kind and subject,
where the engine must also show the fact in the right language; and each has the threshold for
refusing at which most of these very questions come out right.

- **WRatio**: `rapidfuzz.fuzz.WRatio`, case ignored.
- **WRatio, folded**: the same after both sides are folded to Latin skeletons.
- **FTS5**: SQLite's full-text index of trigrams, ordered by BM25.
- **TF-IDF, folded**: cosine of character n-grams of 2 to 4 letters within words, folded.

Milliseconds of the processor a question, on average: {cost}.
"""


def main() -> int:
    engine = Engine.load()
    chosen = [
        (file in unseen(), chat[0])
        for file in (*files(), *unseen())
        for chat in read(file)
        if len(chat) == 1
    ]
    questions = [question for _, question in chosen]
    needed = frozenset(id_ for question in questions for id_ in question.about)
    entries = listed(engine.base, needed)
    found: dict[str, list[str]] = {}
    taken: dict[str, float] = {}
    before = process_time()
    found["Qazaq Kino"] = [
        answered.verdict for question in questions for answered in put(engine, (question,))
    ]
    taken["Qazaq Kino"] = (process_time() - before) * 1000 / len(questions)
    asked, texts = [question.ask for question in questions], [entry.text for entry in entries]
    simple_asked, simple_texts = folded(asked), folded(texts)
    ways: dict[str, tuple[Baseline, Sequence[str], Sequence[str]]] = {
        "WRatio": (wratio, asked, texts),
        "WRatio, folded": (wratio, simple_asked, simple_texts),
        "FTS5": (trigrams, asked, texts),
        "TF-IDF, folded": (tfidf, simple_asked, simple_texts),
    }
    for way, (nearest, left, right) in ways.items():
        before = process_time()
        near = by_language(nearest, questions, entries, left, right)
        taken[way] = (process_time() - before) * 1000 / len(questions)
        found[way] = verdicts(questions, entries, near)
    text = document(questions, [new for new, _ in chosen], found, taken, len(entries))
    DOCUMENT.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
