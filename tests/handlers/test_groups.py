"""In groups the bot speaks when it is spoken to, and in the topic it was spoken to in."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.context import Service
from knowledge.answer import Answer
from tests.botapi import ME, BotApi
from tests.handlers.conftest import Person
from tests.handlers.scripted import Scripted


async def test_talk_between_people_is_not_heard(member: Person, scripted: Scripted) -> None:
    await member.says("who directed tulpan")
    await member.says("@somebody who directed tulpan")
    await member.says("look at /this and me@QazaqKinoBot.kz")
    await member.sends({"sticker": STICKER})
    assert member.seen == []
    assert scripted.asked == []


@pytest.mark.parametrize(
    "text",
    [
        "@QazaqKinoBot who directed tulpan",
        "who directed tulpan @qazaqkinobot",
        "@QazaqKinoBot, who directed tulpan",
        "who 🎬 directed @QazaqKinoBot tulpan",
    ],
)
async def test_a_mention_is_answered_in_reply(
    member: Person, scripted: Scripted, text: str
) -> None:
    number = await member.says(text)
    [shown] = member.seen
    assert shown.answers == number
    assert scripted.asked[0][0].replace("🎬 ", "") == "who directed tulpan"


async def test_a_reply_to_the_bot_is_heard(member: Person, scripted: Scripted) -> None:
    await member.says("@QazaqKinoBot who directed tulpan")
    earlier = member.api.as_json(member.last)
    await member.says("and the cast?", reply_to_message=earlier)
    assert [text for text, *_ in scripted.asked] == ["who directed tulpan", "and the cast?"]
    assert scripted.asked[1][2].entities != ()


async def test_a_reply_to_somebody_else_is_not(member: Person) -> None:
    number = await member.says("hello")
    earlier = member._message(number, {"text": "hello"})
    await member.says("who directed tulpan", reply_to_message=earlier)
    assert member.seen == []


async def test_topics_are_kept(member: Person, scripted: Scripted) -> None:
    member.topic = 7
    await member.says("@QazaqKinoBot who directed tulpan")
    assert member.last.topic == 7
    await member.presses("Cast")
    assert [shown.topic for shown in member.seen] == [7, 7]
    member.topic = None
    await member.says("@QazaqKinoBot and the cast?")
    assert scripted.asked[-1][2].entities == ()  # another topic, another conversation


async def test_a_topic_that_the_bot_opened_is_no_reply_to_it(member: Person) -> None:
    opening = {
        "message_id": 7,
        "date": 1,
        "chat": {"id": -100500, "type": "supergroup", "title": "Кино"},
        "from": ME,
        "forum_topic_created": {"name": "Films", "icon_color": 1},
    }
    member.topic = 7
    await member.says("who directed tulpan", reply_to_message=opening)
    assert member.seen == []


async def test_only_the_name(member: Person, service: Service) -> None:
    await member.says("@QazaqKinoBot")
    assert member.last.text == service.texts.say("en", "chat-called")


async def test_the_question_was_deleted_meanwhile(
    member: Person, api: BotApi, scripted: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = scripted.ask

    def ask_and_delete(*args: Any, **more: Any) -> Answer:
        api.theirs.clear()
        return ask(*args, **more)

    monkeypatch.setattr(scripted, "ask", ask_and_delete)
    await member.says("@QazaqKinoBot tulip")
    assert [(shown.text, shown.answers) for shown in member.seen] == [("Which Tulip?", None)]


async def test_a_mention_added_by_an_edit_is_answered(member: Person) -> None:
    number = await member.says("who directed tulpan")
    await member.edits(number, "@QazaqKinoBot who directed tulpan")
    assert member.last.answers == number


@pytest.mark.parametrize(
    ("text", "answered"),
    [("/help", True), ("/help@QazaqKinoBot", True), ("/help@OtherBot", False), ("/oscar", False),
     ("/oscar@QazaqKinoBot", True)],
)  # fmt: skip
async def test_commands(member: Person, text: str, answered: bool) -> None:
    await member.says(text)
    assert bool(member.seen) == answered


async def test_a_channel_is_not_answered(member: Person) -> None:
    channel = {"id": -1009, "type": "channel", "title": "News"}
    member.api.chats[-1009] = channel
    message = {"message_id": 3, "date": member._seconds(), "chat": channel, "text": "tulip"}
    await member.receive({"channel_post": message})
    assert member.api.count("sendMessage") == 0


STICKER = {
    "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
    "is_animated": False, "is_video": False,
}  # fmt: skip
