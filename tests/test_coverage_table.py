"""The table of what is covered is that of today, and no kind is left without wordings or tests."""

from __future__ import annotations

from knowledge.asking.kinds import KINDS
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES
from tests.asking import files
from tests.coverage_table import DOCUMENT, document, patterns, rows, wanted


def test_the_document_is_up_to_date(engine: Engine) -> None:
    assert DOCUMENT.read_text("utf-8") == document(engine.base), "run `make docs`"


def test_every_kind_is_asked_for_in_every_language() -> None:
    known, asked = patterns(), wanted(files())
    # What follows something is answered by the kind that it follows, what is beyond us by none.
    bare = [
        (kind, language)
        for kind in KINDS
        for language in LANGUAGES
        if not known[language][kind]
        or not (asked[language][kind] or kind.startswith(("follow.", "beyond.")))
    ]
    assert not bare


def test_a_table() -> None:
    assert list(rows([("a", "b"), ("x", 1)])) == ["| a | b |\n", "| --- | ---: |\n", "| x | 1 |\n"]
