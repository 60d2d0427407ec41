"""Texts are wrapped and made smaller until they fit, and the faces have every letter."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.lettering import FONTS, Face, cut, set_text, width
from knowledge.engine import Engine

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
OTHERS = "ЁёЙйЪъЫыЭэÁÄÇÉÖÜàáâãäèéêïñùûüğńśŞŠšżŽžĞİıŌōŁłøåæßčřě"
SIGNS = "«»“”„’—–…·№*+/%&()0123456789"


def letters_of(face: Face) -> set[int]:
    with TTFont(FONTS / face.value) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("face", Face, ids=lambda face: face.value)
def test_a_face_has_all_kazakh_letters_and_latin_with_marks(face: Face) -> None:
    known = letters_of(face)
    assert [letter for letter in KAZAKH + OTHERS + SIGNS if ord(letter) not in known] == []


@pytest.mark.parametrize("face", Face, ids=lambda face: face.value)
def test_a_face_has_all_that_the_base_can_show(engine: Engine, face: Face) -> None:
    base = engine.base
    names = [film.title for film in base.films.values()]
    names += [person.name for person in base.people.values()]
    names += [organisation.name for organisation in base.organisations.values()]
    letters = {letter for name in names for letter in name.kk + name.ru + name.en}
    known = letters_of(face)
    assert {letter for letter in letters if ord(letter) not in known} == set()


def test_every_face_ships_with_its_licence() -> None:
    for face in Face:
        family = face.value.split("-")[0].removesuffix(".ttf")
        licence = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence


def test_a_short_text_is_set_large_and_a_long_one_smaller() -> None:
    short = set_text("Айка", Face.TITLE, (700, 300), largest=90, smallest=30, most=3)
    long = set_text("Айка " * 20, Face.TITLE, (700, 300), largest=90, smallest=30, most=5)
    assert (short.lines, short.size) == (("Айка",), 90)
    assert long.size < 90
    assert " ".join(long.lines) == ("Айка " * 20).strip()


def test_no_word_is_left_alone_in_the_last_line() -> None:
    text = "Люди, у которых есть мать, никогда не стареют"
    lines = set_text(text, Face.TITLE, (760, 400), largest=64, smallest=30, most=4).lines
    assert len(lines) > 1
    assert len(lines[-1]) > len(lines[0]) / 3


def test_what_does_not_fit_at_the_smallest_ends_in_dots() -> None:
    setting = set_text("кино " * 300, Face.TEXT, (300, 60), largest=40, smallest=25, most=2)
    assert len(setting.lines) <= 2
    assert setting.lines[-1].endswith("…")
    assert not cut("кино", Face.TEXT, 20, 500).endswith("…")


@pytest.mark.fuzz
@given(st.text(max_size=300), st.integers(60, 800), st.integers(20, 300))
def test_any_text_fits_any_room(text: str, wide: int, high: int) -> None:
    setting = set_text(text, Face.BOLD, (wide, high), largest=60, smallest=16, most=4)
    assert all(width(line, setting.face, setting.size) <= wide for line in setting.lines)
    assert len(setting.lines) <= max(1, high // setting.leading)
