"""Readings that leave out, or tear, a name that another reading of the question takes whole."""

from __future__ import annotations

from knowledge.naming.mention import Mention
from knowledge.reading.narrowing import ROLE_OF_KIND
from knowledge.reading.reading import Reading

WHOLE = 0.97
"""How well a name or a question fits that is meant as it stands."""


def names_more(other: Reading, reading: Reading) -> bool:
    """Whether another reading knows a film, part, genre, event or person that this one misses."""
    if other.mentions == reading.mentions:
        return False
    return (
        _names_film(other, reading)
        or _names_part(other, reading)
        or _names_other_film(other, reading)
        or _names_genre(other, reading)
        or _names_event(other, reading)
        or _names_whole(other, reading)
        or _names_town(other, reading)
        or _names_dated(other, reading)
        or _names_part_whole(other, reading)
        or _names_prize(other, reading)
        or _names_both(other, reading)
        or _names_ours(other, reading)
        or _names_title(other, reading)
    )


def _names_film(other: Reading, reading: Reading) -> bool:
    """Whether another reading asks the same of the person within a film that is surely named."""
    return (
        other.kind == reading.kind
        and reading.kind in ("person.role", "person.did", "award.yesno")
        and set(other.query.start) > set(reading.query.start)
        and other.signs.least_quality >= 0.9
        and (
            all(test.field in ("as", "occupation") for test in reading.query.filters)
            or reading.kind == "award.yesno"
        )
    )


def _names_part(other: Reading, reading: Reading) -> bool:
    """Whether to this one a part of its film is strange, and another asks about the part."""
    return (
        other.kind == "film.role"
        and reading.kind.startswith("film.")
        and bool(reading.signs.unexplained)
        and other.query.start == reading.query.start
        and not other.signs.strange
        and any(_part_of(m, other) for m in other.mentions)
        and set(other.mentions) > set(reading.mentions)
    )


def _part_of(mention: Mention, reading: Reading) -> bool:
    """Whether this is a part in the film that is asked about."""
    films = {entity.id for entity in reading.query.start}
    return mention.kind == "role" and any(pair.partition("/")[0] in films for pair in mention.ids)


def _names_other_film(other: Reading, reading: Reading) -> bool:
    """Whether to this one the part is one of another film than the one that is named beside it."""
    if reading.kind != "film.role" or other.query.start == reading.query.start:
        return False
    if other.kind == "film.role" and set(other.mentions) > set(reading.mentions):
        return True
    # "Who plays Genghis Khan in Mongol": no country.
    named = {(m.start, m.end) for m in other.mentions if m.kind == "film" and m.quality >= WHOLE}
    taken = {(m.start, m.end) for m in reading.mentions if m.kind == "country"}
    return other.kind in ("film.cast", "film.role") and bool(named & taken)


def _names_genre(other: Reading, reading: Reading) -> bool:
    """Whether this one tells somebody's films whatever they are, and another says which."""
    lists = ("list.films", "list.count", *ROLE_OF_KIND)
    of_films = reading.kind == "film.awards" and bool(reading.query.steps)
    return (
        (reading.carried or set(other.mentions) > set(reading.mentions))
        and (reading.kind in lists or of_films)
        and other.kind in lists
        and not any(m.kind in ("genre", "type") for m in reading.mentions)
        and any(m.kind in ("genre", "type") and m.quality >= 0.97 for m in other.mentions)
    )


def _names_event(other: Reading, reading: Reading) -> bool:
    """Whether to this one the name of a festival is strange that another reading knows."""
    taken = {at for m in reading.mentions for at in range(m.start, m.end)}
    return (
        bool(reading.query.steps and reading.signs.unexplained)
        and not other.signs.unexplained
        and set(other.mentions) > set(reading.mentions)
        and any(
            m.kind == "organisation" and m.quality >= 0.95 and m.start not in taken
            for m in other.mentions
        )
    )


def _names_whole(other: Reading, reading: Reading) -> bool:
    """Whether this one takes for a film what is one half of somebody's full name."""
    titles = [m for m in reading.mentions if m.kind == "film" and m.words == 1 and not m.quoted]
    return any(
        m.kind == "person"
        and m.how == "name"
        and m.quality >= WHOLE
        and m.start <= title.start
        and title.end <= m.end
        and m.end - m.start > 1
        for title in titles
        for m in other.mentions
    )


def _names_town(other: Reading, reading: Reading) -> bool:
    """Whether people of a town are asked for, rather than of the festival that it names too."""
    towns = {(m.start, m.end) for m in other.mentions if m.kind == "place"}
    return (
        reading.kind == other.kind == "list.people"
        and any(
            m.kind == "organisation" and m.how != "name" and (m.start, m.end) in towns
            for m in reading.mentions
        )
        and any(m.kind == "occupation" for m in other.mentions)
    )


def _names_dated(other: Reading, reading: Reading) -> bool:
    """Whether the year of this list stands beside the title of a film, and tells which."""
    return (
        reading.kind.startswith("list.")
        and not reading.query.start
        and other.kind == "film.card"
        and other.range == reading.range is not None
        and set(other.mentions) > set(reading.mentions)
        and any(m.kind == "film" and m.quality > WHOLE for m in other.mentions)
    )


def _names_part_whole(other: Reading, reading: Reading) -> bool:
    """Whether this one takes a word of a part's name for another part: "Ablai Khan" is no Abel."""
    parts = [m for m in other.mentions if m.kind == "role" and m.quality >= WHOLE]
    played = reading.kind in ("film.role", "film.cast", "film.lead")
    return (
        played
        and other.kind == "film.role"
        and any(
            whole.start <= m.start < m.end <= whole.end
            and m.end - m.start < whole.end - whole.start
            for whole in parts
            for m in reading.mentions
            if m.kind in ("role", "film") and not m.quoted
        )
    )


def _names_prize(other: Reading, reading: Reading) -> bool:
    """Whether the words are a prize's own name, and here but a part of some festival's."""
    prizes = {(m.start, m.end) for m in other.mentions if m.kind == "award" and m.quality >= WHOLE}
    return (
        reading.kind == other.kind
        and reading.kind.startswith("award.")
        and any(
            m.kind == "organisation" and m.how != "name" and (m.start, m.end) in prizes
            for m in reading.mentions
        )
    )


def _names_both(other: Reading, reading: Reading) -> bool:
    """Whether two people are compared, or two films asked about, of which this one knows one."""
    if other.kind == "list.both" and reading.kind in ("film.cast", "film.lead"):
        films = sum(entity.kind == "film" for entity in other.query.start)
        return films == 2 and other.signs.fit > WHOLE - 0.05 and not reading.query.steps
    return (
        other.kind == "list.earlier"
        and reading.kind.startswith("person.")
        and other.signs.fit > 0.5
        and set(other.mentions) > set(reading.mentions)
    )


def _names_ours(other: Reading, reading: Reading) -> bool:
    """Whether what is a foreign name with an ending is a title of ours as it stands: «Малика»."""
    films = {(m.start, m.end) for m in other.mentions if m.kind == "film" and m.quality == 1.0}
    return reading.missing == "decoy" and any(
        m.kind == "decoy" and m.quality < 1.0 and (m.start, m.end) in films
        for m in reading.mentions
    )


def _names_title(other: Reading, reading: Reading) -> bool:
    """Whether a film's own title is taken for a festival called so, and asked for its films."""
    titles = {(m.start, m.end) for m in other.mentions if m.kind == "film" and m.quality == 1.0}
    return (
        reading.kind.startswith(("premiere.", "list."))
        and other.kind.startswith("film.")
        and any(m.kind == "organisation" and (m.start, m.end) in titles for m in reading.mentions)
    )
