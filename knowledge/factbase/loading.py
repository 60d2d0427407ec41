"""The fact base from its YAML files: every record typed, every vocabulary id resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from knowledge.factbase import compiled
from knowledge.factbase.records import Facts, Film, News, Organisation, Person, Record, Term, Topic

if TYPE_CHECKING:
    from knowledge.factbase.lines import Entry, Fault

FACTS = Path(__file__).parents[1] / "facts"
KINDS: dict[str, type[Record]] = {
    "films": Film,
    "people": Person,
    "organisations": Organisation,
    "topics": Topic,
    "news": News,
}
VOCABULARY = "vocabulary"
VOCABULARY_OF = {
    "genres": "genres",
    "place": "places",
    "birthplace": "places",
    "deathplace": "places",
    "filming_locations": "places",
    "award": "awards",
    "section": "sections",
    "occupations": "occupations",
    "scope": "scopes",
    "title": "titles",
}
"""In which vocabulary the ids of a field stand; ``title`` is an honorary title, not a film's."""

_PLACE_IN_RECORD = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[(\d+)\]")


class LoadError(Exception):
    """The facts cannot be loaded; ``faults`` lists everything that is wrong with them."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Loaded:
    """What could be read: the facts, the YAML entry of each record, and the faults."""

    facts: Facts
    entries: dict[str, list[tuple[Entry, Any]]] = field(default_factory=dict)
    """Kind, or ``vocabulary/<name>``, to its entries, each with the record if that is sound."""
    faults: list[Fault] = field(default_factory=list)

    def all(self) -> Iterator[tuple[str, Entry]]:
        for kind, pairs in self.entries.items():
            for entry, _ in pairs:
                yield kind, entry

    def ids(self, kind: str) -> set[str]:
        return {str(entry.value.get("id", "")) for entry, _ in self.entries.get(kind, [])}


def read_facts(directory: Path = FACTS, key: bytes = b"") -> Facts:
    """The facts of a directory, from their compiled form if no file has changed since.

    ``key`` is that of the directory, where it is known.
    """
    key = key or compiled.key(directory)
    facts = compiled.load(directory, key)
    if facts is None:
        loaded = parse(directory)
        if loaded.faults:
            raise LoadError(loaded.faults)
        facts = loaded.facts
        compiled.save(directory, key, facts)
    return facts


def parse(directory: Path) -> Loaded:
    """Read the YAML itself, as far as it is readable, and note every fault on the way."""
    from knowledge.factbase.lines import Fault  # with the parser, which the compiled form spares

    faults: list[Fault] = []
    entries: dict[str, list[tuple[Entry, Any]]] = {}
    terms: dict[str, dict[str, Term]] = {}
    if not directory.is_dir():
        return Loaded(Facts(), faults=[Fault(directory, 1, "there is no such directory of facts")])
    for file in sorted((directory / VOCABULARY).glob("*.yaml")):
        converted = list(_converted(file, Term, {}, faults))
        entries[f"{VOCABULARY}/{file.stem}"] = converted
        terms[file.stem] = {term.id: term for _, term in converted if term}
    for kind, record in KINDS.items():
        entries[kind] = [
            pair
            for file in _files(directory, kind)
            for pair in _converted(file, record, terms, faults)
        ]
    facts = Facts(
        **{kind: tuple(record for _, record in entries[kind] if record) for kind in KINDS},
        vocabulary={name: tuple(by_id.values()) for name, by_id in terms.items()},
    )
    return Loaded(facts, entries, faults)


def _files(directory: Path, kind: str) -> list[Path]:
    """Records of a kind stand in one file or in a folder of files."""
    single = directory / f"{kind}.yaml"
    return [single] if single.is_file() else sorted((directory / kind).rglob("*.yaml"))


def _converted(
    file: Path, record: type[Record], terms: dict[str, dict[str, Term]], faults: list[Fault]
) -> Iterator[tuple[Entry, Any]]:
    from knowledge.factbase import lines

    entries, unreadable = lines.read(file)
    faults.extend(unreadable)
    for entry in entries:
        known = len(faults)
        value = {
            # The title of a film is a text; only inside a record is a `title` an honorary one.
            name: part if name == "title" else _resolved(part, name, (name,), entry, terms, faults)
            for name, part in entry.value.items()
        }
        try:
            converted = msgspec.convert(value, record, strict=False)
        except msgspec.ValidationError:
            faults.extend(_schema_faults(entry, value, record))
            yield entry, None
        else:
            yield entry, converted if len(faults) == known else None


def _resolved(
    value: Any,
    name: str,
    path: tuple[str | int, ...],
    entry: Entry,
    terms: dict[str, dict[str, Term]],
    faults: list[Fault],
) -> Any:
    """The value with its vocabulary ids replaced by the terms they stand for."""
    if isinstance(value, dict):
        return {
            key: _resolved(part, key, (*path, key), entry, terms, faults)
            for key, part in value.items()
        }
    if isinstance(value, list):
        return [
            _resolved(part, name, (*path, place), entry, terms, faults)
            for place, part in enumerate(value)
        ]
    vocabulary = VOCABULARY_OF.get(name)
    if vocabulary is None:
        return value
    term = terms.get(vocabulary, {}).get(value)
    if term is None:
        faults.append(
            entry.fault(f"`{value}` is not an id of vocabulary/{vocabulary}.yaml", *path)
        )
        return Term(kk=value, ru=value, en=value)
    return term


def _schema_faults(entry: Entry, value: dict[str, Any], record: type[Record]) -> Iterator[Fault]:
    """All faults of a record, field by field: the conversion of the whole stops at the first."""
    fields = {known.name: known for known in msgspec.structs.fields(record)}
    for name in value.keys() - fields.keys():
        yield entry.fault(f"a {record.__name__.lower()} has no field `{name}`", name)
    for name, known in fields.items():
        if name not in value:
            if known.required:
                yield entry.fault(f"the field `{name}` is missing")
            continue
        try:
            msgspec.convert(value[name], known.type, strict=False)
        except msgspec.ValidationError as error:
            message = str(error)
            inside = _PLACE_IN_RECORD.search(message)
            steps = _steps(inside["path"]) if inside else ()
            where = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps)
            message = _PLACE_IN_RECORD.sub("", message)
            yield entry.fault(f"`{name}{where}`: {message}", name, *steps)


def _steps(path: str) -> tuple[str | int, ...]:
    return tuple(int(index) if index else name for name, index in _STEP.findall(path))
