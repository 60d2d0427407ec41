"""The words the bot knows, found again in any spelling: exact, with endings, with typos.

All words of names and patterns are held once.  A word is looked up in three widening rings: the
skeleton itself, the skeleton without endings, and skeletons at an edit distance that its length
allows.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec
from rapidfuzz.distance import OSA

from knowledge.factbase.compiled import NOT_KEPT, Shelf
from knowledge.spelling import stemming
from knowledge.spelling.spelling import VOWELS, skeleton, stems
from knowledge.spelling.stemming import SHORTEST, Arrays, StemIndex

_TYPO_COST = 0.45
"""Edits divided by length times this come off the similarity of a word."""
_FORMS = 6
"""So many of the stems of a typed word are taken for misspelt ones."""
_LONGEST = 48
"""No word that we know has more letters: longer ones are noise, dear to search for."""
_REMEMBERED = 4096
_SHORT = 4
"""A word so short proves little when an ending is taken off: slips are looked for as well."""
_TWICE = 0.02
"""What a second slip costs besides: Айтматов is no Айманов."""
_LEFT_OUT = 0.82
"""How surely a word of four letters is meant of which a vowel is missing."""


T = TypeVar("T")


class Learnt(msgspec.Struct, Generic[T]):
    """What was read, and what the lexicon holds since."""

    found: T
    words: list[str]
    common: list[int]
    written: dict[str, int]
    spelt: list[str]


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A word of the lexicon and how surely it was meant, 0 to 1."""

    word: int
    similarity: float


def allowed_edits(length: int) -> int:
    """Short words are the danger: up to three letters none, up to six one, longer two."""
    return 0 if length <= 3 else 1 if length <= 6 else 2


class Lexicon:
    """Immutable after ``freeze``; ``find`` is memoised, for chats repeat their words."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.written: dict[str, int] = {}
        """Words as they are written; their skeletons are by sound."""
        self.spelt: set[str] = set()
        """How words of names are written otherwise than in Latin letters."""
        self._ids: dict[str, int] = {}
        self._common: set[int] = set()
        self._found: dict[str, tuple[Hit, ...]] = {}

    def add(self, skeleton: str, *, name: bool = False) -> int:
        """The number of a word; ``name``: it belongs to a name, loses only vowels at its end."""
        found = self._ids.get(skeleton)
        if found is None:
            found = self._ids[skeleton] = len(self.words)
            self.words.append(skeleton)
        if not name:
            self._common.add(found)
        return found

    def add_all(self, skeletons: Iterable[str], *, name: bool = False) -> tuple[int, ...]:
        return tuple([self.add(s, name=name) for s in skeletons])

    def write(self, text: str, *, name: bool = False) -> None:
        """Keep how the words of a text are written."""
        for word in text.casefold().split():
            if name and not word.isascii():
                self.spelt.add(word)
            elif word.isalpha() and (found := skeleton(word)):
                self.written.setdefault(word, self.add(found, name=name))

    def id(self, skeleton: str) -> int | None:
        return self._ids.get(skeleton)

    def learn(self, shelf: Shelf, name: str, kind: type[T], read: Callable[[], T]) -> T:
        """What ``read`` finds while it adds words here; both are kept on the shelf."""

        def learnt() -> Learnt[T]:
            return Learnt(
                read(), self.words, sorted(self._common), self.written, sorted(self.spelt)
            )

        known = shelf.kept(name, Learnt[kind], learnt, *self.content())  # type: ignore[valid-type]
        first, new = len(self.words), known.words[len(self.words) :]
        self._ids.update(zip(new, range(first, first + len(new)), strict=True))
        self.words += new
        self._common.update(known.common)
        self.written.update(known.written)
        self.spelt.update(known.spelt)
        return known.found

    def freeze(
        self, shelf: Shelf = NOT_KEPT, name: str = "words", rigid: frozenset[int] = frozenset()
    ) -> None:
        """Index what was added; the index is kept on the shelf.

        ``rigid`` words take no endings: «подъём» is no form of «под».
        """
        self._rigid = rigid

        def build() -> Arrays:
            return stemming.build(self.words, lambda word: word not in self._common)

        self._index = StemIndex(shelf.kept(name, Arrays, build, *self.content()))

    def content(self) -> tuple[bytes, bytes]:
        """What an index of it depends on."""
        common = array("I", sorted(self._common)).tobytes()
        return "\n".join(self.words).encode(), common

    def find(self, skeleton: str) -> tuple[Hit, ...]:
        """Words that this skeleton may stand for, best first, at most 12."""
        found = self._found.get(skeleton)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[skeleton] = self._search(skeleton)
        return found

    def _search(self, skeleton: str) -> tuple[Hit, ...]:
        best: dict[int, float] = {}
        forms = stems(skeleton)
        for stem, cost in forms:
            declined = len(stem) < len(skeleton) and skeleton[len(stem)] in VOWELS
            for number, other in self._index.words(stem):
                if cost and number in self._rigid:
                    continue
                if cost and other and not declined and number not in self._common:
                    continue  # only Russian endings, which start so, replace a name's last vowel
                similarity = 1.0 - cost - other
                # Two words that share a stem only after both lost letters are kin, not the same.
                if cost and other:
                    similarity -= 0.02
                if similarity > best.get(number, 0.0):
                    best[number] = similarity
        exact = max(best.values(), default=0.0)
        short = [] if exact == 1.0 else [n for n in best if len(self.words[n]) <= _SHORT]
        sure = exact == 1.0 or any(
            similarity >= 0.97 and number not in short for number, similarity in best.items()
        )
        if not sure and SHORTEST <= len(skeleton) <= _LONGEST and not skeleton.isdigit():
            self._search_typos(forms, best, generous=exact < 0.9)
        if exact < 0.9 and not skeleton.isdigit():
            self._search_left_out(skeleton, best)
        ranked = sorted(best.items(), key=lambda item: -item[1])[:12]
        return tuple(Hit(number, round(similarity, 4)) for number, similarity in ranked)

    def _search_typos(
        self, forms: Sequence[tuple[str, float]], best: dict[int, float], *, generous: bool
    ) -> None:
        skeleton = forms[0][0]
        long = [form for form, _ in forms[:_FORMS] if len(form) >= SHORTEST]
        near = False
        for form, candidates in zip(long, self._index.near(long), strict=True):
            near |= self._judge(form, candidates, len(form) != len(skeleton), best)
        if generous and not near and len(skeleton) >= 7:
            self._judge(skeleton, self._index.two_off(skeleton), False, best)

    def _search_left_out(self, skeleton: str, best: dict[int, float]) -> None:
        """Words of four letters of which a vowel was left out: "жлы", "екн"."""
        if len(skeleton) != SHORTEST - 1:
            return
        for number in self._index.near([skeleton])[0]:
            stem = self._index.stems[number]
            shorter = {stem[:at] + stem[at + 1 :] for at, c in enumerate(stem) if c in VOWELS}
            if skeleton in shorter:
                for word, cost in self._index.owners(number):
                    if word in self._common:
                        best[word] = max(best.get(word, 0.0), _LEFT_OUT - cost)

    def _judge(
        self, form: str, candidates: Sequence[int], stripped: bool, best: dict[int, float]
    ) -> bool:
        """Add the words of those stems that are near enough; whether there were any."""
        near = False
        for candidate in candidates:
            stem = self._index.stems[candidate]
            edits = OSA.distance(form, stem, score_cutoff=2)
            if edits > allowed_edits(min(len(form), len(stem)) if edits else 9):
                continue
            near = True
            base = 1.0 - _TYPO_COST * edits * 2 / (max(len(form), len(stem)) + 2)
            if stripped:
                base -= 0.06 if edits else 0.02
            if form[0] != stem[0]:
                base -= 0.06
            if edits > 1:
                base -= _TWICE
            for number, other in self._index.owners(candidate):
                if base - other > best.get(number, 0.0):
                    best[number] = base - other
        return near
