"""The words with which people ask, by what they are for: function, filler, cues and the like.

They stand in the ``words`` of ``language/*/asking.yaml`` and in ``cues.yaml``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.factbase.records import LANGUAGES, Term
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import KAZAKH_LETTERS, fold


@dataclass(slots=True)
class Words:
    """Word lists of the three languages by purpose, as lexicon ids with their languages."""

    lexicon: Lexicon
    function: set[int] = field(default_factory=set)
    filler: set[int] = field(default_factory=set)
    filler_in: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """The same by language: Kazakh «ше» says nothing, English "she" means somebody."""
    cinema: set[int] = field(default_factory=set)
    question: set[int] = field(default_factory=set)
    other: set[int] = field(default_factory=set)
    only: set[int] = field(default_factory=set)
    either: set[int] = field(default_factory=set)
    negation: set[int] = field(default_factory=set)
    pronouns: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    as_role: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    result: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    cues: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Words that steer: year, female, yesno, who, why, among, entered, sequel, part."""
    generic: set[str] = field(default_factory=set)
    """Skeletons that many organisations share: "film", "festival"."""
    award_tails: set[str] = field(default_factory=set)
    """Words that start what an award is given for: "for Best Film"."""
    ordinals: dict[int, int] = field(default_factory=dict)
    languages: dict[int, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def read(self, language: str, document: Mapping[str, Any]) -> None:
        """Add the word lists of a language."""
        self._read_lists(language, document.get("words", {}))

    def ids(self, language: str, text: str) -> tuple[int, ...]:
        """The words of a text, which from now on speak for this language."""
        ids = self.lexicon.add_all(fold(text))
        for word in ids:
            self.languages[word][language] += 1
        self.lexicon.write(text)
        return ids

    def _read_lists(self, language: str, lists: Mapping[str, Any]) -> None:
        for name, target in (
            ("function", self.function), ("filler", self.filler),
            ("cinema", self.cinema), ("question", self.question),
            ("other", self.other), ("only", self.only),
            ("or", self.either), ("negation", self.negation),
        ):  # fmt: skip
            for text in lists.get(name, ()):
                ids = self.ids(language, str(text))
                target.update(ids)
                if target is self.filler:
                    self.filler_in[language].update(ids)
        for name, groups in (
            ("pronouns", self.pronouns), ("as_role", self.as_role),
            ("result", self.result),
        ):  # fmt: skip
            for key, texts in lists.get(name, {}).items():
                for text in texts:
                    ids = self.ids(language, str(text))
                    groups[key].update(w for w in ids if len(ids) == 1 or w not in self.function)

    def read_cues(self, cues: Mapping[str, Any]) -> None:
        """Add the cues of a language.

        They come after all patterns: of like words those with which people ask are found first.
        """
        for name, found in cues.items():
            if name == "generic":
                self.generic.update(s for text in found for s in fold(text))
                continue
            if name == "award_tails":
                self.award_tails.update(found)
                continue
            if name == "ordinals":
                for number, texts in found.items():
                    for text in texts:
                        for word in self.lexicon.add_all(fold(text)):
                            self.ordinals[word] = int(number)
                continue
            for text in found:
                self.cues[name].update(self.lexicon.add_all(fold(text)))

    @property
    def rigid(self) -> frozenset[int]:
        """Function words without endings: Kazakh ones take them, prepositions do not."""
        return frozenset(w for w in self.function if "kk" not in self.languages[w])

    @property
    def english(self) -> frozenset[int]:
        """Words that are said in English alone."""
        return frozenset(w for w, said in self.languages.items() if set(said) == {"en"})

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

    def learn_terms(self, vocabularies: Iterable[Mapping[str, Term]]) -> None:
        """Words of genres, places and awards also show the language they are of."""
        for terms in vocabularies:
            for term in terms.values():
                for language in LANGUAGES:
                    self._show(term.get(language), language)
                for text in term.also:
                    cyrillic = any("Ѐ" <= c <= "ӿ" for c in text)
                    kazakh = any(c in KAZAKH_LETTERS for c in text)
                    self._show(text, "kk" if kazakh else "ru" if cyrillic else "en")

    def _show(self, text: str, language: str) -> None:
        for word_skeleton in fold(text):
            word = self.lexicon.id(word_skeleton)
            if word is not None:
                self.languages[word][language] += 1

    def telling(self, word: int) -> float:
        """What a word can tell about the kind, 0 to 1, before counting the kinds that use it."""
        if word in self.filler:
            return 0.05
        if word in self.question:
            return 0.7
        if word in self.function:
            return 0.25
        return 0.35 if word in self.cinema else 1.0
