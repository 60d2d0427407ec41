"""What is asked besides and no filter holds: films ABOUT something, an age WHEN something was,
somebody's SON.
"""

from __future__ import annotations

from knowledge.asking.asking import Asking
from knowledge.naming.mention import Mention
from knowledge.query import has
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

_LISTS = ("list.films", "list.count", "list.recommend", "list.first", "list.last", "list.awarded")
_TRADE = "occupation"
_SAID = 0.97
_NAMES = ("film", "person", "organisation")
_PLAYING = ("film.role", "person.role", "person.acted")
"""Kinds that ask who plays a father."""


def about_more(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether the films of a list are to be about what the reading leaves out: "comedies about a
    wedding" are not all comedies.
    """
    if reading.kind == "list.people":
        return any(_told_about(asking, heard, m) for m in reading.mentions if m.kind == _TRADE)
    if reading.kind == "film.card" and asking.says("films", heard.hits, 0.99):
        return any(_told_about(asking, heard, m) for m in reading.mentions if m.ordinary)
    if reading.kind not in _LISTS:
        return False
    if has(reading.query, "about"):
        return _goes_on(asking, heard, reading)
    named = {at for m in reading.mentions for at in range(m.start, m.end)}
    for at in range(len(heard.tokens)):
        if at in named:
            continue
        for cue, step in (("about_ahead", 1), ("about_behind", -1)):
            beside = at + step
            while 0 <= beside < len(heard.tokens) and asking.says(
                "article", heard.hits[beside : beside + 1], 0.99
            ):
                beside += step  # "about THE wedding"
            if (
                asking.says(cue, heard.hits[at : at + 1], _SAID)
                and 0 <= beside < len(heard.tokens)
                and beside not in named
                and not asking.words.light(heard.hits[beside])
                and heard.tokens[beside].clause == heard.tokens[at].clause
            ):
                return True
    return False


def _told_about(asking: Asking, heard: Heard, mention: Mention) -> bool:
    """Whether "about" stands by a name or term: films about teachers are no teachers."""
    ahead = heard.hits[max(0, mention.start - 1) : mention.start]
    behind = heard.hits[mention.end : mention.end + 1]
    return asking.says("about_ahead", ahead, _SAID) or asking.says("about_behind", behind, _SAID)


def _goes_on(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether another word comes right behind: "about World WAR" is of no world."""
    named = {at for m in reading.mentions for at in range(m.start, m.end)}
    return any(
        m.end < len(heard.tokens)
        and m.end not in named
        and not asking.words.light(heard.hits[m.end])
        and heard.tokens[m.end].clause == heard.tokens[m.start].clause
        and not asking.says("about_behind", heard.hits[m.end - 1 : m.end], _SAID)
        for m in reading.mentions
        if m.kind == "about"
    )


def about_it(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether "a film about racketeers of the nineties" is taken to ask when it was made."""
    if (
        reading.kind != "film.year"
        or reading.signs.implied
        or any(asking.says(cue, heard.hits, _SAID) for cue in ("when", "year"))
    ):
        return False
    return any(
        asking.says("about_behind", heard.hits[m.end : m.end + 1], _SAID)
        or any(
            asking.says("about_ahead", heard.hits[max(0, m.start - back) : m.start], _SAID)
            for back in (1, 2)
        )
        for m in reading.mentions
        if m.kind == "film"
    )


def of_then(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether an age is asked for at a time that the reading does not know: "when it opened".

    When somebody died is known: an age is told up to then.
    """
    return (
        reading.kind == "person.age"
        and not reading.query.filters
        and asking.says("when", heard.hits, _SAID)
        and not asking.says("died", heard.hits, _SAID)
    )


def of_kin(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether a relative is asked about: "X's wife" is not X, and "Y's uncle" is another part."""
    if reading.kind.startswith("beyond"):
        return False
    titles = [m for m in reading.mentions if m.kind in _NAMES]
    named = {at for m in titles for at in range(m.start, m.end)}

    def kin(at: int, m: Mention) -> bool:
        return (
            0 <= at < len(heard.tokens)
            and at not in named
            and heard.tokens[at].clause == heard.tokens[m.start].clause
            and asking.says("kin", heard.hits[at : at + 1], 0.99)
        )

    for m in reading.mentions:
        if m.kind != "role" and (m.kind != "person" or reading.kind in _PLAYING):
            continue
        of = heard.hits[m.start - 1][:1] if m.start else ()
        back = 2 if any(hit.word in asking.words.function for hit in of) else 1
        if any(kin(at, m) for at in (m.start - 1, m.start - back, m.end)):
            return True
    return False
