"""The documents say what the program does: each setting, command and field has its words."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from bot import __version__
from bot.cli import build_parser
from bot.settings import NAMES, load_settings
from handlers import registration
from knowledge.answer import Conversation
from knowledge.deciding.deciding import SURE, SURE_WRITTEN
from knowledge.engine import Engine
from knowledge.factbase import records
from knowledge.factbase.checking import check
from knowledge.factbase.loading import FACTS, KINDS, VOCABULARY
from knowledge.factbase.records import LANGUAGES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FIELDS = (ROOT / "docs" / "facts.md").read_text(encoding="utf-8")
CONFIDENCE = (ROOT / "docs" / "confidence.md").read_text(encoding="utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])

STRUCTS = [
    thing
    for thing in vars(records).values()
    if isinstance(thing, type)
    and issubclass(thing, msgspec.Struct)
    and thing not in (records.Record, records.Facts)
]


def table(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of the README, without its head."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in row] for row in rows[2:]]


def test_every_setting_is_in_the_table() -> None:
    assert [row[0].strip("`") for row in table("Settings")] == list(NAMES)


def test_the_defaults_in_the_table_are_those_in_force() -> None:
    defaults = {row[0].strip("`"): row[1].strip("`") for row in table("Settings")}
    settings = load_settings({}, Path("no-such-file"))
    assert defaults["DATABASE_URL"] == settings.database_url
    assert defaults["TIME_ZONE"] == settings.time_zone.key
    assert defaults["LOG_LEVEL"] == settings.log_level


def test_every_setting_is_read_somewhere() -> None:
    source = (ROOT / "bot" / "settings.py").read_text(encoding="utf-8")
    used = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)*)"', source)) - set(_log_levels(source))
    assert used == set(NAMES)


def _log_levels(source: str) -> list[str]:
    return re.findall(r'"([A-Z]+)"', source.split("LOG_LEVELS = ")[1].splitlines()[0])


def test_every_command_and_option_is_documented() -> None:
    commands = next(
        action for action in build_parser()._actions if action.dest == "==SUPPRESS=="
    ).choices
    assert commands
    for name, parser in dict(commands).items():
        assert f"qazaq-kino {name}" in README
        options = {option for action in parser._actions for option in action.option_strings}
        for option in options - {"-h", "--help"}:
            assert option in README, f"{name} {option}"


def test_every_target_of_make_is_documented() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)
    assert len(targets) > 8
    for target in targets:
        assert f"`make {target}`" in README or f"`{target}`" in README, target


def conversations() -> list[list[str]]:
    """The lines of each conversation shown in the README: questions after ``>``, then answers."""
    shown = README.split("\n## A conversation\n")[1].split("\n## ")[0]
    return [block.split("```")[0].splitlines() for block in shown.split("```text\n")[1:]]


@pytest.mark.parametrize(("language", "lines"), [*zip(LANGUAGES, conversations(), strict=True)])
def test_the_conversation_in_the_readme_is_real(
    engine: Engine, language: str, lines: list[str]
) -> None:
    conversation, now = Conversation(), datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert len(lines) == 20, "ten questions, ten answers"
    for question, shown in zip(lines[::2], lines[1::2], strict=True):
        answer = engine.ask(
            question.removeprefix("> "),
            today=now.date(),
            conversation=conversation,
            language=language,
        )
        conversation = engine.follow(conversation, answer, now)
        beginning = shown.strip()
        if beginning.endswith(" …"):
            assert answer.lead.startswith(beginning.removesuffix(" …")), question
        else:
            assert answer.lead == beginning, question


def test_every_command_of_the_chat_is_documented() -> None:
    source = Path(str(registration.__file__)).read_text(encoding="utf-8")
    commands = re.findall(r'CommandHandler\("(\w+)"', source)
    assert len(commands) >= 4
    for command in commands:
        assert f"`/{command}`" in README
        assert f"\n       {command} - " in README, "the list for /setcommands"


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_field_of_the_facts_is_explained(struct: type[msgspec.Struct]) -> None:
    for field in struct.__struct_fields__:
        assert f"`{field}`" in FIELDS or field in ("kk", "ru", "en"), field


@pytest.mark.parametrize("choices", ["FilmType", "PremiereKind", "Result", "OrganisationKind"])
def test_every_choice_is_named(choices: str) -> None:
    for choice in get_args(getattr(records, choices)):
        assert f"`{choice}`" in FIELDS


def test_every_kind_of_record_has_its_section() -> None:
    for kind in (*KINDS, VOCABULARY):
        assert f"`{kind}/*.yaml`" in FIELDS


def test_the_example_of_a_film_is_sound(tmp_path: Path) -> None:
    facts = Path(shutil.copytree(FACTS, tmp_path / "facts"))
    example = CONTRIBUTING.split("```yaml\n")[1].split("```")[0]
    with (facts / "films" / "2020s.yaml").open("a", encoding="utf-8") as film_file:
        film_file.write("\n" + "\n".join(line[3:] for line in example.splitlines()) + "\n")
    assert check(facts) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'src="([^"]+)"', text):
        if not target.startswith("https://"):
            assert (document.parent / target.partition("#")[0]).exists(), target


def test_the_measured_confidence_is_that_of_todays_thresholds() -> None:
    generated = CONFIDENCE.split("writes from here -->\n")[1].split("<!-- to here")[0]
    assert f"`SURE` = {SURE} and `SURE_WRITTEN` = {SURE_WRITTEN}." in generated, "`make curves`"
    pictures = re.findall(r"^!\[[^]]+\]\((.+\.svg)\)$", generated, re.MULTILINE)
    assert len(pictures) == 2
    for picture in pictures:
        drawn = (ROOT / "docs" / picture).read_text(encoding="utf-8")
        assert "<svg" in drawn
        assert len(drawn) < 150_000


def test_the_changelog_knows_this_version() -> None:
    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
