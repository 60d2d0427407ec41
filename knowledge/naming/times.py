"""How people name a day or a span of time: months, seasons, "last week", "the last five years"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_KINDS = {"months": "month", "relative": "relative", "seasons": "season", "decades": "decade"}
_YEARS = 20
"""So many years back people reckon from today."""


def times(dates: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Wording, kind and id of every time in the ``dates`` of a language's asking.yaml."""
    for section, kind in _KINDS.items():
        for id_, wordings in dates.get(section, {}).items():
            for wording in wordings:
                yield str(wording), kind, str(id_)
    for span, wordings in dates.get("spans", {}).items():
        for years in range(2, _YEARS + 1):
            spoken = dates.get("numbers", {}).get(str(years), ())
            for number in (str(years), *map(str, spoken)):
                for wording in wordings:
                    yield wording.replace("{n}", number), "relative", f"{span}_{years}"
