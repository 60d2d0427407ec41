"""/subscribe: switches and hours in one message, in three languages."""

from __future__ import annotations

import pytest

from bot.delivery.delivery import Delivery
from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.storage import Storage, StorageError
from handlers.context import Service
from tests.botapi import BotApi, Refused
from tests.handlers.conftest import GROUP, Person

LANGUAGES = ["kk", "ru", "en"]
CHANNEL = {"id": -100700, "type": "channel", "title": "Кино"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_switch_is_turned_in_place_and_says_so_in_words(
    person: Person, delivery: Delivery, language: str
) -> None:
    person.code = language
    await person.says("/subscribe")
    assert person.words("chat-subscribe-off") in person.last.text
    name = person.words("chat-topic-premieres")
    premieres = name[0].upper() + name[1:]
    await person.presses(person.words("chat-switch-off", topic=premieres))
    assert await delivery.subscriptions.topics(1) == [Topic("premieres")]
    assert person.words("chat-switch-on", topic=premieres) in person.last.labels
    assert person.words("chat-subscribe-on", topics=name) in person.last.text
    assert "22:00–09:00" in person.last.text
    await person.presses(person.words("chat-switch-on", topic=premieres))
    assert await delivery.subscriptions.topics(1) == []
    assert len(person.seen) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_how_often_and_at_which_hours(
    person: Person, delivery: Delivery, language: str
) -> None:
    person.code = language
    await person.says("/subscribe")
    for open_menu, choice in (
        ("~sub:menu:how", "~sub:how:weekly"),
        ("~sub:menu:day", "~sub:day:6"),
        ("~sub:menu:hour", "~sub:hour:18"),
        ("~sub:menu:quiet", "~sub:quiet:21-8"),
        ("~sub:menu:zone", "~sub:zone:Europe/Berlin"),
    ):
        assert open_menu in data(person)
        person.clock.passes(minutes=1)
        await person.presses_data(open_menu, person.last)
        assert choice in data(person)
        [chosen] = [label for label in person.last.labels if label.startswith("✓")]
        # Said in words, too.
        assert person.last.text.endswith(f"{chosen.removeprefix('✓ ')}.")
        await person.presses_data(choice, person.last)
    assert await delivery.subscriptions.rhythm(1) == Rhythm(
        "weekly", 18, 6, 21, 8, "Europe/Berlin"
    )
    for label in (
        person.words("chat-how", how=person.words("chat-how-weekly")),
        person.words("chat-day-6").capitalize(),
        person.words("chat-hour", hour="18:00"),
        person.words("chat-quiet", hours="21:00–08:00"),
        person.words("chat-zone", zone=person.words("chat-zone-europe-berlin")),
    ):
        assert label in person.last.labels


async def test_back_leads_to_the_switches(person: Person) -> None:
    await person.says("/subscribe")
    before = person.last.labels
    await person.presses_data("~sub:menu:zone", person.last)
    await person.presses("Back")
    assert person.last.labels == before


@pytest.mark.parametrize(
    "forged",
    ["on:film", "on:tulpan", "how:never", "hour:99", "hour:x", "day:7", "quiet:9", "quiet:a-b",
     "zone:Europe/Nowhere", "zone:../../etc", "menu:all", "x:y"],
)  # fmt: skip
async def test_what_no_button_carries_changes_nothing(
    person: Person, service: Service, api: BotApi, delivery: Delivery, forged: str
) -> None:
    await person.says("/subscribe")
    await person.presses_data(f"~sub:{forged}", person.last)
    assert api.notices == [(service.texts.say("en", "chat-expired"), True)]
    assert not api.queries
    assert await delivery.subscriptions.topics(1) == []
    assert await delivery.subscriptions.rhythm(1) == Rhythm()


async def test_pressed_twice_is_done_once(person: Person, delivery: Delivery, api: BotApi) -> None:
    await person.says("/subscribe")
    for _ in range(2):
        await person.presses_data("~sub:on:news", person.last)
    assert await delivery.subscriptions.topics(1) == [Topic("news")]
    assert not api.queries


async def test_in_a_group_only_an_administrator_decides(
    member: Person, service: Service, delivery: Delivery, api: BotApi
) -> None:
    refusal = service.texts.say("en", "chat-only-administrators")
    for command in ("/subscribe", "/subscriptions", "/unsubscribe", "/export", "/forget"):
        await member.says(command)
        assert member.last.text == refusal
    api.administrators.add((GROUP["id"], member.id))
    await member.says("/subscribe")
    shown = member.last
    await member.presses_data("~sub:on:news", shown)
    api.administrators.clear()  # no more; Telegram is asked each time
    for data in ("sub:on:awards", "end:news", "quit:yes", "forget:yes", "off:news", "no:news"):
        member.clock.passes(minutes=1)
        await member.presses_data(f"~{data}", shown)
        assert api.notices[-1] == (refusal, True)
    assert await delivery.subscriptions.topics(GROUP["id"]) == [Topic("news")]


async def test_where_telegram_does_not_tell_nobody_decides(
    member: Person, service: Service, api: BotApi
) -> None:
    api.administrators.add((GROUP["id"], member.id))
    api.failing["getChatMember"] = lambda: Refused(400, "Bad Request: member list is inaccessible")
    await member.says("/subscribe")
    assert member.last.text == service.texts.say("en", "chat-only-administrators")


async def test_an_administrator_may_stay_anonymous(
    member: Person, service: Service, api: BotApi
) -> None:
    await member.says("/subscribe", sender_chat=GROUP)
    assert member.last.text != service.texts.say("en", "chat-only-administrators")
    channel = {"id": -100900, "type": "channel", "title": "Another"}
    await member.says("/subscribe", sender_chat=channel)
    assert member.last.text == service.texts.say("en", "chat-only-administrators")


async def test_in_a_channel_whoever_may_write_there(
    person: Person, service: Service, delivery: Delivery, api: BotApi
) -> None:
    api.chats[CHANNEL["id"]] = CHANNEL  # type: ignore[index]
    text = "/subscribe"
    post = {
        "message_id": 5,
        "date": int(person.clock.now.timestamp()),
        "chat": CHANNEL,
        "sender_chat": CHANNEL,
        "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text)}],
    }
    await person.receive({"channel_post": post})
    [shown] = api.messages(-100700)
    await person.presses_data("~sub:on:news", shown)  # a reader
    assert await delivery.subscriptions.topics(-100700) == []
    api.administrators.add((-100700, person.id))
    await person.presses_data("~sub:on:news", shown)
    assert await delivery.subscriptions.topics(-100700) == [Topic("news")]
    api.administrators.clear()
    await person.presses_data("~lang:ru", shown)  # a reader again
    assert await service.chosen_language(-100700) == ""


async def test_a_choice_that_is_not_offered_is_shown_as_it_is(
    person: Person, delivery: Delivery
) -> None:
    rhythm = Rhythm("daily", hour=3, quiet_from=1, quiet_until=2)
    await delivery.subscriptions.set_rhythm(1, rhythm, person.clock(), "en")
    await person.says("/subscribe")
    for menu, shown in (("hour", "03:00"), ("quiet", "01:00–02:00")):
        await person.presses_data(f"~sub:menu:{menu}", person.last)
        assert f"✓ {shown}" in person.last.labels
        assert shown in person.last.text


async def test_a_broken_database_is_one_line_and_an_apology(
    person: Person,
    service: Service,
    storage: Storage,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def broken(_: object) -> None:
        raise StorageError("disk full")

    await service.chosen_language(1)
    monkeypatch.setattr(storage, "run", broken)
    await person.says("/subscribe")
    assert person.last.text == service.texts.say("en", "chat-error")
    assert [record.getMessage() for record in caplog.records] == ["database: disk full"]
    await person.says("/start film_tulpan-2008")  # answered, without the button to follow
    assert "Tulpan" in person.last.text
    assert service.texts.say("en", "chat-follow") not in person.last.labels


def data(person: Person) -> list[str]:
    return [button["callback_data"] for row in person.last.keyboard for button in row]
