"""Back-pressure: no more at work than there are places, no more waiting than is allowed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import Chat, Message, Update

from bot.intake import InOrder, Intake


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_an_update_is_handed_out_only_to_a_free_place() -> None:
    intake = Intake(at_once=2, waiting=9)
    for number in range(3):
        await intake.put(number)
    assert [await intake.get(), await intake.get()] == [0, 1]
    third = asyncio.create_task(intake.get())
    await settle()
    assert not third.done()
    intake.task_done()
    assert await third == 2


async def test_who_brings_updates_waits_when_enough_are_waiting() -> None:
    intake = Intake(at_once=1, waiting=2)
    await intake.put(1)
    await intake.put(2)
    late = asyncio.create_task(intake.put(3))
    await settle()
    assert not late.done()
    await intake.get()
    await late


async def test_a_place_is_given_back_when_the_wait_is_cancelled() -> None:
    intake = Intake(at_once=1)
    waiting = asyncio.create_task(intake.get())
    await settle()
    waiting.cancel()
    await settle()
    await intake.put("next")
    assert await intake.get() == "next"


def update(chat: int) -> Update:
    return Update(1, message=Message(1, None, Chat(chat, Chat.PRIVATE)))  # type: ignore[arg-type]


async def test_one_chat_in_order_and_chats_side_by_side() -> None:
    order = InOrder()
    done: list[str] = []
    gate = asyncio.Event()

    async def work(name: str, wait: bool) -> None:
        if wait:
            await gate.wait()
        done.append(name)

    tasks = [
        asyncio.create_task(order.process_update(update(chat), work(name, wait)))
        for chat, name, wait in ((1, "first", True), (1, "second", False), (2, "other", False))
    ]
    await settle()
    assert done == ["other"]
    gate.set()
    await asyncio.gather(*tasks)
    assert done == ["other", "first", "second"]
    assert len(order._turns) == 0


@pytest.mark.filterwarnings("error")
async def test_what_is_stopped_while_it_waits_its_turn_leaves_nothing_behind() -> None:
    order = InOrder()
    hung = asyncio.create_task(order.process_update(update(1), asyncio.Event().wait()))

    async def never() -> Any:
        raise AssertionError

    behind = asyncio.create_task(order.process_update(update(1), never()))
    await settle()
    for task in (behind, hung):
        task.cancel()
    results = await asyncio.gather(hung, behind, return_exceptions=True)
    assert [type(result) for result in results] == [asyncio.CancelledError] * 2
