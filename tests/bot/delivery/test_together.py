"""What is told together: digests, and what is late."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import httpx

from bot.delivery.rhythm import Rhythm
from tests.bot.delivery.desk import NOON, desk, news
from tests.virtual_time import in_virtual_time

READ = httpx.ReadTimeout("")


@in_virtual_time
async def test_three_days_of_downtime_are_one_message_and_no_flood(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        for number in range(8):
            days = timedelta(days=2 if number < 3 else 9)
            await bot.publish(news(str(number), ends=NOON + days))
        bot.skipped = timedelta(days=3)
        await bot.work()
        (text,) = bot.telegram.received[1]
        assert text.split("\n\n")[1:] == [f"en {number}" for number in range(3, 8)]


@in_virtual_time
async def test_more_than_fits_is_several_messages(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        rhythm = Rhythm("daily", hour=13, quiet_from=0, quiet_until=0)
        await bot.subscribe(1, rhythm=rhythm)
        for number in range(5):
            await bot.publish(news(str(number), text="ә" * 1700))
        await bot.work(3700)
        assert [text.count("ә") for text in bot.telegram.received[1]] == [3400, 3400, 1700]
        assert all(len(text) < 4096 for text in bot.telegram.received[1])


@in_virtual_time
async def test_a_digest_is_never_repeated(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, rhythm=Rhythm("daily", hour=13, quiet_from=0, quiet_until=0))
        items = [await bot.publish(news(key)) for key in "12"]
        bot.telegram.instead[1] = [READ]
        await bot.work(2 * 3600)
        assert [await bot.states(item) for item in items] == [{"unconfirmed": 1}] * 2


@in_virtual_time
async def test_what_may_be_repeated_is_not_told_with_what_may_not(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, rhythm=Rhythm("daily", hour=13, quiet_from=0, quiet_until=0))
        once = await bot.publish(news("once"))
        twice = await bot.publish(news("twice", repeatable=True))
        bot.telegram.instead[1] = [READ, READ]
        await bot.work(2 * 3600)
        assert await bot.states(once) == {"unconfirmed": 1}
        assert await bot.states(twice) == {"sent": 1}
