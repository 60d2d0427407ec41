"""The page is whole: three languages, nothing from outside, nothing to build."""

from __future__ import annotations

import json
import re
from pathlib import Path

import httpx
import pytest

from bot.sandbox.server import PAGE

FILES = sorted(PAGE.iterdir())
TEXTS = json.loads((PAGE / "texts.json").read_text("utf-8"))
CODE = {file.name: file.read_text("utf-8") for file in FILES if file.suffix in (".js", ".html")}


def test_three_languages_say_the_same_things() -> None:
    assert list(TEXTS) == ["kk", "ru", "en"]
    for language in ("kk", "ru"):
        assert TEXTS[language].keys() == TEXTS["en"].keys()
        for name, text in TEXTS[language].items():
            assert text.strip()
            placeholders = set(re.findall(r"\{\w+\}", TEXTS["en"][name]))
            assert set(re.findall(r"\{\w+\}", text)) == placeholders, name


def test_every_text_is_said_and_every_said_text_is_there() -> None:
    code = "".join(CODE.values())
    said = set(re.findall(r'(?:say\(|data-text=|data-label=)"(\w+)"', code))
    assert said <= TEXTS["en"].keys()
    for name in TEXTS["en"]:
        assert re.search(rf'"{name}"', code), f"{name} is never said"


@pytest.mark.parametrize("name", CODE)
def test_no_words_of_people_in_the_code(name: str) -> None:
    assert not re.search("[\u0400-\u04ff]", CODE[name])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_comes_from_outside(file: Path) -> None:
    text = re.sub(r'xmlns="[^"]+"', "", file.read_text("utf-8"))
    text = text.replace("`http://${text}`", "")
    assert not re.search(r"https?://[\w.]", text.replace("https?:", ""))
    assert file.stat().st_size < 32_000


def test_whatever_the_code_asks_for_is_there() -> None:
    for name, code in CODE.items():
        for path in re.findall(r"/page/([\w.-]+)", code):
            assert (PAGE / path).is_file(), f"{name}: {path}"


async def test_it_is_served_with_a_policy(client: httpx.AsyncClient) -> None:
    page = await client.get("/")
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert not re.search(r"<script(?! type=\"module\" src=)|<style|style=|onclick", page.text)
    for file in FILES:
        assert (await client.get(f"/page/{file.name}")).status_code == 200


def test_every_control_has_a_name() -> None:
    """At load; what is made later gets its name where it is made."""
    html = CODE["index.html"]
    for name in ("button", "textarea", "nav", "input", "dialog"):
        for found in re.findall(rf"<{name}\b[^>]*>.*", html):
            named = ("data-label", "data-text", 'id="start"')
            assert any(word in found for word in named), found
