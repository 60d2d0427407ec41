"""What a question that leans on the last answer asks: who that is, how many, the same event."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import CREDIT_OF, SUPERLATIVES, Kind
from knowledge.asking.words import nothing_but, within
from knowledge.factbase.base import FactBase
from knowledge.query import Filter
from knowledge.reading.filters import UNCREDITED
from knowledge.reading.masking import Masked
from knowledge.reading.spoken import CREW, OF_CREW, pronouns
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_SAID = 0.97
_PLACES = ("place", "country")


def light(asking: Asking, rest: Sequence[Sequence[Hit]], *groups: Set[int]) -> bool:
    """Whether nothing is said but small words, and words of these groups."""
    words = asking.words
    return nothing_but(rest, words.function, words.filler, words.question, *groups)


def asks_who(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> bool:
    """ "Who is that?" after an answer in which somebody was named."""
    words = asking.words
    named = (words.pronouns["person"] | words.cues["thing"]) - words.negation
    said = not asking.says("inside", rest, _SAID) and any(
        h.word in named and h.similarity >= _SAID for f in rest for h in f[:2]
    )
    return (
        said
        and conversation.asked != "person.who"
        and any(e.kind == "person" for e in conversation.entities[:3])
        and asking.says("whom", rest, _SAID)
        and light(asking, rest, named, words.cues["whom"])
    )


def doubts(asking: Asking, rest: Sequence[Sequence[Hit]], conversation: Conversation) -> bool:
    """ "Are you sure?" of an answer; of what was asked back it is a yes."""
    words = asking.words
    return (
        bool(conversation.asked)
        and not conversation.options
        and asking.says("doubt", rest, _SAID)
        and light(asking, rest, words.cues["doubt"], words.cues["thing"])
    )


def is_theirs(asking: Asking, heard: Heard, masked: Masked, conversation: Conversation) -> bool:
    """ "Is «Nomad» his too?" of the person talked of."""
    if len(masked.mentions) != 1 or not masked.of("film") or masked.derived:
        return False
    persons = asking.words.pronouns["person"]
    said = not persons.isdisjoint(pronouns(asking, heard, masked, conversation)) or (
        conversation.asked in CREDIT_OF and asking.says("also", heard.hits, _SAID)
    )
    known = any(e.kind == "person" for e in conversation.entities[:6])
    rest = [heard.hits[at] for at in masked.rest]
    return (
        said
        and known
        and light(asking, rest, persons, asking.words.other, asking.words.cues["also"])
    )


def of_its_crew(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> str:
    """The kind of "is the director a woman?", "the French cameraman?" after a film."""
    trades = masked.of("occupation")
    if len(trades) != 1 or not conversation.asked.startswith(("film.", "award.")):
        return ""
    if any(m.kind not in OF_CREW for m in masked.mentions):
        return ""
    if any(within(f[:1], asking.words.other) for f in rest):
        return ""  # "what ELSE by this director?"
    if not any(e.kind == "film" for e in conversation.entities[:1]):
        return ""
    role = CREW.get(trades[0].ids[0], "")
    cues = asking.words.cues
    said = light(
        asking, rest, cues["female"], cues["foreign"], cues["yesno"], cues["who"], cues["article"]
    )
    if trades[0].ids[0] in UNCREDITED:
        return "beyond.film" if said else ""
    return f"film.{role}" if role and said else ""


def is_of_trade(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> bool:
    """ "Was he an actor himself?" of the person talked of; "its actors" is said otherwise."""
    cues = asking.words.cues
    return (
        len(masked.mentions) == 1
        and bool(masked.of("occupation"))
        and any(e.kind == "person" for e in conversation.entities[:6])
        and asking.says("subject", rest, _SAID)
        and not asking.says("whom", rest, _SAID)
        and light(asking, rest, cues["subject"], cues["also"], cues["article"], cues["yesno"])
    )


def is_of_genre(asking: Asking, heard: Heard, masked: Masked, conversation: Conversation) -> bool:
    """ "Is it a musical?", "scary?" of the film talked of."""
    if not any(e.kind == "film" for e in conversation.entities[:3]) or len(masked.mentions) != 1:
        return False
    rest = [heard.hits[at] for at in masked.rest]
    alone = not rest and heard.layout.text.rstrip().endswith("?")
    asked = asking.says("thing", rest, _SAID) or (alone and conversation.asked.startswith("film."))
    said = bool(masked.of("genre", "type")) and asked
    return said and light(asking, rest, asking.words.cues["thing"])


def prized_of_them(
    asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]], conversation: Conversation
) -> bool:
    """ "Which of them won prizes?" of people that were told."""
    words, cues = asking.words, asking.words.cues
    won = words.result["won"] | cues["prize_noun"] | cues["prized"]
    small = won, cues["possesses"], cues["among"], cues["which"], cues["whom"]
    return (
        conversation.asked == "list.people"
        and conversation.last is not None
        and not masked.mentions
        and any(asking.says(cue, rest, _SAID) for cue in ("which", "whom", "among"))
        and any(within(f, won) for f in rest)
        and light(asking, rest, *small)
    )


def same_people(
    asking: Asking, kind: Kind, heard: Heard, masked: Masked, conversation: Conversation
) -> tuple[Filter, ...]:
    """ "And directors?" after the actors of some town: what else was asked of those people."""
    last = conversation.last
    if not last or kind.name != "list.people" or conversation.asked != "list.people":
        return ()
    named = {m.kind for m in masked.mentions}
    if prized_of_them(asking, masked, [heard.hits[at] for at in masked.rest], conversation):
        return (*last.filters, Filter("foremost", "awards"))
    rest = [heard.hits[at] for at in masked.rest]
    if not named or not named <= {"occupation", *_PLACES} or not light(asking, rest):
        return ()
    instead = {"gender", *named, *(_PLACES if named & set(_PLACES) else ())}
    return tuple(f for f in last.filters if f.field not in instead)


def pair_talked_of(
    asking: Asking, kind: Kind, heard: Heard, masked: Masked, conversation: Conversation
) -> tuple[Entity, ...]:
    """The two films between which was chosen: "who is in both?", "and which is longer?"."""
    films = tuple(e for e in conversation.entities if e.kind == "film")[:2]
    compared = conversation.asked in ("list.earlier", "list.both", *SUPERLATIVES)
    of_two = kind.name == "list.earlier" or (kind.name == "list.both" and compared)
    of_two |= kind.name in SUPERLATIVES and asking.says("both", heard.hits, _SAID)
    return films if of_two and len(films) == 2 and not masked.of("film", "person") else ()


def theirs(
    base: FactBase,
    asking: Asking,
    heard: Heard,
    masked: Masked,
    namesakes: Sequence[Entity],
    conversation: Conversation,
) -> tuple[Entity, ...]:
    """ "His film Revenge": of films of one name that which the person talked of made."""
    if asking.words.pronouns["person"].isdisjoint(pronouns(asking, heard, masked, conversation)):
        return ()
    person = next((e.id for e in conversation.entities[:4] if e.kind == "person"), "")
    films = [e for e in namesakes if e.kind == "film"]
    own = [e for e in films if person and base.made(person, base.films[e.id])]
    return tuple(own) if len(own) == 1 else ()


def speaks_of(asking: Asking, heard: Heard, masked: Masked, conversation: Conversation) -> str:
    """Of what a pronoun speaks that only people have, or only films: "did SHE win anything?"."""
    words, said = asking.words, pronouns(asking, heard, masked, conversation)
    person, film = words.pronouns["person"], words.pronouns["film"]
    if said & (person - film):
        return "person"
    thing = said & (film - person)
    # "Based ON it": beside an English pronoun that is no «он».
    return "film" if thing and (any(map(words.is_english, thing)) or not said & person) else ""
