"""Patterns put as questions to an engine that has never seen them.

Who asks in words that nobody foresaw must be told apart from who asks for what no film base
knows: only wordings that the engine does not hold can teach how sure it may be.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.answer import Conversation
from knowledge.asking.asking import BEYOND
from knowledge.asking.kinds import KINDS
from knowledge.asking.phrases import SLOT, slot_name
from knowledge.asking.wordings import Documents, read_documents
from knowledge.deciding.contest import Candidate
from knowledge.engine import Engine
from knowledge.factbase.records import Film, Organisation, Person
from tests.asking import Question
from tests.training import kinds
from tests.training.examples import Contest, Example, contested

SEED = 3
KEPT = 0.8
"""The share of patterns that the engine keeps."""
Record = Film | Person | Organisation
_FILLED = {"film", "person", "organisation"}
_KNOWN = 60
"""Names are taken from the so many records of which most is known."""


def documents_in_part(share: float = KEPT) -> tuple[Documents, list[tuple[str, str, str]]]:
    """The languages with some of the patterns; and the others: kind, language, text."""
    chance = random.Random(SEED)  # noqa: S311
    documents, others = read_documents(), []
    for language, document in documents.items():
        kept: dict[str, list[str]] = {}
        for kind, texts in document["patterns"].items():
            kept[kind] = [text for text in texts if chance.random() < share] or texts[:1]
            others += [(kind, language, text) for text in texts if text not in kept[kind]]
        document["patterns"] = kept
    chance.shuffle(others)
    return documents, others


def engine_in_part(documents: Documents) -> Engine:
    """An engine that knows no other patterns, and whose kinds are fitted to them alone."""
    engine = Engine.load(documents=documents)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kinds.npz"
        kinds.fit(engine.asking, engine.reader.lexicon, [], path, roughly=True)
        engine.asking.fit(path)
    return engine


def questions(engine: Engine, patterns: list[tuple[str, str, str]]) -> Iterator[Question]:
    """The patterns with names of the base in their slots; those with other slots are left out."""
    chance = random.Random(SEED)  # noqa: S311
    base = engine.base
    best: dict[str, list[Record]] = {
        "film": _best_known(base.films.values()),
        "person": _best_known(base.people.values()),
        "organisation": _best_known(base.organisations.values()),
    }
    for kind, language, text in patterns:
        slots = [slot_name(s) for s in SLOT.findall(text)]
        if not _plain(kind) or not slots or not set(slots) <= _FILLED:
            continue
        named = [chance.choice(best[slot]) for slot in slots]
        for record in named:
            text = SLOT.sub(_name(record, language), text, count=1)
        about = () if kind.startswith(BEYOND) else tuple(record.id for record in named)
        asked = ("unknown",) if kind.startswith(BEYOND) else (kind,)
        yield Question(text, asked, language, "clean", about)


def asked_in_part(engine: Engine, patterns: list[tuple[str, str, str]]) -> Iterator[Contest]:
    """The contests of patterns that the engine does not hold."""
    for question in questions(engine, patterns):
        contest = contested(engine, question, Conversation())
        yield [_example(question, each) for each in contest]
        if question.kinds == ("unknown",):
            rest = contested(engine, question, Conversation(), beyond=False)
            yield [_example(question, each) for each in rest]


def _best_known(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: (-len(record.sources), record.id))[:_KNOWN]


def _plain(kind: str) -> bool:
    """Whether it asks for what the record of the named itself says, whatever else that holds."""
    family = kind.partition(".")[0]
    return family in ("film", BEYOND) or (family == "person" and not KINDS[kind].steps)


def _name(record: Record, language: str) -> str:
    name = record.title if isinstance(record, Film) else record.name
    return name.get(language)


def _example(question: Question, candidate: Candidate) -> Example:
    reading, kind = candidate.reading, question.kinds[0]
    if reading is None:
        return Example(candidate, False, use=False)  # it may tell the same in other words
    if reading.kind.startswith(BEYOND):
        return Example(candidate, kind == "unknown")
    if reading.missing:
        return Example(candidate, False, use=reading.kind != kind)
    named = not question.about or any(e.id in question.about for e in reading.query.start)
    return Example(candidate, reading.kind == kind and named)
