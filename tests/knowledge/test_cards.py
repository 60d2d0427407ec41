"""Cards and their sections over our own facts: true, short enough, and in three languages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer import PAGE, Entity
from knowledge.answers import similar
from knowledge.answers.card import LONGEST, first_sentence
from knowledge.answers.listings import SECTIONS
from knowledge.engine import Engine
from knowledge.factbase.records import LANGUAGES

TODAY = date(2026, 11, 23)
CAPTION = 1024
FILM = Entity("film", "road-to-mother-2016")


def everything(engine: Engine) -> list[Entity]:
    base = engine.base
    return [
        *(Entity("film", id_) for id_ in base.films),
        *(Entity("person", id_) for id_ in base.people),
        *(Entity("organisation", id_) for id_ in base.organisations),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_card_that_fits_under_a_picture(engine: Engine, language: str) -> None:
    for entity in everything(engine):
        card = engine.cards.show(entity, today=TODAY, language=language)
        assert card
        assert card.card == entity
        assert len(card.text.encode("utf-16-le")) // 2 <= LONGEST + 20 < CAPTION, entity
        assert engine.name(entity, language).split(" (")[0] in card.lead
        labels = [option.label for option in card.options]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_opens_and_every_page_fits(engine: Engine, language: str) -> None:
    for entity in everything(engine)[::7]:
        card = engine.cards.show(entity, today=TODAY, language=language)
        assert card
        for option in card.options:
            assert len(option.ref.encode()) <= 58  # a page number stands before it
            section = engine.open(option.ref, today=TODAY, language=language)
            assert section
            assert section.card == entity
            assert section.section
            assert section.options[0].ref == card.ref
            for number in range(1, section.pages + 1):
                page = engine.open(option.ref, today=TODAY, language=language, page=number)
                assert page
                assert 1 <= len(page.lines) <= PAGE
                sources = sum(len(url.split("/")[2]) + 6 for url in page.sources)
                assert len(page.text) + sources + 20 <= CAPTION, (entity, option)


def test_pages_leave_nothing_out_and_repeat_nothing(engine: Engine) -> None:
    ref = engine.refs.card(FILM, "awards")
    first = engine.open(ref, today=TODAY, language="en")
    assert first
    pages = [
        engine.open(ref, today=TODAY, language="en", page=number)
        for number in range(1, first.pages + 1)
    ]
    lines = [line for page in pages if page for line in page.lines]
    assert len(lines) == len(engine.base.films[FILM.id].honours)
    beyond = engine.open(ref, today=TODAY, language="en", page=99)
    assert beyond == pages[-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_film_card_says(engine: Engine, language: str) -> None:
    film = engine.base.films[FILM.id]
    card = engine.cards.show(FILM, today=TODAY, language=language)
    assert card
    assert film.title.get(language) in card.lead
    assert "2016" in card.lead
    for other in LANGUAGES:
        assert film.title.get(other) in card.text
    people = [*film.directors, *(part.person for part in film.cast[:4])]
    for id_ in people:
        assert engine.base.people[id_].name.get(language) in card.text
    assert film.synopsis
    assert film.synopsis.get(language) in card.text
    assert "(13)" in card.text
    assert card.sources == ()  # they are a section of their own
    assert engine.open(engine.refs.card(FILM, "sources"), today=TODAY, language=language)


def test_a_question_about_the_record_as_such_is_answered_with_the_card(engine: Engine) -> None:
    for text, kind in (
        ("Томирис", "film"),
        ("who is Akan Satayev", "person"),
        ("Канн", "organisation"),
    ):
        read = engine.ask(text, today=TODAY)
        card = engine.cards.for_chat(read, today=TODAY)
        assert card.card
        assert card.card.kind == kind
        assert card.alternatives == read.alternatives
        assert engine.cards.for_chat(card, today=TODAY) is card


@pytest.mark.parametrize("text", ["films of 2018", "сәлем", "asdf qwer", "what opens soon"])
def test_any_other_answer_stays_as_it_is(engine: Engine, text: str) -> None:
    read = engine.ask(text, today=TODAY)
    assert engine.cards.for_chat(read, today=TODAY) == read


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        ("кто снял Томирис", ["«Томирис» (2019)", "Акан Сатаев"]),
        ("who wrote the music for Tulpan", ["“Tulpan” (2008)"]),  # not known
        ("Томирис қашан шықты?", ["«Томирис» (2019)"]),
        ("films of Akan Satayev", ["Akan Satayev"]),
    ],
)
def test_an_answer_leads_to_the_cards_of_what_it_is_about(
    engine: Engine, text: str, cards: list[str]
) -> None:
    shown = engine.cards.for_chat(engine.ask(text, today=TODAY), today=TODAY)
    assert [option.label for option in shown.options] == cards
    for option in shown.options:
        card = engine.open(option.ref, today=TODAY, language=shown.language)
        assert card
        assert card.lead == option.label


@given(ref=st.text(max_size=64) | st.from_regex(r"\+[a-z]{0,9}\.[0-9a-f]{0,8}"))
def test_no_reference_breaks_it(engine: Engine, ref: str) -> None:
    found = engine.open(ref, today=TODAY, language="kk")
    assert found is None or found.text


def test_a_topic_has_no_card(engine: Engine) -> None:
    topic = Entity("topic", next(iter(engine.base.topics)))
    assert engine.cards.show(topic, today=TODAY, language="en") is None
    assert engine.open(engine.refs.card(topic), today=TODAY, language="en") is None
    assert engine.open(engine.refs.card(topic, "cast"), today=TODAY, language="en") is None


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_section_that_is_empty_has_no_button_and_does_not_open(
    engine: Engine, kind: str
) -> None:
    names = set(SECTIONS[kind])
    for entity in [e for e in everything(engine) if e.kind == kind][:60]:
        card = engine.cards.show(entity, today=TODAY, language="en")
        assert card
        shown = {option.ref[1:].partition(".")[0] for option in card.options}
        for name in names - shown:
            ref = engine.refs.card(entity, name)
            assert engine.open(ref, today=TODAY, language="en") is None


def test_what_is_similar_shares_what_is_said(engine: Engine) -> None:
    answer = engine.ask("similar films to Tomiris", today=TODAY, language="en")
    assert answer.asked == "list.similar"
    film = engine.base.films["tomiris-2019"]
    assert 1 <= len(answer.lines) <= similar.SHOWN
    others = [e.id for e in answer.entities if e.kind == "film" and e.id != film.id]
    for id_, line in zip(others, answer.lines, strict=True):
        other = engine.base.films[id_]
        assert other.title.en in line
        same_director = set(film.directors) & set(other.directors)
        assert ("the same director" in line) == bool(same_director)
        genres = {term.en for term in film.genres} & {term.en for term in other.genres}
        cast = {p.person for p in film.cast} & {p.person for p in other.cast}
        assert all(genre in line for genre in genres)
        assert (" again" in line) == bool(cast)
        assert same_director or genres or cast


def test_nothing_in_common_is_not_similar(engine: Engine) -> None:
    lonely = next(
        film
        for film in engine.base.films.values()
        if not film.genres and not film.directors and not film.cast
    )
    card = engine.cards.show(Entity("film", lonely.id), today=TODAY, language="en")
    assert card
    assert "Similar" not in [option.label for option in card.options]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One long enough sentence about the whole of the film here. Another.", 59),
        ("XVIII век. Молодые казахские воины во главе с Сартаем поднимаются. Ещё.", 66),
        ("В 1990 г. Алма-Ата меняется, и с нею меняются все, кого мы видим. Ещё.", 65),
        ("No stop at all", 14),
        ("", 0),
    ],
)
def test_the_first_sentence_that_tells_something(text: str, first: int) -> None:
    assert first_sentence(text) == text[:first].strip()


def test_what_is_told_by_chance_has_something_to_tell(engine: Engine) -> None:
    films = engine.cards.tellable()
    assert len(films) > 300
    assert all(engine.base.films[film.id].synopsis for film in films)
