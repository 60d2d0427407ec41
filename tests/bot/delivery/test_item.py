from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.delivery.item import Document
from tests.bot.delivery.desk import news

THREE = ("kk", "ru", "en")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": ""},
        {"kind": "k" * 41},
        {"subject": "s" * 81},
        {"key": "k" * 201},
        {"audience": ()},
        {"expires_at": datetime(2026, 1, 1)},  # noqa: DTZ001
        {"texts": {"ru": "x"}},
        {"texts": dict.fromkeys(THREE, "")},
        {"texts": dict.fromkeys(THREE, "😀" * 1751)},
        {"documents": {"ru": Document("a", b"")}},
        {
            "documents": dict.fromkeys(THREE, Document("a", b"")),
            "texts": dict.fromkeys(THREE, "x" * 901),
        },
    ],
)
def test_what_is_no_item(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        replace(news(), **wrong)
