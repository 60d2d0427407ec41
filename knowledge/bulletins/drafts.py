"""Drafts: texts for subscribers that an editor writes, or that a feed brought in."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from knowledge.bulletins.bulletin import Bulletin, Message
from knowledge.factbase.records import LANGUAGES

State = Literal["waiting", "approved", "published", "rejected"]
_NEXT: dict[State, tuple[State, ...]] = {
    "waiting": ("approved", "rejected"),
    "approved": ("published",),
    "published": (),
    "rejected": (),
}
_LASTS = timedelta(days=7)
_LONGEST = 3500
"""Letters in one language; with what stands around them it is one message."""


class DraftError(ValueError):
    """A draft that may not go on; the message names what is missing, for the editor's log."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The first line of each text is its headline."""

    key: str
    kk: str
    ru: str
    en: str
    topics: tuple[str, ...]
    created_at: datetime
    state: State = "waiting"
    source: str = ""
    """An address, where it has one."""
    skeleton: str = ""
    """The headline folded, by which the same news elsewhere is recognised."""
    alike: str = ""
    """The key of an earlier one that it perhaps repeats: for the editor to see."""

    def text(self, language: str) -> str:
        return str(getattr(self, language))


def written(texts: Mapping[str, str], topics: tuple[str, ...], now: datetime) -> Draft:
    """What an editor writes; languages that are still missing are empty."""
    kk, ru, en = (texts.get(code, "").strip() for code in LANGUAGES)
    return Draft(key_of("\n".join((kk, ru, en, now.isoformat()))), kk, ru, en, topics, now)


def key_of(text: str) -> str:
    """A key that is the same for the same text or address."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def missing(draft: Draft) -> tuple[str, ...]:
    """The languages in which it has no text yet."""
    return tuple(code for code in LANGUAGES if not draft.text(code).strip())


def with_texts(draft: Draft, texts: Mapping[str, str]) -> Draft:
    """The draft with other texts in some languages."""
    kk, ru, en = (texts.get(code, draft.text(code)).strip() for code in LANGUAGES)
    return replace(draft, kk=kk, ru=ru, en=en)


def moved(draft: Draft, state: State) -> Draft:
    """The draft in another state; a DraftError where that step is not allowed."""
    if state not in _NEXT[draft.state]:
        raise DraftError(f"{draft.state} cannot become {state}")
    if state == "approved":
        if lacking := missing(draft):
            raise DraftError(f"no text in {', '.join(lacking)}")
        if too_long := [c for c in LANGUAGES if len(draft.text(c)) > _LONGEST]:
            raise DraftError(f"longer than {_LONGEST} letters: {', '.join(too_long)}")
    return replace(draft, state=state)


def bulletin(draft: Draft) -> Bulletin:
    """What an approved draft is sent as; it may be made again, its key stays."""
    if draft.state != "approved":
        raise DraftError(f"{draft.state}, not approved")
    return Bulletin(
        kind="published",
        key=f"draft:{draft.key}",
        texts={code: preview(draft, code) for code in LANGUAGES},
        topics=draft.topics,
        expires_at=draft.created_at + _LASTS,
    )


def preview(draft: Draft, language: str) -> Message:
    """What is sent in a language; empty where there is no text in it yet."""
    if not draft.text(language).strip():
        return Message("")
    lead, *lines = draft.text(language).strip().splitlines()
    return Message(lead, tuple(lines), (draft.source,) if draft.source else ())
