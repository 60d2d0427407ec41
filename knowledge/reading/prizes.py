"""What is asked once prizes were told: how many, for which film, which of them won."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import Kind
from knowledge.asking.words import within
from knowledge.query import Query
from knowledge.reading.leaning import light
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_SAID = 0.97
_PRIZES = ("film.awards", "person.prizes", "award.wins", "award.yesno", "award.where")
"""After these "how many?" asks for prizes."""


def counts_prizes(
    asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> bool:
    """ "How many in total?" after prizes were told."""
    words = asking.words
    return (
        conversation.asked in _PRIZES
        and asking.says("count", rest, _SAID)
        and not any(h.word in words.cinema for f in rest for h in f[:3])
        and light(asking, [f[:1] for f in rest], words.cues["count"], words.pronouns["film"])
    )


def wins_unasked(
    asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> bool:
    """Whether a prize is spoken of, of which nothing was asked before."""
    won = asking.words.result["won"]
    return not conversation.asked.startswith((*_PRIZES, "award.", "film.oscar")) and any(
        h.word in won and h.similarity >= _SAID for f in rest for h in f[:2]
    )


def same_event(
    asking: Asking, kind: Kind, heard: Heard, masked: Masked, conversation: Conversation
) -> Query | None:
    """ "And the best actress?" after a festival's prizes, "which of them won?": of the same."""
    last = conversation.last
    if (
        not last
        or not kind.name.startswith("award.")
        or not conversation.asked.startswith("award.")
    ):
        return None
    if any(m.kind not in ("award", "occupation") for m in masked.mentions):
        return None
    events = tuple(e for e in last.start if e.kind == "organisation")
    rest = [heard.hits[at] for at in masked.rest]
    if not events or not (
        _of_them_won(asking, rest) if not masked.mentions else light(asking, rest)
    ):
        return None
    return Query(events, filters=tuple(f for f in last.filters if f.field == "date"))


def _of_them_won(asking: Asking, rest: Sequence[Sequence[Hit]]) -> bool:
    """ "Which of them won?" of those that were there."""
    won, cues = asking.words.result["won"], asking.words.cues
    said = any(h.word in won and h.similarity >= _SAID for f in rest for h in f[:2])
    of_them = asking.says("among", rest, _SAID)
    return said and of_them and light(asking, rest, won, cues["among"], cues["which"])


def for_which(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> Query | None:
    """ "For which film?" after prizes: the same ones, whose films are told with them."""
    last, asked = conversation.last, conversation.asked
    # Of somebody's prizes at one festival more is told by who won there.
    whole = asked == "person.prizes" and last and not last.filters
    if masked.mentions or not (whole or asked in ("award.winner", "award.first", "award.count")):
        return None
    words = asking.words
    said = asking.says("which", rest, _SAID) or asking.says("who", rest, _SAID)
    film = said and asking.says("film_noun", rest, _SAID) and asking.says("prize_for", rest, _SAID)
    return last if film and light(asking, rest, words.cinema) else None


def won_again(
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    rest: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> tuple[Entity, ...]:
    """ "Did (it) go to Venice?" after a film, "and to the Oscars?": of what was talked of."""
    cinema = [f for f in hits if within(f[:1], asking.words.cinema)]
    film = next((e for e in conversation.entities[:3] if e.kind == "film"), None)
    if film and len(cinema) == 1 and asking.says("film_noun", cinema, 0.99):
        return (film,)  # "was THE FILM put forward?"
    if any(h.word in asking.words.cinema for f in rest for h in f[:2]):
        return ()  # "have our films been there?"
    last = conversation.last.start if conversation.last else ()
    first = tuple(e for e in last if e.kind in ("film", "person"))[:1]
    again = conversation.asked.startswith("award.") and light(asking, rest)
    return first if again or conversation.asked.startswith(("film.", "person.")) else ()
