"""Whether somebody made a film or was in it: of pairs drawn from the facts, true and false."""

from __future__ import annotations

import random
from datetime import date

import pytest

from knowledge.engine import Engine

TODAY = date(2026, 11, 23)

_ASKED: dict[str, dict[str, tuple[str, ...]]] = {
    "ru": {
        "director": ("{person} снял фильм «{film}»?", "правда что фильм «{film}» снял {person}?"),
        "actor": ("играл ли {person} в фильме «{film}»?", "есть ли {person} в фильме {film}"),
    },
    "en": {
        "director": ("did {person} direct {film}?", "is {person} the director of {film}?"),
        "actor": ("did {person} play in {film}?", "is {person} in the film “{film}”?"),
    },
    "kk": {
        "director": ("«{film}» фильмін {person} түсірді ме?",),
        "actor": ("{person} «{film}» фильмінде ойнады ма?",),
    },
}
_YES, _NO = {"ru": "Да", "en": "Yes", "kk": "Иә"}, {"ru": "Нет", "en": "No,", "kk": "Жоқ"}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("role", ["director", "actor"])
def test_yes_is_said_of_those_who_did_and_of_no_others(
    engine: Engine, language: str, role: str
) -> None:
    base, chance = engine.base, random.Random(11)  # noqa: S311
    films = [f for f in base.films.values() if f.directors and f.cast and len(f.title.en) > 3]
    people = [p for p in base.people.values() if base.credited(p.id, role)]
    wrong, yes = [], 0
    for number in range(60):
        film = chance.choice(films)
        own = base.crew(film, role)
        true = number % 2 == 0
        person = base.people[chance.choice(own)] if true else chance.choice(people)
        asked = chance.choice(_ASKED[language][role]).format(
            person=person.name.get(language), film=film.title.get(language)
        )
        answer = engine.ask(asked, today=TODAY)
        did = answer.kind == "answer" and answer.lead.startswith(_YES[language])
        not_did = answer.kind == "answer" and answer.lead.startswith(_NO[language])
        yes += did
        if (did and not base.made(person.id, film)) or (not_did and person.id in own):
            wrong.append((asked, answer.lead))
    assert yes > 24  # of 30: of some the answer tells who it was instead
    assert not wrong
