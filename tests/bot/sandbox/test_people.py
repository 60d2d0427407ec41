"""Chats of every kind: who is heard, who may write, what the bot learns of its own fate."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden

from tests.bot.sandbox.conftest import Api, Control


async def test_a_bot_that_is_blocked(bot: Bot, aru: int, control: Control, api: Api) -> None:
    await api.updates()
    await control("POST", f"/users/{aru}/block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(aru, "x")
    why = await control.refused("POST", f"/chats/{aru}/messages", text="x")
    assert "unblock it first" in why
    await control("POST", f"/users/{aru}/unblock")
    assert (await bot.send_message(aru, "x")).message_id
    blocked, unblocked = await api.updates("my_chat_member")
    assert blocked["old_chat_member"]["status"] == "member"
    assert blocked["new_chat_member"]["status"] == "kicked"
    assert unblocked["new_chat_member"]["status"] == "member"
    assert unblocked["chat"]["type"] == "private"


async def test_added_to_a_group_and_thrown_out(
    bot: Bot, aru: int, control: Control, api: Api
) -> None:
    await api.updates()
    made = {"title": "Club", "members": [aru], "bot": "member", "type": "group"}
    group = (await control("POST", "/chats", **made))["id"]
    added, joined = await api.updates()
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert joined["message"]["new_chat_members"][0]["username"] == "QazaqKinoBot"
    assert await bot.get_chat_member_count(group) == 2
    await control("POST", f"/chats/{group}/bot", user=aru, status="kicked")
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group, "x")
    await control("POST", f"/chats/{group}/bot", user=aru, status="left")
    with pytest.raises(Forbidden, match="bot is not a member of the group chat"):
        await bot.get_chat(group)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("hello everybody", False),
        ("@QazaqKinoBot hello", True),
        ("@qazaqkinobot hello", True),
        ("@OtherBot hello", False),
        ("/help", True),
        ("/help@QazaqKinoBot", True),
        ("/help@OtherBot", False),
    ],
)
async def test_with_privacy_it_hears_what_is_meant_for_it(
    group: int, aru: int, control: Control, api: Api, text: str, *, heard: bool
) -> None:
    await control("POST", f"/chats/{group}/messages", user=aru, text=text)
    assert bool(await api.updates("message")) == heard


async def test_replies_to_it_are_heard(group: int, aru: int, control: Control, api: Api) -> None:
    sent = await api.result("sendMessage", chat_id=group, text="I am here")
    answer = {"user": aru, "text": "good", "reply_to": sent["message_id"]}
    message = await control("POST", f"/chats/{group}/messages", **answer)
    path = f"/chats/{group}/messages/{message['message_id']}"
    await control("POST", f"{path}/edit", text="very good")
    new, edited = await api.updates()
    assert new["message"]["reply_to_message"]["text"] == "I am here"
    assert edited["edited_message"]["text"] == "very good"
    assert edited["edited_message"]["edit_date"]


@pytest.mark.parametrize("how", ["administrator", "no privacy"])
async def test_it_may_hear_everything(
    group: int, aru: int, control: Control, api: Api, how: str
) -> None:
    if how == "administrator":
        await control("POST", f"/chats/{group}/bot", user=aru, status="administrator")
    else:
        assert (await control("PATCH", "/bot", privacy=False))["can_read_all_group_messages"]
    await control("POST", f"/chats/{group}/messages", user=aru, text="hello everybody")
    assert len(await api.updates("message")) == 1


async def test_a_group_becomes_a_supergroup(
    bot: Bot, group: int, aru: int, control: Control, api: Api
) -> None:
    new = (await control("POST", f"/chats/{group}/migrate"))["id"]
    assert new < -1_000_000_000_000
    gone, begun = await api.updates("message")
    assert (gone["chat"]["id"], gone["migrate_to_chat_id"]) == (group, new)
    assert (begun["chat"]["id"], begun["migrate_from_chat_id"]) == (new, group)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group, "x")
    assert moved.value.new_chat_id == new
    assert (await bot.send_message(new, "x")).message_id == begun["message_id"] + 1
    why = await control.refused("POST", f"/chats/{group}/messages", user=aru, text="x")
    assert "supergroup now" in why
    assert "only a group" in await control.refused("POST", f"/chats/{group}/migrate")


async def test_topics_of_a_forum(bot: Bot, aru: int, control: Control, api: Api) -> None:
    made = {"type": "supergroup", "forum": True, "members": [aru], "bot": "member"}
    forum = (await control("POST", "/chats", **made))["id"]
    opened = await control("POST", f"/chats/{forum}/topics", user=aru, name="Premieres")
    topic = opened["message_thread_id"]
    await api.updates()
    asked = {"user": aru, "text": "@QazaqKinoBot what is on?", "topic": topic}
    message = await control("POST", f"/chats/{forum}/messages", **asked)
    (heard,) = await api.updates("message")
    assert (heard["message_thread_id"], heard["is_topic_message"]) == (topic, True)
    sent = await bot.send_message(forum, "this", message_thread_id=topic)
    assert sent.message_thread_id == topic
    answer = await bot.send_message(forum, "that", reply_to_message_id=message["message_id"])
    assert answer.message_thread_id == topic
    for wrong in (1, 999):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(forum, "x", message_thread_id=wrong)


async def test_a_channel(bot: Bot, aru: int, control: Control, api: Api) -> None:
    await api.updates()
    made = {"type": "channel", "username": "kinonews", "members": [aru], "bot": "administrator"}
    channel = (await control("POST", "/chats", **made))["id"]
    await control("POST", f"/chats/{channel}/messages", text="premiere")
    (post,) = await api.updates("channel_post")
    assert post["sender_chat"]["id"] == channel
    assert "from" not in post
    assert (await bot.send_message("@KinoNews", "x")).sender_chat
    await control("POST", f"/chats/{channel}/bot", user=aru, status="member")
    with pytest.raises(BadRequest, match=r"(?i)need administrator rights in the channel"):
        await bot.send_message(channel, "x")
    assert [seen["text"] for seen in await control("GET", f"/chats/{channel}/messages")] == [
        "premiere",
        "x",
    ]


async def test_in_groups_reactions_are_for_administrators(
    group: int, aru: int, control: Control, api: Api
) -> None:
    await api.result("getUpdates", allowed_updates=["message_reaction"])
    sent = await api.result("sendMessage", chat_id=group, text="x")
    react: dict[str, Any] = {"user": aru, "emoji": ["👍"]}
    path = f"/chats/{group}/messages/{sent['message_id']}/react"
    await control("POST", path, **react)
    assert await api.updates() == []
    await control("POST", f"/chats/{group}/bot", user=aru, status="administrator")
    await control("POST", path, **react)
    assert len(await api.updates("message_reaction")) == 1


async def test_who_is_in_a_chat(bot: Bot, group: int, aru: int, control: Control) -> None:
    other = (await control("POST", "/users", first_name="Other"))["id"]
    assert (await bot.get_chat_member(group, aru)).status == "creator"
    assert (await bot.get_chat_member(group, other)).status == "left"
    assert (await bot.get_chat_member(group, bot.id)).status == "member"
    with pytest.raises(BadRequest, match="User not found"):
        await bot.get_chat_member(group, 5)
    await control("POST", f"/chats/{group}/bot", user=aru, status="administrator")
    admins = await bot.get_chat_administrators(group)
    assert {admin.user.id for admin in admins} == {aru, bot.id}
    why = await control.refused("POST", f"/chats/{group}/messages", user=other, text="x")
    assert why == "Bad Request: not a member of the chat"
    assert await bot.leave_chat(group)
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group, "x")


async def test_a_restricted_bot_reads_and_does_not_write(
    bot: Bot, group: int, aru: int, control: Control
) -> None:
    await control("POST", f"/chats/{group}/bot", user=aru, status="restricted")
    assert (await bot.get_chat_member(group, bot.id)).status == "restricted"
    with pytest.raises(BadRequest, match="Not enough rights to send text messages"):
        await bot.send_message(group, "x")


async def test_who_comes_after_somebody_with_a_number_of_their_own(control: Control) -> None:
    named = await control("POST", "/users", id=1001, first_name="Aru")
    next_one = await control("POST", "/users", first_name="Dana")
    assert (named["id"], next_one["id"]) == (1001, 1002)
