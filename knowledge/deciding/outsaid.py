"""Readings that say less than another one: a filter, a film or a surer name is left out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from knowledge.asking.kinds import BEHIND_CAMERA, DATES, SUPERLATIVES
from knowledge.deciding.names_more import WHOLE, names_more
from knowledge.naming.mention import Mention
from knowledge.query import Filter, has
from knowledge.reading.narrowing import ROLE_OF_KIND
from knowledge.reading.reading import Reading

FILTERED = ("list.", "award.", "premiere.", "film.awards", "person.prizes")
"""Kinds whose answer is another one where a filter is left out."""
_MUCH = 0.2
"""So much more of the words another reading explains that says what is asked of whom."""
_NAMES = ("film", "person", "organisation")
_FITS = 0.9
_FAR = 0.3
"""So much more another reading explains that takes a name for another's."""
_YEARS = ("this_year", "last_year", "next_year")
_PRIZES = ("person.prizes", "film.awards")


def outsaid(reading: Reading, readings: Iterable[Reading]) -> bool:
    """Nobody names a genre, a festival or another film for nothing."""
    return any(
        says_more(other, reading)
        or _surer(other, reading)
        or names_more(other, reading)
        or _quotes(other, reading)
        or _picks(other, reading)
        or _of_both(other, reading)
        or _of_sort(other, reading)
        or _leads_on(other, reading)
        or _made_winner(other, reading)
        or _asks_crew(other, reading)
        or _compares(other, reading)
        or _called_so(other, reading)
        for other in readings
        if other is not reading and not other.missing
    )


def says_more(other: Reading, reading: Reading) -> bool:
    """Whether another reading asks the same with a filter surely named besides.

    "Soon" and "last" say what kind of question it is, so they are none.
    """
    same = (other.kind, other.query.start, other.query.steps) == (
        reading.kind,
        reading.query.start,
        reading.query.steps,
    )
    if not same and not _lists_same(other, reading):
        return False
    if other.kind in SUPERLATIVES and has(other.query, "film"):
        return False  # of one film alone nothing is the longest: "runs" is no «Run»
    own = _told(reading)
    more = [m for m in other.mentions if _as_genre(m) not in own]
    if has(reading.query, "directed_by") and all(m.kind == "occupation" for m in more):
        return False  # that of the women who made them
    return (
        bool(more)
        and (
            reading.kind.startswith(FILTERED)
            or all(m.kind in DATES for m in more)
            or (reading.kind in ROLE_OF_KIND and any(m.kind == "organisation" for m in more))
            or _decides(other, reading)
        )
        and _told(other) > own
        and _filters(other) >= _filters(reading)
        and all(m.quality >= 0.9 and (m.kind != "relative" or m.ids[0] in _YEARS) for m in more)
    )


def _decides(other: Reading, reading: Reading) -> bool:
    """Whether what the other names besides says which of the namesakes is asked about."""
    return bool(reading.namesakes and not other.namesakes and not other.signs.implied)


def _filters(reading: Reading) -> set[Filter]:
    """Its filters by names: "competition" may also be read as having taken part."""
    named = (each for each in reading.query.filters if each.field != "result")
    return {replace(f, field="genre") if f.field == "type" else f for f in named}


def _told(reading: Reading) -> set[Mention]:
    return set(map(_as_genre, reading.mentions))


def _as_genre(mention: Mention) -> Mention:
    """A cartoon is a kind of film as well as a genre: the same is said either way."""
    return replace(mention, kind="genre") if mention.kind == "type" else mention


def _surer(other: Reading, reading: Reading) -> bool:
    """Whether another reading asks the same of what is surely named, this one of a common word."""
    return (
        other.kind == reading.kind
        and reading.kind.startswith("film.")
        and (_common(reading) or _unsure(reading, other))
        and other.signs.least_quality >= 0.97
        and other.query.start != reading.query.start
        and any(m.kind == "film" and not m.ordinary for m in other.mentions)
    )


def _common(reading: Reading) -> bool:
    """Whether the film it is about is called like a word with which people ask."""
    films = [m for m in reading.mentions if m.kind == "film"]
    return bool(films) and all(m.ordinary and not m.quoted for m in films)


def _unsure(reading: Reading, other: Reading) -> bool:
    """Whether this one leaves words over and is less sure of its name than the other."""
    signs = reading.signs
    return bool(signs.unexplained) and signs.least_quality < other.signs.least_quality


def _lists_same(other: Reading, reading: Reading) -> bool:
    """Whether one lists films of a person whose films the other asks for."""
    return (
        other.kind in ("list.films", "award.shown")
        and reading.kind in (*ROLE_OF_KIND, "list.films")
        and any(Filter("maker", e.id) in other.query.filters for e in reading.query.start)
    )


def _picks(other: Reading, reading: Reading) -> bool:
    """Whether this one goes on with the film talked of, and another knows which is meant now."""
    return (
        reading.carried
        and not other.carried
        and reading.signs.strange > 0.2
        and not other.signs.strange
        and all(each.kind.startswith("film.") for each in (other, reading))
        and any(m.kind == "film" and m.quality >= 0.97 for m in other.mentions)
    )


def _of_both(other: Reading, reading: Reading) -> bool:
    """Whether this one lists what one of two did, and another what both made."""
    same = (reading.query.start, reading.query.steps) == (other.query.start, other.query.steps)
    return (
        (reading.kind in ROLE_OF_KIND or (same and reading.kind.startswith("film.")))
        and other.kind == "list.films"
        and bool(other.query.steps)
        and other.signs.fit > 0.8
        and _makers(other) > _makers(reading)
    )


def _leads_on(other: Reading, reading: Reading) -> bool:
    """Whether "the director's first film" is asked for, rather than who the director is."""
    more = other.signs.explained > reading.signs.explained + _MUCH
    if not (other.signs.derived and more) or reading.kind in SUPERLATIVES:
        return False
    if other.kind in SUPERLATIVES:
        return bool(other.query.steps) and other.query.start == reading.query.start
    # "How long is the film for which X won": the prize says which film is meant.
    of_prize = reading.kind.startswith("award.") or reading.kind in _PRIZES
    of_film = other.kind.startswith("film.") and other.kind != reading.kind and of_prize
    return of_film and other.signs.fit > WHOLE and set(other.mentions) >= set(reading.mentions)


def _made_winner(other: Reading, reading: Reading) -> bool:
    """Whether "the director of the film that won X" is asked for, and not who won."""
    if reading.kind not in ("award.winner", "award.wins") or other.kind not in BEHIND_CAMERA:
        return False
    named = {m for m in reading.mentions if m.kind != "occupation"}
    return other.signs.derived and set(other.mentions) >= named and other.signs.fit > _FITS


def _makers(reading: Reading) -> set[str]:
    named = {f.value for f in reading.query.filters if f.field == "maker"}
    return named | {e.id for e in reading.query.start if e.kind == "person"}


def _of_sort(other: Reading, reading: Reading) -> bool:
    """Whether "historical films with X" asks for films, rather than of what genre they are."""
    return (
        reading.kind == "film.genre"
        and bool(reading.query.steps)
        and other.kind in ("list.films", "list.count")
        and any(f.field == "genre" for f in other.query.filters)
        and set(other.mentions) > set(reading.mentions)
    )


def _asks_crew(other: Reading, reading: Reading) -> bool:
    """Whether "actors in films by X" asks for these actors, and not for the films."""
    return (
        other.kind == "film.cast"
        and other.query.steps == ("directed",)
        and reading.kind in ROLE_OF_KIND
        and not reading.query.steps
        and not set(reading.mentions).isdisjoint(other.mentions)
        and other.signs.fit > max(0.85, reading.signs.fit - 0.01)
        and other.signs.explained > 0.9
    )


def _compares(other: Reading, reading: Reading) -> bool:
    """Whether another asks which of two people comes first, and this one something of one."""
    return (
        other.kind == "list.people"
        and len(other.query.start) > 1
        and other.query.start != reading.query.start
        and other.signs.fit > WHOLE - 0.01
        and set(other.mentions) >= set(reading.mentions)
    )


def _quotes(other: Reading, reading: Reading) -> bool:
    """Whether this one takes for a plain word the title in quotes of which the other asks."""
    titles = [m for m in other.mentions if m.quoted and m.kind == "film" and m.quality > 0.95]
    if not titles:
        return False
    own = reading.mentions
    return any(not any(m.start <= t.start and t.end <= m.end for m in own) for t in titles)


def _called_so(other: Reading, reading: Reading) -> bool:
    """Whether the other takes the same words for another name and explains far more."""
    own, others = _named(reading), _named(other)
    if not own or own.keys() != others.keys() or own == others or other.missing:
        return False
    fits = other.signs.fit >= reading.signs.fit
    return fits and other.signs.explained >= reading.signs.explained + _FAR


def _named(reading: Reading) -> dict[tuple[int, int], str]:
    """The places of what is named, with the kinds of it."""
    return {(m.start, m.end): m.kind for m in reading.mentions if m.kind in _NAMES}
