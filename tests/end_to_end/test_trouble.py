"""Whatever Telegram does to the bot, it answers the next question."""

from __future__ import annotations

from typing import Any

import pytest

from tests.end_to_end.conftest import Meet

QUESTION = "who directed Tulpan?"


# How python-telegram-bot counts the seconds of a flood will change; it says so each time.
@pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")
@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "flood", "times": 1},
        {"kind": "forbidden"},
        {"kind": "bad_request"},
        {"kind": "migrate", "migrate_to": -1001234567890},
        {"kind": "server_error"},
        {"kind": "server_error", "code": 500, "description": "Internal Server Error"},
    ],
    ids=lambda fault: str(fault["kind"]),
)
def test_it_goes_on_after(meet: Meet, fault: dict[str, Any]) -> None:
    person = meet("en")
    person.order("POST", "/faults", chat=person.id, method="sendMessage", **fault)
    person.writes("who directed Tomiris?")
    person.says(QUESTION, hears="Dvortsevoy")


@pytest.mark.parametrize("fault", ["server_error", "bad_request"])
def test_it_goes_on_fetching_after(meet: Meet, fault: str) -> None:
    person = meet("en")
    person.order("POST", "/faults", kind=fault, method="getUpdates")
    assert "Dvortsevoy" in person.says(QUESTION).text
    assert "Dvortsevoy" in person.says(QUESTION).text


def test_an_update_that_cannot_be_read_is_stepped_over(meet: Meet) -> None:
    person = meet("en")
    person.order("POST", "/updates", message={"message_id": "no number"})
    assert "Dvortsevoy" in person.says(QUESTION).text


def test_who_blocked_the_bot_may_come_back(meet: Meet) -> None:
    person = meet("en")
    person.says(QUESTION)
    person.order("POST", f"/users/{person.id}/block")
    person.order("POST", f"/users/{person.id}/unblock")
    assert "Dvortsevoy" in person.says(QUESTION).text


def test_an_ordinary_conversation_keeps_the_pace(meet: Meet) -> None:
    person = meet("en")
    person.order("PUT", "/pace", on=True)
    last = max(call["number"] for call in person.order("GET", "/calls")["result"])
    group = person.opens_group()
    for chat in (None, group, None, group):
        person.says(f"@QazaqKinoBot {QUESTION}", chat=chat, hears="Dvortsevoy")
    shown = person.says("films by Akan Satayev")
    for label in ("▶", "◀"):
        shown = person.presses(shown, label)
    calls = person.order("GET", "/calls", after=last)["result"]
    assert len(calls) > 7
    assert [call["refusal"] for call in calls if call["refusal"]] == []
