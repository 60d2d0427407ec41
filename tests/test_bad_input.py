"""Whatever arrives is answered: no exception, in bounded time, in bounded memory."""

from __future__ import annotations

import gc
import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer import Conversation, Option
from knowledge.engine import Engine
from tests.bad_inputs import LONGEST, OURS, RECIPES, bad_inputs
from tests.fuzz import MOST_GROWTH_MB, MOST_MS, answered, held_mb, least_spent

IN_CI = 5000
CHUNKS = 10


def most_ms() -> float:
    """Counting which lines run makes them several times slower."""
    coverage = sys.modules.get("coverage")
    counted = coverage is not None and coverage.Coverage.current() is not None
    return MOST_MS * (6 if counted else 1)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_whatever_is_sent_is_answered_in_time(engine: Engine, chunk: int) -> None:
    conversation = Conversation()
    for number, (recipe, text) in enumerate(bad_inputs(chunk, IN_CI // CHUNKS)):
        if number % 20 == 0:
            conversation = Conversation()
        before = conversation
        conversation, spent = answered(engine, text, before)
        spent = least_spent(engine, text, before, spent)
        assert spent <= most_ms(), f"{recipe}: {spent:.0f} ms for {text[:80]!r} ({len(text)})"


def test_memory_stays_flat(engine: Engine) -> None:
    for _, text in bad_inputs(-1, 200):
        answered(engine, text, Conversation())
    gc.collect()
    before = held_mb()
    for _, text in bad_inputs(-2, 500):
        answered(engine, text, Conversation())
    gc.collect()
    assert held_mb() - before <= MOST_GROWTH_MB


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_longest_of_each(engine: Engine, recipe: str) -> None:
    for seed in range(3):
        text = RECIPES[recipe](random.Random(seed), LONGEST)  # noqa: S311
        _, spent = answered(engine, text, Conversation())
        assert least_spent(engine, text, Conversation(), spent) <= most_ms()


@pytest.mark.parametrize("yes", ["да", "иә", "yes"])
def test_yes_to_a_button_that_leads_nowhere(engine: Engine, yes: str) -> None:
    stale = Conversation(options=(Option("?", "gone"),), ref="gone")
    _, _ = answered(engine, yes, stale)


@pytest.mark.parametrize("text", ["guy the", "другой", "тағы"])
def test_more_of_nothing(engine: Engine, text: str) -> None:
    """Words that lean on an answer, before there is one."""
    answered(engine, text, Conversation())


def test_nothing_at_all_is_answered(engine: Engine) -> None:
    for text in ("", " ", "\n", "\x00", "?", "\u200b"):
        answered(engine, text, Conversation())


@pytest.mark.fuzz
@given(text=st.text(st.characters(exclude_categories=()), min_size=1, max_size=LONGEST))
def test_any_text(engine: Engine, text: str) -> None:
    _, spent = answered(engine, text, Conversation())
    assert least_spent(engine, text, Conversation(), spent) <= most_ms()


@pytest.mark.fuzz
@given(data=st.data())
def test_any_text_within_a_question(engine: Engine, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(OURS)).ask
    place = data.draw(st.integers(0, len(question)))
    noise = data.draw(st.text(max_size=30))
    answered(engine, question[:place] + noise + question[place:], Conversation())


@pytest.mark.fuzz
@given(messages=st.lists(st.sampled_from([question.ask for question in OURS]), max_size=6))
def test_any_conversation(engine: Engine, messages: list[str]) -> None:
    conversation = Conversation()
    for message in messages:
        conversation, _ = answered(engine, message, conversation)
