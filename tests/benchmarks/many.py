"""Very many names, made up or real, and the same with slips: seeded, so always the same."""

from __future__ import annotations

import gzip
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from knowledge.factbase.loading import FACTS, read_facts
from tests.variants import typo

Chance = random.Random


def made(many: int) -> list[str]:
    """Distinct names of two words, made of the letters and lengths of the names in the base."""
    chance = random.Random(many)  # noqa: S311
    known = [person.name.en.split() for person in read_facts(FACTS).people]
    first = _words({words[0] for words in known}, 40 + int(many**0.6), chance)
    last = _words({words[-1] for words in known}, 200 + int(many**0.8), chance)
    found: dict[str, None] = {}
    while len(found) < many:
        found[f"{_often(first, chance)} {_often(last, chance)}"] = None
    return list(found)


def real(file: Path) -> list[str]:
    """The films and people of MetaQA, where they have letters enough to slip in."""
    people = ("directed_by", "written_by", "starred_actors")
    found: dict[str, None] = {}
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            film, relation, thing = line.rstrip("\n").split("|")
            found[film] = None
            if relation in people:
                found[thing] = None
    return [name for name in found if any(len(word) >= 5 for word in name.split())]


def _often(words: Sequence[str], chance: Chance) -> str:
    """The first words are those of many people."""
    return words[int(len(words) * chance.random() ** 2)]


def _words(real: set[str], many: int, chance: Chance) -> list[str]:
    """Words in which each letter follows the two before it as in real ones."""
    following: dict[str, list[str]] = defaultdict(list)
    for word in sorted(real):
        padded = f"^^{word.lower()}$"
        for at in range(2, len(padded)):
            following[padded[at - 2 : at]].append(padded[at])
    found: dict[str, None] = {}
    while len(found) < many:
        word = "^^"
        while word[-1] != "$" and len(word) < 18:
            word += chance.choice(following[word[-2:]])
        if 5 <= len(word.strip("^$")) <= 14:
            found[word.strip("^$").capitalize()] = None
    return list(found)


def slipped(known: Sequence[str], many: int) -> list[tuple[str, str]]:
    """Names with one or two slips, and the names that they were."""
    chance = random.Random(2018)  # noqa: S311
    chosen = chance.sample(known, many)
    return [(typo(name, "en", chance).lower(), name) for name in chosen]
