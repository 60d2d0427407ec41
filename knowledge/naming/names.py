"""Which names of the base a text mentions, and how surely.

Every title, name, alias and vocabulary word is an alias: a sequence of lexicon words.  A mention
is an alias of which enough weight is found in one place of the text.  Mentions may overlap;
``reading`` decides between them together with the kind of question.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Any

from knowledge.factbase.base import FactBase
from knowledge.factbase.compiled import NOT_KEPT, Shelf
from knowledge.naming.aliases import Alias, aliases, terms
from knowledge.naming.enough import DATES, dated, least, needed
from knowledge.naming.mention import Mention
from knowledge.naming.misspelt import WholeNames
from knowledge.naming.overlaps import SURE, merged, outdone
from knowledge.naming.partly import QUALITY, Partly
from knowledge.naming.window import best_window
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import Token

_WELL = 0.8
"""A name found so well by its words needs no look at the whole."""
_COMMON = 160
"""A word in more aliases than this does not start a search: only shared ones are sought."""
_ASKED = 0.8
"""From here on a word may be one with which people ask."""
_KIN = 0.93
"""From here on two words with which people ask differ by an ending: "қандай" is not Канн."""
_AS_GOOD = 0.011  # "караганде" is not "қарағанда"
_OTHER = 0.08
"""What a word loses that is a form of a title and stands as it is in another one."""
_SLIPPED = 0.9
"""So much of the weight of a word is found where it is misspelt a little."""
_WOMANS = re.compile(r"^[oe]v(?:a|oi|u)$")
"""What makes a surname of a name, and ends no title."""
_HOW = {"surname": 0.93, "part": 0.9, "place": 0.8, "joined": 0.97, "first": 0.6}
"""What another way of naming takes off the weight of a name."""


class NameIndex:
    """Aliases of the whole base over one lexicon."""

    def __init__(
        self, base: FactBase, lexicon: Lexicon, function: frozenset[int], ordinary: frozenset[int],
        questions: frozenset[int], english: frozenset[int] = frozenset(),
        decoys: Callable[[], Iterable[tuple[str, ...]]] = tuple,
        dates: Mapping[str, Mapping[str, Any]] | None = None, generic: Set[str] = frozenset(),
        tails: Iterable[str] = (), shelf: Shelf = NOT_KEPT, filler: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        self._function = function
        self._years = {id_: film.year for id_, film in base.films.items()}
        self._small = function | filler  # "of the film The Needle" is no other Needle
        self._ordinary = ordinary
        self._questions = questions
        self._english = english
        self._generic = frozenset(w for s in generic if (w := lexicon.id(s)) is not None)
        self._aliases = lexicon.learn(
            shelf, "aliases", list[Alias],
            lambda: aliases(base, lexicon, ordinary, decoys(), dates or {}, generic, tails),
        )  # fmt: skip
        postings: dict[int, list[int]] = defaultdict(list)
        self._alone: dict[int, list[int]] = defaultdict(list)
        for number, alias in enumerate(self._aliases):
            for word in set(alias.words):
                postings[word].append(number)
                if len(alias.words) == 1:
                    self._alone[word].append(number)
        self._postings = {word: tuple(found) if len(found) <= _COMMON else frozenset(found)
                          for word, found in postings.items()}  # fmt: skip
        self.terms = terms(self._aliases)
        self._weights = {word: self._weight(word) for word in postings}
        self._totals = [sum([self._weights[w] for w in a.words]) for a in self._aliases]
        whole = zip(self._aliases, self._totals, strict=True)
        self._floors = [least(alias) * total - 1e-9 for alias, total in whole]
        self._partly = Partly(
            self._aliases, postings, lexicon, ordinary | function | filler, function, questions
        )
        for word, numbers in self._partly.telling.items():
            for number in numbers:
                self._floors[number] = min(self._floors[number], _SLIPPED * self._weights[word])
        self._letters = {word: len(lexicon.words[word]) for word in postings}
        self._whole = WholeNames(self._aliases, lexicon, ordinary, function)
        self._numerals = frozenset(w for w in postings if lexicon.words[w].isdigit())

    def _weight(self, word: int) -> float:
        """How much a word tells about which name is meant, 0.1 to 1."""
        if word in self._function:
            return 0.12
        return max(
            0.2, 1.0 - math.log(len(self._postings[word]) + 1) / math.log(len(self._aliases) + 1)
        )

    def find(self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]]) -> list[Mention]:
        """Mentions in the text, the weightiest first, at most 40."""
        quoted = [False, *(token.quoted for token in text), False]
        sole = [
            # A word alone in quotes is a title: «Братьев» is not "брат".
            found
            if quoted[at : at + 3] == [False, True, False]
            else self._not_asked(found, text[at])
            for at, found in enumerate(hits)
        ]
        mentions = []
        for number, places in self._touched(hits).items():
            alias = self._aliases[number]
            if len(alias.words) == 1:
                word = alias.words[0]
                places = {
                    at: f for at, f in places.items() if any(h.word == word for h in sole[at])
                }
            # A name of one word may be said twice: Abai in «Songs of Abai».
            apart = [{at: f} for at, f in places.items()] if len(alias.words) == 1 else [places]
            found = (self._match(number, place, text, sole) for place in apart)
            mentions += [mention for mention in found if mention]
        mentions = merged(mentions, text)
        mentions += self._misspelt(text, hits, mentions)
        light = frozenset(at for at, f in enumerate(hits) if f and f[0].word in self._small)
        mentions = [m for m in mentions if not outdone(m, mentions, text, light)]
        mentions.sort(key=lambda m: (-m.value, -m.quality, m.kind, m.ids))
        return mentions[:40]

    def _misspelt(
        self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], found: Iterable[Mention]
    ) -> list[Mention]:
        """Names that only as a whole are near to what was typed."""
        named = {
            at
            for m in found
            if m.how == "name" and m.quality >= _WELL
            for at in range(m.start, m.end)
        }
        return [
            Mention(
                alias.kind, alias.ids, start, end, alike, alike * self._totals[number],
                alias.how, len(alias.words), all(t.quoted for t in text[start:end]),
            )
            for number, start, end, alike in self._whole.find(text, hits, named)
            for alias in (self._aliases[number],)
        ]  # fmt: skip

    def _touched(
        self, hits: Sequence[tuple[Hit, ...]]
    ) -> dict[int, dict[int, list[tuple[int, float]]]]:
        """Aliases to which enough words of the text belong: where, and which of theirs."""
        rare: set[int] = set()
        known = self._postings
        named = [(at, hit) for at, found in enumerate(hits) for hit in found if hit.word in known]
        for _, hit in named:
            postings = known[hit.word]
            common = hit.word in self._function
            if len(postings) <= _COMMON and not common:
                rare.update(postings)
            elif common or hit.word in self._ordinary:
                # "Жол", "Мать": a title of one ordinary word is an alias all the same.
                rare.update(self._alone.get(hit.word, ()))
        reach = dict.fromkeys(rare, 0.0)
        for _, hit in named:
            gain = self._weights[hit.word] * hit.similarity
            for number in rare.intersection(known[hit.word]):
                reach[number] += gain
        # Most aliases share only a first name with the text: no order of words helps them.
        within = {n for n, gained in reach.items() if gained >= self._floors[n]}
        touched: dict[int, dict[int, list[tuple[int, float]]]] = defaultdict(dict)
        for at, hit in named:
            for number in within.intersection(known[hit.word]):
                touched[number].setdefault(at, []).append((hit.word, hit.similarity))
        return touched

    def _questioning(self, word: int, token: Token) -> bool:
        """Whether it is a word to ask with, in this script: «Канн» is not "can"."""
        return word in self._questions and not (word in self._english and not token.text.isascii())

    def _not_asked(self, found: tuple[Hit, ...], token: Token) -> tuple[Hit, ...]:
        """A word with which people ask is no misspelt name: "ойнаған" is not the film «Ойна»."""
        asked = max((h.similarity for h in found if h.word in self._ordinary), default=0.0)
        if asked < 0.97:
            return found
        if asked == 1.0 and self._questioning(found[0].word, token):  # "қандай", not "Каннда"
            return found[:1]
        least = asked - _AS_GOOD
        return tuple(
            h for h in found if h.similarity >= (_KIN if h.word in self._ordinary else least)
        )

    def _match(
        self, number: int, places: dict[int, list[tuple[int, float]]], text: Sequence[Token],
        sole: Sequence[tuple[Hit, ...]],
    ) -> Mention | None:  # fmt: skip
        alias, total = self._aliases[number], self._totals[number]
        size = len(alias.words)
        best = best_window(alias, places, self._weights, total, self._numerals)
        if best is None:
            return None
        quality, gained, start, end = best
        matched = size if size == 1 else sum(1 for at in range(start, end) if at in places)
        letters = sum(self._letters[w] for w in alias.words)
        # One of several words, and one with which people ask: "қазақ" is not «Қазақ елі».
        alone = matched == 1 and (
            all(w in self._ordinary for w, _ in places[start])
            or not any(h.word in alias.words for h in sole[start])
        )
        strange = not any(h.word in self._ordinary and h.similarity >= _ASKED for h in sole[start])
        if size == 1 and not text[start].quoted and self._other_title(alias, sole[start]):
            quality -= _OTHER
        how, titled = alias.how, False
        if quality < needed(alias, letters, matched, alone, strange):
            part = self._partly.span(alias, start, end, text, sole)
            if part is None:
                return None
            quality, how, (start, end) = max(quality, QUALITY), "part", part
        if size == 1 and len(text) > 1 and self._questioning(alias.words[0], text[start]):
            # "кім", "it", "завтра": a name only in quotes, "Канн" beside a festival.
            event = alias.kind == "organisation" and self._beside_generic(sole, start)
            titled = alias.kind == "film" and text[start].quoted
            titled = titled or dated(alias, text, start, self._years)
            if not (alias.kind in DATES or event or titled):
                return None
        if alias.how == "first" and quality < SURE:
            own = sole[start][0]
            if own.similarity > quality and own.word not in alias.words:
                return None  # "алтын" is a word of its own, and not half of Алтынай
        if (alias.kind, size) == ("film", 1) and _WOMANS.search(text[start].skeleton[letters:]):
            return None  # "Asanova" is no «Asan»
        following = text[end].skeleton if end < len(text) else ""
        if alias.kind == "film" and following.isdigit() and len(following) == 1:
            quality -= 0.12  # "Рэкетир 3" is not "Рэкетир"
        ordinary = all(w in self._ordinary or w in self._function for w in alias.words)
        quoted = titled or all(token.quoted for token in text[start:end])
        return Mention(
            alias.kind, alias.ids, start, end, min(quality, 1.0),
            gained * _HOW.get(how, 1.0), how, size, quoted, ordinary,
        )  # fmt: skip

    def _other_title(self, alias: Alias, found: tuple[Hit, ...]) -> bool:
        """Whether just this word stands in another title: «Место …» is no form of «Месть»."""
        if alias.kind != "film" or found[0].similarity < 1.0 or found[0].word in alias.words:
            return False
        return self._partly.titled(found[0].word)

    def _beside_generic(self, sole: Sequence[tuple[Hit, ...]], at: int) -> bool:
        beside = [*sole[max(0, at - 1) : at], *sole[at + 1 : at + 2]]
        return any(h.word in self._generic and h.similarity > _KIN for f in beside for h in f[:3])
