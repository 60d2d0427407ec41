"""A small base whose films and showings the tests choose, and the wordings over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from knowledge.answers.texts import load_texts
from knowledge.answers.wording import Wording
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import read_facts
from knowledge.factbase.records import LANGUAGES, Facts, Film, Premiere, Text
from knowledge.factbase.showings import Showing
from tests.knowledge import small

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


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    folder: Path = small.write(tmp_path_factory.mktemp("facts"))
    return read_facts(folder)


@pytest.fixture
def make_base(facts: Facts) -> MakeBase:
    def make(*films: Film, showings: Iterable[Showing] = ()) -> FactBase:
        vocabulary = {
            "premieres": facts.vocabulary["genres"][:0], "countries": facts.vocabulary["countries"],
        }  # fmt: skip
        return FactBase(Facts(films=films, vocabulary=vocabulary)).with_showings(showings)

    return make


def words(base: FactBase) -> Words:
    return {code: Wording(base, load_texts(), code) for code in LANGUAGES}
