"""The card of any record, by kind and id."""

from __future__ import annotations

from knowledge.answers.wording import Wording
from knowledge.figures.card import Card
from knowledge.figures.film import film_card
from knowledge.figures.organisation import organisation_card
from knowledge.figures.person import person_card


def card_of(word: Wording, kind: str, id_: str) -> Card | None:
    """``kind`` is ``film``, ``person`` or ``organisation``; None where there is no such record."""
    if kind == "film" and (film := word.base.films.get(id_)):
        return film_card(word, film)
    if kind == "person" and (person := word.base.people.get(id_)):
        return person_card(word, person)
    if kind == "organisation" and (organisation := word.base.organisations.get(id_)):
        return organisation_card(word, organisation)
    return None
