"""What is asked besides and no filter holds: films ABOUT something, an age WHEN something was."""

from __future__ import annotations

from knowledge.asking.asking import Asking
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
    named = {at for m in reading.mentions for at in range(m.start, m.end)}
    for at in range(len(heard.tokens)):
        if at in named:
            continue
        for cue, step in (("about_ahead", 1), ("about_behind", -1)):
            beside = at + step
            if (
                asking.says(cue, heard.hits[at : at + 1], _SAID)
                and 0 <= beside < len(heard.tokens)
                and beside not in named
                and not asking.words.light(heard.hits[beside])
                and heard.tokens[beside].clause == heard.tokens[at].clause
            ):
                return True
    return False


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
