"""Vowels that Russian drops before endings: «огонь», «огня», «перекрёсток», «перекрёстка»."""

from __future__ import annotations

import re

from knowledge.spelling.spelling import skeleton

_WORD = re.compile(r"\w+")
_DROPPED = re.compile(r"(?<=\w[^\Wаеёиоуыэюя])(?:[оё](?=[клнв])|е(?=[цн]))([клц]|[нв](?=ь))ь?\b")


def dropped(title: str) -> tuple[str, ...]:
    """The skeletons of a title as it stands before endings; none where it drops no vowel."""
    if not _DROPPED.search(title):
        return ()
    return tuple(skeleton(_DROPPED.sub(r"\1", word)) for word in _WORD.findall(title))
