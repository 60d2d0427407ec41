"""YAML read as plain strings, with the line on which each value stands.

No scalar is interpreted: ``NO`` stays a country, ``5:32`` a title and ``1990`` a word until the
schema asks for a number. The nodes are kept beside the values, so that any place in a record can
be named by its line.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only nodes are asked of it, so nothing in a file can become an object."""


Way = tuple[str | int, ...]
"""The way to a value inside a record: names of fields and places in lists."""


class Fault(NamedTuple):
    """Something wrong with the facts, and where."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class Entry(NamedTuple):
    """One record of a file: its plain value, and its node for the lines."""

    file: Path
    value: dict[str, Any]
    node: yaml.Node

    def line(self, *path: str | int) -> int:
        """The line of the value at the path, or of the nearest thing above it that exists."""
        node = self.node
        line: int = node.start_mark.line + 1
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def fault(self, message: str, *path: str | int) -> Fault:
        return Fault(self.file, self.line(*path), message)

    def scalars(self) -> Iterator[tuple[Way, str, str]]:
        """Every single value, with the way to it and the name of the field it stands in."""
        return _scalars(self.value, (), "")


def read(file: Path) -> tuple[list[Entry], list[Fault]]:
    """The records of a file, and what is wrong with it as YAML."""
    try:
        root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        return [], [Fault(file, mark.line + 1 if mark else 1, f"not readable as YAML: {problem}")]
    if root is None:
        return [], []
    if not isinstance(root, yaml.SequenceNode):
        return [], [
            Fault(file, 1, "a file of facts is a list of records, each beginning with `- id:`")
        ]
    entries: list[Entry] = []
    faults: list[Fault] = []
    for node in root.value:
        value = _plain(node, file, faults)
        if isinstance(value, dict):
            entries.append(Entry(file, value, node))
        else:
            faults.append(Fault(file, node.start_mark.line + 1, "a record begins with `- id:`"))
    return entries, faults


def _plain(node: yaml.Node, file: Path, faults: list[Fault]) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file, faults) for child in node.value]
    result: dict[str, Any] = {}
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        if not name or name in result:
            problem = f"the field `{name}` stands twice" if name else "a field without a name"
            faults.append(Fault(file, key.start_mark.line + 1, problem))
        result[name] = _plain(value, file, faults)
    return result


def _scalars(value: Any, way: Way, field: str) -> Iterator[tuple[Way, str, str]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _scalars(part, (*way, key), key)
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from _scalars(part, (*way, place), field)
    else:
        yield way, field, value


def _child(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key.start_mark.line + 1, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        child = node.value[step]
        return child.start_mark.line + 1, child
    return None
