from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.topic import GENERAL, Topic

TOPICS = [*map(Topic, GENERAL), Topic("film", "tulpan-2008"), Topic("organisation", "a" * 55)]


@pytest.mark.parametrize("topic", TOPICS, ids=str)
def test_it_comes_back_as_it_was(topic: Topic) -> None:
    assert Topic.parse(str(topic)) == topic
    assert Topic.of_link(topic.link) == topic
    assert re.fullmatch("[A-Za-z0-9_-]{1,64}", topic.link)


@given(st.text())
def test_whatever_a_link_says_is_a_topic_or_refused(text: str) -> None:
    for read in (Topic.parse, Topic.of_link, lambda link: Topic.of_link(f"sub_{link}")):
        try:
            topic = read(text)
        except ValueError:
            continue
        assert topic.kind in (*GENERAL, "film", "person", "organisation")
        assert re.fullmatch("[a-z0-9-]*", topic.id)


@pytest.mark.parametrize(
    "wrong", ["", "news:x", "film", "film:", "film:Tulpan", "film:" + "a" * 56, "weather", "sub_"]
)
def test_what_is_no_topic(wrong: str) -> None:
    with pytest.raises(ValueError, match="no such topic"):
        Topic.parse(wrong)
