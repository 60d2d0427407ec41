"""Kinds of question that no word names: a bare title, a name after the last question."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import KINDS
from knowledge.asking.patterns import Match
from knowledge.factbase.base import FactBase
from knowledge.naming.sequels import NO_PART
from knowledge.reading.afterwards import afterwards
from knowledge.reading.bare import bare
from knowledge.reading.cast import inside
from knowledge.reading.filters import of_studio
from knowledge.reading.leaning import (
    asks_who,
    doubts,
    is_of_genre,
    is_of_trade,
    is_theirs,
    of_its_crew,
    prized_of_them,
    speaks_of,
)
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import ADVICE, asks_of_list, at_list, narrows
from knowledge.reading.onward import onward
from knowledge.reading.prizes import counts_prizes, for_which, wins_unasked
from knowledge.reading.spoken import films_with, spoken_person, told_in
from knowledge.reading.worded import compared, honoured, won_there
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_OWN = 0.9
"""From here on the words of a question ask by themselves."""

_LIKELY = 0.7
"""The same of their chance."""

_NEXT = {"news.latest": "news.about"}
"""What a name asks for after a question without one."""
_NO_MARK = {"film": "person", "list": "film", "person": "occupation"}
"""What stands for a new subject after a question of this family."""


def implied(
    base: FactBase,
    asking: Asking,
    heard: Heard,
    masked: Masked,
    slots: frozenset[str],
    asked: float,
    conversation: Conversation,
    said: Match | None = None,
) -> list[Match]:
    """A bare title asks for its card; "and Bekezhan?" repeats the last question."""
    found = []
    studio = of_studio(base, (m.ids[0] for m in masked.of("organisation")))
    light = max(0.0, 0.92 - 0.9 * asked)
    if masked.of("organisation") and not masked.of("film", "person"):
        light -= 0.05  # a film of the same name is meant more often
    rest = [heard.hits[at] for at in masked.rest]
    if is_of_genre(asking, heard, masked, conversation):
        return [_surely("film.genre", 0.97)]
    kind = bare(asking, heard, masked, slots, rest, studio=studio)
    if kind == "list.films" and slots == {"organisation"}:
        light = max(light, 0.85 * all(map(asking.words.light, rest)))  # "our films at Cannes"
    if _alike(asking, heard, masked, rest):
        found.append(_surely("list.similar", 0.95))
        kind = ""
    if kind and light > 0.3:
        found.append(_surely(kind, light))
    if conversation.listed and masked.of("organisation") and asking.says("among", rest, 0.97):
        found.append(_surely("award.shown", 0.85))
    if narrows(asking, heard.hits, masked, conversation):
        counted = conversation.asked != ADVICE and asking.says("count", heard.hits, 0.97)
        name = "list.count" if counted else "list.films"
        # "Which were in Venice?" is asked of the festival rather than of the town.
        found.append(_surely(name, 0.98 if masked.of("organisation") else 0.95))
        if at_list(asking, heard.hits, conversation) is not conversation:
            return found
    if after := afterwards(asking, heard, masked, rest, conversation):
        if masked.mentions:
            return [_surely(after, 0.97)]
        found.append(_surely(after, 0.97))
    of_list = asks_of_list(asking, heard.hits, masked, conversation)
    if of_list:
        found.append(_surely(of_list, 0.95))
    if not slots and spoken_person(asking, rest, conversation):
        again = conversation.asked.startswith("person.")
        name = conversation.asked if again else "person.who"
        found.append(_surely(name, 0.9))
    talk = said and said.kind.startswith("talk") and said.chance > _OWN
    if not (slots or talk) and asks_who(asking, rest, conversation):
        found.append(_surely("person.who", 0.95))
    if not masked.mentions and counts_prizes(asking, rest, conversation):
        found.append(_surely("award.count", 0.97))
    if for_which(asking, masked, rest, conversation):
        found.append(_surely(conversation.asked, 0.97))
    if further := onward(asking, masked, rest, conversation):
        return [_surely(further, 0.97)]
    if prized_of_them(asking, masked, rest, conversation):
        return [_surely("list.people", 0.97)]
    if not masked.mentions and doubts(asking, rest, conversation):
        found.append(_surely("talk.sources", 0.97))
    if is_theirs(asking, heard, masked, conversation):
        return [*found, _surely("person.did", 0.97)]
    if crew := of_its_crew(asking, masked, rest, conversation):
        found.append(_surely(crew, 0.97))
    if is_of_trade(asking, masked, rest, conversation):
        found.append(_surely("person.did", 0.97))
    films = slots <= {"date", "genre", "person"} and not asking.says("whom", rest, 0.97)
    if films and honoured(asking, masked, heard):
        counted = asking.says("count", rest, 0.97)
        found.append(_surely("list.count" if counted else "list.films", 0.95))
    if masked.of("about") and not masked.of("film"):
        counted = asking.says("count", rest, 0.97)
        advice = said and said.kind == ADVICE and said.recall > _LIKELY
        name = ADVICE if advice else "list.count" if counted else "list.films"
        found.append(_surely(name, 0.95))
    if not studio and won_there(asking, masked, heard):
        found.append(_surely("award.wins", 0.95))
    if any(m.how == NO_PART for m in masked.of("decoy")) and asking.says("sequel", rest):
        found.append(_surely("film.card", 0.9))
    if compared(asking, masked, heard):
        found.append(_surely("list.people", 0.97))
    if films_with(asking, heard.hits, masked, conversation):
        found.append(_surely("list.films", 0.95))
    whole = {"genre", "organisation"} <= slots  # "cartoons of Kazakhfilm" leans on nothing
    if conversation.asked.startswith("award.") and "date" in slots and "organisation" not in slots:
        # "Films of 2018" are asked for anew; "and the films of 2018?" goes on.
        whole |= asking.says("films", rest, 0.99) and not asking.says("joins", rest, 0.97)
    if conversation.asked in KINDS and slots and not whole:
        content = _content(asking, heard, masked)
        light = max(light, 0.97 - 0.9 * content if content < 0.2 else 0.0)
        # "And X, who is that?" asks of X, not what was asked of another before.
        who = "person" in slots and conversation.asked.startswith("person.")
        if "person" in slots and "film" not in slots and told_in(asking, rest, conversation):
            # "Was X in it too?": in the film talked of.
            if content < 0.2:
                found.append(_surely("person.did", 0.97))
            return found
        if (
            "person" in slots
            and conversation.asked.startswith("film.")
            and any(
                inside(asking, heard, m.start) or inside(asking, heard, m.end - 1)
                for m in masked.of("film")
            )
        ):
            return [*found, _surely("person.did", 0.97)]  # "and was X in Tomiris?"
        if (
            said
            and said.kind != conversation.asked
            and min(said.recall, said.explained) > _OWN
            and said.chance > _LIKELY
        ):
            return found  # "and X, what is that?" asks in its own words
        if asking.says("yesno", rest, 0.97) and speaks_of(asking, heard, masked, conversation):
            return found  # "did it go to Cannes?" has a verb of its own
        if wins_unasked(asking, rest, conversation):
            # "And X won something?" after who made another.
            return [*found, _surely("film.awards", light)] if "film" in slots else found
        if light <= 0.3 or (who and asking.says("whom", rest, 0.97)):
            return found
        asks = _NEXT.get(conversation.asked, conversation.asked)
        if "role" in slots and asks in ("film.cast", "film.lead"):
            asks = "film.role"  # "and the mother?" after who plays
        own = {slot for option in KINDS[asks].needs for slot in option}
        takes = KINDS[asks].takes
        # "And the first?" is another subject, not a mark of the film or a filter of the list.
        takes -= {_NO_MARK.get(asks.partition(".")[0], "")}
        if asks == "person.age" and not (conversation.last and conversation.last.filters):
            takes -= {"organisation"}  # "and at Cannes?" after an age asks of no other age
        marks = {"date"} if "film" in slots else set()  # the year beside a title is its own
        if (slots - marks) & (own | takes):
            found.append(Match(asks, "", light + 0.02, light, light, 0.0, light))
    return found


def _surely(kind: str, sure: float) -> Match:
    """A kind that no wording asks, so sure in every respect; no single word tells it."""
    return Match(kind, "", sure, sure, sure, 0.0, sure)


def _content(asking: Asking, heard: Heard, masked: Masked) -> float:
    """What the words around the names weigh that are more than "and", "who", "when"."""
    words = asking.words
    return sum(
        heard.words[at].weight
        for at in masked.rest
        if not any(
            h.word in words.question or h.word in words.function for h in heard.hits[at][:1]
        )
    )


def _alike(asking: Asking, heard: Heard, masked: Masked, rest: Sequence[Sequence[Hit]]) -> bool:
    """Whether small words alone ask for films LIKE the one named."""
    words = asking.words
    light = (words.function, words.filler, words.cinema, words.cues["alike_ahead"])
    return (
        any(
            asking.says("alike_ahead", [heard.hits[m.start - 1]], 0.99)
            for m in masked.of("film")
            if m.start - 1 in masked.rest
        )
        and asking.says("sought", rest, 0.99)
        and all(found and any(found[0].word in group for group in light) for found in rest)
    )
