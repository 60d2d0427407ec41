"""Who is meant where only a pronoun or a craft is said: "and him?", "its director"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.answer import Conversation, Entity
from knowledge.asking import Asking
from knowledge.base import FactBase
from knowledge.lexicon import Hit

_CREW = {
    "director": "director",
    "screenwriter": "writer",
    "composer": "composer",
    "cinematographer": "cinematographer",
    "producer": "producer",
}


def crew_words(base: FactBase, asking: Asking) -> dict[int, str]:
    """Words for those who make a film, each with its role."""
    occupations = base.vocabulary.get("occupations", {})
    return {
        word: role
        for id_, role in _CREW.items()
        for word in asking.single_words(occupations.get(id_))
    }


def crew_spoken_of(
    base: FactBase,
    crew: Mapping[int, str],
    hits: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> str:
    """ "А режиссёр что ещё снимал", "its director": the one of the film talked of."""
    film = next((e for e in conversation.entities[:2] if e.kind == "film"), None)
    role = next(
        (
            crew[hit.word]
            for found in hits
            for hit in found[:3]
            if hit.word in crew and hit.similarity >= 0.95
        ),
        "",
    )
    people = base.crew(base.films[film.id], role) if film and role else ()
    return people[0] if people else ""


def spoken_person(
    asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> Entity | None:
    """The person talked of, where nothing is said but a pronoun: "and him?"."""
    words = asking.words
    said = any(
        h.word in words.pronouns["person"] and h.similarity >= 0.97 for f in rest for h in f[:2]
    )
    plain = (words.function, words.filler, words.question, words.pronouns["person"])
    if not said or asking.says("who", rest, 0.97):
        return None
    if not all(any(f[0].word in group for group in plain) for f in rest if f):
        return None
    return next((e for e in conversation.entities[:8] if e.kind == "person"), None)
