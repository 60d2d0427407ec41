"""Colours: of a card by its genre, and of all charts. Each text is readable on its ground."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """A deep ground, and the accent of ornament, labels and year; sRGB as ``#rrggbb``."""

    ground: str
    accent: str


CREAM = "#fbf4e6"
PLAIN = Tone("#0f4453", "#f2c45a")
NIGHT = Tone("#1e2a4d", "#f0bf5c")
SAFFRON = Tone("#6a350f", "#ffcf70")
MADDER = Tone("#5c1f1c", "#f3bd76")
IRON = Tone("#25282e", "#ff8f6b")
AUBERGINE = Tone("#2d1739", "#d6a3ee")
WINE = Tone("#541a37", "#f7b3bf")
LAKE = Tone("#0c4f52", "#ffd868")
LICHEN = Tone("#26402f", "#d3dd9d")
VIOLET = Tone("#392470", "#f2c6fb")
SKY = Tone("#0d4a75", "#ffe08a")

CHART = Tone("#123642", "#f2c45a")
SECOND = "#7fd0c4"
"""Beside the accent in a chart; hatching or shape tells them apart as well."""

OF_KIND = {"person": Tone("#40301f", "#ecca96"), "organisation": Tone("#0f3f35", "#f1c75b")}
OF_GENRE = {
    "drama": NIGHT,
    "coming-of-age": NIGHT,
    "comedy": SAFFRON,
    "satire": SAFFRON,
    "black-comedy": SAFFRON,
    "historical": MADDER,
    "biography": MADDER,
    "adventure": MADDER,
    "western": MADDER,
    "road-movie": MADDER,
    "war": IRON,
    "action": IRON,
    "crime": IRON,
    "thriller": IRON,
    "spy": IRON,
    "disaster": IRON,
    "horror": AUBERGINE,
    "mystery": AUBERGINE,
    "romance": WINE,
    "melodrama": WINE,
    "animation": LAKE,
    "children": LAKE,
    "family": LAKE,
    "fairy-tale": LAKE,
    "fantasy": LAKE,
    "documentary": LICHEN,
    "art-house": VIOLET,
    "musical": VIOLET,
    "sports": SKY,
    "science-fiction": SKY,
}


def tone(kind: str, genre: str) -> Tone:
    return OF_KIND.get(kind) or OF_GENRE.get(genre, PLAIN)


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two: ``share`` of the other."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """How well one is read on the other, as WCAG counts it: 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in rgb(colour))
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
