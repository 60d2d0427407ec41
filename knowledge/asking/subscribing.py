"""Wishes to be told: "tell me when Aliya opens", "отпиши меня", "премьералар туралы хабарлап тұр".

The phrases stand in ``language/*/subscriptions.yaml``. Each is a whole message, so that no
ordinary question is taken for one: who is told too little asks again, who is told too much leaves.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from rapidfuzz.distance import Levenshtein

from knowledge.factbase.records import LANGUAGES
from knowledge.spelling.spelling import fold, tokens
from knowledge.wish import Action, Wish

Word = tuple[str, str]
"""Its skeleton, and as it was written."""
_SLOT = re.compile(r"\{(what|topic|film)\}")
_FORGIVING = 6  # letters from which on a word of a phrase may have a slip


@dataclass(frozen=True, slots=True)
class _Phrase:
    action: Action
    before: tuple[str, ...]
    slot: str
    """what, topic, film; empty where nothing is named."""
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The phrases and words of one language, folded."""

    language: str
    phrases: tuple[_Phrase, ...]
    edges: Mapping[tuple[int, str], Sequence[int]]
    """Phrases by their first word (0), or their last (-1) where they begin with the name."""
    topics: Mapping[str, str]
    light: frozenset[str]
    polite: frozenset[str]

    def read(self, words: Sequence[Word]) -> Wish | None:
        """As it was written, and without what is said for politeness."""
        plain = [word for word in words if word[0] not in self.polite]
        readings = (words, plain) if len(plain) < len(words) else (words,)
        wishes = (
            self._fit(self.phrases[number], said)
            for said in readings
            for number in sorted(self._edged(said))
        )
        return next((wish for wish in wishes if wish), None)

    def _edged(self, words: Sequence[Word]) -> Iterator[int]:
        """The phrases of which the word at the edge is there: nearly no message has any."""
        for (edge, wanted), numbers in self.edges.items():
            if words and _alike(words[edge][0], wanted):
                yield from numbers

    def _fit(self, phrase: _Phrase, words: Sequence[Word]) -> Wish | None:
        first, last = len(phrase.before), len(words) - len(phrase.after)
        named = words[first:last]
        if first > last or bool(named) != bool(phrase.slot):
            return None
        said = [skeleton for skeleton, _ in (*words[:first], *words[last:])]
        if not all(map(_alike, said, (*phrase.before, *phrase.after))):
            return None
        topic = self._topic([skeleton for skeleton, _ in named]) if phrase.slot != "film" else ""
        if phrase.slot == "topic" and not topic:
            return None
        name = "" if topic else " ".join(written for _, written in named)
        return Wish(phrase.action, self.language, topic, name, phrase.slot == "film")

    def _topic(self, words: Sequence[str]) -> str:
        """The topic that the words name with nothing else beside; empty where they name none."""
        if found := self.topics.get(" ".join(words)):
            return found
        told = [word for word in words if word not in self.light]
        # "The news" says nothing but a light word that is a topic, too.
        told = told or [word for word in words if word in self.topics]
        return self.topics.get(" ".join(told), "")


class Subscribing:
    """Reads what a message wishes, in any of the languages."""

    def __init__(self, documents: Mapping[str, Mapping[str, Any]]) -> None:
        self._tongues = [_read(code, document) for code, document in documents.items()]

    def read(self, text: str) -> Wish | None:
        """None for nearly everything: whatever is no such wish as a whole."""
        words = [(token.skeleton, token.text) for token in tokens(text)]
        wishes = (tongue.read(words) for tongue in self._tongues)
        return next((wish for wish in wishes if wish), None)


@cache
def read_subscribing() -> Subscribing:
    """The phrases as shipped."""
    import yaml

    folder = resources.files("knowledge") / "language"
    files = {language: folder / language / "subscriptions.yaml" for language in LANGUAGES}
    return Subscribing(
        {
            language: yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506
            for language, file in files.items()
        }
    )


def _read(language: str, document: Mapping[str, Any]) -> _Tongue:
    phrases = [_phrase(action, text) for action in get_args(Action) for text in document[action]]
    # The longest first: "подпиши меня на" before "подпиши".
    phrases.sort(key=lambda phrase: -len(phrase.before) - len(phrase.after))
    edges: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, phrase in enumerate(phrases):
        edge = (0, phrase.before[0]) if phrase.before else (-1, phrase.after[-1])
        edges[edge].append(number)
    return _Tongue(
        language,
        tuple(phrases),
        edges,
        {
            " ".join(fold(word)): topic
            for topic, words in document["topics"].items()
            for word in words
        },
        _folded(document["light"]),
        _folded(document["polite"]),
    )


def _phrase(action: Action, text: str) -> _Phrase:
    slot = _SLOT.search(text)
    if slot is None:
        return _Phrase(action, fold(text), "", ())
    return _Phrase(action, fold(text[: slot.start()]), slot[1], fold(text[slot.end() :]))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(skeleton for word in words for skeleton in fold(word))


def _alike(said: str, wanted: str) -> bool:
    if len(wanted) < _FORGIVING:
        return said == wanted
    return Levenshtein.distance(said, wanted, score_cutoff=1) <= 1
