"""Small words that speak for or against a kind of question: who, whether, which of them, else."""

from __future__ import annotations

from knowledge.answer import Conversation
from knowledge.asking import Asking
from knowledge.hearing import Heard
from knowledge.kinds import Kind
from knowledge.masking import Masked
from knowledge.subjects import OF_LIST

_NO_WHO = frozenset(
    f"person.{name}"
    for name in ("films", "directed", "acted", "wrote", "scored", "shot", "produced")
) | {"list.films", "list.count", "premiere.period", "premiere.upcoming"}
_REASONS = ("talk", "follow", "news", "beyond", "person.known", "film.reception")
_DAYS = ("today", "tomorrow", "yesterday")
_OF_A_DAY = ("film.watch", "film.premiere", "person.died", "person.born")
_YESNO = frozenset({"person.did", "award.yesno", "film.oscar"})


def hinted(
    confidence: float,
    kind: Kind,
    masked: Masked,
    heard: Heard,
    asking: Asking,
    conversation: Conversation,
) -> float | None:
    """The confidence in view of the words around the names; None where they exclude the kind."""
    rest = [heard.hits[at] for at in masked.rest]
    if kind.name in ("person.did", "award.yesno") and asking.says("who", rest, 0.97):
        confidence -= 0.25  # "who played in X" wants no yes or no
    if kind.name in _NO_WHO and asking.says("whom", rest, 0.97):
        confidence -= 0.12  # "who" asks for a person
    if (
        conversation.listed
        and not masked.of("film", "person")
        and asking.says("among", rest, 0.97)
    ):
        if kind.name not in OF_LIST and not kind.name.startswith(("talk", "follow")):
            return None
        confidence += 0.1
    others = any(h.word in asking.words.other and h.similarity > 0.95 for f in rest for h in f)
    if others and kind.name.startswith("film.") and not masked.derived and masked.of("film"):
        confidence -= 0.25  # "what ELSE did the composer of X write"
    if asking.says("yesno", rest, 0.99) and not asking.says("who", rest, 0.97):
        confidence += 0.06 if kind.name in _YESNO else -0.04
    if asking.says("why", rest) and not kind.name.startswith(_REASONS):
        return None  # no other field of a record tells why
    if kind.name in ("award.count", "list.count") and not asking.says("count", heard.hits, 0.85):
        confidence -= 0.25  # nobody counts who does not say how many
    days = [m for m in masked.of("relative") if m.ids[0] in _DAYS]
    if days and kind.name.startswith(("film", "person")) and kind.name not in _OF_A_DAY:
        confidence -= 0.2  # "yesterday" is asked of matches, not of films
    if masked.derived and kind.name in ("person.who", "person.did", "talk.who"):
        confidence -= 0.12  # "кто режиссёр X" asks for the director, not about him
    return confidence
