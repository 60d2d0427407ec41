"""Every text is read easily on its ground."""

from __future__ import annotations

import pytest

from bot.drawing.palette import (
    CHART,
    CREAM,
    OF_GENRE,
    OF_KIND,
    PLAIN,
    SECOND,
    contrast,
    mixed,
    tone,
)
from bot.drawing.sheet import QUIET
from knowledge.engine import Engine

ENOUGH = 4.5
"""What WCAG asks of small text (level AA)."""


@pytest.mark.parametrize("colours", [*OF_GENRE.values(), *OF_KIND.values(), PLAIN, CHART])
def test_text_and_labels_stand_out(colours: object) -> None:
    assert isinstance(colours, type(PLAIN))
    quiet = mixed(CREAM, colours.ground, 0.25)
    for ink in (CREAM, quiet, colours.accent):
        assert contrast(ink, colours.ground) >= ENOUGH


def test_charts_stand_out_too() -> None:
    assert contrast(SECOND, CHART.ground) >= ENOUGH
    assert contrast(QUIET, CHART.ground) >= ENOUGH


def test_every_genre_of_the_base_has_its_colour(engine: Engine) -> None:
    assert set(engine.base.vocabulary["genres"]) <= set(OF_GENRE)


def test_people_and_events_have_colours_of_their_own() -> None:
    assert len({tone("person", ""), tone("organisation", ""), tone("film", "drama"), PLAIN}) == 4
    assert tone("film", "") == PLAIN


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#777777", "#777777") == 1.0
