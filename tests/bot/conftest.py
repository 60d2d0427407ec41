"""A folder of its own for each test, without a .env, and an engine that says what it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import cast

import pytest

from bot.settings import NAMES
from knowledge.answer import Answer, Conversation
from knowledge.engine import Engine

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


@dataclass
class Canned:
    """Answers by question and by button, and what was asked of it."""

    answers: dict[str, Answer]
    asked: list[tuple[str, date, Conversation, str]] = field(default_factory=list)
    opened: list[tuple[str, str, int]] = field(default_factory=list)

    def ask(
        self,
        text: str,
        *,
        today: date,
        conversation: Conversation = Conversation(),  # noqa: B008
        language: str = "",
    ) -> Answer:
        self.asked.append((text, today, conversation, language))
        return self.answers[text]

    def open(self, ref: str, *, today: date, language: str, page: int = 1) -> Answer | None:
        self.opened.append((ref, language, page))
        return self.answers.get(ref)

    def follow(self, conversation: Conversation, answer: Answer, now: datetime) -> Conversation:
        return Conversation(entities=answer.entities, asked=answer.asked, at=now)

    @property
    def engine(self) -> Engine:
        return cast(Engine, self)
