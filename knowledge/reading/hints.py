"""Small words that speak for or against a kind of question: who, whether, which of them, else."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import OF_LIST, OF_ONE, Kind
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ROLE_OF_KIND
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_NO_WHO = frozenset(
    f"person.{name}"
    for name in ("films", "directed", "acted", "wrote", "scored", "shot", "produced", "adapted")
) | {"list.films", "list.count", "premiere.period", "premiere.upcoming"}
_REASONS = ("talk", "follow", "news", "beyond", "person.known", "film.reception")
_OF_ONE_FILM = OF_ONE | {"film.year"}
"""Of these a film has one, so that nobody asks for others."""
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
        sum(e.kind == "film" for e in conversation.listed) > 1
        and not masked.of("film", "person")
        and asking.says("among", rest, 0.97)
    ):
        if kind.name not in OF_LIST and not kind.name.startswith(("talk", "follow")):
            return None
        confidence += 0.1
    if (
        kind.name == "follow.more"
        and conversation.entities
        and _of_person(asking, rest, conversation.language)
    ):
        return None  # "what else did he make" asks of its own
    if (
        kind.name == "follow.other"
        and _of_person(asking, rest, conversation.language)
        and asking.says("films", rest)
    ):
        return None  # "his other films" are no other question
    if (
        kind.name == "film.genre"
        and conversation.asked.startswith("list.")
        and not masked.of("film")
    ):
        confidence -= 0.3  # "and a drama?" goes on with the list
    if (
        kind.name.startswith("film.")
        and not masked.of("film", "role")  # "who played Kozha himself"
        and any(e.kind == "person" for e in conversation.entities[:8])
    ):
        if _of_person(asking, rest, conversation.language, surely=True):
            return None  # "and HER prizes" are not the film's
        if conversation.asked.startswith("person.") and _of_person(
            asking, rest, conversation.language
        ):
            confidence -= 0.25
    if (
        kind.name == "film.awards"
        and conversation.asked in ROLE_OF_KIND
        and len(conversation.listed) > 1
        and not masked.of("film", "person")
        and not asking.says("which", rest, 0.97)
    ):
        confidence -= 0.3  # "any prizes too?" is not asked of the first of somebody's films
    if (
        kind.name == "person.prizes"
        and asking.says("films", rest, 0.99)
        and asking.says("which", rest, 0.97)
    ):
        confidence -= 0.12  # "which of his FILMS won there"
    if kind.name == "film.role":
        inside = {m.start - 1 for m in masked.of("role")} & {*masked.rest}
        if asking.says("inside", [heard.hits[at] for at in inside]):
            confidence -= 0.25  # "who plays IN Tomiris" means the film of that name
    if kind.name in _OF_ONE_FILM and not masked.derived and masked.of("film"):
        said = {h.word for found in rest for h in found if h.similarity > 0.95}
        if not said.isdisjoint(asking.words.other):
            confidence -= 0.25  # "what ELSE did the composer of X write"
    if masked.derived and kind.name == "person.films" and asking.says("films", rest, 0.99):
        confidence += 0.15  # "filmS by the director of X": not X itself is asked for
    if asking.says("yesno", rest, 0.99) and not asking.says("who", rest, 0.97):
        confidence += 0.06 if kind.name in _YESNO else -0.04
    if asking.says("why", rest) and not kind.name.startswith(_REASONS):
        return None  # no other field of a record tells why
    if kind.name in ("award.count", "list.count") and not asking.says("count", heard.hits, 0.85):
        confidence -= 0.25  # nobody counts who does not say how many
    if kind.name in OF_ONE and asking.says("count", rest, 0.97):
        confidence -= 0.25  # nor is a name an answer to "how many"
    days = [m for m in masked.of("relative") if m.ids[0] in _DAYS]
    if days and kind.name.startswith(("film", "person")) and kind.name not in _OF_A_DAY:
        confidence -= 0.2  # "yesterday" is asked of matches, not of films
    if masked.derived and kind.name in ("person.who", "person.did", "talk.who"):
        confidence -= 0.12  # "кто режиссёр X" asks for the director, not about him
    return confidence


def _of_person(
    asking: Asking, rest: Sequence[Sequence[Hit]], language: str, *, surely: bool = False
) -> bool:
    """Whether a pronoun for a person stands there; ``surely``: one that means nothing else.

    ``language`` is that of the conversation.
    """
    words = asking.words
    pronouns = words.pronouns["person"] - words.filler_in.get(language, words.filler)
    if surely:
        pronouns = pronouns - asking.words.pronouns["film"]
    return any(hit.word in pronouns and hit.similarity >= 0.97 for f in rest for hit in f[:2])
