from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.bulletins.words import column_of, signs
from knowledge.factbase.records import LANGUAGES

LANGUAGE = Path(__file__).parents[3] / "knowledge" / "language"
FIELDS = {"title", "date", "time", "city", "cinema", "year", "id"}


def document(language: str, name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(
        (LANGUAGE / language / f"{name}.yaml").read_text("utf-8")
    )
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word(language: str) -> None:
    columns = document(language, "programme")["columns"]
    assert set(columns) == FIELDS
    assert all(columns.values())
    assert set(document(language, "news")) == {"cinema", "beside", "country"}


def test_no_heading_means_two_things() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for field, names in document(language, "programme")["columns"].items():
            for name in names:
                meant[name.casefold()].add(field)
                assert column_of(f"  {name.upper()}: ") == field
    assert {name: fields for name, fields in meant.items() if len(fields) > 1} == {}
    assert column_of("Формат") == column_of("") == ""


def test_signs_are_beginnings_in_small_letters() -> None:
    for kind in ("cinema", "beside", "country"):
        assert signs(kind)
        assert all(sign == sign.casefold() and len(sign) > 2 for sign in signs(kind))
