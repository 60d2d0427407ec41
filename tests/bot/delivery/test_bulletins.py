"""What a bulletin looks like when it arrives."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.bulletins import Delivering, audience_of, html_of, item_of
from bot.delivery.delivery import Delivery
from bot.delivery.item import LONGEST_CAPTION, units
from bot.delivery.topic import Topic
from bot.pace import Pace
from bot.storage import Storage
from knowledge.answer import Entity
from knowledge.answers.texts import load_texts
from knowledge.bulletins.bulletin import Bulletin, Document, Message
from knowledge.factbase.records import LANGUAGES
from tests.botapi import parse_html
from tests.databases import database

TEXTS = load_texts()
END = datetime(2026, 12, 1, tzinfo=UTC)
FULL = Message(
    "A <b> & a lead",
    ("one", "two <script>"),
    ('https://a.example.org/x?a=1&b="2"', "Arman (file)"),
    Document("tulpan.ics", b"BEGIN"),
)


def bulletin(message: Message = FULL, topics: tuple[str, ...] = ("news",)) -> Bulletin:
    return Bulletin(
        "reminder", "k", dict.fromkeys(LANGUAGES, message), topics, END, True,
        Entity("film", "tulpan-2008"),
    )  # fmt: skip


def test_words_are_escaped_and_sources_are_links() -> None:
    item = item_of(bulletin(topics=("premieres", "film:tulpan-2008", "person:x y")), TEXTS)
    assert item.texts["en"] == (
        "<b>A &lt;b&gt; &amp; a lead</b>\none\ntwo &lt;script&gt;\n\nSources: "
        '<a href="https://a.example.org/x?a=1&amp;b=&quot;2&quot;">1\xa0a.example.org</a>'
        " · 2\xa0Arman (file)"
    )
    assert item.audience == (Topic("premieres"), Topic("film", "tulpan-2008"))
    assert (item.subject, item.repeatable) == ("film:tulpan-2008", True)
    assert {document.name for document in item.documents.values()} == {"tulpan.ics"}


def test_what_nobody_can_follow_is_no_item() -> None:
    assert audience_of(("weather", "film:")) == ()
    with pytest.raises(ValueError, match="audience"):
        item_of(bulletin(topics=("weather",)), TEXTS)


async def test_what_can_never_be_told_is_dropped_and_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    storage = Storage.open(database(tmp_path))
    deliver = Delivering(Delivery(storage, Pace(None), lambda: END - timedelta(days=1)), TEXTS)
    for _ in range(3):
        assert await deliver(bulletin(topics=("weather",))) is None
    assert len(caplog.messages) == 1
    assert await deliver(bulletin()) is not None
    assert await deliver(bulletin()) == await deliver(bulletin())
    await storage.close()


@given(
    lead=st.text(min_size=1, max_size=1500).filter(str.strip),
    lines=st.lists(st.text(max_size=800), max_size=6),
    sources=st.lists(st.text(min_size=1, max_size=400), max_size=5),
)
def test_whatever_is_said_fits_and_is_sound_html(
    lead: str, lines: list[str], sources: list[str]
) -> None:
    message = Message(lead, tuple(lines), tuple(sources))
    html = html_of(message, "ru", TEXTS, LONGEST_CAPTION)
    assert 0 < units(html) <= LONGEST_CAPTION
    assert parse_html(html)
