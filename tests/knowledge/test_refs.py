"""What a button carries leads back to what it was written for."""

from __future__ import annotations

from itertools import chain

from knowledge.engine import Engine
from knowledge.query import Filter, Query
from knowledge.reading.reading import Reading


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
        Filter("place", "text:Aksuat"),
        Filter("place", "text:Hunger Steppe"),  # a part of what stands in the record
    ):
        reading = Reading("list.people", Query(filters=(test,)), "en", 1.0)
        assert refs.read(refs.write(reading), "en") == reading


def test_what_cannot_be_written_has_no_button(engine: Engine) -> None:
    for test in (Filter("place", "text:Nowhere"), Filter("colour", "red")):
        reading = Reading("list.people", Query(filters=(test,)), "en", 1.0)
        assert engine.refs.write(reading) == ""
