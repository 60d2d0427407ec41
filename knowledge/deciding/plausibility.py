"""What speaks against a reading that no fitted sign tells: it is strange, or asks for too much."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from knowledge.asking.kinds import SUPERLATIVES
from knowledge.naming.mention import Mention
from knowledge.query import Query, has
from knowledge.reading.cast import CALLED
from knowledge.reading.reading import Reading

NAMES_ANOTHER = 0.3
"""Something else is named: what was talked of last is not asked about."""
_PAIRS = ("list.both", "list.earlier")
"""Kinds that ask of two films."""
_FILMS = ("list.films", "list.count")
_PLAYED = ("film.cast", "film.lead")
_LISTS, _BARE = (*_FILMS, "list.people"), 0.2
_ENDS = ("list.first", "list.last")
_LITTLE, _LESS, _MUCH = 0.45, 0.4, 0.6
"""So little of what is asked small talk explains, a wish for any film, and the first of all."""
_NOT_OURS = ("beyond", "talk")
_NOTHING, _SURELY = 0.1, 0.97  # what small talk explains that was not said; how well a name fits
_TOLD = 0.3
"""So much of the words beside a trade must be such as people ask with."""


def implausible(reading: Reading, readings: Sequence[Reading], in_two: Set[Mention]) -> float:
    """Half of what is asked is strange: whatever the rest says, this is another question.

    ``in_two`` are titles that are rather one that is ``torn``.
    """
    signs = reading.signs
    if not in_two.isdisjoint(reading.mentions) and reading.kind not in _PAIRS:
        return 0.25
    if _trade(reading, readings):
        return 0.25
    if _only_town(reading, readings):
        return 0.6
    if called_partly(reading):
        return 0.5
    if reading.kind in _PLAYED and any(_calls_part(r, reading) for r in readings[:6]):
        return 0.3
    if reading.kind == "film.studio" and any(f.field == "event" for f in reading.query.filters):
        return NAMES_ANOTHER  # a prize makes no film: "who shot «Tulpar»?" is of one we lack
    if reading.kind.startswith("talk") and _hardly_talk(reading, readings):
        return 0.4
    if reading.kind.startswith("beyond") and signs.following and signs.fit < 0.55:
        return 0.5  # what leans on the film talked of is no question about the world
    if reading.kind.startswith(_NOT_OURS) and any(_whole(r, reading) for r in readings[:4]):
        return 0.5  # of our own kinds one says all of it
    if (
        reading.carried
        and reading.kind not in ("film.role", "film.lead")
        and (
            signs.strange_words >= 0.4
            or (signs.strange_words >= 0.25 and reading.unexplained)
            or signs.explained < 0.45
            or (reading.mentions and signs.fit < 0.6)
        )
    ):
        return NAMES_ANOTHER
    if (
        reading.kind == "list.recommend"
        and (signs.strange_words > 0.3 or signs.explained < _LESS)
        and not reading.query.filters
    ):
        return 0.25  # "recommend a dentist"
    if (
        reading.kind in _ENDS
        and signs.explained < _MUCH
        and not (reading.query.start or reading.query.filters)
    ):
        return 0.25  # "the first film shot in one take": of what, was not understood
    if (
        reading.kind.startswith(("list", "premiere", "award"))
        and signs.unexplained
        and signs.strange > 0.12
    ):
        return 0.45  # a constraint that was not understood
    if reading.kind == "premiere.onthisday" and reading.range and reading.range.grain != "day":
        return 0.3  # whole months and years are no days
    if reading.kind == "person.did" and _bare_deed(reading.query):
        return 0.25  # "did X fight in the war": nothing of ours that he may have done is named
    if reading.kind == "film.genre" and any(_claims(r, reading) for r in readings[:6]):
        return 0.4  # "is it a comedy?" is answered with yes or no
    if reading.kind == "film.genre" and any(_calls_so(r, reading) for r in readings[:6]):
        return 0.25
    if reading.kind.startswith("film.") and len({e.kind for e in reading.query.start}) > 1:
        return 0.4  # a film and whoever plays in another are not asked for one fact
    if reading.kind == "person.known" and any(m.kind == "film" for m in reading.mentions):
        return 0.2  # "what did X do for «Y»?" asks of that film
    if reading.kind == "person.adapted" and not (signs.known or reading.carried):
        # Of one who wrote no book none is asked for: the film called so is meant, or a hero.
        return 0.2 if any(r.kind == "film.based_on" for r in readings[:6]) else 0.5
    if reading.kind in (*_FILMS, "list.awarded") and _of_trade(reading):
        return 0.4  # who asks for actors wants no films
    if reading.kind == "list.count" and signs.fit < 0.7 and _only_film(reading.query):
        return 0.4  # not its parts are counted
    listed = reading.kind in _FILMS and not (reading.query.start or has(reading.query, "maker"))
    if (reading.kind in SUPERLATIVES or listed) and has(reading.query, "film"):
        return 0.25  # of one film alone nothing is the longest, and none is listed
    if reading.kind == "list.earlier" and len(reading.query.start) == 1:
        return 0.2  # which of two came first nobody asks of one
    if reading.kind in _LISTS and not reading.query.start and not _limits(reading):
        # More is asked than everything; of what is talked of it is asked for sure.
        return 0.15 if signs.following else 0.3
    if reading.kind == "list.people" and signs.explained < _TOLD:
        return 0.3  # "directors from …": what comes behind is no word of ours
    if (
        reading.kind == "film.role"
        and (signs.strange > 0.1 or signs.fit < 0.5)
        and not signs.following
        and not any(mention.kind == "film" for mention in reading.mentions)
    ):
        return 0.5  # a part named like anybody, and strange words or those of another question
    return 0.5 if signs.strange_words >= 0.55 and signs.unexplained >= 0.5 else 1.0


def called_partly(reading: Reading) -> bool:
    """Whether a film is called by one word of its title, as one that we lack may be: «Swans»."""
    return any(
        m.kind == "film" and m.how == "part" and m.words > 1 and m.end - m.start == 1
        for m in reading.mentions
    )


def ordered(reading: Reading) -> bool:
    """Whether people are told in an order; who was at a festival most often is none."""
    told = {(test.field, test.value) for test in reading.query.filters}
    at_event = ("foremost", "films") in told and has(reading.query, "event")
    return has(reading.query, "foremost") and not at_event


def _of_trade(reading: Reading) -> bool:
    """Whether a trade is named that is not that of a person named behind it."""
    named = {m.start for m in reading.mentions if m.kind == "person"}
    return any(f.field == "occupation" for f in reading.query.filters) and any(
        m.kind == "occupation" and m.end not in named for m in reading.mentions
    )


def _trade(reading: Reading, readings: Sequence[Reading]) -> bool:
    """ "And the composer?" asks for that of the film talked of, and names no «Composer»."""
    common = {m for m in reading.mentions if m.kind == "film" and m.ordinary and not m.quoted}
    return bool(common) and any(
        r.carried and r.kind.startswith("film.") and r.signs.fit > 0.9
        and r.signs.explained > 0.8 and common.isdisjoint(r.mentions)
        for r in readings
    )  # fmt: skip


def _calls_part(other: Reading, reading: Reading) -> bool:
    """Whether of the same words the other reads the part that is played, and no title."""
    parts = {at for m in other.mentions if m.how == CALLED for at in range(m.start, m.end)}
    return other.kind == "film.role" and any(
        m.start in parts for m in reading.mentions if m.kind == "film"
    )


def _only_film(query: Query) -> bool:
    return bool(query.start) and query.start[0].kind == "film" and not query.steps


def _claims(other: Reading, reading: Reading) -> bool:
    """Whether the other reads of the same film that it is of some genre."""
    same = other.kind == reading.kind and other.query.start == reading.query.start
    return same and bool(other.query.filters) and not reading.query.filters


def _calls_so(other: Reading, reading: Reading) -> bool:
    """Whether "the comedy X: languages?" only calls the film by its genre and asks the other."""
    films = [m for m in reading.mentions if m.kind == "film"]
    more = set(other.mentions) - set(reading.mentions)
    return (
        other.kind.startswith("film.")
        and other.kind not in ("film.genre", "film.card")
        and other.query.start == reading.query.start
        and other.signs.explained > reading.signs.explained
        and {m.kind for m in more} in ({"genre"}, {"type"})
        and all(m.end == film.start or m.start == film.end for m in more for film in films)
    )


def _bare_deed(query: Query) -> bool:
    """Whether neither a film nor a trade is named."""
    return not query.filters and not query.steps and all(e.kind == "person" for e in query.start)


def _hardly_talk(reading: Reading, readings: Sequence[Reading]) -> bool:
    """Whether small talk explains little, beside strange words or a name of ours, or nothing."""
    found = [m for r in readings[:4] for m in r.mentions if m.how in ("name", "surname")]
    surely = [m for m in found if m.quality >= _SURELY and not m.ordinary]
    named = any(m.kind in ("film", "person") for m in surely)
    signs = reading.signs
    little = signs.explained < _LITTLE and (named or bool(reading.unexplained))
    return little or signs.strange_words > 0.25 or max(signs.fit, signs.explained) < _NOTHING


def _whole(own: Reading, beyond: Reading) -> bool:
    """Whether a reading of our own kinds fits wholly and names more."""
    fits = own.signs.fit > 0.95 and own.signs.explained > max(0.9, beyond.signs.explained)
    ours = not (own.missing or own.kind.startswith(_NOT_OURS))
    return fits and ours and set(own.mentions) > set(beyond.mentions)


def _only_town(reading: Reading, readings: Sequence[Reading]) -> bool:
    """ "In Almaty this week": a festival is not meant where its town and the time make sense."""
    by_part = any(
        m.kind == "organisation" and m.how in ("part", "place") for m in reading.mentions
    )
    explained = reading.signs.explained + 0.2
    return by_part and not reading.range and any(
        r.range and r.signs.explained > explained and r.signs.fit > 0.9 for r in readings[:4]
    )  # fmt: skip


def torn(readings: Sequence[Reading]) -> set[Mention]:
    """Titles that touch: "the steppe remembers" is rather a title that is not known."""
    found: set[Mention] = set()
    for reading in readings[:2]:
        films = [m for m in reading.mentions if m.kind == "film" and m.quality > 0.95]
        unquoted = sorted((m for m in films if not m.quoted), key=lambda m: m.start)
        for one, other in pairwise(unquoted):
            if one.end == other.start and set(one.ids).isdisjoint(other.ids):
                found.update((one, other))
    return found


def _limits(reading: Reading) -> bool:
    """Whether a list is of less than all there is, or hardly more is said than its name."""
    films = reading.kind != "list.people"
    no_limit = "occupation" if films else "date"
    told = {f.field for f in reading.query.filters}
    if "born" in told and told.isdisjoint(("place", "country", "date")):
        return False  # where or when was not understood
    return bool(told - {no_limit}) or (films and reading.signs.asked < _BARE)
