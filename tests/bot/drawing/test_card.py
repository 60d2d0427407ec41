"""Every text of every card stands in its place, whole, whatever the record holds."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.drawing import lettering
from bot.drawing.card import draw_card
from bot.drawing.layout import BORDER, HEIGHT, RING, ROUND, WIDTH, Placed, arrange
from bot.drawing.lettering import Face
from bot.drawing.palette import rgb, tone
from knowledge.answers.wording import Wording
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from knowledge.figures.card import Card, Row
from knowledge.figures.cards import card_of

SMALLEST = 18
"""Pixels: on a phone a third of that many points would be unreadable."""


def ink(placed: Placed) -> Iterator[tuple[int, int, int, int]]:
    """What each line covers: left, top, right, bottom."""
    setting, box = placed.setting, placed.box
    for number, line in enumerate(setting.lines):
        wide = lettering.width(line, setting.face, setting.size)
        left = box.left + ((box.width - wide) / 2 if placed.centred else 0)
        top = box.top + number * setting.leading
        yield round(left), top, round(left + wide), top + setting.leading


def faults(card: Card) -> list[str]:
    placed = arrange(card)
    found = []
    for one in placed:
        box = one.box
        for left, top, right, bottom in ink(one):
            if left < box.left - 1 or right > box.left + box.width + 1:
                found.append(f"too wide: {one.setting.lines}")
            if top < 0 or bottom > HEIGHT - BORDER or bottom > box.top + box.height:
                found.append(f"too low: {one.setting.lines}")
        if one.setting.size < SMALLEST:
            found.append(f"too small: {one.setting.lines}")
    column = [each for each in placed if not each.centred]
    for above, below in pairwise(column):
        if above.box.top + above.box.height > below.box.top:
            found.append(f"{above.setting.lines} runs into {below.setting.lines}")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["film", "person", "organisation"])
def test_no_card_of_the_base_overflows(engine: Engine, language: str, kind: str) -> None:
    base = engine.base
    ids = {"film": [*base.films], "person": [*base.people], "organisation": [*base.organisations]}
    word = Wording(base, engine.texts, language)
    found = {}
    # Every film in each language; of the many others a third.
    step, start = (1, 0) if kind == "film" else (3, LANGUAGES.index(language))
    for id_ in ids[kind][start::step]:
        card = card_of(word, kind, id_)
        assert card
        if wrong := faults(card):
            found[id_] = wrong
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_of_a_film_is_cut(engine: Engine, language: str) -> None:
    word = Wording(engine.base, engine.texts, language)
    for id_ in engine.base.films:
        card = card_of(word, "film", id_)
        assert card
        (title,) = [each for each in arrange(card) if each.role == "title" and not each.centred]
        said = " ".join(title.setting.lines).replace("- ", "-")
        assert said == card.title.replace("- ", "-")


@pytest.mark.fuzz
@given(
    title=st.text(st.characters(max_codepoint=0x500, exclude_categories=("C", "Z")), max_size=200),
    also=st.lists(st.text(max_size=120), max_size=2),
    value=st.text(max_size=400),
    centre=st.text(max_size=20),
)
def test_whatever_is_written_stays_inside(
    title: str, also: list[str], value: str, centre: str
) -> None:
    rows = (Row("director", value), Row("cast", value), Row("awards", value))
    card = Card("film", title, also=tuple(also), centre=centre, rows=rows, notes=("* note",))
    assert faults(card) == []


def test_it_is_a_jpeg_of_the_right_size_in_the_colour_of_its_genre(engine: Engine) -> None:
    card = card_of(Wording(engine.base, engine.texts, "kk"), "film", "tomiris-2019")
    assert card
    image = Image.open(io.BytesIO(draw_card(card)))
    assert (image.format, image.size) == ("JPEG", (WIDTH, HEIGHT))
    ground = rgb(tone("film", "historical").ground)
    corner = image.getpixel((4, 4))
    assert isinstance(corner, tuple)
    assert all(abs(a - b) <= 6 for a, b in zip(corner, ground, strict=True))


def test_the_same_card_is_the_same_picture_and_another_year_another() -> None:
    card = Card("film", "Томирис", centre="2019")
    assert draw_card(card) == draw_card(card)
    assert draw_card(card) != draw_card(Card("film", "Томирис", centre="2020"))


def test_the_year_stands_inside_the_ring() -> None:
    (centre,) = [p for p in arrange(Card("film", "", centre="2019**")) if p.centred]
    assert centre.setting.width <= ROUND.width * RING
    assert centre.setting.face is Face.TITLE
