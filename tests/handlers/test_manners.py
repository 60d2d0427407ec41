"""Media, floods, and what waited while the bot was away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from handlers.context import Service
from handlers.flood import FloodGate
from tests.botapi import BotApi
from tests.handlers.conftest import Clock, Person
from tests.handlers.scripted import Scripted
from tests.handlers.test_groups import STICKER

FILE = {"file_id": "a", "file_unique_id": "b"}
PHOTO = [{**FILE, "width": 1, "height": 1}]
LANGUAGES = ["kk", "ru", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "key"),
    [
        ({"voice": {**FILE, "duration": 1}}, "chat-voice"),
        ({"video_note": {**FILE, "duration": 1, "length": 1}}, "chat-voice"),
        ({"sticker": STICKER}, "chat-sticker"),
        ({"photo": PHOTO}, "chat-picture"),
        ({"video": {**FILE, "duration": 1, "width": 1, "height": 1}}, "chat-picture"),
        ({"document": FILE}, "chat-media"),
        ({"location": {"latitude": 43.2, "longitude": 76.9}}, "chat-media"),
        ({"contact": {"phone_number": "1", "first_name": "A"}}, "chat-media"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "chat-media"),
    ],
)
async def test_media_get_a_kind_reply(
    person: Person, service: Service, language: str, content: dict[str, Any], key: str
) -> None:
    person.code = language
    await person.sends(content)
    assert [shown.text for shown in person.seen] == [service.texts.say(language, key)]


async def test_an_album_gets_one_reply(person: Person) -> None:
    for _ in range(5):
        await person.sends({"photo": PHOTO, "media_group_id": "77"})
    assert len(person.seen) == 1


async def test_a_caption_is_a_question(person: Person) -> None:
    await person.sends({"photo": PHOTO, "caption": "who directed tulpan"})
    assert person.last.text.startswith("Sergei")


async def test_what_telegram_itself_says_is_not_answered(person: Person) -> None:
    await person.sends({"pinned_message": {"message_id": 1, "date": 0, "chat": person.chat}})
    assert person.seen == []


def test_flood_is_told_once_and_ignored_until_it_calms() -> None:
    gate, now = FloodGate(), datetime(2026, 1, 1, tzinfo=UTC)
    first = [gate.admit(1, now + timedelta(seconds=n)) for n in range(12)]
    assert first == ["welcome"] * 8 + ["slow down"] + ["ignore"] * 3
    assert gate.admit(2, now) == "welcome"
    assert gate.admit(1, now + timedelta(seconds=13)) == "ignore"
    assert gate.admit(1, now + timedelta(seconds=21)) == "welcome"
    again = [gate.admit(1, now + timedelta(seconds=22)) for _ in range(8)]
    assert again[-2:] == ["slow down", "ignore"]


def test_a_steady_reader_is_never_told_off() -> None:
    gate, now = FloodGate(), datetime(2026, 1, 1, tzinfo=UTC)
    assert {gate.admit(1, now + timedelta(seconds=1.3 * n)) for n in range(100)} == {"welcome"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_flood_in_the_chat(
    person: Person, service: Service, clock: Clock, language: str
) -> None:
    person.code = language
    await person.says(f"/lang {language}")
    for _ in range(20):
        await person.says("tulip")
    assert len(person.seen) == 9
    assert person.last.text == service.texts.say(language, "chat-flood")
    clock.passes(seconds=11)
    await person.says("tulip")
    assert person.last.text == "Which Tulip?"


async def test_pressing_too_fast(person: Person, service: Service, api: BotApi) -> None:
    await person.says("films")
    for _ in range(4):
        await person.presses("▶")
        await person.presses("◀")
    assert api.notices[-1] == (service.texts.say("en", "chat-flood"), False)
    await person.presses("▶")
    assert api.notices[-1] == ("", False)
    assert not api.queries


async def test_people_talking_fast_in_a_group_are_not_disturbed(member: Person) -> None:
    for _ in range(30):
        await member.says("what a film")
    await member.says("@QazaqKinoBot tulip")
    assert [shown.text for shown in member.seen] == ["Which Tulip?"]


async def test_what_queued_up_during_a_short_absence_is_no_flood(
    person: Person, clock: Clock
) -> None:
    now = int(clock.now.timestamp())
    for ago in range(600, 0, -50):
        await person.says("tulip", date=now - ago)
    assert {shown.text for shown in person.seen} == {"Which Tulip?"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_a_downtime_one_apology_and_the_last_question(
    person: Person, service: Service, clock: Clock, scripted: Scripted, language: str
) -> None:
    person.code = language
    sent = int(clock.now.timestamp())
    clock.passes(hours=1, seconds=1)
    for question in ("who directed tulpan", "films", "tulip"):
        await person.says(question, date=sent)
    assert [shown.text for shown in person.seen] == [service.texts.say(language, "chat-stale")]
    assert scripted.asked == []
    yes = service.texts.say(language, "chat-stale-answer")
    apology = person.last
    await person.presses(yes)
    assert person.last.text == "Which Tulip?"
    await person.presses(yes, apology)
    assert [text for text, *_ in scripted.asked] == ["tulip"]
    assert person.api.notices[-1] == (service.texts.say("en", "chat-expired"), True)


async def test_each_chat_hears_its_own_apology(
    person: Person, member: Person, clock: Clock
) -> None:
    sent = int(clock.now.timestamp())
    clock.passes(hours=3)
    await person.says("tulip", date=sent)
    await member.says("tulip", date=sent)  # to somebody else
    assert (len(person.seen), len(member.seen)) == (1, 0)
    await member.says("@QazaqKinoBot tulip", date=sent)
    assert (len(person.seen), len(member.seen)) == (1, 1)
    assert "Sorry, I was away" in member.last.text


async def test_an_hour_is_not_too_late(person: Person, clock: Clock) -> None:
    sent = int(clock.now.timestamp())
    clock.passes(hours=1)
    await person.says("tulip", date=sent)
    assert person.last.text == "Which Tulip?"


async def test_an_old_edit_is_dropped_silently(person: Person, clock: Clock) -> None:
    sent = int(clock.now.timestamp())
    clock.passes(hours=2)
    await person.edits(5, "tulip", date=sent, edit_date=sent)
    assert person.seen == []
