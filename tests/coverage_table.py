"""``make docs``: wordings and tests of each kind of question, and what of the facts is filled."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from knowledge.asking.kinds import KINDS
from knowledge.asking.wordings import read_documents
from knowledge.factbase.base import FactBase
from knowledge.factbase.loading import FACTS, read_facts
from knowledge.factbase.records import LANGUAGES, Film, News, Organisation, Person, Topic
from tests.asking import files, read, unseen

DOCUMENT = Path(__file__).parents[1] / "docs" / "coverage.md"

_HEAD = """\
# What is covered

Written by `make docs`; a test compares it with what it counts.

## Kinds of question

Patterns: wordings in `knowledge/language/*/asking.yaml`. Tests: questions in `tests/questions`
that are to be answered by this kind (one that two kinds may answer counts for both); after a plus
the unseen ones, to which nothing is fitted.

"""
_FIELDS = """
## Fields of the facts

How many records have the field. Not every record needs each: who lives has no `died`.

"""


def rows(cells: Sequence[Sequence[object]], left: int = 1) -> Iterator[str]:
    """A Markdown table; the first columns are text, the others numbers."""
    for number, row in enumerate(cells):
        yield f"| {' | '.join(map(str, row))} |\n"
        if number == 0:
            yield f"|{'|'.join(' --- ' if at < left else ' ---: ' for at in range(len(row)))}|\n"


def patterns() -> dict[str, Counter[str]]:
    """Language to kind to the number of its patterns."""
    return {
        language: Counter({kind: len(texts) for kind, texts in document["patterns"].items()})
        for language, document in read_documents().items()
    }


def wanted(chosen: Iterable[Path]) -> dict[str, Counter[str]]:
    """Language to kind to the number of questions."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for file in chosen:
        for chat in read(file):
            for question in chat:
                found[question.language].update(question.kinds)
    return found


def kinds() -> Iterator[str]:
    known, asked, others = patterns(), wanted(files()), wanted(unseen())
    head = [
        "Kind",
        *(f"{language}: {what}" for language in LANGUAGES for what in ("patterns", "tests")),
    ]
    body: list[list[object]] = []
    for kind in (*KINDS, "topic", "clarify", "unknown"):
        row: list[object] = [f"`{kind}`"]
        for language in LANGUAGES:
            more = others[language][kind]
            row += [
                known[language][kind] or "",
                f"{asked[language][kind]}{f' + {more}' if more else ''}",
            ]
        body.append(row)
    total: list[object] = ["questions"]
    for language in LANGUAGES:
        many = _many(files(), language)
        total += [known[language].total(), f"{many} + {_many(unseen(), language)}"]
    yield from rows([head, *body, total])


def _many(chosen: Iterable[Path], language: str) -> int:
    return sum(q.language == language for file in chosen for chat in read(file) for q in chat)


def filled(base: FactBase) -> Iterator[str]:
    for name, kind, records in (
        ("Films", Film, base.films.values()), ("People", Person, base.people.values()),
        ("Organisations", Organisation, base.organisations.values()),
        ("Written questions", Topic, base.topics.values()), ("News", News, base.news.values()),
    ):  # fmt: skip
        many = len(records)
        yield f"\n### {name}: {many}\n\n"
        yield from rows([("Field", "records", "share"), *_shares(kind, list(records))])


def _shares(
    kind: type[msgspec.Struct], records: Sequence[msgspec.Struct]
) -> Iterator[tuple[str, int, str]]:
    for field in kind.__struct_fields__:
        have = sum(bool(getattr(record, field)) for record in records)
        yield f"`{field}`", have, f"{100 * have / len(records):.0f} %"


def document(base: FactBase) -> str:
    return "".join((_HEAD, *kinds(), _FIELDS.rstrip("\n") + "\n", *filled(base)))


def main() -> int:
    DOCUMENT.write_text(document(FactBase(read_facts(FACTS))), "utf-8")
    sys.stdout.write(f"{DOCUMENT.name} is up to date\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
