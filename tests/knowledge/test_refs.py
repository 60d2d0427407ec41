"""What a button carries leads back to what it was written for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import chain

import pytest

from knowledge.answer import Conversation
from knowledge.asking.kinds import CODES
from knowledge.engine import Engine
from knowledge.query import Filter, Query
from knowledge.reading.reading import Reading

TODAY = date(2026, 11, 23)


def test_no_two_ids_have_the_same_letters(engine: Engine) -> None:
    base, refs = engine.base, engine.refs
    ids = chain(base.films, base.people, base.organisations, *base.vocabulary.values())
    for id_ in ids:
        reading = Reading("list.films", Query(filters=(Filter("maker", id_),)), "en", 1.0)
        assert refs.read(refs.write(reading), "en") == reading


def test_a_filter_is_never_lost_on_the_way(engine: Engine) -> None:
    refs = engine.refs
    for test in (
        Filter("as", "director"),
        Filter("gender", "female"),
        Filter("born", "born"),
        Filter("result", "selected"),
        Filter("abroad", "won"),
        Filter("adapted", "any"),
        Filter("directed_by", "female"),
        Filter("about", "волчонок"),
        Filter("about", "the famine"),
        Filter("place", "text:Aksuat"),
        Filter("place", "text:Hunger Steppe"),  # a part of what stands in the record
    ):
        reading = Reading("list.people", Query(filters=(test,)), "en", 1.0)
        assert refs.read(refs.write(reading), "en") == reading


def test_what_cannot_be_written_has_no_button(engine: Engine) -> None:
    for test in (Filter("place", "text:Nowhere"), Filter("colour", "red")):
        reading = Reading("list.people", Query(filters=(test,)), "en", 1.0)
        assert engine.refs.write(reading) == ""


def test_words_too_long_for_a_button_have_none(engine: Engine) -> None:
    reading = Reading("list.films", Query(filters=(Filter("about", "голод " * 9),)), "ru", 1.0)
    assert engine.refs.write(reading) == ""


@pytest.mark.parametrize("code", ["", "_w", "====", "Z", "gICA", "<b>", "Lg"])
def test_forged_words_list_no_films(engine: Engine, code: str) -> None:
    """What comes back with a button is whatever somebody sent: it never means all films."""
    kind = CODES["list.films"]
    opened = engine.open(f"{kind}...Q{code}", today=TODAY, language="ru")
    assert opened is None or opened.kind == "unknown"


def test_films_about_something_have_a_second_page_and_are_narrowed(engine: Engine) -> None:
    told = engine.ask("фильмы про мать", today=TODAY)
    assert told.pages > 1
    second = engine.open(told.ref, today=TODAY, language="ru", page=2)
    assert second is not None
    assert "«мать»" in second.lead
    before = engine.follow(Conversation(), told, datetime(2026, 11, 23, 9, tzinfo=UTC))
    narrowed = engine.ask("только после 2018", today=TODAY, conversation=before)
    assert "«мать»" in narrowed.lead
    assert "2019" in narrowed.lead
