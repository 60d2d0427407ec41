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
