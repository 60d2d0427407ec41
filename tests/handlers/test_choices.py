"""Buttons: readings, pages, "not what I meant", and whatever else somebody sends as a button."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversations import Recent
from bot.storage import Storage
from handlers.context import Service
from tests.botapi import BotApi
from tests.handlers.conftest import Clock, Person
from tests.handlers.scripted import TULPAN, Scripted


async def test_a_reading_takes_the_place_of_the_question(person: Person, api: BotApi) -> None:
    await person.says("tulip")
    await person.presses("Cast")
    [shown] = person.seen
    assert shown.text == "Askhat Kuchinchirekov plays Asa."
    assert shown.labels == []
    assert api.notices == [("", False)]


async def test_a_next_step_is_answered_below(person: Person) -> None:
    await person.says("who directed tulpan")
    await person.presses("Awards")
    assert [shown.text.splitlines()[0] for shown in person.seen] == [
        "Sergei Dvortsevoy directed Tulpan.",
        "It won at Cannes.",
    ]
    assert person.seen[0].labels == ["Cast", "Awards", "Not what I meant"]


async def test_the_conversation_goes_on_from_a_button(person: Person, scripted: Scripted) -> None:
    await person.says("tulip")
    await person.presses("Cast")
    await person.says("and who directed it")
    assert scripted.asked[-1][2].entities == (TULPAN,)


async def test_an_edit_after_a_choice_edits_the_same_message(person: Person) -> None:
    number = await person.says("tulip")
    await person.presses("Cast")
    await person.edits(number, "who directed tulpan")
    [shown] = person.seen
    assert shown.text.startswith("Sergei")


async def test_pages_turn_in_place(person: Person) -> None:
    await person.says("films")
    await person.presses("▶")
    await person.presses("▶")
    await person.presses("◀")
    [shown] = person.seen
    assert "page 2" in shown.text
    assert shown.labels == ["◀", "2/7", "▶"]


async def test_pages_turn_after_a_restart(person: Person, service: Service) -> None:
    await person.says("films")
    service.replies = Recent(10)
    await person.presses("▶")
    [shown] = person.seen
    assert "page 2" in shown.text


async def test_the_number_of_the_page_does_nothing(person: Person, api: BotApi) -> None:
    await person.says("films")
    await person.presses("1/7")
    assert api.notices == [("", False)]
    assert api.count("editMessageText") == 0


async def test_not_what_i_meant_offers_the_next_readings(
    person: Person, storage: Storage, service: Service
) -> None:
    await person.says("who directed tulpan")
    await person.presses("Not what I meant")
    first, offer = person.seen
    assert first.labels == ["Cast", "Awards"]
    assert offer.text == service.texts.say("en", "chat-choose")
    assert offer.labels == ["The Tulip", "Tulips"]
    assert [(row.text, row.count) for row in await storage.unanswered()] == [
        ("who directed tulpan", 1)
    ]


async def test_an_alternative_takes_the_place_of_the_offer(
    person: Person, scripted: Scripted
) -> None:
    scripted.says["film.card:tulip"] = scripted.says["film.cast:tulpan-2008"]
    await person.says("who directed tulpan")
    await person.presses("Not what I meant")
    await person.presses("The Tulip")
    assert [shown.text.splitlines()[0] for shown in person.seen] == [
        "Sergei Dvortsevoy directed Tulpan.",
        "Askhat Kuchinchirekov plays Asa.",
    ]


async def test_not_what_i_meant_pressed_twice_counts_once(
    person: Person, api: BotApi, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await person.says("who directed tulpan")
    [shown] = person.seen
    before = api.as_json(shown)
    await person.presses("Not what I meant")
    shown_then = person.seen[0]
    monkeypatch.setattr(api, "as_json", lambda _: before)
    await person.presses_data("~not", shown_then)
    assert len(person.seen) == 2
    assert [row.count for row in await storage.unanswered()] == [1]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    "data",
    [
        "film.cast:gone",
        "~not",
        "~",
        "~last",
        "~lang:xx",
        "~ask:en:9",
        "~8:films",
        "~0:films",
        "~zz",
        "+cast.gone",
        "+",
        "~2:+cast.gone",
        "~all:gone",
        "~chart:en:gone",
    ],
)
async def test_a_button_that_means_nothing_any_more(
    person: Person, api: BotApi, service: Service, language: str, data: str
) -> None:
    person.code = language
    await person.says("who plays")
    service.replies = Recent(10)
    await person.presses_data(data, person.last)
    expected = ("", False) if data == "~" else (service.texts.say(language, "chat-expired"), True)
    assert api.notices == [expected]
    assert len(person.seen) == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(data=st.text(min_size=1, max_size=64) | st.from_regex(r"~[a-z]{0,4}:?.{0,9}"))
async def test_no_button_breaks_the_bot(
    person: Person, api: BotApi, clock: Clock, data: str, caplog: pytest.LogCaptureFixture
) -> None:
    clock.passes(minutes=1)
    await person.says("tulip")
    await person.presses_data(data, person.last)
    assert "Traceback" not in caplog.text
    assert not api.queries


async def test_a_press_that_telegram_has_forgotten_is_still_acted_on(
    person: Person, api: BotApi
) -> None:
    await person.says("tulip")
    data = person.last.data("Cast")
    shown = person.last
    api.queries = _Forgetful()
    await person.presses_data(data, shown)
    assert person.last.text == "Askhat Kuchinchirekov plays Asa."


async def test_an_inaccessible_message_is_answered_below(person: Person) -> None:
    await person.says("who directed tulpan")
    await person.presses_data("film.cast:tulpan-2008", person.last, is_old=True)
    assert len(person.seen) == 2
    assert person.last.text == "Askhat Kuchinchirekov plays Asa."


@pytest.mark.parametrize("is_old", [False, True])
@pytest.mark.parametrize(
    ("command", "button"),
    [
        ("/lang", "~lang:ru"),
        ("/subscribe", "~sub:on:awards"),
        ("/start sub_news", "~no:news"),
        ("/subscriptions", "~end:news"),
        ("/unsubscribe", "~quit:yes"),
        ("/forget", "~forget:yes"),
        ("/forget", "~forget:no"),
    ],
)
async def test_pressed_twice_or_long_after_the_message_changes_in_its_place(
    person: Person,
    api: BotApi,
    caplog: pytest.LogCaptureFixture,
    command: str,
    button: str,
    is_old: bool,
) -> None:
    await person.says("/start sub_news")
    await person.says(command)
    shown, before = person.last, person.last.text
    for _ in range(2):
        await person.presses_data(button, shown, is_old=is_old)
    assert shown.text != before
    assert not any(alert for _, alert in api.notices)
    assert caplog.text == ""


class _Forgetful(set[str]):
    def __contains__(self, _: object) -> bool:
        return False
