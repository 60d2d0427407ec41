from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming.feeds import Entry, FeedError, address, plain, read_feed


def rss(*items: str, before: str = "") -> bytes:
    body = "".join(f"<item>{item}</item>" for item in items)
    text = f'<?xml version="1.0"?>{before}<rss version="2.0"><channel>{body}</channel></rss>'
    return text.encode("utf-8", "ignore")


ITEM = (
    "<title>Film &amp; news</title><link>https://kino.kz/1</link>"
    "<description>&lt;p&gt;First &lt;b&gt;words&lt;/b&gt;&lt;/p&gt;</description>"
    "<pubDate>Thu, 26 Nov 2026 10:00:00 +0500</pubDate>"
)
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry>
<title type="html">A &lt;i&gt;b&lt;/i&gt;</title><link href="https://kino.kz/2"/><updated>2026-11-26T05:00:00Z</updated></entry></feed>"""


def test_rss() -> None:
    at = datetime(2026, 11, 26, 5, tzinfo=UTC)
    assert read_feed(rss(ITEM)) == [Entry("Film & news", "First words", "https://kino.kz/1", at)]


def test_atom() -> None:
    (entry,) = read_feed(ATOM)
    assert (entry.headline, entry.link) == ("A b", "https://kino.kz/2")


def test_an_item_without_a_date_says_none() -> None:
    (entry,) = read_feed(rss("<title>A</title><link>https://kino.kz/1</link>"))
    assert entry.at is None


@pytest.mark.parametrize("body", [b"", b"<html><body>404</body></html>", b"\x00\xff", b"{}"])
def test_what_is_no_feed(body: bytes) -> None:
    with pytest.raises(FeedError):
        read_feed(body)


def test_a_body_that_is_the_name_of_a_file_opens_none(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss(ITEM))
    with pytest.raises(FeedError):
        read_feed(str(file).encode())


BOMB = "<!DOCTYPE r [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
)


@pytest.mark.parametrize(
    "doctype",
    [
        f"{BOMB}]>",
        '<!DOCTYPE r [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE r [<!entity % x SYSTEM "https://evil.example/x.dtd"> %x;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_with_entities_of_its_own_is_refused(doctype: str, encoding: str) -> None:
    item = "<title>A &a11; B</title><link>https://kino.kz/1</link>"
    body = rss(item, before=doctype).decode().encode(encoding)
    with pytest.raises(FeedError, match="entities"):
        read_feed(body)


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "unicode_escape"])
def test_entities_cannot_hide_in_an_encoding(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    with pytest.raises(FeedError, match="encoding"):
        read_feed(head + rss(ITEM)[21:])


def test_usual_encodings() -> None:
    text = rss("<title>Қазақ киносы</title><link>https://kino.kz/1</link>").decode()
    (entry,) = read_feed(text.encode("utf-16"))
    assert entry.headline == "Қазақ киносы"
    russian = text.replace("Қазақ", "Казах").replace("?>", ' encoding="windows-1251"?>', 1)
    (entry,) = read_feed(russian.encode("cp1251"))
    assert entry.headline == "Казах киносы"


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>News",
        "<b onclick='x()'>News</b>",
        "<img src=x onerror=alert(1)>News",
        "&lt;script&gt;alert(1)&lt;/script&gt;News",
        "<style>*{}</style><iframe src='https://evil'>alert(1)</iframe>News",
        "<a href='javascript:alert(1)'>News</a>",
        "<svg><script>alert(1)</script></svg>News",
        "News\u202e\u200b\x07",
    ],
)
def test_no_markup_passes(markup: str) -> None:
    item = f"<title>{escape(markup)}</title><link>https://kino.kz/1</link>"
    for text in (plain(markup, 100), *(e.headline for e in read_feed(rss(item)))):
        assert text == "News"


@pytest.mark.parametrize(
    "link",
    [
        "http://kino.kz", "javascript:alert(1)", "data:text/html,x", "ftp://kino.kz", "",
        "https://", "https://a b.kz/", 'https://kino.kz/"onclick', "https://kino.kz/<b>",
        "https://me:secret@kino.kz/", "https://kino.kz/" + "a" * 500, "tg://resolve?domain=x",
        "https://[", "//kino.kz/1",
    ],
)  # fmt: skip
def test_links_that_are_not_shown(link: str) -> None:
    assert address(link) == ""


def test_a_huge_feed_is_read_in_part() -> None:
    many = [f"<title>A{n}</title><link>https://kino.kz/{n}</link>" for n in range(500)]
    assert len(read_feed(rss(*many))) == 100


def test_long_texts_are_cut_at_a_word() -> None:
    assert plain("слово " * 100, 20) == "слово слово слово…"


@pytest.mark.fuzz
@given(st.text(max_size=200))
def test_whatever_text(text: str) -> None:
    words = plain(text, 50)
    assert len(words) <= 50
    assert "\n" not in words
    assert plain(words, 50) == words or "<" in words or "&" in words


@pytest.mark.fuzz
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda t: rss(f"<title>{t}</title>")))
def test_whatever_bytes(body: bytes) -> None:
    try:
        entries = read_feed(body)
    except FeedError:
        return
    assert all(entry.headline and entry.link.startswith("https://") for entry in entries)


def test_what_the_parser_trips_over_costs_this_feed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("feedparser.parse", trip)
    with pytest.raises(FeedError, match="cannot be parsed: RecursionError"):
        read_feed(rss(ITEM))
