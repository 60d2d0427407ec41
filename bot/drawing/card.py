"""The picture of a card: text on the left, an ornament on the right, a border below."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw

from bot.drawing import lettering
from bot.drawing.lettering import Box, Face, Setting
from bot.drawing.ornament import border, medallion
from bot.drawing.palette import CREAM, mixed, tone
from knowledge.figures.card import Card

WIDTH, HEIGHT = 1280, 720
MARGIN = 64
TEXT_WIDTH = 730
BORDER = 62
FLOOR = HEIGHT - BORDER - 26
"""Where text ends."""
MEDALLION = Box(848, 96, 400, 400)
GAP = 14
QUALITY = 90


@dataclass(frozen=True, slots=True)
class Placed:
    """A text where it stands; ``role`` says in which colour."""

    setting: Setting
    box: Box
    role: str
    centred: bool = False


def draw_card(card: Card) -> bytes:
    """JPEG, 1280 x 720 pixels."""
    colours = tone(card.kind, card.tone)
    image = Image.new("RGB", (WIDTH, HEIGHT), colours.ground)
    shade = mixed(colours.ground, colours.accent, 0.16)
    glow = medallion(MEDALLION.width * 2)
    middle = (MEDALLION.left + MEDALLION.width // 2, MEDALLION.top + MEDALLION.height // 2)
    image.paste(
        mixed(colours.ground, colours.accent, 0.07),
        (middle[0] - MEDALLION.width, middle[1] - MEDALLION.height),
        glow,
    )
    image.paste(colours.accent, (MEDALLION.left, MEDALLION.top), medallion(MEDALLION.width))
    image.paste(shade, (0, HEIGHT - BORDER, WIDTH, HEIGHT))
    image.paste(colours.accent, (0, HEIGHT - BORDER), border(WIDTH, BORDER))
    inks = {
        "title": CREAM,
        "accent": colours.accent,
        "text": CREAM,
        "quiet": mixed(CREAM, colours.ground, 0.25),
    }
    draw = ImageDraw.Draw(image)
    for placed in arrange(card):
        box, setting = placed.box, placed.setting
        across = box.left + box.width // 2 if placed.centred else box.left
        lettering.write(draw, setting, (across, box.top), inks[placed.role], placed.centred)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return buffer.getvalue()


def arrange(card: Card) -> tuple[Placed, ...]:
    """Every text of the card with its place, from top to bottom."""
    return (*_column(card), *_round(card))


def _column(card: Card) -> list[Placed]:
    """The left side. Rows are set first: the title takes what they leave."""
    rows = _rows(card)
    note = _set("  ".join(card.notes), Face.TEXT, 52, largest=24, smallest=18, most=2)
    kicker = _set(card.kicker.upper(), Face.BOLD, 40, largest=30, smallest=20, most=1)
    also = [_set(name, Face.TEXT, 76, largest=34, smallest=24, most=2) for name in card.also]
    below = sum(part.height for part in also)
    below += sum(label.height + value.height + GAP for label, value in rows)
    below += note.height + (GAP if card.notes else 0)
    top = MARGIN - 8
    left = FLOOR - top - kicker.height - below - 3 * GAP
    title = _set(card.title, Face.TITLE, left, largest=100, smallest=34, most=4)
    placed = []
    for setting, role, after in (
        (kicker, "accent", 4),
        (title, "title", 8),
        *((part, "quiet", 0) for part in also),
    ):
        if setting.lines:
            placed.append(_at(setting, MARGIN, top, role))
            top += setting.height + after
    spare = FLOOR - top - note.height - sum(a.height + b.height + GAP for a, b in rows)
    air = GAP + min(18, max(0, spare - GAP) // (len(rows) + 1))
    top += air
    for label, value in rows:
        placed.append(_at(label, MARGIN, top, "accent"))
        placed.append(_at(value, MARGIN, top + label.height, "text"))
        top += label.height + value.height + air
    if note.lines:
        placed.append(_at(note, MARGIN, FLOOR - note.height, "quiet"))
    return placed


def _rows(card: Card) -> list[tuple[Setting, Setting]]:
    return [
        (
            _set(row.label.upper(), Face.BOLD, 30, largest=22, smallest=18, most=1),
            _set(row.value, Face.TEXT, 92, largest=36, smallest=26, most=3),
        )
        for row in card.rows
    ]


def _round(card: Card) -> list[Placed]:
    """What stands in the ornament and below it."""
    inner = round(MEDALLION.width * 0.42)
    centre = lettering.set_text(
        card.centre, Face.TITLE, (inner, inner), largest=84, smallest=34, most=1
    )
    box = Box(
        MEDALLION.left + (MEDALLION.width - inner) // 2,
        MEDALLION.top + (MEDALLION.height - centre.height) // 2,
        inner,
        centre.height,
    )
    under = lettering.set_text(
        card.under, Face.BOLD, (MEDALLION.width, 84), largest=34, smallest=24, most=2
    )
    below = Box(
        MEDALLION.left, MEDALLION.top + MEDALLION.height + 30, MEDALLION.width, under.height
    )
    both = [Placed(centre, box, "title", True), Placed(under, below, "accent", True)]
    return [placed for placed in both if placed.setting.lines]


def _set(text: str, face: Face, height: int, *, largest: int, smallest: int, most: int) -> Setting:
    return lettering.set_text(
        text, face, (TEXT_WIDTH, height), largest=largest, smallest=smallest, most=most
    )


def _at(setting: Setting, left: int, top: int, role: str) -> Placed:
    return Placed(setting, Box(left, top, TEXT_WIDTH, setting.height), role)
