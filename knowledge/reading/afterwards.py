"""What hardly a word asks after a certain answer: "and where?", "the author?", "is he French?"."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import DATES, OF_ONE
from knowledge.asking.words import Words, nothing_but, within
from knowledge.reading.leaning import speaks_of
from knowledge.reading.masking import Masked
from knowledge.reading.spoken import pronouns
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_SAID = 0.97
_PLACE_OF = {
    "person.born": "person.birthplace",
    "person.age": "person.birthplace",
    "person.died": "person.died",
    "film.premiere": "film.premiere_place",
    "org.when": "org.where",
    "org.what": "org.where",
    "film.awards": "award.where",
    "award.yesno": "award.where",
}
_TIME_OF = {place: time for time, place in [*_PLACE_OF.items()][::-1]}
"""What "and where?", "and when?" ask for after these; where somebody died is told with the day."""
_WROTE = {
    **dict.fromkeys(("film.composer", "person.scored"), "person.scored"),
    **dict.fromkeys(("film.writer", "film.based_on", "person.wrote"), "person.wrote"),
}
"""What a composer wrote is music."""
_OF_PEOPLE = (*OF_ONE, "film.role", "film.cast")
"""Kinds of film that are answered with people."""


def afterwards(
    asking: Asking,
    heard: Heard,
    masked: Masked,
    rest: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> str:
    """The kind that is asked; empty where none is."""
    if masked.derived:
        return "film.card" if _has_part(asking, heard, masked, rest) else ""
    if not masked.mentions:
        return (
            _of_event(asking, rest, conversation)
            or _of_source(asking, rest, conversation)
            or _of_which(asking, rest, conversation)
            or _of_the_film(asking, rest, conversation)
            or _written_besides(asking, rest, conversation)
            or ("list.films" if which_counted(asking, masked, rest, conversation) else "")
        )
    if masked.of("organisation"):
        return _won_there(asking, heard, masked, rest, conversation)
    if not is_from(asking, heard, masked, rest, conversation):
        return ""
    # "Korean?" is no place, whatever it is spelt like.
    return "person.birthplace" if masked.of("place") and rest else "person.who"


def _of_event(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> str:
    """ "And where?" after a birth, a death, a premiere: its place, or its time."""
    words = asking.words
    small = words.cues["yesno"]  # "where WAS that?"
    asked = [f for f in rest if f and not (_light(words, f[0].word) or f[0].word in small)]
    if len(asked) == 1 and asking.says("where", asked, _SAID):
        return _PLACE_OF.get(conversation.asked, "")
    if len(asked) == 1 and asking.says("when", asked, _SAID):
        return _TIME_OF.get(conversation.asked, "")
    return ""


def _of_source(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> str:
    """ "Who is the author?" of the book that a film was told to be based on."""
    words = asking.words
    said = conversation.asked == "film.based_on" and asking.says("author", rest, _SAID)
    small = words.function - words.question, words.filler, words.cues["author"], words.cues["whom"]
    return "film.based_on" if said and nothing_but(rest, *small) else ""


def _of_which(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> str:
    """ "And in which?" after a language or a land: which that is."""
    words = asking.words
    small = words.function - words.question, words.filler, words.cues["which"]
    said = asking.says("which", rest, _SAID) and not asking.says("whom", rest, _SAID)
    again = conversation.asked in ("film.language", "film.country")
    return conversation.asked if again and said and nothing_but(rest, *small) else ""


def _of_the_film(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> str:
    """ "And the film?" after somebody's prizes: its own."""
    words = asking.words
    noun = asking.says("film_noun", rest, _SAID)
    small = words.function - words.question, words.filler, words.cues["film_noun"]
    said = noun and nothing_but(rest, *small) and conversation.asked == "person.prizes"
    return "film.awards" if said and _near(conversation, "film") else ""


def _written_besides(
    asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> str:
    """ "What else did he write?": music of a composer, else scripts."""
    words = asking.words
    wrote, other = words.as_role["writer"], words.other
    kind = _WROTE.get(conversation.asked, "")
    if not kind or not _near(conversation, "person"):
        return ""
    said = any(within(f[:1], wrote) for f in rest) and any(within(f[:1], other) for f in rest)
    small = words.function, words.filler, words.question, words.pronouns["person"]
    return kind if said and nothing_but(rest, *small, wrote, other) else ""


def _near(conversation: Conversation, kind: str) -> bool:
    return any(e.kind == kind for e in conversation.entities[:3])


def which_counted(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> bool:
    """ "Which ones?" once films were counted."""
    words, cues = asking.words, asking.words.cues
    small = words.function, words.filler, words.cinema, cues["which"], cues["person_noun"]
    return (
        conversation.asked == "list.count"
        and not masked.mentions
        and asking.says("which", rest, _SAID)
        and not asking.says("whom", rest, _SAID)
        and nothing_but(rest, *small)
    )


def _has_part(asking: Asking, heard: Heard, masked: Masked, rest: Sequence[Sequence[Hit]]) -> bool:
    """ "Is there a second part?": not what was asked of the first one."""
    words, exists = asking.words, asking.words.cues["exists"]
    of_part = masked.derived[-1].relation.startswith(("part_", "sequel"))
    # "IS there" may be taken for "its".
    said = of_part and asking.says("exists", heard.hits, _SAID)
    said = said and not asking.says("who", heard.hits, _SAID)
    return said and nothing_but(rest, words.function, words.filler, words.question, exists)


def is_from(
    asking: Asking,
    heard: Heard,
    masked: Masked,
    rest: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> bool:
    """ "Is he American?", "French?" of whoever was told; "is it French?" asks of a film."""
    said = asking.says("subject", rest, _SAID) or (
        not rest and conversation.asked != "film.cast" and heard.layout.text.rstrip().endswith("?")
    )
    words, cues = asking.words, asking.words.cues
    small = words.function, words.filler, words.question, cues["subject"], cues["yesno"]
    return (
        len(masked.mentions) == 1
        and bool(masked.of("country", "language", "place"))
        and (conversation.asked.startswith("person.") or conversation.asked in _OF_PEOPLE)
        and _near(conversation, "person")
        and said
        and nothing_but(rest, *small, cues["also"], cues["article"])
    )


def _won_there(
    asking: Asking,
    heard: Heard,
    masked: Masked,
    rest: Sequence[Sequence[Hit]],
    conversation: Conversation,
) -> str:
    """ "What did it take in Cannes?" of the film or person talked of, and not of all."""
    words = asking.words
    won = words.result["won"]
    said = pronouns(asking, heard, masked, conversation)
    whom = words.pronouns["person"] | words.pronouns["film"]
    if not conversation.asked.startswith(("film.", "person.")) or any(
        m.kind not in ("organisation", *DATES) for m in masked.mentions
    ):
        return ""
    # "What won at Cannes" is asked of all in English, where a pronoun is never left out.
    if (said & words.english or conversation.language == "en") and not said & whom:
        return ""
    asks = asking.says("who", rest, _SAID) and not asking.says("whom", rest, _SAID)
    small = words.function, words.filler, words.question, won, whom
    if not asks or said.isdisjoint(won) or not nothing_but(rest, *small):
        return ""
    kind = speaks_of(asking, heard, masked, conversation) or conversation.entities[0].kind
    return {"film": "film.awards", "person": "person.prizes"}.get(kind, "")


def _light(words: Words, word: int) -> bool:
    return word in words.filler or (word in words.function and word not in words.question)
