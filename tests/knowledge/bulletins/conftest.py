"""A small base whose films and showings the tests choose, and the wordings over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, Facts, Film, Premiere, Text
from knowledge.factbase.showings import Showing

ZONE = ZoneInfo("Asia/Almaty")
Words = dict[str, Wording]
MakeBase = Callable[..., FactBase]


def film(*premieres: str | Premiere, id: str = "f", **fields: Any) -> Film:
    """A film that opens at home on the given dates."""
    return Film(
        id=id,
        title=Text("Қ", "Р", "E"),
        sources=("https://example.org/f",),
        premieres=tuple(
            p if isinstance(p, Premiere) else Premiere(p, "theatrical", country="KZ")
            for p in premieres
        ),
        **{"year": 2026, **fields},
    )


@pytest.fixture
def make_base() -> MakeBase:
    def make(*films: Film, showings: Iterable[Showing] = ()) -> FactBase:
        return FactBase(Facts(films=films)).with_showings(showings)

    return make


def words(base: FactBase) -> Words:
    return {code: Wording(base, load_texts(), code) for code in LANGUAGES}
