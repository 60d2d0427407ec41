"""getUpdates: offsets, waiting, what is asked for, and one poller only."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from bot.sandbox.world.clock import Clock
from bot.sandbox.world.world import World
from tests.bot.sandbox.conftest import Api, Control, until


async def say(control: Control, aru: int, *texts: str) -> None:
    for text in texts:
        await control("POST", f"/chats/{aru}/messages", text=text)


async def test_updates_stay_until_a_later_one_is_asked_for(
    bot: Bot, aru: int, control: Control
) -> None:
    await say(control, aru, "one", "two")
    first = await bot.get_updates()
    assert [update.message.text for update in first if update.message] == ["/start", "one", "two"]
    assert [u.update_id for u in first] == list(range(first[0].update_id, first[0].update_id + 3))
    assert await bot.get_updates() == first
    assert await bot.get_updates(limit=1) == first[:1]
    assert await bot.get_updates(first[1].update_id) == first[1:]
    assert await bot.get_updates() == first[1:]


async def test_a_negative_offset_counts_from_the_end(aru: int, control: Control, api: Api) -> None:
    await say(control, aru, "one", "two")
    (last,) = await api.result("getUpdates", offset=-1)
    assert last["message"]["text"] == "two"
    assert len(await api.result("getUpdates")) == 1


async def test_waiting_for_what_comes(
    bot: Bot, aru: int, control: Control, api: Api, world: World
) -> None:
    await api.updates()
    waiting = asyncio.create_task(bot.get_updates(timeout=10))
    await until(lambda: world.updates.is_polled)
    await say(control, aru, "at last")
    (update,) = await waiting
    assert update.message
    assert update.message.text == "at last"


async def test_the_first_of_two_pollers_is_sent_away(
    bot: Bot, aru: int, control: Control, api: Api, world: World
) -> None:
    await api.updates()
    first = asyncio.create_task(bot.get_updates(timeout=10))
    await until(lambda: world.updates.is_polled)
    second = asyncio.create_task(api("getUpdates", timeout=10))
    with pytest.raises(Conflict, match="make sure that only one bot instance is running"):
        await first
    await say(control, aru, "here")
    assert (await second)["result"][0]["message"]["text"] == "here"


async def test_only_what_is_asked_for(aru: int, control: Control, api: Api) -> None:
    await api.updates()
    await api.result("getUpdates", allowed_updates=["callback_query"])
    await say(control, aru, "unheard")
    assert await api.updates() == []
    await api.result("getUpdates", allowed_updates=[])
    await say(control, aru, "heard")
    assert len(await api.updates("message")) == 1


async def test_reactions_have_to_be_asked_for(aru: int, control: Control, api: Api) -> None:
    sent = await api.result("sendMessage", chat_id=aru, text="good?")
    path = f"/chats/{aru}/messages/{sent['message_id']}/react"
    await control("POST", path, emoji=["👍"])
    assert await api.updates("message_reaction") == []
    await api.result("getUpdates", allowed_updates=["message_reaction"])
    await control("POST", path, emoji=["👎"])
    (heard,) = await api.updates("message_reaction")
    assert heard["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert heard["new_reaction"] == [{"type": "emoji", "emoji": "👎"}]


async def test_after_a_day_they_are_gone(aru: int, api: Api, clock: Clock) -> None:
    clock.forward(24 * 3600 + 1)
    assert await api.updates() == []


async def test_no_polling_beside_a_webhook(api: Api) -> None:
    await api.result("setWebhook", url="http://127.0.0.1:1/hook")
    answer = await api("getUpdates")
    assert answer["error_code"] == 409
    assert answer["description"].startswith("Conflict: can't use getUpdates method while webhook")
    await api.result("deleteWebhook", drop_pending_updates=True)
    assert await api.updates() == []


async def test_an_update_that_nobody_can_read(control: Control, api: Api) -> None:
    await control("POST", "/updates", message={"message_id": "?"})
    assert (await api.updates())[0]["message"] == {"message_id": "?"}
