"""Two questions in one message: both are answered where both are surely understood."""

from __future__ import annotations

import pytest

from knowledge.engine import Engine
from knowledge.reading.masking import LONG
from tests.asking import TODAY


@pytest.mark.parametrize(
    ("both", "one", "other"),
    [
        # No word asks, two facts are named.
        ("Шал: режиссёр и год", "кто режиссёр Шала", "Шал какой год"),
        ("Botagoz year and director", "Botagoz year", "who directed Botagoz"),
        (
            "who directed Tulpan and how long is it",
            "who directed Tulpan",
            "how long is Tulpan",
        ),
        (
            "кто снял Айку и где её снимали",
            "кто снял Айку",
            "где снимали Айку",
        ),
        (
            "Томиристі кім түсірген және қай жылы шықты",
            "Томиристі кім түсірген",
            "Томирис қай жылы шықты",
        ),
    ],
)
def test_both_are_told_as_each_would_be(engine: Engine, both: str, one: str, other: str) -> None:
    answer = engine.ask(both, today=TODAY)
    told = [engine.ask(text, today=TODAY) for text in (one, other)]
    assert answer.lead == " ".join(each.lead for each in told)
    assert set(answer.sources) <= {source for each in told for source in each.sources}


def test_it_is_as_sure_as_the_half_that_is_less_sure(engine: Engine) -> None:
    lower = engine.ask("who directed Tulpan", today=TODAY).confidence
    both = engine.ask("who directed Tulpan and where was it filmed", today=TODAY)
    assert "Kazakhstan" in both.lead
    assert both.confidence <= lower


def test_what_is_not_understood_is_left_out(engine: Engine) -> None:
    answer = engine.ask("who directed Tulpan and who will pay for dinner", today=TODAY)
    alone = engine.ask("who directed Tulpan", today=TODAY)
    assert answer.lead == alone.lead


def test_a_long_message_is_not_cut(engine: Engine) -> None:
    asked = "who directed Tulpan and how long is it"
    chatter = (
        "hi everybody here, yesterday my old friend and I sat at home the whole evening and could "
        "not agree about one thing"
    )
    assert len(f"{chatter} {asked}".split()) > LONG
    assert "Dvortsevoy" in engine.ask(asked, today=TODAY).lead
    assert "Dvortsevoy" not in engine.ask(f"{chatter}. {asked}", today=TODAY).lead
