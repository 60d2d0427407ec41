"""A list keeps whatever was named: a genre, a place, a time, a maker, prizes; none is dropped."""

from __future__ import annotations

import itertools
import random
from datetime import UTC, date, datetime

import pytest

from knowledge.answer import Conversation
from knowledge.engine import Engine

TODAY = date(2026, 11, 23)

_SAID = {
    "ru": {
        "genre": ("комедии", "драмы", "мультфильмы", "короткометражки", "документальные фильмы"),
        "date": ("2019 года", "девяностых", "после 2015 года", "80-х"),
        "place": ("снятые в Алматы", "которые снимали в Астане"),
        "language": ("на казахском", "на русском языке"),
        "country": ("совместно с Францией",),
    },
    "en": {
        "genre": ("comedies", "dramas", "cartoons", "short films", "horror movies"),
        "date": ("from 2019", "from the nineties", "made between 2015 and 2020", "before 1980"),
        "place": ("shot in Almaty", "filmed in Astana"),
        "language": ("in Kazakh",),
        "country": ("co-produced with France",),
    },
    "kk": {
        "genre": ("комедиялар", "драмалар", "мультфильмдер", "деректі фильмдер"),
        "date": ("2019 жылғы", "2010 жылдардағы", "2015 жылдан кейінгі", "80-жылдардағы"),
        "place": ("Алматыда түсірілген", "Астанада түсірілген"),
        "language": ("қазақ тіліндегі",),
        "country": ("Франциямен бірге түсірілген",),
    },
}
_AHEAD = {
    "ru": ("", "какие есть ", "покажи "),
    "en": ("", "which ", "show me "),
    "kk": ("", "қандай ", "барлық "),
}


def _questions(language: str) -> list[tuple[str, set[str]]]:
    """Sixty questions of a genre with one or two other constraints, and what each names."""
    chance, said = random.Random(7), _SAID[language]  # noqa: S311
    others = [key for key in said if key != "genre"]
    sets = [*itertools.combinations(others, 1), *itertools.combinations(others, 2)]
    found = []
    for number in range(60):
        keys = sets[number % len(sets)]
        parts = [chance.choice(said[key]) for key in keys]
        genre, ahead = chance.choice(said["genre"]), chance.choice(_AHEAD[language])
        words = [*parts, genre] if language == "kk" else [genre, *parts]
        found.append((ahead + " ".join(words), {"genre", *keys}))
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_nothing_that_was_named_is_dropped(engine: Engine, language: str) -> None:
    dropped, answered = [], 0
    for text, named in _questions(language):
        answer = engine.ask(text, today=TODAY)
        query = engine.refs.query(answer.ref)
        if answer.kind != "answer" or query is None:
            continue
        answered += 1
        told = {"genre" if f.field == "type" else f.field for f in query.filters}
        if answer.asked.startswith("list.") and not named <= told:
            dropped.append((text, named - told))
    assert answered > 15
    assert not dropped


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("хочу посмотреть боевики с наградами", "боевик, с наградами"),
        ("are there any documentaries with awards", "documentary, with prizes"),
        ("көрсетші: жүлде алған комедиялар", "комедия, жүлде алған"),
        ("мультфильмы киностудии Казахфильм", "анимация, Казахфильм"),
        ("which Kazakh films won in 2018", "2018, with prizes"),
        ("какие фильмы победили в 2018", "2018 г., с наградами"),
    ],
)
def test_prizes_and_studios_beside_a_genre(engine: Engine, text: str, read: str) -> None:
    assert engine.ask(text, today=TODAY).lead.startswith(f"{read} (")


def test_a_list_that_is_empty_is_told_to_be(engine: Engine) -> None:
    answer = engine.ask("short films in Kazakh from 1975", today=TODAY)
    assert answer.kind == "unknown"
    assert "1975, short film, Kazakh" in answer.lead


@pytest.mark.parametrize("text", ["which Kazakh films won abroad", "films directed by women"])
def test_a_sort_of_films_is_not_asked_of_the_last_festival(engine: Engine, text: str) -> None:
    told = engine.ask("кто победил в Каннах", today=TODAY)
    before = engine.follow(Conversation(), told, datetime(2026, 11, 23, 9, tzinfo=UTC))
    answer = engine.ask(text, today=TODAY, conversation=before)
    query = engine.refs.query(answer.ref)
    assert query is not None
    assert [test.field for test in query.filters] in (["abroad"], ["directed_by"])
