"""How people ask: from a masked question to the kinds that fit it.

The words, phrases and patterns of ``language/*/asking.yaml`` of all languages at once.  The
classifier proposes kinds, the patterns say how well each fits; endings and typos are left to the
lexicon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from knowledge.asking.classifier import Classifier, Strengths, strengths
from knowledge.asking.patterns import Gains, Match, Patterns, Token
from knowledge.asking.phrases import Phrases
from knowledge.asking.wordings import FOLDER, Wordings, read_wordings
from knowledge.factbase.compiled import Shelf
from knowledge.factbase.records import LANGUAGES, Term
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.slips import Slips
from knowledge.spelling.spelling import fold

_CONSIDERED = 4
_REMEMBERED = 4096
_OFTEN = 6
"""In so many wordings stands a word that a misspelt one may be, whatever else it is like."""
BEYOND = "beyond"
"""The family of what no base of films knows: its words are strange beside any other question."""


class Word(msgspec.Struct, frozen=True):
    """What a word of a question counts, and which words of ours it may be."""

    weight: float
    gains: Gains
    strengths: Strengths
    asks: bool
    """Whether it is one like "who" or "when"."""
    of_films: bool
    """Whether people ask of films with it, or (``of_any``) of anything."""
    of_any: bool
    shows: Hit | None
    """The first of what it may be that is said in one language rather than another."""


class Asking:
    """Patterns, phrases and word lists; ``classify`` once the lexicon is frozen."""

    def __init__(self, lexicon: Lexicon, read: Wordings) -> None:
        self._lexicon = lexicon
        self.words = read.words
        self.says = read.words.says
        self.patterns = read.patterns
        self.phrases = Phrases(read.phrases)
        self.dates = read.dates
        self._index = Patterns(self.patterns, self.words.telling)
        self.kinds = self._index.kinds
        self._weights = self._index.weights
        times = Counter(
            word for p in self.patterns if not p.kind.startswith(BEYOND) for word in p.words
        )
        self._asked = frozenset(times)
        self.often_asked = frozenset(word for word, said in times.items() if said >= _OFTEN)
        """Words with which many ask: those that a slip may have been meant for."""
        self.terms: frozenset[int] = frozenset()
        """Words of genres, places and the like: of a misspelt form of one it is meant."""

    @classmethod
    def shipped(cls, lexicon: Lexicon, program: bytes) -> Asking:
        """Of the documents that ship; ``program`` is the key of what they are read with."""
        shelf = Shelf(FOLDER, program)
        read = lexicon.learn(shelf, "asking", Wordings, lambda: read_wordings(lexicon))
        return cls(lexicon, read)

    @cached_property
    def slips(self) -> Slips:
        """The words of the lexicon as they are written."""
        return Slips(self._lexicon.written, self._lexicon.spelt, self.often_asked)

    @property
    def generic(self) -> set[str]:
        """Skeletons that many organisations share: "film", "festival"."""
        return self.words.generic

    @cached_property
    def generic_words(self) -> frozenset[int]:
        """The same as words of the lexicon."""
        found = (self._lexicon.id(skeleton) for skeleton in self.generic)
        return frozenset(w for w in found if w is not None and w not in self.words.function)

    @cached_property
    def trades(self) -> frozenset[int]:
        """Words for what people do in a film: "camera", "directing"."""
        return frozenset().union(*self.words.as_role.values())

    @cached_property
    def decade_endings(self) -> tuple[frozenset[str], frozenset[str]]:
        """Skeletons that stand behind the number of a decade, and those that may end it."""
        texts = [str(t) for dates in self.dates.values() for t in dates.get("decade", ())]
        behind = [fold(text.partition("{n}")[2]) for text in texts]
        return frozenset(s for each in behind for s in each), frozenset(e[-1] for e in behind if e)

    def learn_terms(self, vocabularies: Iterable[Mapping[str, Term]]) -> None:
        """Words of genres, places and awards also show the language they are of."""
        self.words.learn_terms(self._lexicon, vocabularies)

    def fit(self, path: Path | None = None) -> None:
        """Take the fitted weights of the kinds; after the lexicon is frozen."""
        self._classifier = Classifier(self._lexicon, self.kinds, path)
        # Chats repeat their words.
        self.word = lru_cache(maxsize=_REMEMBERED)(self._word)

    @property
    def light(self) -> frozenset[str]:
        """Skeletons that mean nothing by themselves."""
        words = self.words.function | self.words.filler | self.words.question
        return frozenset(self._lexicon.words[word] for word in words)

    def date_words(self) -> frozenset[int]:
        """Single words that name a day or a time: no festival is meant by "завтра"."""
        found = set()
        for dates in self.dates.values():
            for texts in dates.get("relative", {}).values():
                for text in texts:
                    words = fold(str(text))
                    if len(words) == 1:
                        found.add(self._lexicon.add(words[0]))
        return frozenset(found)

    def single_words(self, term: Term | None) -> list[int]:
        """A vocabulary entry's wordings of one word, as lexicon ids."""
        texts = [*(term.get(code) for code in LANGUAGES), *term.also] if term else []
        words = [self._lexicon.id(own[0]) for text in texts if len(own := fold(text)) == 1]
        return [word for word in words if word is not None]

    @property
    def asked(self) -> frozenset[int]:
        """Words with which people ask of films."""
        return self._asked

    @property
    def ordinary(self) -> frozenset[int]:
        """Words with which people ask: a title made of them alone proves little."""
        return self._asked | frozenset(self.words.cinema)

    def _word(self, hits: tuple[Hit, ...]) -> Word:
        """What one word of a question says by itself, in whatever cut of it."""
        weights = self._weights
        gains = [(h.word, own * h.similarity, h.similarity) for h in hits
                 if (own := weights.get(h.word)) is not None]  # fmt: skip
        return Word(
            self._weigh(hits),
            gains,
            strengths(hits, self._classifier.known),
            self.says("who", [hits], 0.97),
            self.is_asking(hits, 0.86),
            self.is_asking(hits, 0.86, beyond=True),
            next((hit for hit in hits[:6] if hit.word in self.words.languages), None),
        )

    def _weigh(self, hits: tuple[Hit, ...]) -> float:
        """What a word of a question counts: little for chatter, much where it tells kinds."""
        weights, filler, function = self._weights, self.words.filler, self.words.function
        light: Hit | None = None
        first: Hit | None = None
        content = 0.0
        for hit in hits:
            plain = hit.word in filler or hit.word in function
            if plain and light is None:
                light = hit
            if hit.word in weights:
                first = first or hit
                if not plain and hit.similarity > content:
                    content = hit.similarity
        if light is not None and light.similarity >= max(0.9, content):
            return 0.03 if light.word in filler else weights.get(light.word, 0.05)
        if first is None or first.similarity < 0.8:
            return 0.6
        return weights[first.word]

    def is_asking(
        self, hits: Sequence[Hit], at_least: float = 0.9, *, beyond: bool = False
    ) -> bool:
        """Whether a word is one with which people ask of films; ``beyond``: of anything."""
        words = self._weights if beyond else self._asked
        for hit in hits:
            if hit.similarity < at_least:
                return False  # the best come first
            if hit.word in words:
                return True
        return False

    def classify(
        self, words: Sequence[Word], slots: frozenset[str], shares: Sequence[float],
        carried: frozenset[str] = frozenset(),
    ) -> list[Match]:  # fmt: skip
        """Kinds that fit the masked question, best first; ``shares`` make words count less.

        ``carried`` are slots that only the conversation fills: they complete a pattern, but prove
        nothing.
        """
        tokens: list[Token] = []
        asked = 0.0
        for word, part in zip(words, shares, strict=True):
            weight = word.weight * part
            asked += weight
            tokens.append((weight, weight <= 0.05 * part, word.gains))
        filled = self._index.filled(slots | carried)
        found: list[Match] = []
        known = [word.strengths for word in words]
        for number, chance in self._classifier.likeliest(known, slots, shares, _CONSIDERED):
            if chance < 0.01 and found:
                break
            match = self._index.nearest(number, chance, tokens, asked, filled)
            if match.score > 0.2:
                found.append(match)
        found.sort(key=lambda m: -m.score)
        return found
