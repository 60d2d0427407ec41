"""What many ask at one moment is one call; each hears what came of its own."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from bot.storage.gathered import Gathered
from tests.virtual_time import in_virtual_time


class Doubling:
    """Doubles what it is given, once it may."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []
        self.may_end = asyncio.Event()

    async def __call__(self, items: list[int]) -> dict[int, int]:
        self.calls.append(items)
        await self.may_end.wait()
        if 0 in items:
            raise ValueError(items)
        return {item: 2 * item for item in items}


async def asked(gathered: Gathered[int, dict[int, int]], *items: int) -> list[asyncio.Task[int]]:
    """Each in a task of its own that has begun."""

    async def one(item: int) -> int:
        return (await gathered(item))[item]

    tasks = [asyncio.create_task(one(item)) for item in items]
    for _ in range(3):
        await asyncio.sleep(0)
    return tasks


async def test_who_comes_while_a_call_is_under_way_shares_the_next() -> None:
    work = Doubling()
    gathered = Gathered(work)
    first = await asked(gathered, 1, 2)
    later = await asked(gathered, 3) + await asked(gathered, 4)
    assert work.calls == [[1, 2]]
    work.may_end.set()
    assert await asyncio.gather(*first, *later) == [2, 4, 6, 8]
    assert work.calls == [[1, 2], [3, 4]]


async def test_a_failure_is_heard_by_all_of_its_call_and_nobody_else() -> None:
    work = Doubling()
    gathered = Gathered(work)
    work.may_end.set()
    for task in await asked(gathered, 0, 1):
        with pytest.raises(ValueError, match=r"\[0, 1\]"):
            await task
    assert await gathered(2) == {2: 4}


async def test_who_gives_up_takes_nothing_from_the_others() -> None:
    work = Doubling()
    gathered = Gathered(work)
    gone, stays = await asked(gathered, 1, 2)
    gone.cancel()
    with suppress(asyncio.CancelledError):
        await gone
    work.may_end.set()
    assert await stays == 4


@in_virtual_time
async def test_between_two_calls_is_a_rest_in_which_others_join() -> None:
    began: list[tuple[float, list[int]]] = []
    now = asyncio.get_running_loop().time

    async def work(items: list[int]) -> dict[int, int]:
        began.append((now(), items))
        await asyncio.sleep(1)
        if 0 in items:
            raise ValueError
        return dict.fromkeys(items, 0)

    gathered = Gathered(work, rest=10)
    await gathered(1)
    second = await asked(gathered, 2, 0)
    await asyncio.sleep(9)
    third = await asked(gathered, 3)
    await asyncio.gather(*second, *third, return_exceptions=True)
    await asyncio.sleep(10)
    await gathered(4)
    assert began == [(0, [1]), (11, [2, 0, 3]), (22, [4])]


@in_virtual_time
async def test_a_failed_call_is_followed_by_a_rest_too() -> None:
    began: list[float] = []
    now = asyncio.get_running_loop().time

    async def work(items: list[int]) -> None:
        began.append(now())
        raise ValueError(items)

    gathered = Gathered(work, rest=10)
    for item in (1, 2):
        with pytest.raises(ValueError, match=str(item)):
            await gathered(item)
    assert began == [0, 10]
