"""Every way in which the records of the base are called.

A film by its title or the head of it, a person by the surname, a festival by its town.  The order
is that of the records: the same facts give the same index.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import Any, Protocol

import msgspec

from knowledge.answer import Entity
from knowledge.factbase.base import FactBase
from knowledge.factbase.places import places, spelled
from knowledge.factbase.records import LANGUAGES, Term, Text
from knowledge.naming.fleeting import dropped
from knowledge.naming.times import times
from knowledge.spelling.lexicon import Lexicon
from knowledge.spelling.spelling import fold

_ALONE = frozenset(
    {("name", "film"), ("part", "film"), ("name", "organisation"), ("name", "person")}
    | {("term", kind) for kind in (
        "genre", "type", "occupation", "month", "season", "decade", "relative", "language",
        "country", "section",
    )}
)  # fmt: skip
"""What may be called by a single word with which people also ask."""


class Alias(msgspec.Struct, frozen=True):
    words: tuple[int, ...]
    kind: str
    """film, person, organisation, decoy, role, or a vocabulary: genre, place, country, award …"""
    ids: tuple[str, ...]
    how: str
    """name, surname, part, place, term."""


class _Add(Protocol):
    """Takes an alias: a text, or skeletons, which must not be folded again, for x is sh there."""

    def __call__(
        self, text: str | tuple[str, ...], kind: str, id_: str, how: str = "name"
    ) -> None: ...


_WITH_ENDINGS = ("genre", "type", "occupation", "month", "season")
"""Kinds of terms that are heard like the words of a question."""
_HERO, _OWNER = 4, ("ның", "нің", "дың", "дің", "тың", "тің", "'s")  # of a hero's first name
_WRITTEN = ("film", "person", "organisation")
"""Kinds of names in which a slip is also sought letter by letter."""


def aliases(
    base: FactBase,
    lexicon: Lexicon,
    ordinary: frozenset[int],
    decoys: Iterable[tuple[str, ...]],
    dates: Mapping[str, Mapping[str, Any]],
    generic: Set[str],
    tails: Iterable[str] = (),
) -> list[Alias]:
    """Everything that can be named, over the words of a lexicon, each alias once."""
    grouped: dict[tuple[tuple[int, ...], str, str], set[str]] = defaultdict(set)

    def add(text: str | tuple[str, ...], kind: str, id_: str, how: str = "name") -> None:
        words = lexicon.add_all(fold(text) if isinstance(text, str) else text, name=how != "term")
        if len(words) == 1 and words[0] in ordinary and (how, kind) not in _ALONE:
            return  # "shot" is not Mr Shoot, "prize" no award of its own
        if isinstance(text, str) and (kind in _WRITTEN or not text.isascii()):
            lexicon.write(text, name=kind not in _WITH_ENDINGS)
        if words and len(words) <= 12:
            grouped[words, kind, how].add(id_)
            if 2 <= len(words) <= 3 and how == "name" and kind in ("film", "person"):
                joined = "".join(lexicon.words[w] for w in words)
                if len(joined) >= 7:
                    grouped[(lexicon.add(joined, name=True),), kind, "joined"].add(id_)

    _collect(base, generic, decoys, dates.values(), add)
    _awards(base, generic, tails, add)
    # A festival may be called like a foreign film: «Титаник» is asked for as the film.
    ours = {words for words, kind, _ in grouped if kind not in ("decoy", "organisation")}
    return [
        Alias(words, kind, tuple(sorted(ids)), how)
        for (words, kind, how), ids in grouped.items()
        # A full name that is also somebody's surname stands for the full name.
        if not (how != "name" and (words, kind, "name") in grouped and how != "term")
        and not (kind == "decoy" and words in ours)
    ]


def terms(found: Iterable[Alias]) -> frozenset[int]:
    """Words for genres, trades and times: people ask with them, though no pattern has them."""
    return frozenset(
        w for a in found if a.kind in _WITH_ENDINGS and a.how == "term" for w in a.words
    )


def _collect(
    base: FactBase,
    generic: Set[str],
    decoys: Iterable[tuple[str, ...]],
    dates: Iterable[Mapping[str, Any]],
    add: _Add,
) -> None:
    """Name everything that can be named; ``generic`` are words that many organisations share."""
    _films(base, add)
    _people(base, add)
    _first_names(base, add)
    _organisations(base, generic, add)
    _vocabularies(base, add)
    _places(base, add)
    for names in decoys:
        for name in names:
            add(name, "decoy", names[0])
    for language in dates:
        for name, kind, id_ in times(language):
            add(name, kind, id_, "term")


def _texts(text: Text | Term) -> tuple[str, ...]:
    return tuple(text.get(language) for language in LANGUAGES)


def _films(base: FactBase, add: _Add) -> None:
    for film in base.films.values():
        for title in dict.fromkeys((*_texts(film.title), *film.aka)):
            add(title, "film", film.id)
            add(dropped(title), "film", film.id)
            for mark in (":", ". ", " — ", " – ", " ("):
                head = title.split(mark)[0]
                if head != title and len(head) >= 4:
                    add(head, "film", film.id, "part")
        for part in film.cast:
            if part.role:
                called = [name for text in _texts(part.role) for name in _called(text)]
                called += _hero(film.title, called)
                for role in dict.fromkeys(called):
                    if len(fold(role)) <= 4:
                        add(role, "role", f"{film.id}/{part.person}", "term")


def _called(role: str) -> tuple[str, ...]:
    """A part that goes by two names: "Mansur (Ablai Khan)"."""
    first, _, second = role.partition(" (")
    return (first, second.rstrip(")")) if second else (role,)


def _hero(title: Text, roles: Iterable[str]) -> list[str]:
    """The first names of a part after which its film is called: "Manshuk Mametova"."""
    titled = {word for text in _texts(title) for word in fold(text)}
    firsts = [r.split()[0] for r in roles if " " in r.strip() and len(r.split()[0]) >= _HERO]
    return [f for f in firsts if titled.issuperset(fold(f)) and not f.endswith(_OWNER)]


def _first_names(base: FactBase, add: _Add) -> None:
    """A first name stands for one who is far better known than its other bearers."""
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


def _people(base: FactBase, add: _Add) -> None:
    for person in base.people.values():
        for name in dict.fromkeys((*_texts(person.name), *person.aka)):
            add(name, "person", person.id)
            words = fold(name)
            if len(words) >= 2 and len(words[-1]) >= 3:
                add(words[-1:], "person", person.id, "surname")


def _organisations(base: FactBase, generic: Set[str], add: _Add) -> None:
    at_place: dict[str, list[str]] = defaultdict(list)
    for organisation in base.organisations.values():
        for name in dict.fromkeys((*_texts(organisation.name), *organisation.aka)):
            if generic >= set(fold(name)):
                continue  # "FEST" is any festival
            add(name, "organisation", organisation.id)
            core = [word for word in fold(name) if word not in generic]
            if core and len(core) < len(fold(name)) and sum(map(len, core)) >= 4:
                add(tuple(core), "organisation", organisation.id, "part")
        if organisation.kind in ("festival", "prize") and organisation.place:
            at_place[organisation.place.en].append(organisation.id)
    countries = {term.en for term in base.vocabulary.get("countries", {}).values()}
    for ids in at_place.values():
        # "in Cannes" means the festival that matters most there.
        chief = max(ids, key=lambda i: base.fame(Entity("organisation", i)))
        place = base.organisations[chief].place
        if place and place.en not in countries and base.honours_at(chief):
            for name in dict.fromkeys((*_texts(place), *place.also)):
                add(name, "organisation", chief, "place")


def _places(base: FactBase, add: _Add) -> None:
    """Places that occur once: "Riga, Latvia" is asked for as "Riga" and as "Latvia"."""
    for id_, place in places(base.films.values()):
        for text in _texts(place):
            add(text, "place", id_, "term")


_QUOTED = re.compile(r"«([^«»]+)»")


def _awards(base: FactBase, generic: Set[str], tails: Iterable[str], add: _Add) -> None:
    """Awards that occur once: "Golden Goblet for Best Film" is also just "Golden Goblet".

    ``tails`` are the words that start what an award is given for; of four words, one ``generic``
    at the end may be left out.
    """
    words = "|".join(map(re.escape, tails)) or "(?!)"
    tail = re.compile(rf" (?:{words})(?: |$)| - | – | — |:|\(|, ")
    for film in base.films.values():
        for honour in film.honours:
            if honour.award and not honour.award.id and honour.result != "selected":
                id_ = spelled(honour.award.en)
                for text in _texts(honour.award):
                    add(text, "award", id_, "term")
                    short, _, last = text.rpartition(" ")
                    bare = [short] * (short.count(" ") > 1 and generic >= set(fold(last)))
                    quoted = _QUOTED.findall(text)  # of several each is somebody's
                    for part in (tail.split(text)[0], *quoted * (len(quoted) == 1), *bare):
                        if part != text and len(part) > 6:
                            add(part, "award", id_, "term")


_VOCABULARIES = {
    "genres": "genre", "types": "type", "places": "place", "countries": "country",
    "languages": "language", "awards": "award", "occupations": "occupation", "sections": "section",
}  # fmt: skip


def _vocabularies(base: FactBase, add: _Add) -> None:
    for vocabulary, kind in _VOCABULARIES.items():
        for term in base.vocabulary.get(vocabulary, {}).values():
            names = [*_texts(term), *term.also]
            quoted = [q for n in names for q in _QUOTED.findall(n)]  # «Un Certain Regard»
            for each in dict.fromkeys(names + quoted * (kind == "section")):
                add(each, kind, term.id, "term")
