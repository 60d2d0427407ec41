"""What ``language/*/asking.yaml`` and ``cues.yaml`` hold, over the words of a lexicon."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

import msgspec

from knowledge.asking.patterns import Pattern
from knowledge.asking.phrases import SLOT, Phrase, read_phrases, slot_name
from knowledge.asking.words import Words
from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

Documents = dict[str, dict[str, Any]]
"""By language; each document with its ``cues``."""

FOLDER = Path(str(resources.files("knowledge"))) / "language"


class Wordings(msgspec.Struct):
    """How people ask, in all languages."""

    words: Words
    patterns: list[Pattern]
    phrases: list[Phrase]
    dates: Documents


def read_wordings(lexicon: Lexicon, documents: Documents | None = None) -> Wordings:
    """Read these documents, or else those that ship with the package."""
    documents = read_documents() if documents is None else documents
    words = Words()
    read = Wordings(
        words, [], [], {code: each.get("dates", {}) for code, each in documents.items()}
    )
    for language, document in documents.items():
        words.read(lexicon, language, document.get("words", {}))
        for kind, texts in document["patterns"].items():
            read.patterns += [_pattern(lexicon, words, kind, language, text) for text in texts]
        read.phrases += read_phrases(
            document.get("phrases", {}),
            lambda text: lexicon.add_all(fold(text)),
            words.function - words.question,
        )
    for document in documents.values():
        words.read_cues(lexicon, document.get("cues", {}))
    words.function -= words.question
    return read


def _pattern(lexicon: Lexicon, words: Words, kind: str, language: str, text: str) -> Pattern:
    slots = frozenset(slot_name(s) for s in SLOT.findall(text))
    own = tuple(dict.fromkeys(words.ids(lexicon, language, SLOT.sub(" ", text))))
    return Pattern(kind, language, own, slots)


def read_documents() -> Documents:
    """The asking.yaml of every language, as shipped, with its cues.yaml."""
    import yaml

    def read(language: str, name: str) -> dict[str, Any]:
        # The basic loader makes nothing but strings, lists and mappings.
        text = (FOLDER / language / f"{name}.yaml").read_bytes()
        found: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
        return found

    return {code: {**read(code, "asking"), "cues": read(code, "cues")} for code in LANGUAGES}
