"""What is asked besides and no filter holds: films ABOUT something, an age WHEN something was."""

from __future__ import annotations

from knowledge.asking.asking import Asking
from knowledge.query import has
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard

_LISTS = ("list.films", "list.count", "list.recommend")
_SAID = 0.97


def about_more(asking: Asking, heard: Heard, reading: Reading) -> bool:
    """Whether the films of a list are to be about what the reading leaves out: "comedies about a
    wedding" are not all comedies.
    """
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
