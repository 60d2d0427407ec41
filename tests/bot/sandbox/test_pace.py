"""A bot that goes too fast is told so, and for how long to wait."""

from __future__ import annotations

import pytest

from bot.sandbox.pace import Limits, Pace
from bot.sandbox.refusal import Refused
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.people import Chat
from tests.bot.sandbox.conftest import Api, Control


@pytest.fixture
def pace(clock: Clock) -> Pace:
    pace = Pace(clock)
    pace.set(Limits())
    return pace


def person(number: int) -> Chat:
    return Chat(number, "private", "Somebody")


GROUP = Chat(-5, "group", "Club")


def wait(pace: Pace, chat: Chat, method: str = "sendMessage") -> int:
    """Seconds that the bot is told to wait; none where it is let through."""
    try:
        pace.count(method, chat)
    except Refused as refused:
        return refused.parameters["retry_after"]
    return 0


def test_one_a_second_to_a_chat(pace: Pace, clock: Clock) -> None:
    assert [wait(pace, person(1)) for _ in range(3)] == [0, 1, 1]
    assert wait(pace, person(2)) == 0
    clock.forward(1)
    assert wait(pace, person(1)) == 0


def test_thirty_a_second_in_all(pace: Pace, clock: Clock) -> None:
    assert not any(wait(pace, person(number)) for number in range(30))
    assert wait(pace, person(30)) == 1
    clock.forward(1)
    assert wait(pace, person(30)) == 0


def test_twenty_a_minute_to_a_group(pace: Pace, clock: Clock) -> None:
    for _ in range(20):
        assert wait(pace, GROUP) == 0
        clock.forward(1.5)
    assert wait(pace, GROUP) == 30
    assert wait(pace, person(1)) == 0
    clock.forward(30)
    assert wait(pace, GROUP) == 0


def test_edits_count_in_groups_and_in_all(pace: Pace) -> None:
    edits = [wait(pace, GROUP, "editMessageText") for _ in range(21)]
    assert edits[:20] == [0] * 20
    assert edits[20] == 60
    pages = [wait(pace, person(1), "editMessageText") for _ in range(11)]
    assert pages[:10] == [0] * 10
    assert pages[10] == 1


def test_what_sends_nothing_does_not_count(pace: Pace) -> None:
    quick = ("answerCallbackQuery", "sendChatAction", "deleteMessage", "getChat")
    assert not any(wait(pace, person(1), method) for method in quick * 20)


async def test_switched_on_by_a_script(aru: int, control: Control, api: Api, clock: Clock) -> None:
    for _ in range(3):
        await api.result("sendMessage", chat_id=aru, text="fast")
    assert (await control("PUT", "/pace", on=True))["group_per_minute"] == 20
    await api.result("sendMessage", chat_id=aru, text="1")
    answer = await api("sendMessage", chat_id=aru, text="2")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    await control("POST", "/clock", forward=1)
    await api.result("sendMessage", chat_id=aru, text="3")
    assert await control("PUT", "/pace", on=False) is None
    await api.result("sendMessage", chat_id=aru, text="4")
    assert "above zero" in await control.refused("PUT", "/pace", per_second=0)
