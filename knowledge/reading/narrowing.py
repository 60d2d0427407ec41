"""What a short question says of the last list: only some of it is wanted, or which of it won."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import CREDIT_OF, DATES, SUPERLATIVES
from knowledge.asking.words import nothing_but, within
from knowledge.factbase.base import FactBase
from knowledge.query import Filter, Query, denotes, run
from knowledge.reading.ages import of_age
from knowledge.reading.filters import event_or_studio
from knowledge.reading.masking import Masked
from knowledge.reading.worded import by_women
from knowledge.spelling.lexicon import Hit

ROLE_OF_KIND = {"person.films": "maker", **CREDIT_OF}
OF_FILMS = (*ROLE_OF_KIND, "list.films", "list.count", "premiere.period")
"""Kinds that list films, and can be narrowed."""
ADVICE = "list.recommend"
"""After this "something by Satayev" keeps what was asked for before."""
WRITTEN = "topic"
"""A written answer: the films that it is about may be picked among."""
_AGES = ("newer", "older")
_NARROWING = (
    "genre",
    "type",
    "person",
    "place",
    "country",
    "language",
    "organisation",
    "about",
    *DATES,
)
_ALONE = ("genre", "date", "place", "country", "language", "event", "about")
"""Of these a list has one: another one takes the place of the first."""


def at_list(
    asking: Asking, hits: Sequence[Sequence[Hit]], conversation: Conversation
) -> Conversation:
    """The conversation as it was at its last list, where "only those …" leads back to it."""
    if conversation.asked.startswith(OF_FILMS) or not conversation.list_last:
        return conversation
    if not asking.says("among", hits, 0.97):
        return conversation
    return dataclasses.replace(
        conversation, asked=conversation.list_asked, last=conversation.list_last
    )


def narrows(
    asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
) -> bool:
    """Whether a question names nothing but what to keep of the last list of films."""
    conversation = at_list(asking, hits, conversation)
    advised = conversation.asked == ADVICE
    written = conversation.asked == WRITTEN and conversation.listed[1:]
    listing = conversation.last and (advised or conversation.asked.startswith(OF_FILMS))
    if not (listing or (written and asking.says("among", hits, 0.97))):
        return False
    them = asking.says("among", hits) or any(
        within(f, asking.words.pronouns["people"]) for f in hits
    )
    counted = them and asking.says("count", hits, 0.97)
    aged = not masked.mentions and any(asking.says(cue, hits, 0.97) for cue in _AGES)
    aged = aged and not asking.says("which", hits, 0.97)  # "which of them is the newest?"
    women = bool(by_women(asking, [hits[at] for at in masked.rest]))
    if (
        not (masked.mentions or counted or aged or women)
        or masked.derived
        or any(m.kind not in _NARROWING for m in masked.mentions)
    ):
        return False
    words = asking.words
    if advised:
        small = words.function - words.question, words.filler, words.only, words.cues["rather"]
        ages = words.cues["newer"] | words.cues["older"]
        return nothing_but([hits[at] for at in masked.rest], *small, ages)
    at_event = masked.of("organisation") and asking.says("which", hits, 0.97)
    at_event = at_event and not asking.says("whom", hits, 0.97)  # "which were in Venice?"
    if asking.says("who", hits, 0.97) and not (counted or at_event or asking.says("among", hits)):
        return False
    plain = words.function | words.filler | words.question | words.cues["among"] | words.only
    ages = words.cues["newer"] | words.cues["older"] if masked.range or aged else set()
    makers = words.cues["women"] | words.cues["made_by"] if women else set()
    return nothing_but([hits[at] for at in masked.rest], plain, ages, makers)


def asks_of_list(
    asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
) -> str:
    """The kind of a question that only asks which of the last films won: "and which won?"."""
    words = asking.words
    if masked.mentions or not conversation.asked.startswith(OF_FILMS):
        return ""
    if not (asking.says("which", hits, 0.97) or asking.says("among", hits)):
        return ""
    if asking.says("most", hits, 0.97):
        return ""  # "which of them EARNED THE MOST?"
    won = [at for at in masked.rest if within(hits[at], words.result["won"])]
    plain = words.function | words.filler | words.cues["which"] | words.cues["among"]
    others = [hits[at] for at in masked.rest if at not in won]
    return "award.winner" if won and nothing_but(others, plain) else ""


def narrowed(
    base: FactBase, conversation: Conversation, query: Query, *, only: bool
) -> Query | None:
    """The last list under the filters of ``query``; None where these leave nothing of it."""
    whole = _as_filters(base, conversation)
    if whole is None:
        return None
    within = whole.where(*(f for f in query.filters if f not in whole.filters))
    if only and denotes(base, within):
        return within
    named = {f.field for f in query.filters if f.field in _ALONE}
    kept = tuple(f for f in whole.filters if f.field not in named)
    found = replace(whole, filters=kept).where(*query.filters)
    return found if denotes(base, found) else None


def of_last(
    base: FactBase,
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    masked: Masked,
    conversation: Conversation,
    own: Query,
) -> Query | None:
    """What a question that narrows, under filters of its own, keeps of the last list."""
    around = [hits[at] for at in masked.rest]
    only = asking.says("among", hits)
    whole = at_list(asking, hits, conversation)
    own = own.where(*by_women(asking, around))
    aged = () if masked.range else of_age(base, asking, around)
    found = narrowed(base, whole, own.where(*aged), only=only)
    if found or not aged:
        return found
    # "Older ones?" of films that all are of our time: the oldest first.
    found = narrowed(base, whole, own, only=only)
    return found and replace(found, order="year" if asking.says("older", around) else "-year")


def _as_filters(base: FactBase, conversation: Conversation) -> Query | None:
    """The last list as films under filters, so that the answer can say how it was read."""
    last = conversation.last
    if conversation.asked == WRITTEN:
        return Query(tuple(e for e in conversation.listed if e.kind == "film"))
    if last is None or not conversation.asked.startswith((*OF_FILMS, *SUPERLATIVES, ADVICE)):
        return None
    role = ROLE_OF_KIND.get(conversation.asked, "maker")
    whole = Query(filters=last.filters)
    for entity in run(base, Query(last.start, last.steps)) if last.start else ():
        if entity.kind == "person":
            made = role if base.credited(entity.id, role) or role == "maker" else "maker"
            whole = whole.where(Filter(made, entity.id))
        elif entity.kind == "organisation":
            whole = whole.where(Filter(event_or_studio(base, entity.id), entity.id))
        else:
            whole = replace(whole, start=(*whole.start, entity))
    return whole
