"""Text set into a box: wrapped, made smaller, and cut only when nothing else is left."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageDraw, ImageFont, features

FONTS = Path(__file__).parent / "fonts"
BOLD_WEIGHT = 700
FEATURES = ["lnum"] if features.check("raqm") else None
"""Figures as high as capitals: "20" in old style reads like "2o"."""
STEP = 0.94
"""By how much a text that does not fit is made smaller at a time."""


class Face(Enum):
    """The faces that ship (SIL Open Font License, beside them)."""

    TITLE = "PlayfairDisplay.ttf"
    TEXT = "AlegreyaSans-Regular.ttf"
    BOLD = "AlegreyaSans-Bold.ttf"


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of one size; ``height`` is that of all of them, ``whole`` that nothing was cut."""

    lines: tuple[str, ...]
    face: Face
    size: int
    leading: int
    whole: bool = True

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    @property
    def width(self) -> int:
        return max((round(width(line, self.face, self.size)) for line in self.lines), default=0)


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    loaded = ImageFont.truetype(str(FONTS / face.value), size)
    if face is Face.TITLE:
        loaded.set_variation_by_axes([BOLD_WEIGHT])
    return loaded


@lru_cache(maxsize=8192)
def width(text: str, face: Face, size: int) -> float:
    return font(face, size).getlength(text, features=FEATURES)


def set_text(
    text: str,
    face: Face,
    room: tuple[int, int],
    *,
    largest: int,
    smallest: int,
    most: int,
    spacing: float = 1.18,
) -> Setting:
    """The text as large as ``room`` (width, height) and ``most`` lines allow.

    What cannot be printed is left out, and all white space is one space.
    """
    text = " ".join("".join(x if x.isprintable() else " " for x in text).split())
    size = largest
    while True:
        leading = round(size * spacing)
        lines = _wrapped(text, face, size, room[0])
        allowed = min(most, room[1] // leading)
        fits = len(lines) <= allowed and all(width(x, face, size) <= room[0] for x in lines)
        if fits or size <= smallest:
            break
        size = max(smallest, int(size * STEP))
    if not fits:
        kept = _shortened(lines, max(1, allowed))
        lines = [cut(line, face, size, room[0]) for line in kept]
    elif len(lines) > 1:
        lines = _balanced(text, face, size, room[0], len(lines))
    return Setting(tuple(lines), face, size, leading, fits)


def write(
    draw: ImageDraw.ImageDraw,
    setting: Setting,
    at: tuple[int, int],
    ink: str,
    centred: bool = False,
) -> None:
    """Down from a point: that of the left edge, or of the middle of all lines."""
    face = font(setting.face, setting.size)
    for number, line in enumerate(setting.lines):
        middle = at[1] + setting.leading * number + setting.leading // 2
        # By the middle of capitals without their accents, so that lines keep an even pace.
        base = (at[0], middle + round(setting.size * 0.34))
        draw.text(base, line, ink, face, "ms" if centred else "ls", features=FEATURES)


def cut(line: str, face: Face, size: int, limit: int) -> str:
    """The line with its end left out, where it is wider than ``limit`` pixels."""
    if width(line, face, size) <= limit:
        return line
    line = line.rstrip("…")
    while line and width(line + "…", face, size) > limit:
        line = line[:-1].rstrip()
    return line + "…"


def _wrapped(text: str, face: Face, size: int, limit: int) -> list[str]:
    """As many words in a line as go in; a word of hyphens may break after one."""
    lines: list[str] = []
    for piece in re.findall(r"[^\s-]*-+(?=\S)|\S+\s*", text):
        joined = lines[-1] + piece if lines else piece
        if lines and width(joined.rstrip(), face, size) <= limit:
            lines[-1] = joined
        else:
            lines.append(piece)
    return [line.rstrip() for line in lines]


def _balanced(text: str, face: Face, size: int, limit: int, count: int) -> list[str]:
    """The narrowest way to set as many lines: no lonely word in the last."""
    low, high = limit // 2, limit
    while high - low > 8:
        middle = (low + high) // 2
        lines = _wrapped(text, face, size, middle)
        if len(lines) <= count and all(width(x, face, size) <= middle for x in lines):
            high = middle
        else:
            low = middle
    return _wrapped(text, face, size, high)


def _shortened(lines: list[str], allowed: int) -> list[str]:
    if len(lines) <= allowed:
        return lines
    return [*lines[: allowed - 1], lines[allowed - 1].rstrip(" ,.;:–—-") + "…"]
