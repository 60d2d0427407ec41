"""What a written answer has of a question that a reading leaves over."""

from __future__ import annotations

from knowledge.deciding.found import Found
from knowledge.deciding.topics import TopicIndex
from knowledge.naming.sequels import NO_PART
from knowledge.query import has
from knowledge.reading.reading import Reading

TOLD_WORDS, TOLD_WEIGHT, TOLD_MATCHED = 0.5, 0.5, 0.35
"""Share and weight of the words besides a foreign title that a written answer must cover, and
how much of its own question must be asked."""

_ALL, _MUCH, _ASKED, _LEFT = 0.9, 1.2, 0.6, 0.7
"""How much a written answer must have of the words, what they must weigh, how much of it must be
asked, and how much of them another reading may explain to leave something over."""

_MAKING = ("film.cast", "film.lead", "film.role", "film.director", "film.writer", "film.composer",
           "film.plot", "film.runtime", "film.cinematographer")  # fmt: skip
_ALIKE = 0.8
"""How alike a written question must be to a list of one genre."""

_NAMED = 0.85
"""How much of a question, names and all, a written answer has that tells of a studio more."""

_HARDLY, _WHOLE, _MORE, _SAID = 0.4, 0.95, 0.2, 0.3
"""What a reading explains at most and how little fits it, how much more of the words a written
answer must have, and how much of its own must be said, to put that reading in doubt."""


def told_better(topics: TopicIndex, reading: Reading, found: Found) -> bool:
    """Whether a written answer has the words that a list or an organisation's record leaves over.

    "The first colour film" is not the first film, and a town is no address.
    """
    if min(found.sort, found.year) < 0:
        return False
    if _of_output(reading) and found.sort > 0 and _tells(reading, found):
        return True
    if reading.kind.startswith("org.") and reading.unexplained and found.covered >= _NAMED:
        return _linked(topics, reading, found)  # "Azimov at Kazakhfilm" is not the studio
    if found.covered_words < _ALL:
        return False
    if reading.kind.startswith("org."):
        return _linked(topics, reading, found)
    if found.asked < _MUCH or found.matched < _ASKED:
        return False
    if reading.kind == "beyond.world" and found.alike >= _LEFT:
        return True  # the world's question, were it not written of
    of_sort = reading.kind == "list.films" and any(
        f.field == "genre" for f in reading.query.filters
    )
    if of_sort and found.alike < _ALIKE:
        return False  # "scary films" are all of them, and not the best ones
    return (
        reading.kind.startswith(("list", "award", "premiere", "news", "beyond"))
        and reading.signs.explained < _LEFT
    )


def _linked(topics: TopicIndex, reading: Reading, found: Found) -> bool:
    """Whether a written answer is about what the reading asks about."""
    return not topics.linked(found.entity).isdisjoint(e.id for e in reading.query.start)


def _tells(reading: Reading, found: Found) -> bool:
    """Whether it tells of that year, or has far more of the words than a count explains."""
    more = found.covered_words > reading.signs.explained + _MORE
    return found.score >= (_LEFT if found.year > 0 else _ASKED) and (found.year > 0 or more)


def _of_output(reading: Reading) -> bool:
    """Whether all films of a year are counted: what we hold of them is not what was made."""
    query = reading.query
    counts = reading.kind == "list.count" and not query.start
    return counts and bool(query.filters) and all(f.field == "date" for f in query.filters)


def leaves_more(reading: Reading, found: Found) -> bool:
    """Whether a reading hardly explains the words of which a written answer has most."""
    return (
        reading.signs.explained < _HARDLY
        and reading.signs.fit < _WHOLE
        and found.covered_words >= reading.signs.explained + _MORE
        and found.asked_words >= _MUCH
        and min(found.matched, found.alike) >= _SAID
        and min(found.sort, found.year) >= 0
    )


def written_of(topics: TopicIndex, reading: Reading, found: Found) -> bool:
    """Whether the foreign title of a reading stands in a written answer that fits the question, or
    of what films are to be about more is written than their descriptions tell, or of the sequel
    that a film lacks.
    """
    lacked = {i for m in reading.mentions if m.how == NO_PART for i in m.ids}
    if lacked:
        about = topics.linked(found.entity)
        return found.matched >= _ASKED and not lacked.isdisjoint(about)
    if has(reading.query, "about"):
        return found.matched >= _ALL and min(found.sort, found.year) >= 0
    if reading.kind in _MAKING and reading.signs.fit >= _ALIKE and found.matched < _LEFT:
        return False  # who plays in it is not told by what it won
    foreign = {at for m in reading.mentions if m.kind == "decoy" for at in range(m.start, m.end)}
    return (
        reading.missing == "decoy"
        and foreign <= found.said
        and found.matched >= TOLD_MATCHED
        and found.covered_words >= TOLD_WORDS
        and found.asked_words >= TOLD_WEIGHT
    )
