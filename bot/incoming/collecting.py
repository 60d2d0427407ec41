"""Asks each feed in turn when it is due; a feed that is down is asked ever more rarely."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import httpx

from bot.incoming.feeds import Entry, FeedError, read_feed
from bot.incoming.fetching import FetchError, fetch
from bot.incoming.sifting import sift
from bot.settings import Feed
from bot.storage.incoming import FeedState, Incoming
from knowledge.reading.reading import Reader

logger = logging.getLogger(__name__)

EVERY = timedelta(minutes=30)
_LONGEST_WAIT = timedelta(hours=24)
_REMEMBERED = timedelta(days=7)


async def collect(
    feeds: Iterable[Feed],
    incoming: Incoming,
    reader: Reader,
    client: httpx.AsyncClient,
    now: datetime,
) -> None:
    """Ask every feed that is due, store what is new; one that fails costs the others nothing."""
    for feed in feeds:
        state = await incoming.feed(feed.address)
        if state.next_at and state.next_at > now:
            continue
        try:
            fetched = await fetch(client, feed.address, state.etag, state.modified)
            entries = await asyncio.to_thread(_read, fetched.body)
        except (FetchError, FeedError) as error:
            state = _failed(state, now)
            await incoming.set_feed(state)
            logger.warning("feed %s: %s; again at %s", feed.address, error, state.next_at)
            continue
        known = await incoming.drafts(since=now - _REMEMBERED)
        drafts = await asyncio.to_thread(sift, entries, reader, known, now, trusted=feed.trusted)
        for draft in drafts:
            await incoming.add_draft(draft)
        # After its items: a crash in between reads the same feed once more and loses nothing.
        await incoming.set_feed(
            replace(
                state,
                etag=fetched.etag,
                modified=fetched.modified,
                failures=0,
                next_at=now + EVERY,
            )
        )


def _read(body: bytes | None) -> list[Entry]:
    return [] if body is None else read_feed(body)


def _failed(state: FeedState, now: datetime) -> FeedState:
    """Half an hour, an hour, two … a day."""
    wait = min(EVERY * 2 ** min(state.failures, 10), _LONGEST_WAIT)
    return replace(state, failures=state.failures + 1, next_at=now + wait)
