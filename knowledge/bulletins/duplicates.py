"""Whether two items tell the same news, in whatever words and languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from rapidfuzz.fuzz import token_set_ratio

from knowledge.bulletins.drafts import Draft
from knowledge.spelling.spelling import fold

_SAME = 90.0
"""Headlines so alike are of one news."""
_ALIKE = 75.0
"""Headlines so alike may be: "won a prize" and "opened" of one film are alike, too."""
_ABROAD = 45.0
"""What names and numbers leave alike of a headline in another language."""
_NEAR = timedelta(days=3)
_LETTERS = 15
"""Shorter headlines are too easily alike."""

Likeness = Literal["same", "perhaps", ""]


def skeleton_of(headline: str) -> str:
    """A headline without case, alphabet and signs."""
    return " ".join(fold(headline))[:600]


def likeness(draft: Draft, others: Iterable[Draft]) -> tuple[Likeness, str]:
    """Whether it surely or perhaps repeats one of the others, and the key of that one."""
    perhaps = ""
    for other in others:
        match _likeness(draft, other):
            case "same":
                return "same", other.key
            case "perhaps":
                perhaps = perhaps or other.key
    return ("perhaps", perhaps) if perhaps else ("", "")


def _likeness(one: Draft, other: Draft) -> Likeness:
    if one.key == other.key:
        return "same"
    if abs(one.created_at - other.created_at) > _NEAR or _numbers(one) != _numbers(other):
        return ""
    alike = token_set_ratio(one.skeleton, other.skeleton)
    if min(len(one.skeleton), len(other.skeleton)) >= _LETTERS:
        if alike >= _SAME:
            return "same"
        if alike >= _ALIKE:
            return "perhaps"
    named, too = _names(one), _names(other)
    shared = named & too
    if len(shared) > 1 and len(shared) >= 0.66 * len(named | too) and alike >= _ABROAD:
        return "perhaps"
    return ""


def _names(draft: Draft) -> set[str]:
    return {topic for topic in draft.topics if ":" in topic}


def _numbers(draft: Draft) -> set[str]:
    return {word for word in draft.skeleton.split() if word.isdigit()}
