"""The picture of a card: texts, a medallion about the year, a border below."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from bot.drawing import lettering
from bot.drawing.layout import BORDER, HEIGHT, ROUND, WIDTH, arrange
from bot.drawing.ornament import border, medallion
from bot.drawing.palette import CREAM, mixed, tone
from knowledge.figures.card import Card

QUALITY = 90


def draw_card(card: Card) -> bytes:
    """JPEG, 1280 x 720 pixels."""
    colours = tone(card.kind, card.tone)
    image = Image.new("RGB", (WIDTH, HEIGHT), colours.ground)
    # The same medallion once more, large and faint, as if woven into the ground.
    faint = mixed(colours.ground, colours.accent, 0.07)
    across, down = ROUND.left - ROUND.width // 2, ROUND.top - ROUND.height // 2
    image.paste(faint, (across, down), medallion(ROUND.width * 2))
    image.paste(colours.accent, (ROUND.left, ROUND.top), medallion(ROUND.width))
    band = mixed(colours.ground, colours.accent, 0.16)
    image.paste(band, (0, HEIGHT - BORDER, WIDTH, HEIGHT))
    image.paste(colours.accent, (0, HEIGHT - BORDER), border(WIDTH, BORDER))
    inks = {
        "title": CREAM,
        "text": CREAM,
        "accent": colours.accent,
        "quiet": mixed(CREAM, colours.ground, 0.25),
    }
    draw = ImageDraw.Draw(image)
    for placed in arrange(card):
        box = placed.box
        left = box.left + box.width // 2 if placed.centred else box.left
        lettering.write(draw, placed.setting, (left, box.top), inks[placed.role], placed.centred)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    return buffer.getvalue()
