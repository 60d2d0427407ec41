"""What the bot says: Project Fluent messages with the plurals of three languages."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Message


class MissingText(KeyError):
    """A message that a language does not have, or a value that a message lacks."""


class Texts:
    """``say("ru", "film-director", film=…)`` → the finished sentence."""

    def say(self, language: str, key: str, **values: Any) -> str:
        if not values:
            return _said(language, key)  # the words on a button: always the same
        return _format(language, key, values)

    def has(self, language: str, key: str) -> bool:
        return _tongue(language).message(key) is not None

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(key for key in _tongue(language).entries if not key.startswith("-"))


_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*)[ ]*=", re.ASCII | re.MULTILINE)
"""Where a message begins, or a term; all else of it is indented."""
_REFERENCE = re.compile(r"-?[a-zA-Z][\w-]*", re.ASCII)


def _format(language: str, key: str, values: dict[str, Any]) -> str:
    tongue = _tongue(language)
    message = tongue.message(key)
    if message is None:
        raise MissingText(f"{language}: {key}")
    if message.value is None:
        raise MissingText(f"{language}: {key} has no value")
    text, errors = tongue.bundle.format_pattern(message.value, values)
    if errors:
        raise MissingText(f"{language}: {key}: {errors[0]}")
    return str(text)


@cache
def _said(language: str, key: str) -> str:
    return _format(language, key, {})


class _Tongue:
    """All messages of a language; each is parsed when it is first said, for that takes long."""

    def __init__(self, language: str) -> None:
        # Isolation marks would stand inside names that people copy.
        self.bundle = FluentBundle([language], use_isolating=False)
        self.entries: dict[str, str] = {}
        self._parsed: set[str] = set()
        folder = resources.files("knowledge") / "language" / language
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".ftl"):
                _, *parts = _ENTRY.split(path.read_text("utf-8"))
                for key, text in zip(parts[::2], parts[1::2], strict=True):
                    self.entries.setdefault(key, f"{key} ={text}")

    def message(self, key: str) -> Message | None:
        if key not in self._parsed:
            self._parse(key)
        return self.bundle.get_message(key) if self.bundle.has_message(key) else None

    def _parse(self, key: str) -> None:
        """With what it refers to: whatever is called so in its text."""
        self._parsed.add(key)
        text = self.entries.get(key, "")
        self.bundle.add_resource(FluentResource(text))
        for name in _REFERENCE.findall(text):
            if name in self.entries and name not in self._parsed:
                self._parse(name)


@cache
def _tongue(language: str) -> _Tongue:
    """Read when it is first spoken, for one is enough to start."""
    return _Tongue(language)


@cache
def load_texts() -> Texts:
    """The messages that ship with the package."""
    return Texts()
