"""Each kind of fault, planted into a small sound base; and our own base has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.factbase.checking import check
from knowledge.factbase.lines import Fault
from tests.knowledge import small

FILMS, PEOPLE = "films/2020s.yaml", "people/a.yaml"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return small.write(tmp_path)


def test_the_small_base_is_sound(directory: Path) -> None:
    assert check(directory) == []


def test_our_own_facts_are_sound() -> None:
    assert [str(fault) for fault in check()] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "message"),
    [
        # the form
        (FILMS, "type: series", "type: opera", 4, "`type`: Invalid enum value 'opera'"),
        (FILMS, "type: series", "typ: series", 4, "a film has no field `typ`"),
        (FILMS, "ru: 5:32, ", "", 2, "`title`: Object missing required field `ru`"),
        (FILMS, "ru: 5:32", "ru: ''", 2, "the text `ru` is empty"),
        (
            FILMS,
            "    source: https://example.org/horse\n",
            "",
            11,
            "missing required field `source`",
        ),
        (FILMS, "https://example.org/532", "example.org", 22, "`sources[0]`"),
        # references
        (FILMS, "directors: [aru]", "directors: [ary]", 5, "`ary` in `directors` is no record"),
        (FILMS, "recipients: [aru]", "recipients: [x]", 15, "`x` in `recipients` is no record"),
        (FILMS, "event: horse-festival", "event: horses", 11, "`horses` in `event` is no record"),
        (FILMS, "part_of: 5-32-2022", "part_of: 5-32", 27, "`5-32` in `part_of` is no record"),
        (FILMS, "part: 2", "studios: [horse]", 28, "`horse` in `studios` is no record"),
        (PEOPLE, "[5-32-2022]", "[5-32-2023]", 5, "`5-32-2023` in `known_for` is no record"),
        ("news/2024.yaml", "[aru]", "[aruzhan]", 5, "`aruzhan` in `people` is no record"),
        (FILMS, "[KZ, NO]", "[KZ, NO, XX]", 7, "`XX` is not an id of vocabulary/countries.yaml"),
        ("topics/history.yaml", "topic: history", "topic: histry", 2, "`histry` is not an id"),
        (
            FILMS,
            "genres: [drama]",
            "genres: [drma]",
            6,
            "`drma` is not an id of vocabulary/genres",
        ),
        (FILMS, "award: golden-horse", "award: horse", 13, "`horse` is not an id of vocabulary"),
        (
            FILMS,
            "award: golden-horse",
            "category: golden-horse",
            13,
            "`golden-horse` is not a general award",
        ),
        # ids and names
        (FILMS, "- id: 5-32-part-two-2024", "- id: 5-32-2022", 24, "stands a second time"),
        (FILMS, "- id: 5-32-part-two-2024", "- part: 3", 24, "the record has no id"),
        (FILMS, "id: 5-32-2022", "id: 5:32", 1, "`id`: Expected `str` matching regex"),
        (
            FILMS,
            "  title: {kk: 5:33, ru: 5:33, en: 5:33}\n  year: 2024",
            "  title: {kk: 5:32, ru: x, en: y}\n  year: 2022\n  type: series",
            24,
            "nothing tells `5:32` from `5-32-2022`",
        ),
        # dates
        (FILMS, "date: 2022-10", "date: 2022-13", 9, "there is no such day as `2022-13`"),
        ("news/2024.yaml", "2024-02-29", "2023-02-29", 2, "no such day as `2023-02-29`"),
        (PEOPLE, "died: 1999", "died: 1950-02", 4, "died in 1950-02, before being born"),
        (FILMS, "year: 2022", "year: 2024", 3, "made in 2024, but shown already in 2022-10"),
        # sources
        (PEOPLE, "sources:\n  - https://example.org/aru", "sources: []", 1, "has no source"),
        # letters: the first `а` is Latin, then a Cyrillic `а` in a Latin word
        (PEOPLE, "ru: Ару", "ru: \u0041ру", 2, "`\u0041ру` mixes Latin and Cyrillic letters"),
        (PEOPLE, "en: Aru", "en: \u0410ru", 2, "`\u0410ru` mixes Latin and Cyrillic letters"),
        # marks
        (FILMS, "[title.kk]", "[title.tr]", 17, "`title.tr` in `coined` names nothing"),
        (FILMS, "[year, honours.award]", "[runtime_min]", 18, "`runtime_min` in `unsourced`"),
        (FILMS, "honours.award]", "honours.section]", 18, "`honours.section` in `unsourced`"),
        (FILMS, "field: year", "field: age", 20, "`age` is no field of such a record"),
        # series
        (FILMS, "part_of: 5-32-2022", "part_of: 5-32-part-two-2024", 27, "round in a circle"),
        # vocabularies
        (FILMS, "genres: [drama]", "genres: []", 1, "nobody uses `drama`"),
        (FILMS, "[KZ, NO]", "[KZ]", 2, "nobody uses `NO`"),
    ],
)
def test_a_fault_is_found(
    directory: Path, name: str, old: str, new: str, line: int, message: str
) -> None:
    small.change(directory, name, old, new)
    faults = check(directory)
    assert any(f.line == line and message in f.message for f in faults), "\n".join(
        map(str, faults)
    )


def test_a_chain_of_sequels_must_name_its_beginning(directory: Path) -> None:
    small.change(
        directory,
        FILMS,
        "- id: 5-32-part-two-2024",
        "- {id: third, title: {kk: c, ru: c, en: c}, part_of: 5-32-part-two-2024, "
        "sources: ['https://example.org/c']}\n- id: 5-32-part-two-2024",
    )
    assert [fault.message for fault in check(directory)] == [
        "`part_of` must name the first film, `5-32-2022`"
    ]


def test_a_prize_of_a_person_needs_its_source(directory: Path) -> None:
    small.change(
        directory,
        PEOPLE,
        "  sources:",
        "  prizes:\n  - {event: horse-festival, result: won, sources: []}\n  sources:",
    )
    assert [fault.message for fault in check(directory)] == ["the prize has no source"]


def test_vocabularies_of_the_schema_are_complete(directory: Path) -> None:
    types = directory / "vocabulary" / "types.yaml"
    types.write_text("- {id: opera, kk: опера, ru: опера, en: opera}\n")
    faults = {fault.message for fault in check(directory)}
    assert "the schema knows no `opera`" in faults
    assert "`series` has no entry" in faults


def test_namesakes_with_different_makers_are_told_apart(directory: Path) -> None:
    text = (directory / PEOPLE).read_text(encoding="utf-8")
    second = text.replace("id: aru", "id: aru-painter").replace("1950-03", "1951")
    (directory / "people" / "b.yaml").write_text(second, encoding="utf-8")
    assert check(directory) == []
    (directory / "people" / "b.yaml").write_text(
        second.replace("born: 1951\n", "born: 1950-03\n"), encoding="utf-8"
    )
    assert {fault.message for fault in check(directory)} == {
        "nothing tells `ару` from `aru`",
        "nothing tells `aru` from `aru`",
    }


def test_faults_are_sorted_and_each_stands_once(directory: Path) -> None:
    small.change(directory, FILMS, "directors: [aru]", "directors: [b, a]")
    small.change(directory, PEOPLE, "[5-32-2022]", "[none]")
    faults = check(directory)
    assert faults == sorted(set(faults))
    assert [fault.line for fault in faults] == [5, 5, 5]


def test_a_fault_reads_like_that_of_a_compiler() -> None:
    assert str(Fault(Path("films/2020s.yaml"), 7, "no source")) == "films/2020s.yaml:7: no source"
