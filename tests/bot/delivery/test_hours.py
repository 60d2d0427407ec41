"""Never at night, by each chat's own clock; digests at their hour; nothing twice."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.delivery.outcome import Outcome, Verdict
from bot.delivery.rhythm import Rhythm
from bot.delivery.zones import zone
from bot.pace import Limits
from bot.storage import Storage
from bot.storage.items import Items
from bot.storage.ledger import Ledger
from bot.storage.settling import Settling
from bot.storage.subscriptions import Subscriptions
from bot.storage.upkeep import Upkeep
from tests.bot.delivery.desk import NEWS, NOON, desk, news
from tests.databases import database
from tests.virtual_time import in_virtual_time

ALMATY, ANGELES = 1, 2
DAILY, WEEKLY = 3, 4
RHYTHMS = {
    ALMATY: Rhythm(),
    ANGELES: Rhythm(time_zone="America/Los_Angeles"),
    DAILY: Rhythm("daily", hour=10, time_zone="Europe/Berlin"),
    WEEKLY: Rhythm("weekly", hour=18, weekday=4),
}


async def test_five_weeks_around_every_change_of_clocks(tmp_path: Path) -> None:
    """From February to April 2024: the leap day, Kazakhstan's last change, America's, Europe's."""
    storage = Storage.open(database(tmp_path))
    items, ledger, upkeep = Items(storage), Ledger(storage), Upkeep(storage)
    now = datetime(2024, 2, 26, tzinfo=UTC)
    for chat, rhythm in RHYTHMS.items():
        await Subscriptions(storage).subscribe(chat, NEWS, now, "en")
        await Subscriptions(storage).set_rhythm(chat, rhythm, now, "en")
    told: dict[int, list[tuple[datetime, int]]] = defaultdict(list)
    published = 0
    for hour in range(5 * 7 * 24):
        now += timedelta(hours=1)
        await upkeep.roll_digests(now)
        if hour % 7 == 0 and hour < 4 * 7 * 24:
            published += 1
            await items.publish(news(str(hour), ends=now + timedelta(days=8)), now)
        while due := await ledger.due(now, 10):
            for each in due:
                parcel = await ledger.begin(each, now)
                assert parcel
                sent = Outcome(Verdict.SENT, message_id=1)
                await Settling(storage).settle(parcel, sent, now)
                told[each.chat].append((now, len(parcel.told)))
    await storage.close()

    for chat, rhythm in RHYTHMS.items():
        locally = [(at.astimezone(zone(rhythm.time_zone)), many) for at, many in told[chat]]
        assert sum(many for _, many in locally) == published
        assert all(9 <= at.hour < 22 for at, _ in locally)
    assert all(many == 1 for _, many in told[ALMATY])
    assert {at.astimezone(zone("Europe/Berlin")).hour for at, _ in told[DAILY]} == {10}
    weekly = [at.astimezone(zone("Asia/Almaty")) for at, _ in told[WEEKLY]]
    assert {(at.weekday(), at.hour) for at in weekly} == {(4, 18)}
    assert len(weekly) == 5


@in_virtual_time
async def test_what_is_published_at_night_arrives_in_the_morning(tmp_path: Path) -> None:
    night = NOON + timedelta(hours=13)  # one in the morning in Almaty, noon in Los Angeles
    async with desk(tmp_path, start=night) as bot:
        await bot.subscribe(ALMATY, rhythm=RHYTHMS[ALMATY])
        await bot.subscribe(ANGELES, rhythm=RHYTHMS[ANGELES])
        await bot.publish(news())
        await bot.work()
        assert set(bot.telegram.received) == {ANGELES}
        bot.skipped = timedelta(hours=8) - timedelta(seconds=60)
        await bot.work()
        assert set(bot.telegram.received) == {ANGELES}
        await bot.work(60)
        assert set(bot.telegram.received) == {ANGELES, ALMATY}


@in_virtual_time
async def test_what_was_due_before_the_night_and_could_not_be_sent_waits_for_the_day(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(ALMATY, rhythm=RHYTHMS[ALMATY])
        item = await bot.publish(news())
        bot.skipped = timedelta(hours=12)
        await bot.work()
        assert bot.telegram.calls == []
        assert await bot.states(item) == {"pending": 1}
        bot.skipped = timedelta(hours=22)
        await bot.work()
        assert bot.telegram.received == {ALMATY: ["en 1"]}


@in_virtual_time
async def test_who_falls_asleep_in_the_line_is_told_in_the_morning(tmp_path: Path) -> None:
    evening = NOON + timedelta(hours=10, seconds=-5)  # five seconds before ten in Almaty
    async with desk(tmp_path, start=evening, limits=Limits(per_second=1)) as bot:
        await bot.subscribe(*range(1, 21), rhythm=RHYTHMS[ALMATY])
        item = await bot.publish(news())
        await bot.work(60)
        told = len(bot.telegram.calls)
        assert 1 <= told <= 5
        assert await bot.states(item) == {"pending": 20 - told, "sent": told}
        bot.skipped = timedelta(hours=11)
        await bot.work(60)
        assert await bot.states(item) == {"sent": 20}


@in_virtual_time
async def test_what_is_over_before_the_digest_comes_by_itself(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(WEEKLY, rhythm=RHYTHMS[WEEKLY])
        await bot.publish(news("today", ends=NOON + timedelta(hours=5)))
        await bot.publish(news("this week", ends=NOON + timedelta(days=30)))
        await bot.work()
        assert bot.telegram.received == {WEEKLY: ["en today"]}


@in_virtual_time
async def test_what_comes_just_after_a_digest_is_for_the_next(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(DAILY, rhythm=Rhythm("daily", hour=13))
        bot.skipped = timedelta(hours=1, seconds=5)
        await bot.publish(news())
        await bot.work(60)
        assert bot.telegram.calls == []
        bot.skipped = timedelta(days=1, hours=1)
        await bot.work()
        assert bot.telegram.received == {DAILY: ["en 1"]}


@in_virtual_time
async def test_another_rhythm_lets_go_what_waits(tmp_path: Path) -> None:
    async with desk(tmp_path) as bot:
        await bot.subscribe(WEEKLY, rhythm=RHYTHMS[WEEKLY])
        await bot.publish(news(ends=NOON + timedelta(days=30)))
        await bot.work()
        assert bot.telegram.calls == []
        await bot.delivery.subscriptions.set_rhythm(WEEKLY, Rhythm(), bot.now(), "en")
        await bot.work()
        assert bot.telegram.received == {WEEKLY: ["en 1"]}
