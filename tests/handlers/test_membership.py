"""Blocked and back again, thrown out of a group, a group that becomes a supergroup."""

from __future__ import annotations

from typing import Any

import pytest

from bot.delivery.delivery import Delivery
from bot.delivery.topic import Topic
from tests.botapi import ME
from tests.handlers.conftest import Clock, Person

NEWS = Topic("news")


@pytest.fixture
async def delivery(delivery: Delivery, clock: Clock) -> Delivery:
    await delivery.subscriptions.subscribe(1, NEWS, clock(), "en")
    return delivery


def change(person: Person, status: str, **more: Any) -> dict[str, Any]:
    me = {"user": ME, "status": status, **more}
    return {
        "my_chat_member": {
            "chat": person.chat,
            "from": person.user,
            "date": int(person.clock.now.timestamp()),
            "old_chat_member": {"user": ME, "status": "member"},
            "new_chat_member": me,
        }
    }


@pytest.mark.parametrize("back", ["unblocked", "/start"])
async def test_who_blocks_the_bot_is_left_alone_until_back(
    person: Person, delivery: Delivery, back: str
) -> None:
    await person.receive(change(person, "kicked", until_date=0))
    assert await delivery.subscriptions.recipients([NEWS]) == 0
    if back == "/start":
        await person.says(back)
    else:
        await person.receive(change(person, "member"))
    assert await delivery.subscriptions.recipients([NEWS]) == 1


RIGHTS = (
    "can_change_info", "can_invite_users", "can_pin_messages", "can_send_messages",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_manage_topics",
    "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_edit_tag",
    "can_react_to_messages",
)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "more", "reached"),
    [
        ("left", {}, 0),
        ("kicked", {"until_date": 0}, 0),
        ("restricted", dict.fromkeys(RIGHTS, False) | {"is_member": False, "until_date": 0}, 0),
        ("restricted", dict.fromkeys(RIGHTS, True) | {"is_member": True, "until_date": 0}, 1),
    ],
)
async def test_thrown_out_of_a_group(
    member: Person, delivery: Delivery, status: str, more: dict[str, Any], reached: int
) -> None:
    film = Topic("film", "tulpan-2008")
    await delivery.subscriptions.subscribe(member.chat["id"], film, member.clock(), "en")
    await member.receive(change(member, status, **more))
    assert await delivery.subscriptions.recipients([film]) == reached


@pytest.mark.parametrize("told_by", ["old", "new"])
@pytest.mark.parametrize("late", [False, True])
async def test_a_group_that_becomes_a_supergroup_keeps_everything(
    person: Person, delivery: Delivery, clock: Clock, told_by: str, late: bool
) -> None:
    old = {"id": -5, "type": "group", "title": "Кино"}
    new = {"id": -1005, "type": "supergroup", "title": "Кино"}
    await delivery.subscriptions.subscribe(-5, NEWS, clock(), "en")
    service = person.application.bot_data["service"]
    await service.choose_language(-5, "ru")
    told = {
        "old": {"chat": old, "migrate_to_chat_id": -1005},
        "new": {"chat": new, "migrate_from_chat_id": -5},
    }[told_by]
    written = int(clock.now.timestamp())
    clock.passes(hours=5 if late else 0)
    message = {"message_id": 9, "date": written, "from": person.user, **told}
    await person.receive({"message": message})
    assert await delivery.subscriptions.topics(-1005) == [NEWS]
    assert await delivery.subscriptions.topics(-5) == []
    assert await service.chosen_language(-1005) == "ru"
    assert await service.chosen_language(-5) == ""
