"""Questions made of patterns and names of the base: to measure with, and to match against."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from knowledge.answer import Entity
from knowledge.factbase.base import FactBase
from knowledge.factbase.parity import ASKING, LANGUAGE
from knowledge.factbase.records import LANGUAGES, Term

Patterns = dict[str, dict[str, list[str]]]
"""Language to kind to wordings."""
Slots = dict[str, list[tuple[str, str]]]
"""What can stand in a slot: id and name; the most talked of first."""

_SLOT = re.compile(r"\{(\w+)\}")
_TERMS = {
    "country": "countries",
    "genre": "genres",
    "place": "places",
    "language": "languages",
    "award": "awards",
    "occupation": "occupations",
}
_STUDIOS = ("studio", "broadcaster", "school", "fund", "platform", "law")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question string with what it asks: the entry of a list of questions and answers."""

    text: str
    language: str
    kind: str
    subject: str = ""
    """Id of what its first name stands for."""


def patterns() -> Patterns:
    return {
        language: yaml.safe_load((LANGUAGE / language / ASKING).read_text("utf-8"))["patterns"]
        for language in LANGUAGES
    }


def slots(base: FactBase, language: str) -> Slots:
    films = sorted(base.films.values(), key=lambda f: -base.fame(Entity("film", f.id)))
    people = sorted(base.people.values(), key=lambda p: -base.fame(Entity("person", p.id)))
    others = sorted(
        base.organisations.values(), key=lambda o: -base.fame(Entity("organisation", o.id))
    )
    found: Slots = {
        "film": [(film.id, film.title.get(language)) for film in films],
        "person": [(person.id, person.name.get(language)) for person in people],
        "event": [(o.id, o.name.get(language)) for o in others if o.kind in ("festival", "prize")],
        "studio": [(o.id, o.name.get(language)) for o in others if o.kind in _STUDIOS],
        "role": [
            (film.id, part.role.get(language))
            for film in films[:200]
            for part in film.cast
            if part.role
        ],
        "year": [("", str(year)) for year in range(2026, 1959, -1)],
        "date": [("", str(year)) for year in range(2026, 2009, -1)],
    }
    for slot, vocabulary in _TERMS.items():
        terms: list[Term] = list(base.vocabulary[vocabulary].values())
        found[slot] = [("", term.get(language)) for term in terms]
    found["type"] = [("", term.get(language)) for term in base.vocabulary["types"].values()]
    return found


def asks_for(pattern: str) -> list[str]:
    """The slots of a pattern, in order."""
    return _SLOT.findall(pattern)


def fill(
    pattern: str, names: Slots, chance: random.Random, main: tuple[str, str] | None = None
) -> tuple[str, str]:
    """The pattern with names, ``main`` in its first slot where given; and the id in that."""
    subject: list[str] = []

    def one(slot: re.Match[str]) -> str:
        id_, name = main if main and not subject else chance.choice(names[slot[1]])
        subject.append(id_)
        return name

    text = _SLOT.sub(one, pattern)
    return text, subject[0] if subject else ""


def asked(base: FactBase, seed: int) -> Iterator[str]:
    """Questions of every kind in every language without end, a third of them carelessly typed."""
    chance = random.Random(seed)  # noqa: S311
    known = patterns()
    names = {language: slots(base, language) for language in LANGUAGES}
    while True:
        language = chance.choice(LANGUAGES)
        kind = chance.choice(sorted(known[language]))
        question, _ = fill(chance.choice(known[language][kind]), names[language], chance)
        yield _careless(question, chance) if chance.random() < 1 / 3 else question


def _careless(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return (text[:place] + text[place + 1 :]).lower().rstrip("?")


_SHARE = {"film": 40, "person": 40, "event": 20, "studio": 10}
_WORDINGS = 2
"""For how many films, people and organisations each question is written out, in how many ways."""


def listed(base: FactBase, needed: frozenset[str] = frozenset(), seed: int = 1938) -> list[Asked]:
    """What a list of questions and answers of this base would be.

    Each kind in its first wordings for the best known films and people and for the ``needed`` ids;
    kinds without a subject in all their wordings; and all written questions.
    """
    chance = random.Random(seed)  # noqa: S311
    known = patterns()
    found: list[Asked] = []
    for language in LANGUAGES:
        names = slots(base, language)
        chosen = {
            slot: [pair for at, pair in enumerate(names[slot]) if at < most or pair[0] in needed]
            for slot, most in _SHARE.items()
        }
        for kind, wordings in known[language].items():
            of_subject = [w for w in wordings if (asks_for(w) or [""])[0] in chosen]
            if of_subject:
                for wording in of_subject[:_WORDINGS]:
                    for pair in chosen[asks_for(wording)[0]]:
                        text, subject = fill(wording, names, chance, pair)
                        found.append(Asked(text, language, kind, subject))
            else:
                for wording in wordings:
                    for _ in range(5 if asks_for(wording) else 1):
                        found.append(Asked(fill(wording, names, chance)[0], language, kind))  # noqa: PERF401
        for topic in base.topics.values():
            found.append(Asked(topic.question.get(language), language, "topic", topic.id))  # noqa: PERF401
    return found
