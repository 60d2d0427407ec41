"""In groups the bot speaks when it is spoken to, and in the topic it was spoken to in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.application import Application
from handlers.context import Service
from handlers.flood import IN_GROUP
from knowledge.answer import Answer
from tests.botapi import ME, BotApi
from tests.handlers.conftest import GROUP, Clock, Person
from tests.handlers.drawings import Drawings
from tests.handlers.scripted import DIRECTOR, Scripted


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


async def test_a_group_gets_the_short_form_and_a_button_for_the_rest(
    member: Person, scripted: Scripted, service: Service
) -> None:
    scripted.says[DIRECTOR.ref] = DIRECTOR
    await member.says("@QazaqKinoBot who directed tulpan")
    [shown] = member.seen
    assert "Sergei Dvortsevoy" in shown.text
    assert "<Cannes> & more" not in shown.text
    assert "kazpravda.kz" in shown.text  # the source stays
    await member.presses(service.texts.say("en", "chat-all"))
    assert "<Cannes> & more" in shown.text
    assert service.texts.say("en", "chat-all") not in shown.labels
    assert member.seen == [shown]


async def test_a_short_answer_is_whole_also_in_a_group(member: Person, service: Service) -> None:
    await member.says("@QazaqKinoBot films")  # has a page to turn, and nothing left out
    assert "page 1" in member.last.text or service.texts.say("en", "chat-all") in (
        member.last.labels
    )


async def test_a_long_lead_is_cut_in_a_group(
    member: Person, scripted: Scripted, service: Service
) -> None:
    told = replace(DIRECTOR, lead="Once upon a time. " * 60, lines=())
    scripted.says["tell me"] = scripted.says[told.ref] = told
    await member.says("@QazaqKinoBot tell me")
    assert member.last.text.split("\n")[0].endswith("…")
    assert len(member.last.text.split("\n")[0]) < 420
    await member.presses(service.texts.say("en", "chat-all"))
    assert member.last.text.count("Once upon a time.") == 60


async def test_a_group_that_asks_too_much_is_told_once(
    application: Application, api: BotApi, clock: Clock, service: Service
) -> None:
    people = [Person(application, api, clock, "en", 10 + n, chat=GROUP) for n in range(5)]
    for turn in range(20):
        clock.passes(seconds=2)
        await people[turn % 5].says("@QazaqKinoBot who directed tulpan")
    told = [s for s in people[0].seen if s.text == service.texts.say("en", "chat-flood")]
    assert len(told) == 1
    assert len(people[0].seen) == IN_GROUP + 1
    clock.passes(minutes=2)
    await people[0].says("@QazaqKinoBot who directed tulpan")
    assert "Sergei" in people[0].last.text


async def test_a_card_in_a_topic_keeps_the_topic(
    member: Person, service: Service, api: BotApi
) -> None:
    service.pictures = Drawings()
    member.topic = 7
    number = await member.says("/start@QazaqKinoBot film_tulpan-2008")
    assert (member.last.topic, member.last.answers) == (7, number)
    assert member.last.photo
    await member.presses("Cast")
    assert member.last.text.startswith("Cast: ")
    assert len(member.seen) == 1


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
