"""HTML is read as Telegram reads it, and broken HTML is refused in its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.formatting.markup import checked_url, read_html, units
from bot.sandbox.refusal import Refused


def kinds(source: str) -> list[tuple[str, int, int]]:
    _, entities = read_html(source)
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("I", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ],
)
def test_tags(tag: str, kind: str) -> None:
    assert read_html(f"a <{tag}>bc</{tag}> d")[0] == "a bc d"
    assert kinds(f"a <{tag}>bc</{tag}> d") == [(kind, 2, 2)]


def test_offsets_are_utf16_units() -> None:
    text, _ = read_html("😀<b>😀ә</b>")
    assert text == "😀😀ә"
    assert kinds("😀<b>😀ә</b>") == [("bold", 2, 3)]


def test_inside_one_another() -> None:
    source = "<b>a<i>b</i></b><i>c</i>"
    assert kinds(source) == [("bold", 0, 2), ("italic", 1, 1), ("italic", 2, 1)]


def test_an_empty_tag_leaves_nothing() -> None:
    assert kinds("<b></b>x") == []


def test_a_tag_may_be_closed_without_its_name() -> None:
    assert kinds("<b>x</>") == [("bold", 0, 1)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp; &quot;", '<b> & "'),
        ("&#1241;&#x4D9;", "әә"),
        ("&lt", "<"),
        ("&nbsp; &copy; &", "&nbsp; &copy; &"),
        ("&#0; &#xD800;", "&#0; &#xD800;"),
        ("a > b", "a > b"),
    ],
)
def test_references(source: str, text: str) -> None:
    assert read_html(source)[0] == text


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ('<a href="https://a.kz/x?b=1&amp;c=2">t</a>', "https://a.kz/x?b=1&c=2"),
        ("<a href='HTTP://a.kz'>t</a>", "http://a.kz/"),
        ("<a href=a.kz>t</a>", "http://a.kz/"),
        ("<a>a.kz</a>", "http://a.kz/"),
        ('<a class="x" href = "tg://user?id=1" >t</a>', "tg://user?id=1"),
    ],
)
def test_links(source: str, url: str) -> None:
    _, (entity,) = read_html(source)
    assert entity["url"] == url


def test_what_is_no_address_is_no_link() -> None:
    assert read_html('<a href="nowhere">t</a>') == ("t", [])
    assert checked_url("https:// a") == checked_url("javascript:alert(1)") == ""


def test_code_with_a_language() -> None:
    _, (entity,) = read_html('<pre><code class="language-python">x</code></pre>')
    assert entity == {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    _, (entity,) = read_html('<code class="language-python">x</code>')
    assert entity == {"type": "code", "offset": 0, "length": 1}


def test_a_quotation_that_unfolds() -> None:
    assert kinds("<blockquote expandable>x</blockquote>") == [("expandable_blockquote", 0, 1)]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("ә<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("ә<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>t</a>', "Unclosed start tag at byte offset 0"),
        ('<a ="x">t</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>t</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=a/b>t</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>t</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_broken_markup(source: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"


@pytest.mark.fuzz
@given(st.text(alphabet='<>/="ab i&#;;lt😀ә ', max_size=40))
def test_whatever_comes_is_read_or_refused(source: str) -> None:
    try:
        text, entities = read_html(source)
    except Refused:
        return
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= units(text) for e in entities)
