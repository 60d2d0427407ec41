"""Deep links: what they carry comes back, and nothing else is read from them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.topic import Topic
from handlers import buttons, links
from knowledge.answer import Entity
from knowledge.engine import Engine


def test_every_record_of_the_base_has_a_link(engine: Engine) -> None:
    base = engine.base
    for kind, records in (
        ("film", base.films),
        ("person", base.people),
        ("organisation", base.organisations),
    ):
        for id_ in records:
            entity = Entity(kind, id_)  # type: ignore[arg-type]
            payload = links.payload_of(entity)
            assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
            assert links.entity_in(payload) == entity
            topic = Topic(kind, id_)
            assert links.topic_in(f"sub_{payload}") == links.topic_in(topic.link) == topic
            assert links.topic_of(links.code_of(topic)) == topic
            assert len(f"sub_{payload}") <= links.MAX_PAYLOAD or kind != "film"
            assert buttons.fits(f"~yes:{links.code_of(topic)}")


@given(st.text(max_size=300))
def test_a_question_comes_back_as_far_as_it_fits(text: str) -> None:
    payload = links.payload_of_question(text)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    readable = text.encode("utf-8", "ignore").decode()
    assert readable.startswith(links.question_in(payload))
    if len(readable.encode()) <= 45:
        assert links.question_in(payload) == readable


@given(st.text(max_size=80) | st.from_regex(r"ask_[A-Za-z0-9_-]{0,64}"))
def test_nothing_that_comes_breaks_it(payload: str) -> None:
    assert isinstance(links.question_in(payload), str)
    assert links.entity_in(payload) is None or "_" in payload


@given(st.text(max_size=80) | st.from_regex(r"sub_[a-z_-]{0,64}"))
def test_no_strange_topic_comes_in_by_a_link(payload: str) -> None:
    topic = links.topic_in(payload)
    assert topic is None or (payload.startswith("sub_") and Topic.parse(str(topic)) == topic)
