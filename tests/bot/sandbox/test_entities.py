"""What Telegram finds in a text by itself, and how long a text may be."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.formatting.entities import LONGEST_CAPTION, of_bot, of_person
from bot.sandbox.refusal import Refused


def found(text: str) -> list[tuple[str, str]]:
    formatted = of_person(text)
    code = formatted.text.encode("utf-16-le")
    return [
        (e["type"], code[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in formatted.entities
    ]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/start film_1", [("bot_command", "/start")]),
        ("/help@QazaqKinoBot", [("bot_command", "/help@QazaqKinoBot")]),
        ("😀 @QazaqKinoBot, сәлем", [("mention", "@QazaqKinoBot")]),
        ("see https://kazpravda.kz/n/1.", [("url", "https://kazpravda.kz/n/1")]),
        ("write to a@b.kz", [("email", "a@b.kz")]),
        ("#кино and kino.kz", [("hashtag", "#кино"), ("url", "kino.kz")]),
        ("1/2, a/b, 10 @ 5, @ab", []),
    ],
)
def test_by_itself(text: str, entities: list[tuple[str, str]]) -> None:
    assert found(text) == entities


def test_spaces_around_a_text_go() -> None:
    formatted = of_bot("  <b> a</b> \n", "HTML", [])
    assert formatted.text == "a"
    assert formatted.entities == [{"type": "bold", "offset": 0, "length": 1}]


def test_nothing_is_found_inside_code_and_links() -> None:
    formatted = of_bot('<code>/a</code> <a href="https://a.kz">b.kz</a> /c', "html", [])
    assert [entity["type"] for entity in formatted.entities] == [
        "code",
        "text_link",
        "bot_command",
    ]


def test_entities_that_the_bot_names_itself() -> None:
    bold = {"type": "bold", "offset": 0, "length": 2}
    assert of_bot("ab", "", [bold]).entities == [bold]


def refusal(*args: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        of_bot(*args, **more)
    return refused.value.description


def test_length_is_counted_after_the_markup_in_utf16_units() -> None:
    assert len(of_bot(f"<b>{'a' * 4096}</b>", "HTML", []).text) == 4096
    assert len(of_bot("😀" * 2048, "", []).text) == 2048
    assert refusal("😀" * 2048 + "a", "", []) == "Bad Request: message is too long"
    assert refusal("a" * 32769, "", []) == "Bad Request: text is too long"


def test_length_of_captions() -> None:
    assert of_bot("", "HTML", [], longest=LONGEST_CAPTION).text == ""
    why = refusal("a" * 1025, "", [], longest=LONGEST_CAPTION)
    assert why == "Bad Request: message caption is too long"


def test_nothing_to_say() -> None:
    assert refusal("", "HTML", []) == "Bad Request: message text is empty"
    assert refusal("<b> </b>", "HTML", []) == "Bad Request: text must be non-empty"


def test_other_ways_to_mark() -> None:
    assert refusal("a", "BBCode", []) == "Bad Request: unsupported parse_mode"
    assert "reads no Markdown" in refusal("a", "MarkdownV2", [])
