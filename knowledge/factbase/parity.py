"""Kazakh, Russian and English are equals: what one of them says or understands, all three do.

``check_languages`` lists, with file and line, what a language lacks and what works in none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from knowledge.factbase.lines import Fault
from knowledge.factbase.records import LANGUAGES

LANGUAGE = Path(__file__).parents[1] / "language"
ASKING = "asking.yaml"
FEWEST_PATTERNS = 10
"""A kind of question with fewer wordings than this is hardly understood in that language."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SLOT = re.compile(r"\{([^}]*)\}")


def check_languages(folder: Path = LANGUAGE) -> list[Fault]:
    """Everything in which the languages differ, or which cannot be read, by file and line."""
    faults = list(_messages(folder))
    faults += _asking(folder)
    return sorted(faults)


@dataclass(frozen=True, slots=True)
class Message:
    """A Fluent message: where it stands, and which of the values given to it are said."""

    file: Path
    line: int
    said: frozenset[str]
    used: frozenset[str]
    """Also what only selects a form, such as a plural that another language has no need of."""


class _Values(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.said: set[str] = set()
        self.selecting: set[str] = set()

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            self.selecting.add(node.selector.id.name)
        else:
            self.visit(node.selector)
        for variant in node.variants:
            self.visit(variant)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.said.add(node.id.name)


def _messages(folder: Path) -> Iterator[Fault]:
    for name in sorted({file.name for file in folder.glob("*/*.ftl")}):
        files = {language: folder / language / name for language in LANGUAGES}
        messages: dict[str, dict[str, Message]] = {}
        for language, file in files.items():
            messages[language], faults = _read_messages(file)
            yield from faults
        for key in sorted(set().union(*messages.values())):
            said = {
                value for found in messages.values() if key in found for value in found[key].said
            }
            for language, found in messages.items():
                if key not in found:
                    yield Fault(files[language], 1, f"no message `{key}`")
                elif missing := said - found[key].used:
                    names = ", ".join(f"${variable}" for variable in sorted(missing))
                    yield Fault(found[key].file, found[key].line, f"`{key}` does not use {names}")


def _read_messages(file: Path) -> tuple[dict[str, Message], list[Fault]]:
    if not file.is_file():
        return {}, [Fault(file, 1, "no such file")]
    text = file.read_text(encoding="utf-8")
    messages: dict[str, Message] = {}
    faults: list[Fault] = []
    for entry in FluentParser(with_spans=True).parse(text).body:
        line = text.count("\n", 0, entry.span.start if entry.span else 0) + 1
        if isinstance(entry, ast.Junk):
            problem = entry.annotations[0].message if entry.annotations else "not Fluent"
            faults.append(Fault(file, line, f"not readable: {problem}"))
        elif isinstance(entry, ast.Message):
            if entry.id.name in messages:
                faults.append(Fault(file, line, f"`{entry.id.name}` stands twice"))
            values = _Values()
            values.visit(entry)
            messages[entry.id.name] = Message(
                file, line, frozenset(values.said), frozenset(values.said | values.selecting)
            )
    return messages, faults


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to ask, and the line it stands on."""

    text: str
    line: int


Kinds = dict[str, tuple[int, list[Wording]]]
"""Kind of question to its line and its wordings."""


def _asking(folder: Path) -> Iterator[Fault]:
    files = {language: folder / language / ASKING for language in LANGUAGES}
    known: dict[str, Kinds] = {}
    for language, file in files.items():
        try:
            known[language] = _read_kinds(file)
        except (OSError, yaml.YAMLError) as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or str(error)
            yield Fault(file, mark.line + 1 if mark else 1, f"not readable: {problem}")
    slots = _slots(known)
    for kind in sorted(set().union(*known.values())):
        for language, kinds in known.items():
            if kind not in kinds:
                yield Fault(files[language], 1, f"nobody asks `{kind}` in this language")
                continue
            line, wordings = kinds[kind]
            if len(wordings) < FEWEST_PATTERNS:
                yield Fault(
                    files[language],
                    line,
                    f"`{kind}` has {len(wordings)} patterns, fewer than {FEWEST_PATTERNS}",
                )
    for language, kinds in known.items():
        yield from _wordings(files[language], kinds, slots)


def _wordings(file: Path, kinds: Kinds, slots: dict[str, set[str]]) -> Iterator[Fault]:
    seen: dict[str, tuple[str, int]] = {}
    for kind, (_, wordings) in kinds.items():
        for wording in wordings:
            folded = " ".join(wording.text.casefold().split())
            if folded in seen:
                other, line = seen[folded]
                yield Fault(file, wording.line, f"the same as line {line}, of `{other}`")
            seen.setdefault(folded, (kind, wording.line))
            for slot in _SLOT.findall(wording.text):
                if len(slots[slot]) == 1:
                    yield Fault(file, wording.line, f"the slot {{{slot}}} is in no other language")


def _slots(known: dict[str, Kinds]) -> dict[str, set[str]]:
    """In which languages each slot occurs: one that is misspelt occurs in one."""
    languages: dict[str, set[str]] = defaultdict(set)
    for language, kinds in known.items():
        for _, wordings in kinds.values():
            for wording in wordings:
                for slot in _SLOT.findall(wording.text):
                    languages[slot].add(language)
    return languages


def _read_kinds(file: Path) -> Kinds:
    root = yaml.compose(file.read_text(encoding="utf-8"), Loader=_LOADER)
    sections = _children(root)
    if "patterns" not in sections:
        raise yaml.YAMLError("no `patterns`")
    return {
        kind: (
            node.start_mark.line,
            [Wording(str(item.value), item.start_mark.line + 1) for item in node.value],
        )
        for kind, node in _children(sections["patterns"]).items()
    }


def _children(node: yaml.Node | None) -> dict[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): value for key, value in node.value}
