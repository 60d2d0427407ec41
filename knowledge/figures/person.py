"""The card of a person: name, years of life, best known films, awards."""

from __future__ import annotations

from knowledge.answer import Entity
from knowledge.answers.wording import Wording
from knowledge.factbase.records import Film, Person
from knowledge.figures.card import Card, Doubts, Row, dated, elsewhere

FILMS = 5


def person_card(word: Wording, person: Person) -> Card:
    doubts = Doubts(word, person)
    language = word.language
    own = f"name.{language}"
    awards = sum(won.honour.result == "won" for won in word.base.received(person.id))
    awards += sum(prize.result == "won" for prize in person.prizes)
    count = len(word.base.credited(person.id))
    known = known_films(word, person)
    rows = [
        _life(word, person, doubts),
        Row(word.say("picture-known-for"), ", ".join(dated(word, film) for film in known)),
        Row(
            word.say("picture-films"),
            word.number(count) if count > len(known) else "",
        ),
    ]
    return Card(
        kind="person",
        title=doubts.mark(person.name.get(language), own),
        kicker=word.occupation(person) if doubts.sure("occupations") else "",
        also=elsewhere(person.name, "name", language, (*person.unsourced, *person.coined)),
        centre=initials(person.name.get(language)),
        under=word.say("awards-count", count=awards) if awards else "",
        rows=tuple(row for row in rows if row.value),
        notes=doubts.notes,
    )


def known_films(word: Wording, person: Person) -> list[Film]:
    """The best known of those that the record names, or of all credits; oldest first."""
    named = person.known_for if "known_for" not in person.unsourced else ()
    found = [word.base.films[id_] for id_ in named] or word.base.credited(person.id)
    found.sort(key=lambda film: (-word.base.fame(Entity("film", film.id)), film.id))
    return sorted(found[:FILMS], key=lambda film: (film.year or 9999, film.id))


def initials(name: str) -> str:
    """Those of given and family name: the first and the last word."""
    words = [word for word in name.split() if word[0].isalpha()]
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0].upper() for word in ends)


def _life(word: Wording, person: Person, doubts: Doubts) -> Row:
    born = doubts.mark(person.born[:4], "born")
    died = doubts.mark(person.died[:4], "died")
    if born and died:
        return Row(word.say("picture-life"), f"{born}–{died}")
    if died:
        return Row(word.say("picture-died"), died)
    return Row(word.say("picture-born"), born)
