"""The facts as records: strings stay strings, faults have lines, the copy is only a copy."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from knowledge.factbase import compiled, loading
from knowledge.factbase.loading import FACTS, LoadError, read_facts
from knowledge.factbase.records import Facts
from tests.knowledge import small


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return small.write(tmp_path / "facts")


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(directory: Path) -> None:
        raise AssertionError("the YAML was read again")

    monkeypatch.setattr(loading, "parse", parse)


def test_scalars_stay_what_was_written(directory: Path) -> None:
    film = read_facts(directory).films[0]
    assert film.title.kk == "5:32"
    assert film.countries == ("KZ", "NO")
    assert film.year == 2022
    assert film.conflicts[0].values == ("2021", "2022")


def test_vocabulary_ids_become_terms(directory: Path) -> None:
    facts = read_facts(directory)
    film = facts.films[0]
    assert [(genre.id, genre.kk, genre.also) for genre in film.genres] == [
        ("drama", "драма", ("драмы",))
    ]
    assert film.honours[0].award is not None
    assert film.honours[0].award.category == "best-film"
    assert [term.id for term in facts.vocabulary["awards"]] == ["best-film", "golden-horse"]


def test_a_term_may_stand_inline(directory: Path) -> None:
    small.change(
        directory, "films/2020s.yaml", "[drama]", "[drama, {kk: қиял, ru: фэнтези, en: fantasy}]"
    )
    assert [(g.id, g.en) for g in read_facts(directory).films[0].genres] == [
        ("drama", "drama"),
        ("", "fantasy"),
    ]


def test_every_fault_is_listed_with_its_line(directory: Path) -> None:
    small.change(directory, "films/2020s.yaml", "type: series", "type: opera\n  colour: red")
    small.change(directory, "films/2020s.yaml", "genres: [drama]", "genres: [drama, tragedy]")
    small.change(directory, "people/a.yaml", "ru: Ару, ", "")
    with pytest.raises(LoadError) as raised:
        read_facts(directory)
    faults = {(f.file.name, f.line, f.message) for f in raised.value.faults}
    assert {(name, line) for name, line, _ in faults} == {
        ("2020s.yaml", 4),
        ("2020s.yaml", 5),
        ("2020s.yaml", 7),
        ("a.yaml", 2),
    }
    messages = " ".join(message for _, _, message in faults)
    for word in ("'opera'", "`colour`", "`tragedy`", "`ru`"):
        assert word in messages
    assert str(raised.value.faults[0]) in str(raised.value)


def test_the_line_of_a_fault_deep_inside(directory: Path) -> None:
    small.change(directory, "films/2020s.yaml", "year: 2023", "year: 23")
    with pytest.raises(LoadError) as raised:
        read_facts(directory)
    (fault,) = raised.value.faults
    assert fault.line == 14
    assert fault.message.startswith("`honours[0].year`: ")
    assert str(fault).startswith(f"{directory / 'films' / '2020s.yaml'}:14: ")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- id: a\n  title: {kk: [\n", 3, "not readable as YAML"),
        ("films: none\n", 1, "a list of records"),
        ("- id: a\n- simply text\n", 2, "a record begins with"),
        ("- id: a\n  id: b\n", 2, "stands twice"),
    ],
)
def test_a_file_that_is_no_list_of_records(
    directory: Path, text: str, line: int, message: str
) -> None:
    (directory / "films" / "broken.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(LoadError) as raised:
        read_facts(directory)
    assert any(f.line == line and message in f.message for f in raised.value.faults)


def test_no_directory_is_a_fault_and_not_an_empty_base(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="no such directory"):
        read_facts(tmp_path / "nowhere")


@pytest.mark.usefixtures("unparsed")
class TestHit:
    @pytest.fixture(autouse=True)
    def _first(self, directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with monkeypatch.context() as original:
            original.undo()
            self.facts = read_facts(directory)

    def test_the_copy_says_the_same(self, directory: Path) -> None:
        assert (directory / compiled.NAME).is_file()
        assert read_facts(directory) == self.facts

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda file: small.change(file.parent, "people/a.yaml", "died: 1999", "died: 2001"),
            lambda file: (file.parent / "people" / "b.yaml").write_text(""),
            lambda file: (file.parent / "news" / "2024.yaml").unlink(),
            lambda file: file.write_bytes(b"not the facts"),
            lambda file: file.write_bytes(file.read_bytes()[:-1]),
            lambda file: file.write_bytes(file.read_bytes()[:-1] + b"?"),
            lambda file: file.unlink(),
        ],
        ids=["changed", "added", "removed", "garbage", "cut", "flipped", "gone"],
    )
    def test_a_stale_or_broken_copy_is_not_believed(self, directory: Path, spoil: object) -> None:
        assert callable(spoil)
        spoil(directory / compiled.NAME)
        with pytest.raises(AssertionError, match="read again"):
            read_facts(directory)


def test_a_change_is_seen_and_the_copy_renewed(directory: Path) -> None:
    read_facts(directory)
    before = (directory / compiled.NAME).read_bytes()
    small.change(directory, "people/a.yaml", "died: 1999", "died: 2001")
    assert read_facts(directory).people[0].died == "2001"
    assert (directory / compiled.NAME).read_bytes() != before


def test_another_schema_makes_another_key(
    directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = compiled.key(directory)
    assert compiled.key(directory) == key
    other = tmp_path / "records.py"
    other.write_text("# a later schema")
    monkeypatch.setattr("knowledge.factbase.records.__file__", str(other))
    assert compiled.key(directory) != key


def test_without_leave_to_write_the_copy_goes_to_the_cache_of_the_user(
    directory: Path, tmp_path: Path
) -> None:
    (directory / compiled.NAME).mkdir()  # no file can be put there, whoever runs the test
    facts = read_facts(directory)
    assert [file.suffix for file in (tmp_path / "cache" / "qazaq-kino").iterdir()] == [".msgpack"]
    assert compiled.load(directory, compiled.key(directory)) == facts


def test_with_nowhere_to_write_the_facts_load_all_the_same(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, content: bytes) -> None:
        raise PermissionError(file)

    monkeypatch.setattr(compiled, "_write", refuse)
    assert compiled.save(directory, b"", Facts()) is None
    assert len(read_facts(directory).films) == 2


def test_writing_leaves_nothing_else_behind(directory: Path) -> None:
    read_facts(directory)
    assert [file.name for file in directory.iterdir() if file.name.startswith(".")] == [
        compiled.NAME
    ]


def test_nothing_of_the_facts_of_the_project_gets_lost() -> None:
    facts = read_facts()
    assert len(facts.films) >= 711
    assert len(facts.people) >= 1386
    assert len(facts.organisations) >= 314
    assert len(facts.topics) >= 400
    assert len(facts.news) >= 134
    assert sum(len(film.honours) for film in facts.films) >= 715


def test_the_facts_of_the_project_load_in_a_blink(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(FACTS, tmp_path / "facts", ignore=shutil.ignore_patterns(".*"))
    for limit in (5.0, 0.4):  # from the YAML, then from the copy; measured on a slow machine
        start = time.process_time()
        read_facts(tmp_path / "facts")
        assert time.process_time() - start < limit
