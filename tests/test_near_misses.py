"""Between two names the bot asks back with both: ``tests/questions/near.yaml``."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.engine import Engine
from tests.asking import QUESTIONS, TODAY


def pairs(file: Path = QUESTIONS / "near.yaml") -> list[tuple[str, tuple[str, str]]]:
    return [(line["ask"], tuple(line["both"])) for line in yaml.safe_load(file.read_text("utf-8"))]


@pytest.mark.parametrize(("ask", "both"), pairs())
def test_both_names_stand_behind_buttons(engine: Engine, ask: str, both: tuple[str, str]) -> None:
    answer = engine.ask(ask, today=TODAY)
    assert answer.kind == "clarify", answer.lead
    opened = [
        engine.open(option.ref, today=TODAY, language=answer.language) for option in answer.options
    ]
    offered = {entity.id for each in opened if each for entity in each.entities}
    assert set(both) <= offered, [option.label for option in answer.options]
