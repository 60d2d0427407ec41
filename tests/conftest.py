"""What all tests share: the fact base, read once, and how hard the property tests try."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from knowledge.engine import Engine
from tests import databases

# A run in CI shows the same examples each time; `make fuzz` looks for new ones.
settings.register_profile("usual", max_examples=60, deadline=None, derandomize=True)
settings.register_profile(
    "fuzz", max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Over the whole of our own facts."""
    return Engine.load()


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    yield
    databases.drop()


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own token must not make a test call Telegram."""
    for name in list(os.environ):
        if name.startswith("TELEGRAM_"):
            monkeypatch.delenv(name)
