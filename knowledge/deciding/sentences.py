"""A message of several sentences: what one tells sets the subject for what another asks.

"We saw X last night and my dad kept sighing. What did it cost?": the first sentence is to the
second what a question before it would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from knowledge.answer import Conversation, Entity
from knowledge.asking.kinds import DATES
from knowledge.deciding.deciding import decide
from knowledge.deciding.decision import Decision
from knowledge.naming.mention import Mention
from knowledge.reading.asides import names_surely
from knowledge.reading.spoken import says_there
from knowledge.spelling.hearing import starts

if TYPE_CHECKING:
    from knowledge.engine import Engine


SURE, SURER = 0.7, 0.9
"""How surely a sentence must be understood where the whole is not, and where it is."""
AHEAD = 0.05
"""How much surer than the whole, where that is understood."""

_SMILE = r"\){2,}|[:;]-?[()]+|[\U0001F300-\U0001FAFF☀-➿]+"
_END = re.compile(rf"(?:[.!?…]+|{_SMILE})[)\"»”]*\s+|[:;]\s+|\n+")
_CLOSED = re.compile(r"[.!?…]+[\"»”]")
_ASKS = re.compile(r"\?\W*$")
_SUBJECTS = ("film", "person", "organisation")
_OF_ONE = ("film.", "person.", "award.where")
_SENSE = 0.7
"""So much of the letters must be words: noise is dear to read, and asks nothing."""
_TRIED, _WORDS, _PARTS, _LENGTH = 2, 18, 8, 500
"""So many sentences, each of so many words, are read by themselves: each costs a question more.
Of more parts or letters than that nobody makes a question.
"""
_LEAD = 5
"""So many words before a colon only lead up to what is asked."""
_HEAVY = 1.0
"""What a name weighs that is hardly said by the way, as "my brother" is."""


def by_sentences(
    engine: Engine, text: str, whole: Decision, today: date, before: Conversation
) -> Decision:
    """What is decided of the sentence that asks; ``whole`` where that is no better."""
    if whole.again or len(text) > _LENGTH or not _END.search(text):
        return whole
    heard = engine.reader.hear(text)
    if not heard or heard[0].known < _SENSE:
        return whole
    parts = [*_split(engine, text)]
    if not 1 < len(parts) <= _PARTS:
        return whole
    told = [_told(engine, part) for part in parts]
    asking = [at for at, part in enumerate(parts) if _ASKS.search(part)]
    short = [at for at in asking or range(len(parts)) if len(parts[at].split()) <= _WORDS]
    lacking = whole.verdict != "answer" or _lacks(engine, whole, today)
    for at in islice(reversed(short), _TRIED):
        context = _context(told, at, before)
        own = decide(engine, parts[at], today, context, whole.language, in_clauses=False)
        if not _asks(engine, own, parts[at], marked=bool(asking)):
            continue
        there = says_there(engine.asking, engine.reader.hear(parts[at])[0].hits)
        if _better(own, whole, there=there, lacking=lacking):
            return own
    return whole


def _better(own: Decision, whole: Decision, *, there: bool, lacking: bool) -> bool:
    """Whether the sentence by itself is understood and the whole is not, or far less so.

    ``there``: it says "there", so that a town of another sentence is meant; ``lacking``: to the
    whole there is no answer.
    """
    if lacking:
        return own.confidence >= SURE
    same = _subject(own) == _subject(whole) and whole.confidence >= SURE
    if same and (_subject(own) or not _keeps(own, whole, there=there)):
        return False  # "the music is gorgeous! Who wrote it?": of the same more is said there
    return own.confidence >= max(SURER, whole.confidence + AHEAD)


def _lacks(engine: Engine, decision: Decision, today: date) -> bool:
    """Whether the base lacks what is asked of somebody: a part that nobody plays was misread.

    That there is no record of a prize or a list is an answer.
    """
    told = engine.told(decision, today)
    return told.kind == "unknown" and told.asked.startswith(_OF_ONE)


def _keeps(own: Decision, whole: Decision, *, there: bool) -> bool:
    """Whether a list keeps all that the whole limits: "It rains here in Oskemen. What dramas came
    out?" leaves a town out, and "I missed 2021. What won then?" a year.
    """
    said = [{*each.readings[0].query.filters} for each in (whole, own) if each.readings]
    lost = said[0] - said[1] if len(said) == 2 else set()
    return not lost or (not there and all(test.field == "place" for test in lost))


def _subject(decision: Decision) -> tuple[Entity, ...] | None:
    """What is asked about, where that is not a written answer, or nothing of ours."""
    best = next(iter(decision.readings), None)
    if decision.entity or best is None or best.kind.startswith(("talk", "beyond")):
        return None
    return best.query.start


def _asks(engine: Engine, decision: Decision, part: str, *, marked: bool) -> bool:
    """Whether something is asked that we may know: "Do you know?" is not, nor a bare name.

    ``marked``: some sentence has a question mark.
    """
    if decision.verdict != "answer" or decision.entity:
        return decision.verdict == "answer"
    best = next(iter(decision.readings), None)
    if best is None or best.kind.startswith(("talk", "follow", "beyond")):
        return False
    if not best.signs.implied or not marked:
        return not best.signs.implied
    if all(mention.kind in DATES for mention in best.mentions) and not best.carried:
        return False  # "2008?"
    return not best.carried or any(word.asks for word in engine.reader.hear(part)[0].words)


def _split(engine: Engine, text: str) -> Iterator[str]:
    """The sentences; a title with a full stop in it is not torn."""
    heard = engine.reader.hear(text)[0]
    text = heard.layout.text if heard.layout.cost else text
    at = starts(text, heard.tokens)
    named = [m for m in engine.reader.named(heard) if m.kind in _SUBJECTS and m.end <= len(at)]
    titles = [
        (at[m.start], _end(text, at[m.end - 1] + len(heard.tokens[m.end - 1].text))) for m in named
    ]
    surely = [at[m.start] for m in named if names_surely(m) and _heavy(m)]
    ends = [0]
    for match in _END.finditer(text):
        within = any(first < match.start() < end for first, end in titles)
        ahead = text[ends[-1] : match.start()]
        if match.group().strip() in (":", ";") and (
            len(ahead.split()) < _LEAD
            or any(ends[-1] <= place < match.start() for place in surely)
        ):
            continue  # "Revenge: who was its director?" is one sentence
        if not within:
            ends.append(match.end())
    for first, last in pairwise([*ends, len(text)]):
        part = text[first:last].strip()
        if any(map(str.isalnum, part)):
            yield part


def _end(text: str, at: int) -> int:
    """Where a title ends whose last word ends there: «Farewell, Gulsary!» with its quotes."""
    closed = _CLOSED.match(text, at)
    return closed.end() if closed else at


def _told(engine: Engine, part: str) -> list[Mention]:
    """Whom a sentence surely names, the weightiest first."""
    heard = engine.reader.hear(part)[0]
    found = [m for m in engine.reader.named(heard) if m.kind in _SUBJECTS and names_surely(m)]
    found.sort(key=lambda m: (-m.weight, m.start))
    apart: list[Mention] = []
    for mention in found:
        if all(mention.end <= other.start or other.end <= mention.start for other in apart):
            apart.append(mention)
    return apart


def _heavy(mention: Mention) -> bool:
    return mention.quoted or mention.weight >= _HEAVY


def _context(told: Sequence[Sequence[Mention]], at: int, before: Conversation) -> Conversation:
    """What the other sentences tell, as if it had been talked of: the nearest before it first."""
    others = sorted((n for n in range(len(told)) if n != at), key=lambda n: (n > at, abs(n - at)))
    named = [m for n in others for m in told[n]]
    named.sort(key=lambda m: not _heavy(m))
    entities = [Entity(m.kind, m.ids[0]) for m in named]  # type: ignore[arg-type]
    if not entities:
        return before
    # Whoever was talked of before is not meant where the message names its own.
    return Conversation(tuple(dict.fromkeys(entities)), before.asked)
