from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

import httpx
import pytest

from bot.incoming.addresses import PublicTransport
from bot.incoming.collecting import EVERY, collect
from bot.incoming.fetching import feed_client
from bot.settings import Feed
from bot.storage import Storage
from bot.storage.incoming import Incoming
from knowledge.engine import Engine
from tests.databases import database

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
OURS, THEIRS = Feed("https://ours.kz/rss", trusted=True), Feed("https://theirs.kz/rss")
PRIZE = "Фильм Адильхана Ержанова «Степной волк» получил приз в Каннах"
STEEL = "Казахстан увеличил прокат стали"


class Web:
    """Servers by host, each with its items; what they were asked is noted."""

    def __init__(self) -> None:
        self.items: dict[str, list[tuple[str, datetime | None]]] = {}
        self.down: set[str] = set()
        self.asked: list[httpx.Request] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        host = request.headers["Host"]
        self.asked.append(request)
        if host in self.down:
            return httpx.Response(503)
        etag = f'"{len(self.items[host])}"'
        if request.headers.get("If-None-Match") == etag:
            return httpx.Response(304)
        items = "".join(
            f"<item><title>{escape(title)}</title><link>https://{host}/{number}</link>"
            + (f"<pubDate>{format_datetime(at)}</pubDate>" if at else "")
            + "</item>"
            for number, (title, at) in enumerate(self.items[host])
        )
        body = f"<rss version='2.0'><channel>{items}</channel></rss>"
        return httpx.Response(200, content=body.encode(), headers={"ETag": etag})

    def client(self) -> httpx.AsyncClient:
        async def resolve(host: str, port: int) -> list[str]:
            return ["93.184.216.34"]

        return feed_client(PublicTransport(httpx.MockTransport(self.answer), resolve))


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
async def incoming(tmp_path: Path) -> AsyncIterator[Incoming]:
    storage = Storage.open(database(tmp_path))
    yield Incoming(storage)
    await storage.close()


async def test_only_kazakh_cinema_and_only_trusted_ones_without_an_editor(
    web: Web, incoming: Incoming, engine: Engine
) -> None:
    web.items = {
        "ours.kz": [(PRIZE, NOW), (STEEL, NOW), ("Қазақ киносының апталығы өтеді", None)],
        "theirs.kz": [("В Алматы открылся кинотеатр «Арман»", NOW)],
    }
    async with web.client() as client:
        await collect([OURS, THEIRS], incoming, engine.reader, client, NOW)
    approved, undated, theirs = await incoming.drafts()
    assert (approved.state, approved.source) == ("approved", "https://ours.kz/0")
    assert approved.text("kk").splitlines() == [PRIZE]
    assert approved.topics == ("news", "film:steppenwolf-2024", "person:adilkhan-yerzhanov")
    assert undated.state == theirs.state == "waiting"


async def test_old_news_is_none(web: Web, incoming: Incoming, engine: Engine) -> None:
    web.items["ours.kz"] = [
        (PRIZE, NOW - timedelta(days=4)),
        ("Қазақ киносының апталығы өтеді", NOW + timedelta(days=2)),
    ]
    async with web.client() as client:
        await collect([OURS], incoming, engine.reader, client, NOW)
    assert await incoming.drafts() == []


async def test_the_same_news_of_another_is_told_once(
    web: Web, incoming: Incoming, engine: Engine
) -> None:
    web.items = {
        "ours.kz": [(PRIZE, NOW)],
        "theirs.kz": [
            ("Фильм Адильхана Ержанова «Степной волк» получил приз в Каннах!", NOW),
            ("Adilkhan Yerzhanov's film «Steppenwolf» wins a prize in Cannes", NOW),
            ("Фильм Адильхана Ержанова «Степной волк» вышел в прокат", NOW),
        ],
    }
    async with web.client() as client:
        both = [OURS, Feed(THEIRS.address, trusted=True)]
        await collect(both, incoming, engine.reader, client, NOW)
    first, *perhaps = await incoming.drafts()
    assert [d.state for d in perhaps] == ["waiting", "waiting"], "an editor sees whether it is"
    assert {d.alike for d in perhaps} == {first.key}


async def test_nothing_is_asked_before_it_is_due_nor_read_twice(
    web: Web, incoming: Incoming, engine: Engine
) -> None:
    web.items["ours.kz"] = [(PRIZE, NOW)]
    async with web.client() as client:
        for minutes in (0, 29, 30):
            at = NOW + timedelta(minutes=minutes)
            await collect([OURS], incoming, engine.reader, client, at)
    assert [r.headers.get("If-None-Match") for r in web.asked] == [None, '"1"']
    assert len(await incoming.drafts()) == 1


async def test_who_is_down_is_asked_ever_more_rarely_and_costs_others_nothing(
    web: Web, incoming: Incoming, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    web.items = {"ours.kz": [(PRIZE, NOW)], "theirs.kz": []}
    web.down = {"theirs.kz"}
    waits = []
    at = NOW
    async with web.client() as client:
        with caplog.at_level(logging.WARNING):
            await collect([THEIRS, OURS], incoming, engine.reader, client, at)
        assert len(await incoming.drafts()) == 1
        assert (await incoming.feed(OURS.address)).failures == 0
        for _ in range(9):
            state = await incoming.feed(THEIRS.address)
            assert state.next_at
            waits.append(state.next_at - at)
            at = state.next_at
            await collect([THEIRS], incoming, engine.reader, client, at)
        web.down = set()
        at += timedelta(days=2)
        await collect([THEIRS], incoming, engine.reader, client, at)
    assert waits[:3] == [EVERY, 2 * EVERY, 4 * EVERY]
    assert waits[-1] == timedelta(days=1)
    assert (await incoming.feed(THEIRS.address)).failures == 0
    (line,) = caplog.messages[:1]
    assert line.startswith("feed https://theirs.kz/rss: HTTP 503; again at 2026-11-26 12:30")


async def test_a_page_that_is_no_feed_is_a_failure(
    web: Web, incoming: Incoming, engine: Engine
) -> None:
    def page(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"<html>Sign in</html>")

    web.answer = page  # type: ignore[method-assign]
    async with web.client() as client:
        await collect([OURS], incoming, engine.reader, client, NOW)
    assert (await incoming.feed(OURS.address)).failures == 1
