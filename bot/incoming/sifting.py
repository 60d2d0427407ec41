"""From the entries of a feed to drafts: only Kazakh cinema, only fresh, each news once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.incoming.feeds import Entry
from knowledge.answer import Entity
from knowledge.bulletins.drafts import Draft, key_of
from knowledge.bulletins.duplicates import likeness, skeleton_of
from knowledge.bulletins.relevance import relevance
from knowledge.reading.reading import Reader

FRESH = timedelta(days=3)
"""What is older was news before; so is what says that it is of a time to come."""


def sift(
    entries: Iterable[Entry],
    reader: Reader,
    known: Sequence[Draft],
    now: datetime,
    *,
    trusted: bool,
) -> list[Draft]:
    """New drafts. Only a trusted feed's dated item that repeats no other needs no editor.

    Its words are given in the language in which they came: the bot translates nothing.
    """
    found: list[Draft] = []
    for entry in entries:
        if entry.at and not -timedelta(hours=12) < now - entry.at < FRESH:
            continue
        relevant = relevance(reader, f"{entry.headline}. {entry.summary}")
        if relevant is None:
            continue
        text = f"{entry.headline}\n{entry.summary}".strip()
        draft = Draft(
            key=key_of(entry.link),
            kk=text,
            ru=text,
            en=text,
            topics=("news", *map(_topic, relevant.entities)),
            created_at=now,
            source=entry.link,
            skeleton=skeleton_of(entry.headline),
        )
        like, other = likeness(draft, [*known, *found])
        if like != "same":
            sure = trusted and entry.at and not like
            found.append(replace(draft, state="approved" if sure else "waiting", alike=other))
    return found


def _topic(entity: Entity) -> str:
    return f"{entity.kind}:{entity.id}"
