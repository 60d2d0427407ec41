"""Words by which what comes from outside is understood: columns of programmes, signs of news."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from knowledge.factbase.records import LANGUAGES


def column_of(heading: str) -> str:
    """The field that a column's heading means in any of the languages; empty for others."""
    return _columns().get(_bare(heading), "")


@cache
def signs(kind: str) -> tuple[str, ...]:
    """Beginnings of words that speak of ``cinema``, ``beside`` a name, or of the ``country``."""
    return tuple(dict.fromkeys(w for code in LANGUAGES for w in _document(code, "news")[kind]))


@cache
def _columns() -> dict[str, str]:
    return {
        _bare(name): field
        for code in LANGUAGES
        for field, names in _document(code, "programme")["columns"].items()
        for name in names
    }


def _document(language: str, name: str) -> dict[str, Any]:
    file = resources.files("knowledge") / "language" / language / f"{name}.yaml"
    read: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    return read


def _bare(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalnum())
