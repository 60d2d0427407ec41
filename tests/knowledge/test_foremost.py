"""Who comes first among people: the youngest, the oldest, with the most films or prizes."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.engine import Engine
from knowledge.factbase.dates import earliest

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text", ["самый молодой режиссер", "the youngest kazakh director", "ең жас режиссер кім"]
)
def test_the_youngest_was_born_last(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.people"
    directors = [
        person
        for person in engine.base.people.values()
        if person.born
        and not person.died
        and any(term.id == "director" for term in person.occupations[:2])
    ]
    youngest = max(directors, key=lambda person: earliest(person.born or ""))
    assert answer.entities[0].id == youngest.id


@pytest.mark.parametrize(
    "text",
    [
        "какой режиссёр снял больше всего фильмов",
        "which director made the most films",
        "ең көп фильм түсірген режиссер кім",
    ],
)
def test_who_made_most_films(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    counts = [len(engine.base.credited(person, "director")) for person in engine.base.people]
    first = engine.base.credited(answer.entities[0].id, "director")
    assert len(first) == max(counts)
    assert str(max(counts)) in answer.lead


def test_the_oldest_lives(engine: Engine) -> None:
    answer = engine.ask("самый старший режиссёр", today=TODAY)
    first = engine.base.people[answer.entities[0].id]
    assert "старше всех" in answer.lead
    assert first.born
    assert not first.died
    assert TODAY.year - earliest(first.born).year <= 110


def test_a_verb_says_what_most_was_done_of(engine: Engine) -> None:
    answer = engine.ask("кто больше всех снялся", today=TODAY)
    played = max(len(engine.base.credited(person, "actor")) for person in engine.base.people)
    assert len(engine.base.credited(answer.entities[0].id, "actor")) == played
    assert f"{played} фильм" in answer.lead


@pytest.mark.parametrize(
    "text",
    [
        "у какого режиссёра больше всего наград",
        "ең көп жүлде алған режиссер кім",
        "the most decorated actor",
    ],
)
def test_prizes_are_those_that_are_told_of_the_person(engine: Engine, text: str) -> None:
    first = engine.ask(text, today=TODAY)
    name = engine.base.people[first.entities[0].id].name
    own = engine.ask(f"сколько призов у {name.ru}", today=TODAY)
    count = own.lead.split(":")[1].split(".")[0].strip()
    assert f" {count} " in first.lead


@pytest.mark.parametrize(
    "text",
    [
        "which actors died in 2021",
        "2021 жылы қайтыс болған актерлер",
        "какие актёры умерли в 2021",
    ],
)
def test_who_died_in_a_year(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    died = [engine.base.people[e.id].died for e in answer.entities if e.kind == "person"]
    assert died
    assert all((day or "").startswith("2021") for day in died)


def test_a_button_opens_the_same_order(engine: Engine) -> None:
    answer = engine.ask("самый молодой режиссер", today=TODAY)
    again = engine.open(answer.ref, today=TODAY, language="ru")
    assert again is not None
    assert again.lead == answer.lead


def test_a_word_alike_is_nobodys_death(engine: Engine) -> None:
    answer = engine.ask("дүние жүзіне танымал қазақ актерлері", today=TODAY)
    assert len(answer.entities) > 20
    assert any(not engine.base.people[e.id].died for e in answer.entities)


def test_whoever_would_be_too_old_is_not_the_oldest_living(engine: Engine) -> None:
    assert not engine.base.people["amre-kashaubayev"].died
    answer = engine.ask("самый старший певец", today=TODAY)
    assert "amre-kashaubayev" not in {entity.id for entity in answer.entities}
    assert "старше всех" in answer.lead


@pytest.mark.parametrize(
    "text",
    [
        "which actor has won the most prizes",
        "самый титулованный оператор",
        "қай актрисаның марапаты ең көп",
        "most awarded kazakh cinematographer",
    ],
)
def test_whoever_has_most_prizes_is_somebody_and_no_film(engine: Engine, text: str) -> None:
    answer = engine.ask(text, today=TODAY)
    assert answer.asked == "list.people"
    assert answer.entities[0].kind == "person"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("who has more films, Aimanov or Tursunov", "shaken-aimanov", "ermek-tursunov"),
        ("кто снял больше, Турсунов или Айманов", "shaken-aimanov", "ermek-tursunov"),
        ("Тұрсынов пен Аймановтың қайсысы көп кино түсірген", "shaken-aimanov", "ermek-tursunov"),
        (
            "кімнің жүлдесі көп, Байғазиннің бе Ержановтың ба",
            "adilkhan-yerzhanov",
            "emir-baigazin",
        ),
    ],
)
def test_two_people_are_compared(engine: Engine, text: str, first: str, second: str) -> None:
    answer = engine.ask(text, today=TODAY)
    people = engine.base.people
    names = [people[id_].name.get(answer.language) for id_ in (first, second)]
    assert answer.asked == "list.people"
    assert answer.lead.index(names[0]) < answer.lead.index(names[1])
    again = engine.open(answer.ref, today=TODAY, language=answer.language)
    assert again is not None
    assert again.lead == answer.lead


def test_of_two_neither_is_behind_of_whom_nothing_is_known(engine: Engine) -> None:
    unknown = engine.base.people["samal-yeslyamova"]
    assert not engine.base.credited(unknown.id, "director")
    answer = engine.ask(f"кто снял больше, {unknown.name.ru} или Акан Сатаев", today=TODAY)
    assert answer.kind == "unknown"
    assert unknown.name.ru in answer.lead


def test_only_films_of_the_genre_are_counted(engine: Engine) -> None:
    answer = engine.ask("кто снял больше всего комедий", today=TODAY)
    first = answer.entities[0].id
    comedies = [
        film
        for film in engine.base.credited(first, "director")
        if any(term.id == "comedy" for term in film.genres)
    ]
    assert f"{len(comedies)} фильм" in answer.lead


def test_two_who_are_only_named_are_no_list(engine: Engine) -> None:
    assert engine.ask("Сатаев и Байгазин", today=TODAY).asked != "list.people"
