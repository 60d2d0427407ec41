"""The words with which people ask, by what they are for: function, filler, cues and the like.

They stand in the ``words`` of ``language/*/asking.yaml`` and in ``cues.yaml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

import msgspec

from knowledge.factbase.records import LANGUAGES, Term
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import KAZAKH_LETTERS, fold

_HEARD = 0.93
"""How surely a word must be heard to be one of a group."""
_ENGLISH = 0.9
"""So often a word is said in English that is taken for one: "can" also stands in Kazakh."""


def within(found: Sequence[Hit], *groups: Set[int]) -> bool:
    """Whether what is heard is a word of one of these groups."""
    return any(
        hit.word in group and hit.similarity >= _HEARD for hit in found[:3] for group in groups
    )


def nothing_but(said: Iterable[Sequence[Hit]], *groups: Set[int]) -> bool:
    """Whether every word that is said is of one of these groups."""
    return all(within(found, *groups) for found in said)


class Words(msgspec.Struct):
    """Word lists of the three languages by purpose, as lexicon ids with their languages."""

    function: set[int] = set()
    filler: set[int] = set()
    filler_in: dict[str, set[int]] = {}
    """The same by language: Kazakh «ше» says nothing, English "she" means somebody."""
    cinema: set[int] = set()
    question: set[int] = set()
    other: set[int] = set()
    only: set[int] = set()
    either: set[int] = set()
    negation: set[int] = set()
    pronouns: dict[str, set[int]] = {}
    as_role: dict[str, set[int]] = {}
    result: dict[str, set[int]] = {}
    cues: dict[str, set[int]] = {}
    """Words that steer: year, female, yesno, who, why, among, entered, sequel, part."""
    generic: set[str] = set()
    """Skeletons that many organisations share: "film", "festival"."""
    award_tails: set[str] = set()
    """Words that start what an award is given for: "for Best Film"."""
    short_year: set[str] = set()
    """Words as they are written that make a year of two digits: «в 95 году»."""
    inside_endings: set[str] = set()
    """Endings that say "in": «Томиристе»."""
    object_endings: set[str] = set()
    """Endings of what somebody does: «Томиристі ойнады»."""
    no_time: set[str] = set()
    """Words as they are written that only sound like a time: «был» is no «биыл»."""
    spoken: dict[str, str] = {}
    """Words as they are said, with the skeletons of what they stand for: «чё» is «что»."""
    ordinals: dict[int, int] = {}
    languages: dict[int, dict[str, int]] = {}
    """How often each speaks for a language."""

    def __post_init__(self) -> None:
        self.filler_in, self.pronouns, self.as_role, self.result, self.cues = (
            defaultdict(set, each)
            for each in (self.filler_in, self.pronouns, self.as_role, self.result, self.cues)
        )

    def ids(self, lexicon: Lexicon, language: str, text: str) -> tuple[int, ...]:
        """The words of a text, which from now on speak for this language."""
        ids = lexicon.add_all(fold(text))
        for word in ids:
            self._speak(word, language)
        lexicon.write(text)
        return ids

    def _speak(self, word: int, language: str) -> None:
        counts = self.languages.setdefault(word, {})
        counts[language] = counts.get(language, 0) + 1

    def read(self, lexicon: Lexicon, language: str, lists: Mapping[str, Any]) -> None:
        """Add the word lists of a language."""
        for name, target in (
            ("function", self.function), ("filler", self.filler),
            ("cinema", self.cinema), ("question", self.question),
            ("other", self.other), ("only", self.only),
            ("or", self.either), ("negation", self.negation),
        ):  # fmt: skip
            for text in lists.get(name, ()):
                ids = self.ids(lexicon, language, str(text))
                target.update(ids)
                if target is self.filler:
                    self.filler_in[language].update(ids)
        for name, groups in (
            ("pronouns", self.pronouns), ("as_role", self.as_role),
            ("result", self.result),
        ):  # fmt: skip
            for key, texts in lists.get(name, {}).items():
                for text in texts:
                    ids = self.ids(lexicon, language, str(text))
                    # "This film" is as good as "it", "film" alone is not.
                    light = self.function | (self.cinema if groups is self.pronouns else set())
                    groups[key].update(w for w in ids if len(ids) == 1 or w not in light)

    def read_cues(self, lexicon: Lexicon, cues: Mapping[str, Any]) -> None:
        """Add the cues of a language.

        They come after all patterns: of like words those with which people ask are found first.
        """
        for name, found in cues.items():
            if name == "generic":
                self.generic.update(s for text in found for s in fold(text))
                continue
            if name in ("award_tails", "no_time", "short_year"):
                getattr(self, name).update(found)
                continue
            if name in ("inside_endings", "object_endings"):
                getattr(self, name).update(s for text in found for s in fold(text))
                continue
            if name == "spoken":
                self.spoken.update((said, fold(meant)[0]) for said, meant in found.items())
                continue
            if name == "ordinals":
                for number, texts in found.items():
                    for text in texts:
                        for word in lexicon.add_all(fold(text)):
                            self.ordinals[word] = int(number)
                continue
            for text in found:
                self.cues[name].update(lexicon.add_all(fold(text)))

    def told_inside(self, skeleton: str) -> bool:
        """Whether the word ends in an "in"."""
        return skeleton.endswith(tuple(self.inside_endings))

    @property
    def rigid(self) -> frozenset[int]:
        """Function words without endings: Kazakh ones take them, prepositions do not."""
        return frozenset(w for w in self.function if "kk" not in self.languages.get(w, ()))

    @property
    def english(self) -> frozenset[int]:
        """Words that are said in English, and hardly elsewhere."""
        return frozenset(filter(self.is_english, self.languages))

    def is_english(self, word: int) -> bool:
        """Whether this is such a word."""
        said = self.languages.get(word, {})
        return said.get("en", 0) > _ENGLISH * sum(said.values())

    def says(self, cue: str, hits: Iterable[Sequence[Hit]], at_least: float = 0.95) -> bool:
        """Whether a word of this cue stands among the hits."""
        words = self.cues[cue]
        for found in hits:
            for hit in found:
                if hit.similarity < at_least:
                    break  # the best come first
                if hit.word in words:
                    return True
        return False

    def learn_terms(self, lexicon: Lexicon, vocabularies: Iterable[Mapping[str, Term]]) -> None:
        """Words of genres, places and awards also show the language they are of."""
        for terms in vocabularies:
            for term in terms.values():
                for language in LANGUAGES:
                    self._show(lexicon, term.get(language), language)
                for text in term.also:
                    cyrillic = any("Ѐ" <= c <= "ӿ" for c in text)
                    kazakh = any(c in KAZAKH_LETTERS for c in text)
                    self._show(lexicon, text, "kk" if kazakh else "ru" if cyrillic else "en")

    def _show(self, lexicon: Lexicon, text: str, language: str) -> None:
        for word_skeleton in fold(text):
            word = lexicon.id(word_skeleton)
            if word is not None:
                self._speak(word, language)

    def light(self, found: Sequence[Hit]) -> bool:
        """Whether a word of a question says little: chatter, or that it is about a film."""
        word = found[0].word if found else None
        return word in self.function or word in self.filler or word in self.cinema

    def telling(self, word: int) -> float:
        """What a word can tell about the kind, 0 to 1, before counting the kinds that use it."""
        if word in self.filler:
            return 0.05
        if word in self.question:
            return 0.7
        if word in self.function:
            return 0.25
        return 0.35 if word in self.cinema else 1.0
