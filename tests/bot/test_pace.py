"""Never too fast by Telegram's own count, and answers before what is sent to many."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, RetryAfter

from bot.pace import Limits, Pace
from tests.virtual_time import in_virtual_time


class Counting:
    """Counts as Telegram does, somewhere between the call and its answer."""

    def __init__(self, pace: Pace, latency: float = 0.05) -> None:
        self.pace = pace
        self.latency = latency
        self.at: list[tuple[float, int]] = []
        self.refusing: deque[int] = deque()
        self.failing: deque[NetworkError] = deque()

    async def call(self, chat: int, endpoint: str = "sendMessage") -> None:
        data = {"chat_id": chat}
        await self.pace.process_request(self._answer, (chat,), {}, endpoint, data, None)

    async def to_many(self, chat: int) -> None:
        async with self.pace.turn(chat):
            await self.call(chat)

    async def _answer(self, chat: int) -> bool:
        await asyncio.sleep(self.latency * 0.7)
        if self.failing:
            raise self.failing.popleft()
        if self.refusing:
            raise RetryAfter(self.refusing.popleft())
        self.at.append((now(), chat))
        await asyncio.sleep(self.latency * 0.3)
        return True

    def most(self, seconds: float, chat: int | None = None) -> int:
        """In any such time."""
        times = sorted(at for at, where in self.at if chat in (None, where))
        return max(sum(0 <= later - at < seconds for later in times) for at in times)


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize("latency", [0.001, 0.05, 0.5])
@in_virtual_time
async def test_thirty_a_second_and_never_more(latency: float) -> None:
    telegram = Counting(Pace(), latency)
    at_once = asyncio.Semaphore(16)

    async def one(chat: int) -> None:
        async with at_once:
            await telegram.to_many(chat)

    await asyncio.gather(*map(one, range(300)))
    assert telegram.most(1.0) <= 30
    if latency < 0.01:
        assert 300 / now() >= 29


@in_virtual_time
async def test_one_a_second_to_a_chat_and_twenty_a_minute_to_a_group() -> None:
    telegram = Counting(Pace())
    await asyncio.gather(*(telegram.to_many(7) for _ in range(5)))
    assert telegram.most(1.0, 7) == 1
    await asyncio.gather(*(telegram.to_many(-7) for _ in range(25)))
    assert telegram.most(1.0, -7) == 1
    assert telegram.most(60.0, -7) == 20


@in_virtual_time
async def test_a_chat_that_waits_is_in_nobodys_way() -> None:
    telegram = Counting(Pace())
    await asyncio.gather(*(telegram.to_many(chat) for chat in (1, 1, 1, 2, 3, 4)))
    assert max(at for at, chat in telegram.at if chat != 1) < 0.5


@in_virtual_time
async def test_answers_go_before_what_is_sent_to_many() -> None:
    telegram = Counting(Pace(), 0.001)
    many = [asyncio.create_task(telegram.to_many(chat)) for chat in range(1000, 1400)]
    waited = []
    await asyncio.sleep(3)
    for person in range(40):
        asked = now()
        await telegram.call(person)
        waited.append(now() - asked)
        await asyncio.sleep(0.5)
    assert sorted(waited)[-2] <= 0.04
    await asyncio.gather(*many)
    assert telegram.most(1.0) <= 30


@in_virtual_time
async def test_a_halt_lasts_as_long_as_was_said_whatever_else_ends() -> None:
    telegram = Counting(Pace())
    telegram.refusing.extend([5, 2])
    with pytest.raises(RetryAfter):
        await telegram.to_many(1)
    with pytest.raises(RetryAfter):
        await telegram.to_many(2)  # it waited, and is told to wait again
    assert now() > 5
    await asyncio.gather(*(telegram.to_many(chat) for chat in range(3, 9)), telegram.call(9))
    assert min(at for at, _ in telegram.at) >= 7

    telegram.pace.halt(10)
    telegram.pace.halt(1)
    begun = now()
    await telegram.call(10)
    assert now() - begun >= 10


@in_virtual_time
async def test_an_answer_is_tried_again_but_does_not_wait_for_ever() -> None:
    telegram = Counting(Pace())
    telegram.refusing.extend([3, 1])
    await telegram.call(1)
    assert [chat for _, chat in telegram.at] == [1]
    telegram.refusing.append(300)
    with pytest.raises(RetryAfter):
        await telegram.call(2)
    begun = now()
    with pytest.raises(RetryAfter):
        await telegram.call(3)
    assert now() == begun, "its place among the handlers is of use to others"


def failed(cause: Exception) -> NetworkError:
    error = NetworkError("failed")
    error.__cause__ = cause
    return error


@in_virtual_time
async def test_an_answer_that_never_left_is_tried_again_twice() -> None:
    telegram = Counting(Pace())
    telegram.failing.extend([failed(httpx.ConnectError("")), failed(httpx.PoolTimeout(""))])
    await telegram.call(1)
    assert [chat for _, chat in telegram.at] == [1]
    assert 2.5 < now() < 3.5
    telegram.failing.extend([failed(httpx.ConnectTimeout(""))] * 3)
    with pytest.raises(NetworkError):
        await telegram.call(2)
    assert not telegram.failing


@pytest.mark.parametrize("endpoint", ["sendMessage", "getMe"])
@in_virtual_time
async def test_what_may_have_arrived_and_what_nobody_waits_for_is_not(endpoint: str) -> None:
    telegram = Counting(Pace())
    cause = httpx.ConnectError("") if endpoint == "getMe" else httpx.ReadTimeout("")
    telegram.failing.append(failed(cause))
    with pytest.raises(NetworkError):
        await telegram.call(1, endpoint)
    assert telegram.at == []


@in_virtual_time
async def test_what_is_sent_to_many_is_its_senders_to_repeat() -> None:
    telegram = Counting(Pace())
    telegram.failing.append(failed(httpx.ConnectError("")))
    with pytest.raises(NetworkError):
        await telegram.to_many(1)


@in_virtual_time
async def test_what_is_no_message_has_no_limit() -> None:
    telegram = Counting(Pace(), 0.01)
    await asyncio.gather(*(telegram.call(1, "sendChatAction") for _ in range(100)))
    await asyncio.gather(*(telegram.call(1, "answerCallbackQuery") for _ in range(100)))
    assert now() < 0.1


@in_virtual_time
async def test_edits_count_among_all_and_in_groups_but_not_in_a_private_chat() -> None:
    telegram = Counting(Pace(), 0.01)
    await asyncio.gather(*(telegram.call(1, "editMessageText") for _ in range(10)))
    assert now() < 0.1
    await asyncio.gather(*(telegram.call(chat, "editMessageText") for chat in range(60)))
    assert telegram.most(1.0) <= 30


@in_virtual_time
async def test_without_limits_it_only_listens() -> None:
    telegram = Counting(Pace(None), 0.01)
    await asyncio.gather(*(telegram.to_many(1) for _ in range(200)))
    assert now() < 0.1


@in_virtual_time
async def test_chats_that_are_still_are_forgotten() -> None:
    pace: Any = Pace(Limits(per_second=1_000_000))
    telegram = Counting(pace, 0.0)
    for beginning in range(0, 25_000, 5_000):
        await asyncio.gather(*(telegram.call(beginning + n) for n in range(5_000)))
        await asyncio.sleep(2)
    assert len(pace._chats) <= 10_000


@in_virtual_time
async def test_who_is_cancelled_gives_its_place_back() -> None:
    telegram = Counting(Pace(Limits(per_second=1)), 5.0)
    first = asyncio.create_task(telegram.to_many(1))
    await asyncio.sleep(0.1)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    telegram.latency = 0.01
    await telegram.to_many(2)
    assert now() < 2
    counted: dict[int, int] = defaultdict(int)
    for _, chat in telegram.at:
        counted[chat] += 1
    assert counted == {2: 1}
