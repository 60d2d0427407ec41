"""What is sent to whom, and what no more."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.delivery.item import Document
from bot.delivery.topic import Topic
from bot.pace import Limits
from tests.bot.delivery.desk import ALWAYS, NEWS, NOON, PREMIERES, desk, news
from tests.virtual_time import in_virtual_time


@in_virtual_time
async def test_everybody_who_subscribed_gets_it_once_in_their_language(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, 2)
        await bot.subscribe(3, language="ru")
        await bot.subscribe(4, topic=PREMIERES)
        await bot.storage.set_language(2, "kk", NOON)
        item = await bot.publish(news())
        assert not (await bot.delivery.publish(news())).new
        await bot.work()
        assert bot.telegram.received == {1: ["en 1"], 2: ["kk 1"], 3: ["ru 1"]}
        assert await bot.states(item) == {"sent": 3}
        await bot.work()
        assert len(bot.telegram.calls) == 3


@in_virtual_time
async def test_several_topics_of_one_item_are_one_message(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        film = Topic("film", "tulpan-2008")
        await bot.subscribe(1)
        await bot.subscribe(1, topic=film)
        await bot.publish(news(audience=(NEWS, film)))
        await bot.work()
        assert bot.telegram.received == {1: ["en 1"]}


@in_virtual_time
async def test_a_document_comes_with_its_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        await bot.publish(news(document=Document("tulpan.ics", b"BEGIN:VCALENDAR")))
        await bot.work()
        assert bot.telegram.received == {1: ["en 1"]}
        (content,) = bot.telegram.documents[1]
        assert b"BEGIN:VCALENDAR" in content
        assert b"tulpan.ics" in content


@in_virtual_time
async def test_who_unsubscribes_or_is_forgotten_gets_nothing_more(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, 2, 3)
        await bot.publish(news())
        assert await bot.delivery.subscriptions.unsubscribe(1, NEWS)
        assert not await bot.delivery.subscriptions.unsubscribe(1, NEWS)
        assert await bot.delivery.subscriptions.end_all(2) == 1
        await bot.delivery.rows.forget(3)
        await bot.work()
        assert bot.telegram.calls == []


@in_virtual_time
async def test_pause_resume_cancel_withdraw(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        items = bot.delivery.items
        await bot.subscribe(1)
        item = await bot.publish(news())
        await items.set_state(item, "paused", bot.now())
        await bot.work()
        assert bot.telegram.calls == []
        await items.set_state(item, "active", bot.now())
        await bot.work()
        assert bot.telegram.received == {1: ["en 1"]}
        second = await bot.publish(news("2"))
        assert await items.withdraw("news", "", bot.now()) == 2
        assert not await items.set_state(second, "active", bot.now())
        await bot.work()
        assert await bot.states(second) == {"expired": 1}
        assert len(bot.telegram.calls) == 1


@in_virtual_time
async def test_a_call_under_way_comes_to_its_end_when_the_bot_stops(tmp_path: Path) -> None:
    async with desk(tmp_path, limits=Limits(per_second=1)) as bot:
        await bot.subscribe(1, 2)
        bot.telegram.latency = 5
        item = await bot.publish(news())
        await bot.work(0.5)
        assert await bot.states(item) == {"pending": 1, "sent": 1}


@in_virtual_time
async def test_what_is_over_is_never_sent(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1)
        item = await bot.publish(news(ends=NOON + timedelta(hours=1)))
        bot.skipped = timedelta(hours=1)
        await bot.work()
        assert bot.telegram.calls == []
        assert await bot.states(item) == {"expired": 1}
        assert (await bot.delivery.publish(news("late", ends=NOON))).id is None


@in_virtual_time
async def test_what_ends_soonest_goes_first(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(1, 2)
        await bot.subscribe(3, topic=PREMIERES)
        later = await bot.publish(news("later", ends=NOON + timedelta(days=2)))
        sooner = await bot.publish(
            news("sooner", ends=NOON + timedelta(days=1), audience=(PREMIERES,))
        )
        found = await bot.delivery.ledger.due(bot.now(), 10)
        assert [due.item for due in found] == [sooner, later, later]


@in_virtual_time
async def test_nothing_is_sent_in_a_rhythm_of_always_before_it_is_asked(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.publish(news())
        await bot.subscribe(1, rhythm=ALWAYS)
        await bot.work()
        assert bot.telegram.calls == []  # what was told before is not news
