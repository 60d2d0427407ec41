"""In groups the bot answers who calls it, and nobody else."""

from __future__ import annotations

import pytest

from knowledge.answers.texts import Texts
from tests.end_to_end.conftest import Meet
from tests.end_to_end.person import Person

ASKED = {
    "kk": "«Тюльпан» фильмін кім түсірді?",
    "ru": "кто снял «Тюльпан»?",
    "en": "who directed Tulpan?",
}
DIRECTOR = {"kk": "Дворцевой", "ru": "Дворцевой", "en": "Dvortsevoy"}
NAME = "@QazaqKinoBot"


@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_mentioned_replied_to_commanded_and_otherwise_silent(person: Person, kind: str) -> None:
    group = person.opens_group(kind=kind)
    question, director = ASKED[person.language], DIRECTOR[person.language]
    person.writes(question, chat=group)
    answer = person.says(f"{NAME} {question}", chat=group)
    assert answer.answers == f"{NAME} {question}", "nothing was said to the first"
    assert director in answer.text
    person.writes("!", chat=group)
    again = person.says(question, chat=group, reply_to=answer.id)
    assert again.answers == question
    assert director in again.text
    assert person.says("/help", chat=group).text
    assert person.says(f"/help{NAME}", chat=group).text


def test_a_command_for_another_bot_is_left_to_it(meet: Meet) -> None:
    person = meet("en")
    group = person.opens_group()
    person.order("POST", f"/chats/{group}/bot", user=person.id, status="administrator")
    person.writes("/help@OtherBot", chat=group)
    person.writes("@OtherBot who directed Tulpan?", chat=group)
    answer = person.says(f"{NAME} who directed Tulpan?", chat=group)
    assert answer.answers == f"{NAME} who directed Tulpan?"


def test_an_answer_stays_in_its_topic(meet: Meet, texts: Texts) -> None:
    person = meet("en")
    forum = person.opens_group(kind="supergroup", forum=True)
    opened = person.order("POST", f"/chats/{forum}/topics", user=person.id, name="Premieres")
    topic = opened["result"]["message_thread_id"]
    answer = person.says(f"{NAME} awards of Satayev", chat=forum, topic=topic)
    assert answer.raw["message_thread_id"] == topic
    label = texts.say("en", "chat-not-meant")
    offer = person.presses(answer, label, kinds=("message",))
    assert offer.raw["message_thread_id"] == topic


def test_a_group_that_becomes_a_supergroup_is_answered_on(meet: Meet) -> None:
    person = meet("en")
    group = person.opens_group()
    person.says(f"{NAME} who directed Tulpan?", chat=group)
    number = person.order("POST", f"/chats/{group}/migrate")["result"]["id"]
    assert "Dvortsevoy" in person.says(f"{NAME} who directed Tulpan?", chat=number).text


def test_a_channel_is_left_alone(meet: Meet) -> None:
    person = meet("en")
    channel = person.opens_group(kind="channel", bot="administrator")
    person.order("POST", f"/chats/{channel}/messages", text="who directed Tulpan?")
    person.says("who directed Tulpan?")
    assert len(person.log(channel)) == 1
