"""Whatever an answer says, Telegram accepts what is made of it, and nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import rendering
from handlers.rendering import LIMIT, Rendered, Span, host, render, render_text, split, units
from knowledge.answer import Answer, Option
from knowledge.answers.texts import load_texts
from tests.botapi import parse_html

TEXTS = load_texts()
WORDS = st.text(max_size=200) | st.text("<>&\"'/ab😀ә \n", max_size=60)
URLS = st.text(max_size=40).map(lambda path: f"https://www.example.kz/{path}")


def letters(*texts: str) -> str:
    return "".join("".join(texts).split())


@given(WORDS, st.lists(WORDS, max_size=8), st.lists(URLS, max_size=12))
def test_any_answer_is_valid_html_that_says_the_same(
    lead: str, lines: list[str], sources: list[str]
) -> None:
    answer = Answer("answer", "en", lead, tuple(lines), sources=tuple(sources))
    shown = [parse_html(message) for message in render(answer, TEXTS).messages]
    assert letters(*shown).startswith(letters(lead, *lines))
    assert all(text.strip() and units(text) <= LIMIT for text in shown)


@given(
    st.lists(
        st.lists(st.sampled_from(["ә", "😀", "a b ", "<&>", " ", "word"]).map(lambda s: s * 3)),
        max_size=6,
    ),
    st.integers(2, 20),
)
def test_split_keeps_everything_within_the_limit(parts: list[list[str]], limit: int) -> None:
    lines = [tuple(Span(text, "<b>", "</b>") for text in line) for line in parts]
    shown = [parse_html(message) for message in split(lines, limit)]
    assert all(0 < units(text) <= limit for text in shown)
    assert letters(*shown) == letters(*(text for line in parts for text in line))


def test_breaks_at_ends_of_lines() -> None:
    lines = tuple(f"{n} {'қ' * 900}" for n in range(9))
    messages = render(Answer("answer", "kk", "Тізім", lines), TEXTS).messages
    assert [message.count("\n") + 1 for message in messages] == [5, 4, 1]


def test_a_line_too_long_breaks_at_a_space() -> None:
    first, second = render_text("word " * 1000)
    assert first.endswith("word ")
    assert second.startswith("word")


def test_astral_letters_count_twice() -> None:
    assert units("a😀") == 3
    assert len(render_text("😀" * 2049)) == 2


def test_the_lead_is_bold_and_sources_are_short_links() -> None:
    answer = Answer(
        "answer",
        "ru",
        "Сергей <Дворцевой>",
        ("«Тюльпан» & другие",),
        sources=(
            "https://www.imdb.com/t?a=1&b=2",
            "https://kazpravda.kz/x",
            "https://kazpravda.kz/x",
        ),
    )
    assert render(answer, TEXTS) == Rendered(
        (
            "<b>Сергей &lt;Дворцевой&gt;</b>\n«Тюльпан» &amp; другие\n\n"
            'Источники: <a href="https://www.imdb.com/t?a=1&amp;b=2">1\xa0imdb.com</a> · '
            '<a href="https://kazpravda.kz/x">2\xa0kazpravda.kz</a>',
        )
    )


@pytest.mark.parametrize(
    ("language", "label"), [("kk", "Дереккөз:"), ("ru", "Источник:"), ("en", "Source:")]
)
def test_one_source(language: str, label: str) -> None:
    answer = Answer("answer", language, "x", sources=("https://a.kz/",))
    assert parse_html(render(answer, TEXTS).messages[0]).endswith(f"{label} 1\xa0a.kz")


def test_many_sources_are_counted() -> None:
    urls = tuple(f"https://a{n}.kz/" for n in range(14))
    text = parse_html(render(Answer("answer", "en", "x", sources=urls), TEXTS).messages[0])
    assert text.endswith("10\xa0a9.kz · +4")


def test_a_strange_address_is_shown_as_it_is() -> None:
    assert host("https://[bad/") == "https://[bad/"


def labels(answer: Answer) -> list[list[str]]:
    keyboard = render(answer, TEXTS).keyboard
    return [[b.text for b in row] for row in keyboard.inline_keyboard] if keyboard else []


def test_readings_stand_one_below_another_and_next_steps_side_by_side() -> None:
    options = tuple(Option(name, name.lower()) for name in ("Cast", "Awards", "Premieres"))
    assert labels(Answer("clarify", "en", "?", options=options)) == [
        ["Cast"], ["Awards"], ["Premieres"],
    ]  # fmt: skip
    assert labels(Answer("answer", "en", "!", options=options)) == [
        ["Cast", "Awards"], ["Premieres"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "row"), [(1, ["1/7", "▶"]), (2, ["◀", "2/7", "▶"]), (7, ["◀", "7/7"])]
)
def test_pages_are_turned_with_arrows(page: int, row: list[str]) -> None:
    assert labels(Answer("answer", "en", "!", ref="films", page=page, pages=7)) == [row]


def test_an_option_that_telegram_would_refuse_is_left_out() -> None:
    options = (Option("Long", "x" * 65), Option(" ", "blank"), Option("Good", "x" * 64))
    assert labels(Answer("clarify", "en", "?", options=options)) == [["Good"]]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_not_what_i_meant_only_where_there_is_something_else(language: str) -> None:
    other = (Option("Other", "other"),)
    label = TEXTS.say(language, "chat-not-meant")
    assert labels(Answer("answer", language, "!", alternatives=other)) == [[label]]
    assert labels(Answer("answer", language, "!")) == []


def test_a_source_without_an_address_is_no_link() -> None:
    (message,) = rendering.split([rendering.sources(["Арман <1> (a.csv)", "https://a.kz/x"], "S")])
    assert message == 'S 1\xa0Арман &lt;1&gt; (a.csv) · <a href="https://a.kz/x">2\xa0a.kz</a>'
