"""Two questions in one: "who made X, and in what year?" is answered as both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from knowledge.answer import Answer, Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import CREDIT_OF
from knowledge.deciding.deciding import decide
from knowledge.deciding.decision import Decision
from knowledge.reading.masking import LONG
from knowledge.reading.reading import Reading
from knowledge.spelling.hearing import Heard, starts
from knowledge.spelling.lexicon import Hit

if TYPE_CHECKING:
    from knowledge.engine import Engine


SHORT, LONGEST = 320, 900
"""How long the answer to two short questions may be, and to one of which asks for a list."""
SURE, SURER = 0.85, 0.95
"""How surely each half must be understood by itself, and where the whole says something else."""
EXPLAINED = 0.57
"""How much of its words must be such as people ask so with, where it is quite sure."""
FITS, SURE_THOUGH = 0.88, 0.7
"""How well it must fit otherwise, and how sure it must be then."""
_CUTS = 2
"""Places where a text is cut: each costs four questions more."""
_NEAR = 3
"""A question word stands so near the beginning of the second half."""

# Kinds that may be asked twofold, those whose answer is a list, and those that ask for more than a
# fact, or of what is no fact of a film.
_LISTS = frozenset({"person.films", "person.prizes", "film.awards", *CREDIT_OF})
_FACTS = ("film.", "person.")
_MORE = frozenset(
    {"film.card", "film.oscar", "film.watch", "person.who", "person.did", "person.role"}
)


def twofold(
    engine: Engine,
    text: str,
    decision: Decision,
    answer: Answer,
    today: date,
    before: Conversation,
) -> Answer:
    """The answer to both questions that a text asks of one subject; ``answer`` where to one."""
    if decision.again or decision.entity or decision.verdict == "talk":
        return answer
    heard = engine.reader.hear(text)
    whole = answer.asked if answer.kind == "answer" else ""
    if not heard or len(heard[0].tokens) > LONG:
        return answer
    halves = _halves(heard[0], engine.asking, decision.language)
    for one, other in islice(halves, _CUTS):
        for first, second in ((one, other), (other, one)):
            own = decide(engine, first, today, before, decision.language)
            asked = _fact(own)
            if asked is None:
                continue
            told = engine.told(own, today)
            after = Conversation(told.entities, told.asked, language=told.language)
            further = decide(engine, second, today, after, decision.language)
            also = _fact(further)
            if also is None or also.kind == asked.kind or not _of_same(asked, also):
                continue
            surer = min(own.confidence, further.confidence) >= SURER
            if whole in (asked.kind, also.kind) or not whole.startswith(
                "list." if surer else (*_FACTS, "list.")
            ):
                answers = (told, engine.told(further, today))
                both = _joined(whole, *(answers if first is one else answers[::-1]))
                sure = min(own.confidence, further.confidence)
                return replace(both, confidence=sure) if both else answer
    return answer


def _fact(decision: Decision) -> Reading | None:
    """The one fact of a film or person that is surely asked for."""
    if decision.verdict != "answer" or decision.entity or not decision.readings:
        return None
    best = decision.readings[0]
    if best.kind in _MORE or not best.kind.startswith(_FACTS):
        return None
    if best.signs.fit >= FITS:  # chatter before it explains nothing
        return best if decision.confidence >= SURE_THOUGH else None
    explained = best.signs.explained * decision.confidence >= EXPLAINED
    return best if explained and decision.confidence >= SURE else None


def _of_same(asked: Reading, also: Reading) -> bool:
    return (also.carried and not also.mentions) or also.query == asked.query


def _joined(whole: str, first: Answer, second: Answer) -> Answer | None:
    lead = f"{first.lead} {second.lead}"
    if "answer" not in (first.kind, second.kind):
        return None
    asked = whole if whole == second.asked else first.asked
    if len(lead) > SHORT:
        asked = max(first, second, key=lambda each: len(each.lead)).asked
        if len(lead) > LONGEST or asked not in _LISTS:
            return None
    return replace(
        first,
        kind="answer",
        lead=lead,
        lines=tuple(dict.fromkeys(first.lines + second.lines)),
        entities=tuple(dict.fromkeys(first.entities + second.entities)),
        sources=tuple(dict.fromkeys(first.sources + second.sources))[:6],
        asked=asked,
    )


def _halves(heard: Heard, asking: Asking, language: str) -> Iterator[tuple[str, str]]:
    """The text as two questions: cut at an "and", or between two clauses that both ask."""
    text, tokens, hits = heard.layout.text, heard.tokens, heard.hits
    if not tokens or not (tokens[-1].clause or asking.says("joins", hits, 0.99)):
        return  # one clause, and nothing joins two questions in it
    # «Не» asks in Kazakh and denies in Russian.
    denies = asking.words.negation if language != "kk" else frozenset()
    asks = [
        word.asks and not any(hit.word in denies for hit in found[:1])
        for word, found in zip(heard.words, hits, strict=True)
    ]
    # "X: year and director" asks without any word like "who".
    facts = [_craft(found, asking) or asking.says("year", [found], 0.99) for found in hits]
    begins = starts(text, tokens) if any(asks) or sum(facts) > 1 else []
    if len(begins) < len(tokens):
        return
    begins.append(len(text))
    for at in range(1, len(tokens) - 1):
        joins = asking.says("joins", [hits[at]], 0.99) and not tokens[at].quoted
        if joins and asks[at - 1] and asks[at + 1]:  # "where and when was X born"
            ahead, behind = text[: begins[at - 1]], text[begins[at + 2] :]
            one, other = (f"{ahead}{tokens[n].text} {behind}" for n in (at - 1, at + 1))
            yield one, other
        elif joins and (any(asks[at + 1 : at + 1 + _NEAR]) or (facts[at - 1] and facts[at + 1])):
            yield text[: begins[at]], text[begins[at + 1] :]
        elif (
            tokens[at].clause != tokens[at - 1].clause
            and any(asks[:at])
            and any(asks[at : at + _NEAR])
        ):
            yield text[: begins[at]], text[begins[at] :]


def _craft(hits: Sequence[Hit], asking: Asking) -> bool:
    """Whether a word names a craft: "who wrote AND directed it"."""
    return any(
        h.word in own and h.similarity >= 0.95
        for h in hits[:2]
        for own in asking.words.as_role.values()
    )
