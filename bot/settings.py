"""Settings: from the environment, or from ``.env`` in the working folder; the environment wins."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

from bot.delivery.zones import zone

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class SettingsError(Exception):
    """A setting that cannot be used; the message begins with its name."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A news feed of somebody else; what a trusted one brings needs no editor."""

    address: str
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that an operator can decide; the defaults need nothing."""

    token: str = field(default="", repr=False)
    database_url: str = "sqlite:///data/kino.sqlite3"
    facts_dir: Path | None = None
    editors: frozenset[int] = frozenset()
    time_zone: ZoneInfo = field(default_factory=lambda: zone("Asia/Almaty"))
    log_level: str = "INFO"
    feeds: tuple[Feed, ...] = ()


def load_settings(environ: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """The settings in force; an empty value counts as not set."""
    given = dict(dotenv_values(file or Path(".env"), interpolate=False))
    given.update(os.environ if environ is None else environ)
    values = {name: value.strip() for name, value in given.items() if value and value.strip()}
    default = Settings()
    return Settings(
        token=_token(values),
        database_url=values.get("DATABASE_URL", default.database_url),
        facts_dir=_folder(values, "FACTS_DIR"),
        editors=_ids(values, "EDITORS"),
        time_zone=_zone(values, "TIME_ZONE") or default.time_zone,
        log_level=_choice(values, "LOG_LEVEL", LOG_LEVELS) or default.log_level,
        feeds=_feeds(values, "FEEDS"),
    )


NAMES = (
    "TELEGRAM_BOT_TOKEN", "DATABASE_URL", "FACTS_DIR", "EDITORS", "TIME_ZONE", "LOG_LEVEL",
    "FEEDS",
)  # fmt: skip
TRUSTED = "trusted:"
"""Before the address of a feed."""


def _token(values: Mapping[str, str]) -> str:
    token = values.get("TELEGRAM_BOT_TOKEN", "")
    if token and not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN: does not look like a token of @BotFather, "
            "which is digits, a colon, and about 35 letters and digits"
        )
    return token


def _folder(values: Mapping[str, str], name: str) -> Path | None:
    if name not in values:
        return None
    folder = Path(values[name]).expanduser()
    if not folder.is_dir():
        raise SettingsError(f"{name}: no such folder: {folder}")
    return folder


def _ids(values: Mapping[str, str], name: str) -> frozenset[int]:
    try:
        return frozenset(int(part) for part in re.split(r"[\s,]+", values.get(name, "")) if part)
    except ValueError:
        raise SettingsError(
            f"{name}: numeric Telegram ids with commas between them are wanted"
        ) from None


def _zone(values: Mapping[str, str], name: str) -> ZoneInfo | None:
    if name not in values:
        return None
    try:
        return zone(values[name])
    except ValueError:
        raise SettingsError(
            f"{name}: no such time zone: {values[name]} (as in Asia/Almaty)"
        ) from None


def _choice(values: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    chosen = values.get(name, "").upper()
    if chosen and chosen not in choices:
        raise SettingsError(f"{name}: one of {', '.join(choices)} is wanted, not {values[name]}")
    return chosen


def _feeds(values: Mapping[str, str], name: str) -> tuple[Feed, ...]:
    """Addresses with spaces or commas between them, each once."""
    found: dict[str, Feed] = {}
    for part in re.split(r"[\s,]+", values.get(name, "")):
        if not part:
            continue
        address = part.removeprefix(TRUSTED)
        try:
            parts = urlsplit(address)
            sound = parts.scheme == "https" and parts.hostname and parts.port in (None, 443)
        except ValueError:
            sound = False
        if not sound or parts.username or len(address) > 500:
            raise SettingsError(
                f"{name}: addresses that begin with https:// are wanted, "
                f"with {TRUSTED} before those of trusted feeds, not {address[:60]}"
            )
        found[address] = Feed(address, part.startswith(TRUSTED))
    return tuple(found.values())
