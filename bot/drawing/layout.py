"""Where each text of a card stands: a column on the left, a round on the right."""

from __future__ import annotations

from dataclasses import dataclass

from bot.drawing import lettering
from bot.drawing.lettering import Face, Setting
from knowledge.figures.card import Card

WIDTH, HEIGHT = 1280, 720
BORDER = 62


@dataclass(frozen=True, slots=True)
class Box:
    """In pixels from the top left."""

    left: int
    top: int
    width: int
    height: int


COLUMN = Box(64, 56, 730, 576)
ROUND = Box(848, 96, 400, 400)
RING = 0.42
"""The part of the round that its empty middle takes."""
GAP, MOST_GAP = 14, 32


@dataclass(frozen=True, slots=True)
class Placed:
    """A text where it stands; ``role`` says in which colour."""

    setting: Setting
    box: Box
    role: str
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What stands on the left: above, the rows of label and value, and notes at the foot."""

    above: tuple[tuple[Setting, str], ...]
    rows: tuple[tuple[Setting, Setting], ...]
    notes: Setting

    @property
    def spare(self) -> int:
        """Pixels left, when all gaps are as small as they may be."""
        used = sum(setting.height for setting, _ in self.above) + self.notes.height
        used += sum(label.height + value.height + GAP for label, value in self.rows)
        return COLUMN.height - used - 2 * GAP


def arrange(card: Card) -> tuple[Placed, ...]:
    """Every text of the card with its place; the column from top to bottom, then the round."""
    return (*_placed(_column(card)), *_round(card))


DENSE = ((3, 36, 72), (2, 30, 60), (2, 26, 34), (1, 26, 34))
"""How close a column may be set: lines a row, the largest letters there, the smallest title."""


def _column(card: Card) -> Column:
    """As openly set as leaves the title room."""
    for lines, letters, least in DENSE:
        column = _set_column(card, lines, letters, least)
        if column.spare >= 0 and all(setting.whole for setting, _ in column.above):
            break
    return column


def _set_column(card: Card, lines: int, letters: int, least: int) -> Column:
    kicker = _set(card.kicker.upper(), Face.BOLD, 40, largest=30, smallest=20, most=1)
    also = [_set(x, Face.TEXT, 76, largest=34, smallest=24, most=min(2, lines)) for x in card.also]
    rows = tuple(
        (
            _set(row.label.upper(), Face.BOLD, 30, largest=22, smallest=18, most=1),
            _set(row.value, Face.TEXT, 96, largest=letters, smallest=26, most=lines),
        )
        for row in card.rows
    )
    notes = _set("  ".join(card.notes), Face.TEXT, 52, largest=24, smallest=18, most=2)
    without = Column(tuple((part, "") for part in (kicker, *also)), rows, notes)
    title = _set(card.title, Face.TITLE, without.spare, largest=100, smallest=least, most=4)
    above = ((kicker, "accent"), (title, "title"), *((part, "quiet") for part in also))
    return Column(tuple(pair for pair in above if pair[0].lines), rows, notes)


def _placed(column: Column) -> list[Placed]:
    """What little there is stands a little above the middle."""
    spare = max(0, column.spare)
    more = min(MOST_GAP - GAP, spare // (len(column.rows) + 1))
    gap = GAP + more
    placed = []
    top = COLUMN.top + (spare - more * (len(column.rows) + 1)) * 2 // 5
    for setting, role in column.above:
        placed.append(_at(setting, top, role))
        top += setting.height + (GAP // 2 if role == "title" else 0)
    top += gap
    for label, value in column.rows:
        placed.append(_at(label, top, "accent"))
        placed.append(_at(value, top + label.height, "text"))
        top += label.height + value.height + gap
    if column.notes.lines:
        foot = COLUMN.top + COLUMN.height - column.notes.height
        placed.append(_at(column.notes, foot, "quiet"))
    return placed


def _round(card: Card) -> list[Placed]:
    """What stands in the ring of the ornament, and below the ornament."""
    inner = round(ROUND.width * RING)
    centre = lettering.set_text(
        card.centre, Face.TITLE, (inner, inner), largest=84, smallest=30, most=1
    )
    left = ROUND.left + (ROUND.width - inner) // 2
    top = ROUND.top + (ROUND.height - centre.height) // 2
    under = lettering.set_text(
        card.under, Face.BOLD, (ROUND.width, 84), largest=34, smallest=24, most=2
    )
    below = Box(ROUND.left, ROUND.top + ROUND.height + 30, ROUND.width, under.height)
    both = [
        Placed(centre, Box(left, top, inner, centre.height), "title", True),
        Placed(under, below, "accent", True),
    ]
    return [placed for placed in both if placed.setting.lines]


def _set(text: str, face: Face, height: int, *, largest: int, smallest: int, most: int) -> Setting:
    return lettering.set_text(
        text, face, (COLUMN.width, height), largest=largest, smallest=smallest, most=most
    )


def _at(setting: Setting, top: int, role: str) -> Placed:
    return Placed(setting, Box(COLUMN.left, top, COLUMN.width, setting.height), role)
