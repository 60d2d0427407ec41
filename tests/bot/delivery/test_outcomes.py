"""What becomes of a message, by what Telegram does with it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.delivery.rhythm import Rhythm
from tests.bot.delivery.desk import NEWS, PREMIERES, desk, news, refusal
from tests.botapi import TOKEN
from tests.virtual_time import in_virtual_time

READ, CONNECT = httpx.ReadTimeout(""), httpx.ConnectTimeout("")
HTML_502 = httpx.Response(502, text="<html>Bad Gateway</html>")


@pytest.mark.parametrize("repeatable", [False, True])
@pytest.mark.parametrize("failure", [CONNECT, httpx.ConnectError(""), httpx.PoolTimeout("")])
@in_virtual_time
async def test_what_was_certainly_not_sent_is_sent_again(
    tmp_path: Path, failure: Exception, repeatable: bool
) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        bot.telegram.instead[1] = [failure, refusal(502, "Bad Gateway"), failure]
        item = await bot.publish(news(repeatable=repeatable))
        await bot.work(60)
        assert bot.telegram.received == {1: ["en 1"]}
        assert await bot.states(item) == {"sent": 1}


@pytest.mark.parametrize("accepted", [False, True])
@pytest.mark.parametrize(
    "failure", [READ, httpx.WriteTimeout(""), httpx.RemoteProtocolError(""), HTML_502]
)
@in_virtual_time
async def test_what_was_perhaps_sent_is_repeated_only_where_it_may_be(
    tmp_path: Path, failure: httpx.Response | Exception, accepted: bool
) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        bot.telegram.accepted_all_the_same = accepted
        bot.telegram.instead[1] = [failure]
        once = await bot.publish(news("once"))
        await bot.work(60)
        assert await bot.states(once) == {"unconfirmed": 1}
        bot.telegram.instead[1] = [failure]
        twice = await bot.publish(news("twice", repeatable=True))
        await bot.work(60)
        assert await bot.states(twice) == {"sent": 1}
        first = ["en once", "en twice"] if accepted else []
        *before, repeat = bot.telegram.received[1]
        assert before == first
        assert repeat.startswith("<i>This may be the second time")
        assert repeat.endswith("\n\nen twice")


@in_virtual_time
async def test_the_token_is_in_no_row_whatever_was_answered(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        echo = httpx.Response(502, text=f"<html>/bot{TOKEN}/sendMessage")
        bot.telegram.instead[1] = [echo]
        await bot.publish(news())
        await bot.work()
        (row,) = (await bot.delivery.rows.export(1))["ledger"]
        assert "sendMessage" in row["reason"]
        assert TOKEN not in row["reason"]


@in_virtual_time
async def test_in_doubt_twice_it_stays_open(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        bot.telegram.instead[1] = [READ, READ]
        item = await bot.publish(news(repeatable=True))
        await bot.work(60)
        assert await bot.states(item) == {"unconfirmed": 1}
        assert len(bot.telegram.calls) == 2


@in_virtual_time
async def test_too_fast_means_silence_for_as_long_as_telegram_says(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(*range(1, 40))
        bot.telegram.instead[1] = [refusal(429, "Too Many Requests", retry_after=30)]
        item = await bot.publish(news())
        await bot.work(100)
        assert await bot.states(item) == {"sent": 39}
        assert all(bot.telegram.received[chat] == ["en 1"] for chat in range(1, 40))
        first = bot.telegram.calls[0][0]
        # Those that were under way already had left.
        later = [at - first for at, _ in bot.telegram.calls[16:]]
        assert min(later) >= 30


@in_virtual_time
async def test_five_refusals_in_a_row_and_the_chat_is_left_alone(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, 2)
        blocked = "Forbidden: bot was blocked by the user"
        bot.telegram.instead[1] = [refusal(403, blocked) for _ in range(9)]
        bot.telegram.instead[2] = [refusal(403, blocked) for _ in range(4)]
        item = await bot.publish(news())
        for minutes in (0, 1, 5, 30, 120):
            bot.skipped += timedelta(minutes=minutes)
            await bot.work()
        assert await bot.states(item) == {"dead": 1, "sent": 1}
        assert sum(chat == 1 for _, chat in bot.telegram.calls) == 5
        later = await bot.publish(news("2"))
        assert await bot.states(later) == {"pending": 1}

        async def refusals(chat: int) -> int:
            (row,) = (await bot.delivery.rows.export(chat))["subscribers"]
            return int(row["refusals"])

        assert (await refusals(1), await refusals(2)) == (5, 0)
        bot.telegram.instead.clear()
        await bot.delivery.subscriptions.back(1)
        assert await refusals(1) == 0
        await bot.publish(news("3"))
        await bot.work()
        assert bot.telegram.received == {1: ["en 3"], 2: ["en 1", "en 2", "en 3"]}


@in_virtual_time
async def test_a_refusal_counts_once_however_much_waits(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        refused = refusal(400, "Bad Request: have no rights to send a message")
        bot.telegram.instead[1] = [refused]
        items = [await bot.publish(news(str(number))) for number in range(6)]
        await bot.work(50)
        assert len(bot.telegram.calls) == 1
        await bot.work(60)
        assert [await bot.states(item) for item in items] == [{"sent": 1}] * 6


@in_virtual_time
async def test_who_blocks_the_bot_is_left_alone_at_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        item = await bot.publish(news())
        await bot.delivery.subscriptions.lost(1, bot.now())
        await bot.work()
        assert await bot.states(item) == {"dead": 1}
        assert bot.telegram.calls == []
        assert await bot.delivery.subscriptions.topics(1) == [NEWS]
        assert await bot.delivery.subscriptions.recipients([NEWS]) == 0


@in_virtual_time
async def test_a_group_that_became_a_supergroup_keeps_everything(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(-5)
        await bot.subscribe(-5, topic=PREMIERES, rhythm=Rhythm(quiet_from=1, quiet_until=2))
        why = "Bad Request: group chat was upgraded to a supergroup chat"
        bot.telegram.instead[-5] = [refusal(400, why, migrate_to_chat_id=-1005)]
        item = await bot.publish(news())
        await bot.work()
        assert bot.telegram.received == {-1005: ["en 1"]}
        assert await bot.states(item) == {"sent": 1}
        assert await bot.delivery.subscriptions.topics(-1005) == [NEWS, PREMIERES]
        assert (await bot.delivery.subscriptions.rhythm(-1005)).quiet_from == 1
        assert not any((await bot.delivery.rows.export(-5)).values())


@in_virtual_time
async def test_a_group_that_is_renamed_during_the_call_hears_of_it_too(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(-5)
        why = "Bad Request: group chat was upgraded to a supergroup chat"
        bot.telegram.instead[-5] = [refusal(400, why, migrate_to_chat_id=-1005)]
        bot.telegram.latency = 2
        item = await bot.publish(news())
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            await asyncio.sleep(1)
            await bot.delivery.rows.rename(-5, -1005)
            await asyncio.sleep(9)
        assert bot.telegram.received == {-1005: ["en 1"]}
        assert await bot.states(item) == {"sent": 1}


@in_virtual_time
async def test_what_can_never_be_taken_fails_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, 2)
        bot.telegram.instead[1] = [refusal(400, "Bad Request: can't parse entities")]
        item = await bot.publish(news())
        await bot.work()
        assert await bot.states(item) == {"failed": 1, "sent": 1}
        assert "Can't parse entities" in caplog.text


@in_virtual_time
async def test_an_outage_slows_it_down_and_loses_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(*range(1, 101))
        for chat in range(1, 101):
            bot.telegram.instead[chat] = [CONNECT, CONNECT]
        item = await bot.publish(news())
        await bot.work(20)
        assert len(bot.telegram.calls) < 150
        await bot.work(1200)
        assert await bot.states(item) == {"sent": 100}
        assert len(bot.telegram.calls) == 300


@in_virtual_time
async def test_failures_now_and_then_are_no_outage(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        bot.delivery = bot.open()
        async with bot.delivery.running(bot.bot):
            for number in range(10):
                bot.telegram.instead[1] = [CONNECT]
                await bot.publish(news(str(number)))
                await asyncio.sleep(10)
                assert len(bot.telegram.received[1]) == number + 1
