"""Which names of the base a text mentions, and how surely.

Every title, name, alias and vocabulary word is an alias: a sequence of lexicon words.  A mention is an
alias of which enough weight is found in one place of the text.  Mentions may overlap; ``reading``
decides between them together with the kind of question.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from knowledge.answer import Entity
from knowledge.base import FactBase
from knowledge.lexicon import Hit, Lexicon
from knowledge.query import spelled_award
from knowledge.records import LANGUAGES, Term, Text
from knowledge.spelling import Token, fold

SURE = 0.97
_LOWEST = 0.70
_COMMON = 160
"""A word in more aliases than this does not start a search."""


@dataclass(frozen=True, slots=True)
class Alias:
    words: tuple[int, ...]
    kind: str
    """film, person, organisation, decoy, role, or a vocabulary: genre, place, country, award …"""
    ids: tuple[str, ...]
    how: str
    """name, surname, part, place, term."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in tokens ``start`` to ``end`` (exclusive); several ids where names are shared."""

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    quality: float
    weight: float
    how: str
    words: int
    """How many words the alias has."""
    quoted: bool = False
    ordinary: bool = False
    """Made only of words with which people also ask: "Film", "Life", "The Road"."""

    @property
    def value(self) -> float:
        """What taking this mention explains of the text."""
        return self.weight * self.quality * self.quality


class NameIndex:
    """Aliases of the whole base over one lexicon."""

    def __init__(
        self, base: FactBase, lexicon: Lexicon, function: frozenset[int], ordinary: frozenset[int],
        questions: frozenset[int], decoys: Iterable[tuple[str, ...]] = (), dates: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:  # fmt: skip
        self._lexicon = lexicon
        self._function = function
        self._ordinary = ordinary
        self._questions = questions
        grouped: dict[tuple[tuple[int, ...], str, str], set[str]] = defaultdict(set)

        def add(text: str | tuple[str, ...], kind: str, id_: str, how: str = "name") -> None:
            # A tuple holds skeletons, which must not be folded again: x is sh there.
            words = lexicon.add_all(
                fold(text) if isinstance(text, str) else text, name=how != "term"
            )
            if len(words) == 1 and words[0] in ordinary and (how, kind) not in _ALONE:
                return  # "shot" is not Mr Shoot, "prize" no award of its own
            if words and len(words) <= 12:
                grouped[words, kind, how].add(id_)
                if 2 <= len(words) <= 3 and how == "name" and kind in ("film", "person"):
                    joined = "".join(lexicon.words[w] for w in words)
                    if len(joined) >= 7:
                        grouped[(lexicon.add(joined, name=True),), kind, "joined"].add(id_)

        _add_films(base, add)
        _add_people(base, add)
        _add_first_names(base, add)
        _add_organisations(base, add)
        _add_vocabularies(base, add)
        _add_awards(base, add)
        _add_places(base, add)
        for names in decoys:
            for name in names:
                add(name, "decoy", names[0])
        for language in (dates or {}).values():
            _add_dates(language, add)
        self._aliases = [
            Alias(words, kind, tuple(sorted(ids)), how)
            for (words, kind, how), ids in grouped.items()
            # A full name that is also somebody's surname stands for the full name.
            if not (how != "name" and (words, kind, "name") in grouped and how != "term")
        ]
        self._postings: dict[int, list[int]] = defaultdict(list)
        for number, alias in enumerate(self._aliases):
            for word in set(alias.words):
                self._postings[word].append(number)
        self._total = math.log(len(self._aliases) + 1)

    def weight(self, word: int) -> float:
        """How much a word tells about which name is meant, 0.1 to 1."""
        if word in self._function:
            return 0.12
        own = math.log(len(self._postings.get(word, ())) + 1)
        return max(0.2, 1.0 - own / self._total)

    def find(self, text: Sequence[Token], hits: Sequence[tuple[Hit, ...]]) -> list[Mention]:
        """Mentions in the text, the weightiest first, at most 40."""
        sole = [self._not_asked(found) for found in hits]
        touched: dict[int, dict[int, list[tuple[int, float]]]] = defaultdict(dict)
        rare: set[int] = set()
        for at, found in enumerate(hits):
            for hit in found:
                postings = self._postings.get(hit.word, ())
                if len(postings) <= _COMMON and hit.word not in self._function:
                    rare.update(postings)
        for at, found in enumerate(hits):
            for hit in found:
                for number in self._postings.get(hit.word, ()):
                    if number in rare:
                        touched[number].setdefault(at, []).append((hit.word, hit.similarity))
                if hit.word in self._ordinary or hit.word in self._function:
                    # "Жол", "Мать": a title of one ordinary word is an alias all the same.
                    for number in self._postings.get(hit.word, ()):
                        if len(self._aliases[number].words) == 1:
                            touched[number].setdefault(at, []).append((hit.word, hit.similarity))
        mentions = []
        for number, places in touched.items():
            alias = self._aliases[number]
            if len(alias.words) == 1:
                places = {
                    at: kept
                    for at, found in places.items()
                    if (kept := [(w, s) for w, s in found if any(h.word == w for h in sole[at])])
                }
                if not places:
                    continue
            mention = self._match(alias, places, text, sole)
            if mention:
                mentions.append(mention)
        mentions = _merged(mentions)
        mentions.sort(key=lambda m: (-m.value, -m.quality, m.kind, m.ids))
        return mentions[:40]

    def _not_asked(self, found: tuple[Hit, ...]) -> tuple[Hit, ...]:
        """A word with which people ask is not a misspelt name: "ойнаған" is not the film «Ойна»."""
        asked = max((h.similarity for h in found if h.word in self._ordinary), default=0.0)
        if asked < 0.97:
            return found
        return tuple(h for h in found if h.similarity >= asked or h.word in self._ordinary)

    def _match(
        self, alias: Alias, places: dict[int, list[tuple[int, float]]], text: Sequence[Token],
        sole: Sequence[tuple[Hit, ...]],
    ) -> Mention | None:  # fmt: skip
        size = len(alias.words)
        positions = sorted(places)
        best: tuple[float, float, int, int] | None = None
        total = sum(map(self.weight, alias.words))
        for first in positions:
            window = [at for at in positions if first <= at < first + size + (1 if size > 2 else 0)]
            left = list(alias.words)
            gained, last, previous, order = 0.0, first, -1, 1.0
            for at in window:
                choice = max(
                    ((w, s) for w, s in places[at] if w in left), key=lambda ws: ws[1], default=None
                )
                if choice is None:
                    continue
                word, similarity = choice
                place = alias.words.index(word)
                if place < previous and alias.kind != "person":
                    order = 0.97
                previous = place
                left.remove(word)
                gained += self.weight(word) * similarity
                last = at
            quality = gained / total * order
            if any(self._lexicon.words[w].isdigit() for w in left) and alias.kind in ("film", "decoy"):
                quality = 0.0  # sequel numbers must agree exactly
            span = last + 1 - first
            if size == 1:
                span = 1
            if best is None or (quality, -span) > (best[0], -best[3] + best[2]):
                best = (quality, gained, first, first + span)
        if best is None:
            return None
        quality, gained, start, end = best
        matched = size if size == 1 else sum(1 for at in range(start, end) if at in places)
        lengths = [len(self._lexicon.words[w]) for w in alias.words]
        # One word of several, and one with which people ask, is no mention: "қазақ" of «Қазақ елі».
        alone = matched == 1 and (
            all(w in self._ordinary for w, _ in places[start])
            or not any(h.word in alias.words for h in sole[start])
        )
        if quality < self._needed(alias, sum(lengths), matched, alone):
            return None
        if size == 1 and alias.words[0] in self._questions and len(text) > 1:
            # "кім", "it", "завтра": a name only where it stands in quotes.
            if alias.kind in ("month", "season", "relative"):
                pass
            elif alias.kind != "film" or not text[start].quoted:
                return None
        following = text[end].skeleton if end < len(text) else ""
        if alias.kind == "film" and following.isdigit() and len(following) == 1:
            quality -= 0.12  # "Рэкетир 3" is not "Рэкетир"
        ordinary = all(w in self._ordinary or w in self._function for w in alias.words)
        quoted = all(token.quoted for token in text[start:end])
        how_weight = {"surname": 0.93, "part": 0.9, "place": 0.8, "joined": 0.97, "first": 0.6}.get(alias.how, 1.0)
        return Mention(
            alias.kind, alias.ids, start, end, min(quality, 1.0), gained * how_weight, alias.how, size,
            quoted, ordinary,
        )  # fmt: skip

    @staticmethod
    def _needed(alias: Alias, letters: int, matched: int, alone: bool) -> float:
        """The least share of an alias that must be found, by its length."""
        if len(alias.words) == 1:
            if alias.kind in ("relative", "month", "season"):
                return 1.0 if letters <= 4 else 0.9
            return SURE if letters <= 3 else 0.84 if letters <= 5 else 0.80
        if alias.kind == "decoy" and matched < len(alias.words) - 1:
            return 1.01
        if matched < 2:
            return 1.01 if alone else 0.93
        if alias.kind in ("relative", "month", "season"):
            return 0.95
        if alias.kind == "decoy":
            return 0.90
        if alias.kind == "award":
            return 0.62
        return 0.80 if len(alias.words) == 2 else _LOWEST


def _merged(mentions: list[Mention]) -> list[Mention]:
    """Surnames that differ by an ending are one mention: "Ержанова" is also Ержанов's."""
    kept: dict[tuple[str, int, int], Mention] = {}
    others = []
    for mention in sorted(mentions, key=lambda m: -m.quality):
        if mention.how != "surname" and mention.kind != "award":
            others.append(mention)
            continue
        key = (mention.kind, mention.start, mention.end)
        first = kept.get(key)
        if first is None:
            kept[key] = mention
        elif mention.quality >= first.quality - (0.05 if mention.kind == "person" else 0.005):
            kept[key] = replace(first, ids=tuple(dict.fromkeys((*first.ids, *mention.ids))))
    return [*kept.values(), *others]


def _texts(text: Text | Term) -> tuple[str, ...]:
    return tuple(text.get(language) for language in LANGUAGES)


def _add_films(base: FactBase, add: Callable[..., None]) -> None:
    for film in base.films.values():
        for title in {*_texts(film.title), *film.aka}:
            add(title, "film", film.id)
            for mark in (":", ". ", " — ", " – ", " ("):
                head = title.split(mark)[0]
                if head != title and len(head) >= 4:
                    add(head, "film", film.id, "part")
        for part in film.cast:
            if part.role:
                for role in set(_texts(part.role)):
                    if len(fold(role)) <= 4:
                        add(role, "role", f"{film.id}/{part.person}", "term")


def _add_first_names(base: FactBase, add: Callable[..., None]) -> None:
    """"Асанәлі аға": a first name stands for a person who is far better known than its other bearers."""
    bearers: dict[str, dict[str, float]] = defaultdict(dict)
    for person in base.people.values():
        for name in _texts(person.name):
            words = fold(name)
            if len(words) == 2 and len(words[0]) >= 5:
                bearers[words[0]][person.id] = base.fame(Entity("person", person.id))
    for name, people in bearers.items():
        ranked = sorted(people.values(), reverse=True)
        if ranked[0] >= 20 and (len(ranked) == 1 or ranked[0] >= 2.5 * ranked[1]):
            add((name,), "person", max(people, key=lambda p: people[p]), "first")


def _add_people(base: FactBase, add: Callable[..., None]) -> None:
    for person in base.people.values():
        for name in {*_texts(person.name), *person.aka}:
            add(name, "person", person.id)
            words = fold(name)
            if len(words) >= 2 and len(words[-1]) >= 3:
                add(words[-1:], "person", person.id, "surname")


_ALONE = frozenset(
    {("name", "film"), ("part", "film"), ("name", "organisation"), ("name", "person")}
    | {("term", kind) for kind in ("genre", "type", "occupation", "month", "season", "relative",
                                   "language", "country", "section")}
)
"""What may be called by a single word with which people also ask."""
_GENERIC = frozenset(
    s
    for word in (
        "international film festival кинофестиваль международный фестиваль халықаралық кинофестивалі "
        "фестивалі award awards premium премия сыйлығы жүлдесі of the"
    ).split()
    for s in fold(word)
)


def _add_organisations(base: FactBase, add: Callable[..., None]) -> None:
    at_place: dict[str, list[str]] = defaultdict(list)
    for organisation in base.organisations.values():
        for name in {*_texts(organisation.name), *organisation.aka}:
            add(name, "organisation", organisation.id)
            core = [word for word in fold(name) if word not in _GENERIC]
            if core and len(core) < len(fold(name)) and sum(map(len, core)) >= 4:
                add(tuple(core), "organisation", organisation.id, "part")
        if organisation.kind in ("festival", "prize") and organisation.place:
            at_place[organisation.place.en].append(organisation.id)
    for ids in at_place.values():
        # "in Cannes" means the festival that matters most there.
        chief = max(ids, key=lambda i: base.fame(Entity("organisation", i)))
        place = base.organisations[chief].place
        if place:
            for name in {*_texts(place), *place.also}:
                add(name, "organisation", chief, "place")


def _add_places(base: FactBase, add: Callable[..., None]) -> None:
    """Places that occur once: "Riga, Latvia" is asked for as "Riga" and as "Latvia"."""
    for film in base.films.values():
        for place in film.filming_locations:
            if not place.id:
                english = [part.strip() for part in place.en.split(",")]
                for text in _texts(place):
                    parts = [part.strip() for part in text.split(",")]
                    if len(parts) == len(english):
                        for own, name in zip(parts, english, strict=True):
                            add(own, "place", f"text:{name}", "term")


_AWARD_HEAD = re.compile(r" for | за | үшін| - | – | — |:|\(|, ")


def _add_awards(base: FactBase, add: Callable[..., None]) -> None:
    """Awards that occur once: "Golden Goblet for Best Film" is also asked for as "Golden Goblet"."""
    for film in base.films.values():
        for honour in film.honours:
            if honour.award and not honour.award.id and honour.result != "selected":
                id_ = spelled_award(honour.award.en)
                for text in _texts(honour.award):
                    add(text, "award", id_, "term")
                    head = _AWARD_HEAD.split(text)[0]
                    if head != text and len(head) > 6:
                        add(head, "award", id_, "term")


_DATE_WORDS = {"months": "month", "relative": "relative", "seasons": "season"}


def _add_dates(dates: Mapping[str, Any], add: Callable[..., None]) -> None:
    for section, kind in _DATE_WORDS.items():
        for id_, wordings in dates.get(section, {}).items():
            for wording in wordings:
                add(str(wording), kind, str(id_), "term")


_VOCABULARIES = {
    "genres": "genre", "types": "type", "places": "place", "countries": "country",
    "languages": "language", "awards": "award", "occupations": "occupation", "sections": "section",
}  # fmt: skip


def _add_vocabularies(base: FactBase, add: Callable[..., None]) -> None:
    for vocabulary, kind in _VOCABULARIES.items():
        for term in base.vocabulary.get(vocabulary, {}).values():
            for name in {*_texts(term), *term.also}:
                add(name, kind, term.id, "term")
