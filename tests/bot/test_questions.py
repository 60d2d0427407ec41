from __future__ import annotations

import io
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions import BadLine, answer_lines, as_json, as_text, read_line
from knowledge.answer import Answer, Entity, Option
from knowledge.engine import Engine
from tests.bot.conftest import TODAY, Canned

TULPAN = Answer(
    kind="answer",
    language="en",
    lead="“Tulpan” was directed by Sergey Dvortsevoy.",
    lines=("It is of 2008.",),
    options=(Option("Cast", "film.cast:tulpan"),),
    entities=(Entity("film", "tulpan-2008"),),
    sources=("https://example.org/tulpan", "https://example.org/cannes"),
    asked="film.director",
    confidence=0.98765,
)
MEANT = Answer(
    kind="clarify",
    language="en",
    lead="Which one?",
    options=(Option("Film", "a", "A film."), Option("Person", "b", "A person.")),
)


def lines(engine: Engine, *asked: dict[str, Any] | str) -> list[dict[str, Any]]:
    out = io.StringIO()
    given = [line if isinstance(line, str) else json.dumps(line) for line in asked]
    answer_lines(engine, given, out, today=TODAY)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_answer_for_a_person() -> None:
    assert as_text(TULPAN).splitlines() == [
        "“Tulpan” was directed by Sergey Dvortsevoy.",
        "It is of 2008.",
        "",
        "Sources:",
        "  https://example.org/tulpan",
        "  https://example.org/cannes",
    ]
    assert as_text(TULPAN, bold=True).startswith("\x1b[1m“Tulpan” was")


def test_a_question_back_shows_what_can_be_meant() -> None:
    assert as_text(MEANT).splitlines() == ["Which one?", "  - Film", "  - Person"]
    assert as_text(MEANT, choices=False) == "Which one?"


def test_an_answer_as_json_can_be_read_by_people_too() -> None:
    text = as_json(TULPAN)
    assert "“Tulpan”" in text
    assert json.loads(text) == {
        "kind": "answer",
        "lang": "en",
        "lead": TULPAN.lead,
        "text": f"{TULPAN.lead}\nIt is of 2008.",
        "options": [{"label": "Cast", "lead": ""}],
        "entities": [{"kind": "film", "id": "tulpan-2008"}],
        "sources": list(TULPAN.sources),
        "confidence": 0.9877,
        "asked": "film.director",
    }


def test_a_line_has_everything_that_is_promised() -> None:
    (answer,) = lines(Canned({"who": MEANT}).engine, {"id": "x1", "q": "who"})
    assert set(answer) == {
        "id", "kind", "lang", "lead", "text", "options", "entities", "sources", "confidence",
        "ms", "asked",
    }  # fmt: skip
    assert answer["id"] == "x1"
    assert answer["options"][1] == {"label": "Person", "lead": "A person."}
    assert answer["ms"] >= 0


def test_lines_of_one_chat_are_one_conversation() -> None:
    canned = Canned({"a": TULPAN, "b": MEANT})
    chats = [("a", "one"), ("b", "two"), ("b", "one"), ("b", None), ("b", None)]
    lines(canned.engine, *({"id": 1, "q": q, "chat": chat} for q, chat in chats))
    subjects = [conversation.entities for _, _, conversation, _ in canned.asked]
    assert subjects == [(), (), TULPAN.entities, (), ()]


def test_the_clock_of_a_stream_stands_still() -> None:
    canned = Canned({"a": TULPAN})
    lines(
        canned.engine,
        {"q": "a", "chat": 1, "today": "2026-01-01"},
        {"q": "a", "chat": 1, "today": "2026-12-31"},
        {"q": "a", "chat": 1},
    )
    assert [day for _, day, _, _ in canned.asked] == [
        date(2026, 1, 1),
        date(2026, 12, 31),
        TODAY,
    ]
    moments = {conversation.at for _, _, conversation, _ in canned.asked[1:]}
    assert len(moments) == 1


def test_a_chosen_language_is_passed_on() -> None:
    canned = Canned({"a": TULPAN})
    lines(canned.engine, {"q": "a", "lang": "kk"}, {"q": "a"})
    assert [language for *_, language in canned.asked] == ["kk", ""]


@pytest.mark.parametrize(
    ("line", "id", "fault"),
    [
        ("hello", None, "not JSON"),
        ("[1, 2]", None, "not a JSON object"),
        ("[" * 100_000, None, "not JSON"),
        ('{"id": 3}', 3, "q: "),
        ('{"id": "a", "q": 5}', "a", "q: "),
        ('{"id": 4, "q": "a", "today": "tomorrow"}', 4, "today: "),
        ('{"id": 4, "q": "a", "today": 20261123}', 4, "today: "),
        ('{"id": 5, "q": "a", "lang": "de"}', 5, "lang: "),
        ('{"id": 5, "q": "a", "lang": ["kk"]}', 5, "lang: "),
        ('{"id": 6, "q": "boom"}', 6, "internal error"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_answered(line: str, id: Any, fault: str) -> None:
    bad, good = lines(Canned({"a": TULPAN}).engine, line, {"id": 9, "q": "a"})
    assert bad["id"] == id
    assert bad["error"].startswith(fault)
    assert set(bad) == {"id", "error"}
    assert (good["id"], good["kind"]) == (9, "answer")


def test_the_exit_code_tells_of_bad_lines() -> None:
    engine = Canned({"a": TULPAN}).engine
    assert answer_lines(engine, ['{"q": "a"}', "\n", " "], io.StringIO(), today=TODAY) == 0
    assert answer_lines(engine, ["?", '{"q": "a"}'], io.StringIO(), today=TODAY) == 1


def test_each_answer_leaves_at_once() -> None:
    flushed: list[str] = []

    class Pipe(io.StringIO):
        def flush(self) -> None:
            flushed.append(self.getvalue())

    answer_lines(Canned({"a": TULPAN}).engine, ['{"q": "a"}'] * 2, Pipe(), today=TODAY)
    assert [text.count("\n") for text in flushed] == [1, 2]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@pytest.mark.fuzz
@given(
    st.text(max_size=40)
    | json_values.map(json.dumps)
    | st.dictionaries(st.sampled_from(["id", "q", "chat", "today", "lang"]), json_values).map(
        json.dumps
    )
)
def test_any_line_is_a_question_or_a_bad_line(line: str) -> None:
    try:
        question = read_line(line, today=TODAY)
    except BadLine:
        return  # said in the stream, as other tests show; nothing else may be raised
    assert isinstance(question.text, str)
    assert isinstance(question.today, date)
    assert question.language in ("", "kk", "ru", "en")


def test_a_real_conversation(engine: Engine) -> None:
    first, second = lines(
        engine,
        {"id": 1, "q": "Тюльпан фильмін кім түсірді?", "chat": "c"},
        {"id": 2, "q": "ол қай жылы шықты?", "chat": "c"},
    )
    assert (first["kind"], first["lang"], first["asked"]) == ("answer", "kk", "film.director")
    assert first["sources"]
    assert "Дворцевой" in first["lead"]
    assert "2008" in second["lead"]
