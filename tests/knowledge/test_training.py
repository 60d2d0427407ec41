"""What the confidence learns from: wordings that the engine was not given."""

from __future__ import annotations

from knowledge.asking.wordings import read_documents
from knowledge.engine import Engine
from tests.training.held_out import documents_in_part, questions


def test_every_wording_is_kept_or_held_out() -> None:
    documents, others = documents_in_part(0.5)
    whole = read_documents()
    for language, document in whole.items():
        kept = documents[language]["patterns"]
        for kind, texts in document["patterns"].items():
            out = [text for k, code, text in others if (k, code) == (kind, language)]
            assert kept[kind]
            assert sorted({*kept[kind], *out}) == sorted(set(texts))
            assert not set(kept[kind]) & set(out)


def test_wordings_are_asked_with_names_and_what_nobody_can_know_is_to_be_refused(
    engine: Engine,
) -> None:
    known = ("film.director", "en", "who directed {film}")
    asked, refused = questions(engine, [known, ("beyond.person", "ru", "рост {person}")])
    assert asked.kinds == ("film.director",)
    assert engine.base.films[asked.about[0]].title.get("en") in asked.ask
    assert refused.kinds == ("unknown",)
    assert not refused.about
    assert "{" not in refused.ask


def test_wordings_with_other_slots_or_none_are_left_out(engine: Engine) -> None:
    left = [
        ("film.role", "en", "who played {role} in {film}"),
        ("film.director", "en", "directed by"),
        ("person.directed", "en", "films directed by {person}"),
        ("follow.more", "en", "more"),
    ]
    assert not list(questions(engine, left))
