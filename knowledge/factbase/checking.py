"""What is wrong with the facts: everything that their form alone does not show.

``check`` lists every fault with its file and line; an empty list means that the facts are sound.
Here stands what ties records together: ids, references, vocabularies, sources and marks. Whether
what a single record says can be true is asked in ``plausibility``.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec

from knowledge.factbase import plausibility
from knowledge.factbase.lines import Entry, Fault
from knowledge.factbase.loading import FACTS, KINDS, VOCABULARY, VOCABULARY_OF, Loaded, parse
from knowledge.factbase.records import LANGUAGES, FilmType, OrganisationKind, PremiereKind

__all__ = ["Fault", "check"]

REFERENCES = {
    "directors": "people",
    "writers": "people",
    "authors": "people",
    "producers": "people",
    "cinematographers": "people",
    "composers": "people",
    "person": "people",
    "people": "people",
    "recipients": "people",
    "event": "organisations",
    "organisations": "organisations",
    "studios": "organisations",
    "films": "films",
    "known_for": "films",
    "part_of": "films",
}
"""The kind of record that the ids in a field belong to."""
CODES = {
    "countries": "countries",
    "country": "countries",
    "languages": "languages",
    "topic": "topics",
    "category": "awards",
}
"""Ids of a vocabulary that stay ids in the records."""
FIXED = {"types": FilmType, "kinds": OrganisationKind, "premieres": PremiereKind}
"""Vocabularies that name exactly the values which the schema allows."""

_ASKED = frozenset({"languages"})
"""Vocabularies that also name what people ask for and no record has."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check(directory: Path = FACTS) -> list[Fault]:
    """Everything that is wrong with the facts of a directory, in the order of files and lines."""
    loaded = parse(directory)
    checks = (_ids, _references, _used, _complete, _sources, _marks, *plausibility.CHECKS)
    return sorted({*loaded.faults, *(fault for each in checks for fault in each(loaded))})


def _ids(loaded: Loaded) -> Iterator[Fault]:
    for pairs in loaded.entries.values():
        first: dict[str, Entry] = {}
        for entry, _ in pairs:
            id_ = str(entry.value.get("id", ""))
            if not id_:
                yield entry.fault("the record has no id")
            elif id_ in first:
                earlier = first[id_]
                where = f"{earlier.file.name}:{earlier.line()}"
                yield entry.fault(f"the id `{id_}` stands a second time (first in {where})", "id")
            else:
                first[id_] = entry


def _references(loaded: Loaded) -> Iterator[Fault]:
    known = {kind: loaded.ids(kind) for kind in KINDS}
    codes = {name: loaded.ids(f"{VOCABULARY}/{name}") for name in set(CODES.values())}
    general = {
        str(award.value["id"])
        for award, _ in loaded.entries.get(f"{VOCABULARY}/awards", [])
        if "id" in award.value and award.value.get("category") == award.value["id"]
    }
    for kind, entry in loaded.all():
        for way, field, value in entry.scalars():
            target, vocabulary = REFERENCES.get(field), CODES.get(field)
            # Not every name is a reference: recipients of other honours and some studios
            # have no record.
            named = (field == "recipients" and kind == "organisations") or (
                field == "studios" and not _SLUG.fullmatch(value)
            )
            if target and not named and value not in known[target]:
                yield entry.fault(f"`{value}` in `{field}` is no record of {target}", *way)
            if vocabulary and value not in codes[vocabulary]:
                yield entry.fault(f"`{value}` is not an id of vocabulary/{vocabulary}.yaml", *way)
            elif field == "category" and value not in general:
                yield entry.fault(f"`{value}` is not a general award", *way)


def _used(loaded: Loaded) -> Iterator[Fault]:
    """A vocabulary entry that nobody uses is a slip of the pen or a leftover."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for _, entry in loaded.all():
        for _, field, value in entry.scalars():
            vocabulary = VOCABULARY_OF.get(field) or CODES.get(field)
            if vocabulary and not (field == "category" and value == entry.value.get("id")):
                used[vocabulary][value] += 1
    for kind, entry in loaded.all():
        folder, _, name = kind.partition("/")
        id_ = str(entry.value.get("id", ""))
        if folder == VOCABULARY and name not in {*FIXED, *_ASKED} and not used[name][id_]:
            yield entry.fault(f"nobody uses `{id_}`", "id")


def _complete(loaded: Loaded) -> Iterator[Fault]:
    for name, values in FIXED.items():
        pairs = loaded.entries.get(f"{VOCABULARY}/{name}", [])
        for entry, _ in pairs:
            id_ = str(entry.value.get("id", ""))
            if id_ not in get_args(values):
                yield entry.fault(f"the schema knows no `{id_}`", "id")
        missing = {*get_args(values)} - loaded.ids(f"{VOCABULARY}/{name}")
        for value in sorted(missing) if pairs else ():
            yield Fault(pairs[0][0].file, 1, f"`{value}` has no entry")


def _sources(loaded: Loaded) -> Iterator[Fault]:
    for kind, entry in loaded.all():
        if not kind.startswith(VOCABULARY) and not entry.value.get("sources"):
            yield entry.fault("the record has no source")
        for group in ("prizes", "other_honours"):
            honours = entry.value.get(group)
            for place, honour in enumerate(honours if isinstance(honours, list) else []):
                if isinstance(honour, dict) and not honour.get("sources"):
                    yield entry.fault("the prize has no source", group, place)


def _marks(loaded: Loaded) -> Iterator[Fault]:
    """What is marked as coined, unsourced or disputed must be there to be marked."""
    for kind, entry in loaded.all():
        for way, field, value in entry.scalars():
            if field in ("coined", "unsourced"):
                holder: Any = entry.value
                for step in way[: way.index(field)]:
                    holder = holder[step]
                if not _exists(holder, value.split(".")):
                    yield entry.fault(f"`{value}` in `{field}` names nothing in the record", *way)
            elif field == "field" and way[0] == "conflicts":
                fields = {known.name for known in msgspec.structs.fields(KINDS[kind])}
                if value.split(".")[0] not in fields:
                    yield entry.fault(f"`{value}` is no field of such a record", *way)


def _exists(value: Any, steps: list[str]) -> bool:
    if isinstance(value, list):
        return any(_exists(part, steps) for part in value)
    if not steps:
        return value not in (None, "")
    if not isinstance(value, dict):
        # A vocabulary id stands for its three texts.
        return steps[0] in LANGUAGES and bool(value)
    return steps[0] in value and _exists(value[steps[0]], steps[1:])
