"""The package to install elsewhere has everything that the checkout has, and nothing more."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from bot import __version__

ROOT = Path(__file__).parents[1]
PINNED = [ROOT / "requirements.txt", ROOT / "requirements-dev.txt"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (file,) = folder.glob("*.whl")
    assert file.name == f"qazaq_kino-{__version__}-py3-none-any.whl"
    with zipfile.ZipFile(file) as opened:
        return set(opened.namelist())


def files(folder: str, pattern: str) -> set[str]:
    return {file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob(pattern)}


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        ("knowledge/facts", "*.yaml"),
        ("knowledge/language", "*.yaml"),
        ("knowledge/language", "*.ftl"),
        ("knowledge", "*.yaml"),
        ("bot/storage/migrations", "*.py"),
        ("bot/storage/migrations", "*.mako"),
        ("knowledge", "*.py"),
        ("bot/drawing/fonts", "*.ttf"),
        ("bot/drawing/fonts", "*.txt"),
        ("handlers", "*.py"),
        ("bot", "*.py"),
        ("bot/sandbox/page", "*.*"),
    ],
)
def test_it_has_all_of(wheel: set[str], folder: str, pattern: str) -> None:
    wanted = files(folder, pattern)
    assert wanted
    assert wanted <= wheel


def test_it_has_nothing_else(wheel: set[str]) -> None:
    rooms = {name.partition("/")[0] for name in wheel}
    assert rooms == {"bot", "handlers", "knowledge", f"qazaq_kino-{__version__}.dist-info"}
    assert not [name for name in wheel if ".compiled" in name or "__pycache__" in name]


def test_it_has_the_command_and_the_licence(wheel: set[str]) -> None:
    assert f"qazaq_kino-{__version__}.dist-info/entry_points.txt" in wheel
    assert f"qazaq_kino-{__version__}.dist-info/licenses/LICENSE" in wheel


@pytest.mark.parametrize("file", PINNED, ids=lambda file: file.name)
def test_requirements_are_pinned_with_hashes_and_name_no_index(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9][a-z0-9._-]*)==\S+ .*\\$", text, re.MULTILINE)
    hashes = re.findall(r"^    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(hashes) >= len(pins) > 10
    for line in text.splitlines():
        assert re.match(r"[a-z0-9][a-z0-9._-]*==|    --hash=sha256:|#|$", line), line
        assert "://" not in line


@pytest.mark.parametrize(
    ("file", "extra"), [(PINNED[0], False), (PINNED[1], True)], ids=["run", "dev"]
)
def test_everything_that_is_declared_is_pinned(file: Path, extra: bool) -> None:
    with (ROOT / "pyproject.toml").open("rb") as opened:
        project = tomllib.load(opened)["project"]
    declared = project["dependencies"] + (project["optional-dependencies"]["dev"] if extra else [])
    names = {re.split(r"[<>=!~ ]", line)[0].lower().replace(".", "-") for line in declared}
    pinned = set(re.findall(r"^([a-z0-9-]+)==", file.read_text(encoding="utf-8"), re.MULTILINE))
    assert names <= pinned


def test_running_and_testing_use_the_same_versions() -> None:
    run, dev = (
        set(re.findall(r"^\S+==\S+", file.read_text(encoding="utf-8"), re.MULTILINE))
        for file in PINNED
    )
    assert run < dev


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.split("\ndependencies = [\n")[1].split("\n]")[0]
    assert all("  # " in line for line in block.splitlines())
