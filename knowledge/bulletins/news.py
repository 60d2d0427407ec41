"""News of the fact base as bulletins, on their day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from knowledge.answer import Entity
from knowledge.answers.wording import Wording
from knowledge.bulletins.bulletin import Bulletin, Message, end_of
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, News

FRESH = timedelta(days=3)
"""Older news is none: a base that is reloaded must not flood anybody."""


def news(
    base: FactBase, words: Mapping[str, Wording], today: date, zone: ZoneInfo
) -> list[Bulletin]:
    """The items of the last days, dated to the day, the oldest first; none of the future."""
    fresh = [
        item
        for item in base.news.values()
        if len(item.date) == 10 and timedelta() <= today - date.fromisoformat(item.date) <= FRESH
    ]
    return [_bulletin(base, words, item, zone) for item in sorted(fresh, key=lambda n: n.date)]


def about_awards(base: FactBase, item: News) -> bool:
    """Whether it tells of a festival or a prize."""
    events = (base.organisations.get(id_) for id_ in item.organisations)
    return any(event and event.kind in ("festival", "prize") for event in events)


def _bulletin(
    base: FactBase, words: Mapping[str, Wording], item: News, zone: ZoneInfo
) -> Bulletin:
    return Bulletin(
        kind="news",
        key=f"news:{item.id}",
        texts={code: _message(words[code], item) for code in LANGUAGES},
        topics=(
            "news",
            *(["awards"] if about_awards(base, item) else []),
            *(f"film:{id_}" for id_ in item.films),
            *(f"person:{id_}" for id_ in item.people),
            *(f"organisation:{id_}" for id_ in item.organisations),
        ),
        expires_at=end_of(date.fromisoformat(item.date) + 2 * FRESH, zone),
        subject=Entity("news", item.id),
    )


def _message(word: Wording, item: News) -> Message:
    return Message(
        item.headline.get(word.language), (item.text.get(word.language),), item.sources[:4]
    )
