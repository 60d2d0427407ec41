"""An engine made of compiled copies is the engine that was read from the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.asking.wordings import read_documents
from knowledge.engine import Engine
from tests.knowledge import small

TODAY = date(2026, 11, 23)
QUESTIONS = ("who directed 5:32?", "5:32 кто снял", "драмалар", "what is 5:32 about?", "сәлем")
COPIES = {f".compiled.{name}" for name in ("aliases", "names", "writings", "topics", "meanings")}


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small.write(tmp_path / "facts")


def test_from_copies_it_answers_the_same(directory: Path) -> None:
    read = Engine.load(directory)
    assert {file.name for file in directory.iterdir()} >= COPIES
    kept = Engine.load(directory)
    for question in QUESTIONS:
        assert kept.ask(question, today=TODAY) == read.ask(question, today=TODAY)


def test_of_other_documents_nothing_is_kept(directory: Path) -> None:
    documents = read_documents()
    for document in documents.values():
        document["patterns"] = {kind: texts[:1] for kind, texts in document["patterns"].items()}
    few = Engine.load(directory, documents)
    assert not COPIES & {file.name for file in directory.iterdir()}
    assert len(few.asking.patterns) < len(Engine.load(directory).asking.patterns)
