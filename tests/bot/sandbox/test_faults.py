"""Faults on demand, as python-telegram-bot's client feels them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.request import HTTPXRequest

from bot.sandbox.faults import KINDS
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.server import serve
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.profile import TOKEN
from tests.bot.sandbox.conftest import Api, Control

# A flood is told with seconds, which python-telegram-bot will one day call a timedelta.
SECONDS = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")


async def fault(control: Control, kind: str, **more: object) -> None:
    await control("POST", "/faults", kind=kind, **more)


@SECONDS
async def test_too_many_requests_until_the_time_is_over(
    bot: Bot, aru: int, control: Control, clock: Clock
) -> None:
    await fault(control, "flood", retry_after=7)
    for passed, left in ((0, 7), (3, 4), (3.5, 1)):
        clock.forward(passed)
        with pytest.raises(RetryAfter) as refused:
            await bot.send_message(aru, "x")
        assert refused.value.retry_after == left
    clock.forward(0.5)
    assert (await bot.send_message(aru, "x")).message_id
    assert await control("GET", "/faults") == []


async def test_the_header_says_it_too(aru: int, control: Control, api: Api) -> None:
    await fault(control, "flood", retry_after=7)
    path = f"/bot{TOKEN}/sendMessage"
    answer = await api.client.post(path, json={"chat_id": aru, "text": "x"})
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "7"
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }


@SECONDS
async def test_one_chat_or_all(bot: Bot, aru: int, group: int, control: Control) -> None:
    await fault(control, "flood", chat=group)
    assert (await bot.send_message(aru, "x")).message_id
    with pytest.raises(RetryAfter):
        await bot.send_message(group, "x")


async def test_so_often_and_after_so_many(bot: Bot, aru: int, control: Control) -> None:
    await fault(control, "forbidden", skip=1, times=2)
    assert (await bot.send_message(aru, "x")).message_id
    for _ in range(2):
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(aru, "x")
    assert (await bot.send_message(aru, "x")).message_id


async def test_one_method(bot: Bot, aru: int, control: Control) -> None:
    await fault(control, "bad_request", method="sendChatAction", description="oh no")
    assert (await bot.send_message(aru, "x")).message_id
    with pytest.raises(BadRequest, match="Oh no"):
        await bot.send_chat_action(aru, "typing")


async def test_receiving_is_spared_unless_it_is_named(
    bot: Bot, aru: int, control: Control
) -> None:
    await fault(control, "server_error")
    assert await bot.get_updates()
    await fault(control, "server_error", method="getUpdates", code=500)
    with pytest.raises(NetworkError):
        await bot.get_updates()
    with pytest.raises(NetworkError, match=r"Bad Gateway|502"):
        await bot.send_message(aru, "x")


async def test_an_error_of_the_server_in_json(bot: Bot, aru: int, control: Control) -> None:
    await fault(control, "server_error", code=500, description="Internal Server Error")
    with pytest.raises(NetworkError, match="Internal Server Error"):
        await bot.send_message(aru, "x")


async def test_a_group_that_moved(bot: Bot, group: int, control: Control) -> None:
    await fault(control, "migrate", chat=group, migrate_to=-100123)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group, "x")
    assert moved.value.new_chat_id == -100123


async def test_cleared(bot: Bot, aru: int, control: Control) -> None:
    await fault(control, "forbidden", times=None)
    assert (await control("GET", "/faults"))[0]["kind"] == "forbidden"
    await control("DELETE", "/faults")
    assert (await bot.send_message(aru, "x")).message_id


async def test_orders_that_are_wrong(control: Control) -> None:
    assert "kind: one of flood" in await control.refused("POST", "/faults", kind="earthquake")
    assert "migrate_to" in await control.refused("POST", "/faults", kind="migrate")
    assert "unexpected" in await control.refused("POST", "/faults", kind="slow", colour="red")
    assert set(KINDS) >= {"timeout_before", "timeout_after"}


@pytest.fixture
async def impatient(sandbox: Sandbox) -> AsyncIterator[Bot]:
    """A client over real HTTP that soon gives up."""
    async with serve(sandbox) as address:
        requests = (
            HTTPXRequest(read_timeout=0.3, httpx_kwargs={"trust_env": False}) for _ in range(2)
        )
        bot = Bot(
            TOKEN,
            base_url=f"{address.base_url}/bot",
            request=next(requests),
            get_updates_request=next(requests),
        )
        async with bot:
            yield bot


@pytest.mark.parametrize(("kind", "arrives"), [("timeout_before", False), ("timeout_after", True)])
async def test_no_answer_whether_it_was_accepted_or_not(
    aru: int, control: Control, impatient: Bot, kind: str, *, arrives: bool
) -> None:
    await fault(control, kind)
    with pytest.raises(TimedOut):
        await impatient.send_message(aru, "did it arrive?")
    seen = await control("GET", f"/chats/{aru}/messages")
    assert (seen[-1]["text"] == "did it arrive?") == arrives
    assert (await impatient.send_message(aru, "once more")).message_id


async def test_slow(aru: int, bot: Bot, control: Control) -> None:
    await fault(control, "slow", seconds=0.01)
    assert (await bot.send_message(aru, "x")).message_id
