"""What the bot says: Project Fluent messages with the plurals of three languages."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from fluent.runtime import FluentBundle, FluentResource


class MissingText(KeyError):
    """A message that a language does not have, or a value that a message lacks."""


class Texts:
    """``say("ru", "film-director", film=…)`` → the finished sentence."""

    def say(self, language: str, key: str, **values: Any) -> str:
        bundle = _bundle(language)
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
        return bool(_bundle(language).has_message(key))

    def keys(self, language: str) -> frozenset[str]:
        return frozenset(_bundle(language)._messages)


@cache
def _bundle(language: str) -> FluentBundle:
    """All messages of a language; read when it is first spoken, for one is enough to start."""
    # Isolation marks would stand inside names that people copy.
    bundle = FluentBundle([language], use_isolating=False)
    folder = resources.files("knowledge") / "language" / language
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(path.read_text("utf-8")))
    return bundle


@cache
def load_texts() -> Texts:
    """The messages that ship with the package."""
    return Texts()
