"""Whether two items tell the same news, in whatever words and languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rapidfuzz.fuzz import token_set_ratio

from knowledge.bulletins.drafts import TOPICS, Draft
from knowledge.spelling.spelling import fold

_ALIKE = 82.0
"""Headlines so alike are of one news."""
_ALIKE_ABROAD = 45.0
"""Beside the same names: what is left of a headline in another language are names and numbers."""
_NEAR = timedelta(days=3)
_LETTERS = 15
"""Shorter headlines are too easily alike."""


def skeleton_of(headline: str) -> str:
    """A headline without case, alphabet and signs."""
    return " ".join(fold(headline))[:600]


def duplicate_of(draft: Draft, others: Iterable[Draft]) -> Draft | None:
    """The item among others that tells the same; None where it is new."""
    return next((other for other in others if _same(draft, other)), None)


def _same(one: Draft, other: Draft) -> bool:
    if one.key == other.key:
        return True
    if abs(one.created_at - other.created_at) > _NEAR:
        return False
    if _numbers(one) != _numbers(other):
        return False
    alike = token_set_ratio(one.skeleton, other.skeleton)
    if min(len(one.skeleton), len(other.skeleton)) >= _LETTERS and alike >= _ALIKE:
        return True
    named, too = _names(one), _names(other)
    return len(named & too) > 1 and _mostly(named, too) and (alike >= _ALIKE_ABROAD)


def _mostly(named: set[str], too: set[str]) -> bool:
    return len(named & too) / len(named | too) >= 0.66


def _names(draft: Draft) -> set[str]:
    return {topic for topic in draft.topics if topic not in TOPICS}


def _numbers(draft: Draft) -> set[str]:
    return {word for word in draft.skeleton.split() if word.isdigit()}
