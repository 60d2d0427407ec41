"""The confidence of an answer is the fitted chance, whatever kind of answer it is."""

from __future__ import annotations

import pytest

from knowledge.answer import Conversation
from knowledge.deciding.contest import candidates, sureness
from knowledge.engine import Engine
from tests.asking import NOW, TODAY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("who directed Tulpan?", "answer"),
        ("кто снял Томирис", "answer"),
        ("сәлем", "talk"),
        ("who directed Borat?", "unknown"),
    ],
)
def test_it_is_that_of_the_winner_of_the_contest(engine: Engine, text: str, kind: str) -> None:
    answer = engine.ask(text, today=TODAY)
    contest = candidates(engine, engine.reader.read(text, TODAY, Conversation()), text)
    assert answer.kind == kind
    assert answer.confidence == pytest.approx(sureness(contest))
    assert answer.confidence > 0.5


def test_what_follows_an_answer_has_its_own(engine: Engine) -> None:
    listed = engine.ask("films by Adilkhan Yerzhanov", today=TODAY)
    talk = engine.follow(Conversation(), listed, NOW)
    more = engine.ask("more", today=TODAY, conversation=talk)
    assert more.page == 2
    assert 0.0 < more.confidence < 1.0
