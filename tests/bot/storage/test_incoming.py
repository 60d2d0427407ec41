from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.storage import Storage
from bot.storage.incoming import FeedState, Incoming
from knowledge.bulletins.drafts import Draft, moved
from knowledge.bulletins.reminders import Announced
from knowledge.factbase.showings import Showing
from tests.databases import database

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
TODAY = NOW.date()
SHOWING = Showing("a", date(2026, 11, 28), time(19, 30), "almaty", "Арман", "Арман (f, 2026)")
DRAFT = Draft("k", "қ", "р", "e", ("news", "film:a"), NOW, source="https://kino.kz/1")


@pytest.fixture
async def incoming(tmp_path: Path) -> AsyncIterator[Incoming]:
    storage = Storage.open(database(tmp_path))
    yield Incoming(storage)
    await storage.close()


async def test_showings_come_back_as_they_went(incoming: Incoming) -> None:
    given = [SHOWING, replace(SHOWING, at=None, city="", cinema="", festival=True)]
    await incoming.import_showings(given, TODAY)
    assert await incoming.showings() == given


async def test_the_same_showings_again(incoming: Incoming) -> None:
    assert (await incoming.import_showings([SHOWING, SHOWING], TODAY)).added == (SHOWING,)
    again = replace(SHOWING, source="the same, sent a day later")
    assert (await incoming.import_showings([again], TODAY)).added == ()
    assert await incoming.showings() == [SHOWING]


async def test_only_what_is_to_come_at_the_same_cinema_is_missed(incoming: Incoming) -> None:
    past = replace(SHOWING, day=TODAY - timedelta(days=1))
    elsewhere = replace(SHOWING, cinema="Chaplin")
    another = replace(SHOWING, film="b")
    later = replace(SHOWING, day=date(2026, 12, 5))
    await incoming.import_showings([SHOWING, past, elsewhere, another], TODAY)
    dry = await incoming.import_showings([later], TODAY, replace=True, dry=True)
    assert (dry.added, dry.missing) == ((later,), (SHOWING,))
    assert len(await incoming.showings()) == 4
    await incoming.import_showings([later], TODAY, replace=True)
    assert set(await incoming.showings()) == {past, elsewhere, another, later}


async def test_announcements(incoming: Incoming) -> None:
    await incoming.set_announced("a", Announced(TODAY, "week"))
    await incoming.set_announced("a", Announced(TODAY, "eve", 2))
    await incoming.set_announced("b", Announced(TODAY, "withdrawn", 1))
    assert await incoming.announced() == {
        "a": Announced(TODAY, "eve", 2),
        "b": Announced(TODAY, "withdrawn", 1),
    }


async def test_feeds(incoming: Incoming) -> None:
    assert await incoming.feed("https://a.kz") == FeedState("https://a.kz")
    state = FeedState("https://a.kz", '"1"', "Mon", 2, NOW)
    await incoming.set_feed(replace(state, failures=1))
    await incoming.set_feed(state)
    assert await incoming.feed("https://a.kz") == state


async def test_drafts(incoming: Incoming) -> None:
    assert await incoming.add_draft(DRAFT)
    assert not await incoming.add_draft(replace(DRAFT, kk="another text of the same key"))
    assert await incoming.add_draft(replace(DRAFT, key="l", created_at=NOW - timedelta(days=9)))
    assert (await incoming.drafts())[0] == DRAFT
    assert [d.key for d in await incoming.drafts(since=NOW)] == ["k"]
    assert await incoming.drafts(state="approved") == []


async def test_of_two_editors_one_is_quicker(incoming: Incoming) -> None:
    await incoming.add_draft(DRAFT)
    assert await incoming.change_draft(DRAFT, moved(DRAFT, "approved"))
    assert not await incoming.change_draft(DRAFT, moved(DRAFT, "rejected"))
    assert [d.state for d in await incoming.drafts()] == ["approved"]


@pytest.mark.parametrize("after", [{"ru": "another"}, {"topics": ("awards",)}])
async def test_what_an_editor_has_not_seen_is_not_approved(
    incoming: Incoming, after: dict[str, Any]
) -> None:
    await incoming.add_draft(DRAFT)
    rewritten = replace(DRAFT, **after)
    assert await incoming.change_draft(DRAFT, rewritten)
    assert not await incoming.change_draft(DRAFT, moved(DRAFT, "approved"))
    assert await incoming.draft(DRAFT.key) == rewritten
