"""``@bot title`` in any chat: offered, chosen, and the way back to the bot."""

from __future__ import annotations

import pytest

from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import Person

TITLE = {"kk": "Анаға апарар жол", "ru": "Дорога к матери", "en": "Road to Mother"}


@pytest.mark.parametrize("typed", ["дорога к матери", "Дарога к матере", "anaga aparar jol"])
def test_a_title_is_offered_and_sent(person: Person, typed: str) -> None:
    offered = person.asks_inline(typed)
    first = offered["results"][0]
    title = TITLE[person.language]
    assert title in first["title"]
    sent = person.chooses(offered, first)
    assert title in sent.text
    [[key]] = sent.raw["reply_markup"]["inline_keyboard"]
    payload = key["url"].partition("?start=")[2]
    assert title in person.says(f"/start {payload}").text


def test_nothing_typed_and_nothing_found(person: Person) -> None:
    soon, nothing = person.asks_inline(""), person.asks_inline("zzyzx qwrtpsdf")
    assert len(soon["results"]) <= 50
    assert nothing["results"] == []
    for offered in (soon, nothing):
        assert person.says(f"/start {offered['button']['start_parameter']}").text


def test_what_was_sent_to_a_group_is_no_question(meet: Meet) -> None:
    person = meet("en")
    group = person.opens_group()
    offered = person.asks_inline("tulpan", chat_type="group")
    person.chooses(offered, offered["results"][0], group)
    answer = person.says("@QazaqKinoBot who directed Tulpan?", chat=group)
    assert answer.answers == "@QazaqKinoBot who directed Tulpan?"
