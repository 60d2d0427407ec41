"""What else whoever made the film talked of made: "her next film?", "more by this director"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import DATES
from knowledge.asking.words import nothing_but, within
from knowledge.factbase.base import FactBase
from knowledge.factbase.dates import since, until
from knowledge.query import Filter, Query
from knowledge.reading.masking import Masked
from knowledge.reading.spoken import CREW
from knowledge.spelling.lexicon import Hit

_SAID = 0.97
_KINDS = {"next": "list.first", "previous": "list.last"}
"""The first after the film talked of, the last before it."""
_LIMITS = ("genre", "type", *DATES)


def onward(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> str:
    """The kind that is asked; empty where none is."""
    if way := _way(asking, masked, rest, conversation):
        return _KINDS[way]
    return "list.films" if _by_this(asking, masked, rest, conversation) else ""


def onward_of(
    base: FactBase,
    asking: Asking,
    kind: str,
    masked: Masked,
    rest: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> Query | None:
    """The films that are meant; None where nobody made any."""
    near = conversation.entities[:4]
    film = next((base.films[e.id] for e in near if e.kind == "film"), None)
    if film is None or kind != onward(asking, masked, rest, conversation):
        return None
    if role := _by_this(asking, masked, rest, conversation):
        makers = base.crew(film, role)
        limits = [Filter("genre", m.ids[0]) for m in masked.of("genre", "type")]
        limits += [Filter("date", "", masked.range)] if masked.range else []
        return Query(filters=(Filter(role, makers[0]), *limits)) if makers else None
    person = next((e.id for e in near if e.kind == "person" and base.made(e.id, film)), "")
    if not (person and film.year):
        return None
    role = "director" if person in film.directors else "maker"
    span = since(film.year + 1) if kind == "list.first" else until(film.year)
    return Query(filters=(Filter(role, person), Filter("date", "", span)))


def _way(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> str:
    """Whether the next or the previous film is asked for, after who made one."""
    if masked.mentions or not conversation.asked.startswith(("film.", "person.")):
        return ""
    words, cues = asking.words, asking.words.cues
    way = next((way for way in _KINDS if asking.says(way, rest, _SAID)), "")
    persons, films = words.pronouns["person"], cues["film_noun"] | cues["films_of_him"]
    said = any(within(f, persons, films) for f in rest)
    small = words.function, words.filler, words.question, persons, films
    return way if way and said and nothing_but(rest, *small, cues[way]) else ""


def _by_this(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> str:
    """The role in "anything else by THIS DIRECTOR from 2018?"."""
    trades = masked.of("occupation")
    if len(trades) != 1 or not masked.of(*_LIMITS) or not conversation.asked.startswith("film."):
        return ""
    if any(m.kind not in ("occupation", *_LIMITS) for m in masked.mentions):
        return ""
    words, cues = asking.words, asking.words.cues
    other = any(within(f[:1], words.other) for f in rest)
    small = words.function | words.filler | words.question | words.other | words.cinema
    small |= words.pronouns["film"] | words.pronouns["person"]
    said = other and nothing_but(rest, small, cues["thing"], cues["rather"], cues["possesses"])
    return CREW.get(trades[0].ids[0], "") if said else ""
