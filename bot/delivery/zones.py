"""Time zones from the pinned tzdata: a machine's own may not know Kazakhstan's change of 2024."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo


@cache
def zone(key: str) -> ZoneInfo:
    """The zone of that name, such as ``Asia/Almaty``; ValueError where there is none."""
    if not re.fullmatch(r"[A-Za-z0-9+_-]+(/[A-Za-z0-9+_-]+)*", key):
        raise ValueError(f"no such time zone: {key!r}")
    file = resources.files("tzdata").joinpath("zoneinfo", *key.split("/"))
    try:
        with file.open("rb") as opened:
            return ZoneInfo.from_file(opened, key=key)
    except (OSError, ValueError) as error:
        raise ValueError(f"no such time zone: {key!r}") from error
