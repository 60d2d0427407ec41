"""``ask``: one answer as text or JSON, or a stream of questions and answers in JSON lines."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Any, TextIO

from knowledge.answer import Answer, Conversation
from knowledge.answers.texts import load_texts
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from knowledge.engine import Engine

logger = logging.getLogger(__name__)

# The clock of a stream stands still: a conversation in a file never grows old.
STILL = datetime(2000, 1, 1, tzinfo=UTC)


class BadLine(ValueError):
    """A line that holds no question."""

    def __init__(self, fault: str, id: Any = None) -> None:
        super().__init__(fault)
        self.id = id


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the stream."""

    id: Any
    text: str
    chat: str
    today: date
    language: str


def as_text(answer: Answer, *, bold: bool = False, choices: bool = True) -> str:
    """For a person at a terminal: the lead, the rest, what can be meant, the sources."""
    lead = f"\N{ESCAPE}[1m{answer.lead}\N{ESCAPE}[0m" if bold and answer.lead else answer.lead
    lines = [lead, *answer.lines]
    if choices and answer.kind == "clarify":
        lines += [f"  - {option.label}" for option in answer.options]
    if answer.sources:
        heading = load_texts().say(answer.language, "chat-sources", count=len(answer.sources))
        lines += ["", heading, *(f"  {source}" for source in answer.sources)]
    return "\n".join(lines)


def as_fields(answer: Answer) -> dict[str, Any]:
    """The answer as plain values, with the names that the stream promises."""
    return {
        "kind": answer.kind,
        "lang": answer.language,
        "lead": answer.lead,
        "text": answer.text,
        "options": [{"label": option.label, "lead": option.lead} for option in answer.options],
        "entities": [{"kind": entity.kind, "id": entity.id} for entity in answer.entities],
        "sources": list(answer.sources),
        "confidence": round(answer.confidence, 4),
        "asked": answer.asked,
    }


def as_json(answer: Answer) -> str:
    return json.dumps(as_fields(answer), ensure_ascii=False, indent=2)


def answer_lines(
    engine: Engine, lines: Iterable[str], out: TextIO, *, today: date, language: str = ""
) -> int:
    """Answer each line at once; returns 1 if any of them could not be answered."""
    conversations: dict[str, Conversation] = {}
    status = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            question = read_line(line, today=today, language=language)
            fields = _answer(engine, question, conversations)
        except BadLine as bad:
            fields = {"id": bad.id, "error": str(bad)}
            status = 1
        out.write(json.dumps(fields, ensure_ascii=False) + "\n")
        out.flush()
    return status


def read_line(line: str, *, today: date, language: str = "") -> Question:
    """A question from a JSON line, or a BadLine that says what is amiss."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(fields, dict):
        raise BadLine("not a JSON object")
    id = fields.get("id")
    text = fields.get("q")
    if not isinstance(text, str):
        raise BadLine("q: a text is wanted", id)
    try:
        day = date.fromisoformat(fields["today"]) if fields.get("today") else today
    except (TypeError, ValueError):
        raise BadLine("today: a date such as 2026-11-23 is wanted", id) from None
    chosen = fields.get("lang") or language
    if chosen and chosen not in LANGUAGES:
        raise BadLine(f"lang: one of {', '.join(LANGUAGES)} is wanted", id)
    chat = fields.get("chat")
    return Question(id, text, "" if chat is None else str(chat), day, chosen)


def _answer(
    engine: Engine, question: Question, conversations: dict[str, Conversation]
) -> dict[str, Any]:
    before = conversations.get(question.chat, Conversation())
    started = perf_counter()
    try:
        answer = engine.ask(
            question.text,
            today=question.today,
            conversation=before,
            language=question.language,
        )
    except Exception:
        # One question that trips the program must not take the rest of the file with it.
        logger.exception("question %r", question.id)
        raise BadLine("internal error, see standard error", question.id) from None
    milliseconds = (perf_counter() - started) * 1000
    if question.chat:
        conversations[question.chat] = engine.follow(before, answer, STILL)
    return {"id": question.id, **as_fields(answer), "ms": round(milliseconds, 3)}
