"""What names alone ask for: a title for its card, a genre for its films."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.asking.asking import Asking
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_BARE = (
    ("decoy", ""),
    ("film", "film.card"),
    ("organisation", "org.what"),
    ("person", "person.who"),
    ("genre", "list.films"),
    ("date", "list.films"),
    ("place", "list.films"),
    ("occupation", "list.people"),
)
"""What a slot without a word beside it asks for, the strongest first."""
_SURE = 0.94
"""From here on a town or a genre alone asks for its films, however it is misspelt."""


def bare(
    asking: Asking,
    heard: Heard,
    masked: Masked,
    slots: frozenset[str],
    rest: Sequence[Sequence[Hit]],
    *,
    studio: bool,
) -> str:
    """The kind that the names alone ask for; empty where they ask for none."""
    kind = next((name for slot, name in _BARE if slot in slots), "")
    if kind == "list.films" and all(m.quality < _SURE for m in masked.mentions):
        return ""  # a word that is but like a town's name asks for no films
    if kind == "person.who" and _cinema(asking, rest) and not asking.says("who", rest):
        several = len(masked.of("person")) > 1
        kind = "person.together" if several else "person.films"  # "фильмы Сатаева"
    if kind == "person.who" and any(
        asking.says("drawn_on", heard.hits[max(0, m.start - 1) : m.start])
        or asking.says("drawn_on_behind", heard.hits[m.end : m.end + 1])
        for m in masked.of("person")
    ):
        kind = "person.adapted"  # "а по Айтматову?"
    if kind == "org.what" and asking.says("films", rest, 0.99):
        kind = "list.films"  # "films of Kazakhfilm"
    if "person" in slots and slots & {"genre", "date"} and "film" not in slots:
        kind = "list.films"
    if (
        kind == "list.films"
        and "occupation" in slots
        and not ("person" in slots or _cinema(asking, rest))
    ):
        kind = "list.people"  # "actors from Shymkent"
    if "organisation" in slots and "genre" in slots and not slots & {"film", "award"}:
        kind = "list.films"  # "cartoons of Kazakhfilm"
    elif "organisation" in slots and "date" in slots and studio:
        kind = "list.films"
    elif "organisation" in slots and slots & {"date", "award"} and "film" not in slots:
        # "Kazakhstan at Cannes 2018": what was there, whether it won or not.
        kind = "award.shown" if _cinema(asking, rest) else "award.wins"
        kind = "award.winner" if "award" in slots else kind
    elif {"organisation", "person"} <= slots and not (studio or "film" in slots):
        # "Ержанов в Каннах": whether he was there, or what he had there.
        if asking.says("been", rest, 0.97):
            kind = "award.yesno"
        elif not asking.says("who", rest, 0.97):
            kind = "award.wins"
    if "film" in slots and asking.says("yesno", rest, 0.97):
        if "person" in slots:
            kind = "person.did"  # "есть ли Винни Джонс в «Ликвидаторе»"
        elif slots & {"organisation", "award"}:
            kind = "award.yesno"
    if {"film", "organisation"} <= slots and not studio and asking.says("been", rest, 0.97):
        kind = "award.yesno"
    if {"film", "genre"} <= slots and (
        asking.says("thing", rest, 0.97) or asking.says("yesno", rest, 0.97)
    ):
        kind = "film.genre"  # "is X a western?"
    return kind


def _cinema(asking: Asking, rest: Sequence[Sequence[Hit]]) -> bool:
    return any(hit.word in asking.words.cinema for found in rest for hit in found[:1])
