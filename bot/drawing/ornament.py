"""Kazakh ornament from geometry: қошқар мүйіз, the ram's horn, as medallion and as border.

Everything is drawn once, large, as a mask (white on black) and made smaller, which smooths it;
a card colours the mask.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from PIL import Image, ImageDraw

Point = tuple[float, float]
SMOOTH = 3
"""How many times larger a mask is drawn than it is used."""

TURN = 1.42 * math.pi
"""How far a horn curls in."""


def horn(thick: float = 0.2) -> list[Point]:
    """The right horn of a pair, up from the origin and curling out; about one unit high."""
    middle: list[tuple[Point, float, float]] = []
    steps = 48
    for step in range(steps + 1):
        share = step / steps
        angle = math.pi - share * (math.pi + TURN)
        radius = 0.36 * (1 - 0.66 * share**1.15)
        centre = (0.36 + 0.06 * share, 0.62 - 0.02 * share)
        width = thick * (1 - 0.5 * share)
        x, y = centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)
        middle.append(((x, y), angle, width / 2))
    stem: list[tuple[Point, float, float]] = [((0.0, 0.0), math.pi, thick / 2)]
    outer = [_beside(*each, 1) for each in stem + middle]
    inner = [_beside(*each, -1) for each in stem + middle]
    return outer + inner[::-1]


def _beside(point: Point, angle: float, distance: float, side: int) -> Point:
    return (
        point[0] + side * distance * math.cos(angle),
        point[1] + side * distance * math.sin(angle),
    )


def _ball(thick: float = 0.2) -> tuple[Point, float]:
    """The round end of a horn: where, and how large."""
    angle = -TURN
    radius = 0.36 * 0.34
    return (
        (0.42 + radius * math.cos(angle), 0.60 + radius * math.sin(angle)),
        thick * 0.52,
    )


class _Pen:
    """Draws shapes of the unit system at a place, turned and scaled."""

    def __init__(
        self, draw: ImageDraw.ImageDraw, origin: Point, scale: float, turn: float
    ) -> None:
        self._draw, self._origin, self._scale = draw, origin, scale
        self._cos, self._sin = math.cos(turn), math.sin(turn)

    def at(self, point: Point) -> Point:
        """Up is away from the origin; a turn goes clockwise."""
        x, y = point[0] * self._scale, -point[1] * self._scale
        return (
            self._origin[0] + x * self._cos - y * self._sin,
            self._origin[1] + x * self._sin + y * self._cos,
        )

    def shape(self, points: Iterable[Point]) -> None:
        self._draw.polygon([self.at(point) for point in points], fill=255)

    def disc(self, centre: Point, radius: float) -> None:
        (x, y), r = self.at(centre), radius * self._scale
        self._draw.ellipse((x - r, y - r, x + r, y + r), fill=255)

    def horns(self) -> None:
        """A pair of horns on one stem, with a bud between them."""
        for side in (1, -1):
            self.shape((side * x, y) for x, y in horn())
            (x, y), radius = _ball()
            self.disc((side * x, y), radius)
        self.shape([(0, 0.78), (0.11, 0.98), (0, 1.2), (-0.11, 0.98)])


def _mask(width: int, height: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (width * SMOOTH, height * SMOOTH), 0)
    return image, ImageDraw.Draw(image)


def _small(image: Image.Image) -> Image.Image:
    return image.reduce(SMOOTH)


@cache
def medallion(size: int) -> Image.Image:
    """A round of eight pairs of horns about an empty middle, as felt carpets have it."""
    image, draw = _mask(size, size)
    middle = size * SMOOTH / 2
    centre = (middle, middle)
    for eighth in range(8):
        turn = eighth * math.pi / 4
        large = eighth % 2 == 0
        scale = middle * (0.36 if large else 0.25)
        start = middle * 0.52
        origin = (middle + start * math.sin(turn), middle - start * math.cos(turn))
        _Pen(draw, origin, scale, turn).horns()
    _ring(draw, centre, middle * 0.55, middle * 0.022)
    _ring(draw, centre, middle * 0.49, middle * 0.008)
    return _small(image)


def _ring(draw: ImageDraw.ImageDraw, centre: Point, radius: float, thick: float) -> None:
    x, y = centre
    draw.ellipse(
        (x - radius, y - radius, x + radius, y + radius), outline=255, width=max(1, round(thick))
    )


@cache
def border(width: int, height: int) -> Image.Image:
    """A running border: horns in a row, triangles (тұмар) between, a line above and below."""
    image, draw = _mask(width, height)
    high = height * SMOOTH
    line = max(SMOOTH, round(high * 0.045))
    draw.rectangle((0, 0, width * SMOOTH, line), fill=255)
    draw.rectangle((0, high - line, width * SMOOTH, high), fill=255)
    count = max(1, round(width / (height * 1.18)))
    step = width * SMOOTH / count
    for number in range(count + 1):
        _Pen(draw, ((number + 0.5) * step, high * 0.95), high * 0.66, 0).horns()
        pen = _Pen(draw, (number * step, high * 0.05), high, math.pi)
        pen.shape([(-0.17, 0), (0.17, 0), (0, 0.34)])
        pen.disc((0, 0.5), 0.05)
    return _small(image)
