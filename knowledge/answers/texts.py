"""What the bot says: Project Fluent messages with the plurals of three languages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from knowledge.factbase.records import LANGUAGES


class MissingText(KeyError):
    """A message that a language does not have, or a value that a message lacks."""


class Texts:
    """``say("ru", "film-director", film=…)`` → the finished sentence."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = bundles

    def say(self, language: str, key: str, **values: Any) -> str:
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise MissingText(f"{language}: {key}")
        message = bundle.get_message(key)
        if message.value is None:
            raise MissingText(f"{language}: {key} has no value")
        text, errors = bundle.format_pattern(message.value, values)
        if errors:
            raise MissingText(f"{language}: {key}: {errors[0]}")
        return str(text)

    def has(self, language: str, key: str) -> bool:
        return bool(self._bundles[language].has_message(key))

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(self._bundles[language]._messages)


@cache
def load_texts() -> Texts:
    """The messages that ship with the package; read once."""
    bundles = {}
    for language in LANGUAGES:
        # Isolation marks would stand inside names that people copy.
        bundle = FluentBundle([language], use_isolating=False)
        folder = resources.files("knowledge") / "language" / language
        for path in sorted(folder.iterdir(), key=lambda path: path.name):
            if path.name.endswith(".ftl"):
                bundle.add_resource(FluentResource(path.read_text("utf-8")))
        bundles[language] = bundle
    return Texts(bundles)
