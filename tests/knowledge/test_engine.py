"""An engine made of compiled copies is the engine that was read from the files."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from knowledge.answer import Conversation
from knowledge.asking.wordings import read_documents
from knowledge.engine import Engine
from tests.knowledge import small

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, tzinfo=UTC)
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("which is longer, Mongol or Nomad?", "Mongol"),
        ("what is longer, Tomiris or Nomad?", ""),  # of Tomiris the length is not known
    ],
)
def test_two_films_are_compared_only_where_both_are_known(
    engine: Engine, text: str, told: str
) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.kind == ("answer" if told else "unknown")
    assert told in answer.lead


def test_a_word_that_belongs_to_another_is_no_title(engine: Engine) -> None:
    assert engine.ask("Ақбөрі батырдың оралуы қашан шықты", today=TODAY).kind == "unknown"
    assert engine.ask("Сатаевтың Томирисі қашан шықты", today=TODAY).kind == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "the year of Crossroads, I mean the Aimanov film not the soap",
        "when did Crossroads come out, I mean Aimanov's",
    ],
)
def test_who_is_named_tells_namesakes_apart(engine: Engine, text: str) -> None:
    assert engine.ask("what year is Crossroads", today=TODAY).kind == "clarify"
    assert "1962" in engine.ask(text, today=TODAY).lead


@pytest.mark.parametrize(
    "text",
    ["кто монтажёр Томирис", "Келін фильмінің қоюшы суретшісі кім", "who edited Shal"],
)
def test_of_crafts_without_credits_nothing_is_told(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind == "unknown"


def test_of_a_list_the_longest_is_told_where_some_lengths_are_not_known(engine: Engine) -> None:
    listed = engine.ask("movies similar to Tulpan", today=TODAY)
    conversation = engine.follow(Conversation(), listed, NOW)
    told = engine.ask("which of them is the longest?", today=TODAY, conversation=conversation)
    assert told.kind == "answer"


def test_a_place_of_one_film_is_called_in_the_language_asked(engine: Engine) -> None:
    assert "Латвия" in engine.ask("фильмы, снятые в Латвии", today=TODAY).lead
    assert "Latvia" in engine.ask("films shot in Latvia", today=TODAY).lead


@pytest.mark.parametrize("text", ["what's Tomiris about", "which has more awards, Ayka or Kelin"])
def test_after_films_were_compared_another_is_a_new_subject(engine: Engine, text: str) -> None:
    compared = engine.ask("which is longer, Mongol or Nomad?", today=TODAY)
    conversation = engine.follow(Conversation(), compared, NOW)
    told = engine.ask(text, today=TODAY, conversation=conversation)
    assert "Taste of Bread" not in told.lead
    assert "Harmony Lessons" not in told.lead


@pytest.mark.parametrize(
    "text",
    ["did Satayev direct or play in Tulpan?", "Сатаев снял «Тюльпан» или сыграл в нём?"],
)
def test_who_directed_says_nothing_of_who_played(engine: Engine, text: str) -> None:
    assert engine.ask(text, today=TODAY).kind == "unknown"


def test_small_talk_beside_a_title_of_two_films_is_no_question_which(engine: Engine) -> None:
    answer = engine.ask("Crossroads director </b> </b> @bot", today=TODAY)
    assert answer.kind in ("talk", "clarify", "unknown")
