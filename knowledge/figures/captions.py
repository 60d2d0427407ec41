"""Captions of charts: as much as a caption holds, and how much was left out."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answers.wording import Wording

LONGEST = 1000
"""Telegram takes 1,024 UTF-16 units."""


def caption(word: Wording, lead: str, lines: Sequence[str], notes: Sequence[str] = ()) -> str:
    """The lead, a line for each item and the notes; items that do not fit are counted."""
    said = [lead]
    for number, line in enumerate(lines):
        more = word.say("and-more", count=len(lines) - number)
        if _length([*said, line, more, *notes]) > LONGEST:
            return "\n".join([*said, more, *notes])
        said.append(line)
    return "\n".join([*said, *notes])


def _length(lines: Sequence[str]) -> int:
    return len("\n".join(lines).encode("utf-16-le")) // 2
