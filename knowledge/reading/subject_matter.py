"""What films are to be ABOUT: "the famine" names those in whose descriptions it stands."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.kinds import DATES
from knowledge.asking.words import within
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.reading.spans import years
from knowledge.spelling.hearing import Heard
from knowledge.spelling.slips import OFTEN

_SAID = 0.97
_WEIGHT = 1.2
"""Of each word: more than a name that is a part of it."""
_LONGEST = 4
"""More words tell a whole story, and no subject."""
_FILMS = ("films", "film_noun", "sought")
_LISTS = ("list.films", "list.recommend", "list.count")
"""After these "and about horses?" asks for films."""
_NAMES = ("film", "person", "organisation", "genre", "type")
"""What is asked for by itself, where nothing else is said."""
_APART = (*DATES, "person", "organisation", "genre", "type")
"""What is no word of a subject."""


def subject_matter(
    base: FactBase,
    asking: Asking,
    heard: Heard,
    mentions: Sequence[Mention],
    conversation: Conversation,
) -> list[Mention]:
    """ "Films about the famine", where any is told to be; with "about", and a time behind it."""
    told = conversation.asked in _LISTS
    named = [*mentions, *years(heard.tokens, heard.hits, asking)]
    surely = [m for m in named if m.quality >= _SAID and not _slip(heard, m)]
    found: list[Mention] = []
    for at in range(1, len(heard.tokens) - 1):
        for cue, step in (("about_ahead", 1), ("about_behind", -1)):
            if not asking.says(cue, heard.hits[at : at + 1], _SAID):
                continue
            films = _film(asking, heard, surely, at - step)
            words = _words(asking, heard, surely, at, step) if films or told else []
            if words and not _named(surely, words) and (films or _alone(asking, heard, at, words)):
                found += _told(base, asking, heard, surely, at, words)
    return found


def _alone(asking: Asking, heard: Heard, about: int, words: Sequence[int]) -> bool:
    """ "And about horses?" after films about something: nothing else is said."""
    own = [heard.hits[at] for at in words]
    if asking.says("latest", own) or any(within(f, asking.words.ordinals.keys()) for f in own):
        return False  # "tell me about the second" asks of one of them
    others = [f for at, f in enumerate(heard.hits) if at != about and at not in words]
    return all(map(asking.words.light, others)) and not asking.says("who", others, _SAID)


def _slip(heard: Heard, mention: Mention) -> bool:
    """Whether a word was taken for one with which many ask: "famine" for "family"."""
    return any(
        hit.similarity == OFTEN
        for at in range(mention.start, mention.end)
        for hit in heard.hits[at][:1]
    )


def _film(
    asking: Asking, heard: Heard, surely: Sequence[Mention], at: int, *, whose: bool = True
) -> bool:
    """Whether a word for films, or a genre, stands there; ``whose`` they are may stand between.

    Each step looks one way only: from a maker back, from a question word on.
    """
    if not 0 <= at < len(heard.tokens):
        return False
    here = [m for m in surely if m.start <= at < m.end]
    if any(m.kind in ("genre", "type") for m in here):
        return True
    if any(asking.says(cue, [heard.hits[at]]) for cue in _FILMS):
        return True
    if any(hit.word in asking.words.question for hit in heard.hits[at][:1]):
        return whose and _film(asking, heard, surely, at + 1, whose=False)
    return whose and any(
        m.kind == "person" and _film(asking, heard, surely, m.start - 1, whose=False) for m in here
    )


def _words(
    asking: Asking, heard: Heard, surely: Sequence[Mention], about: int, step: int
) -> list[int]:
    """Where the words stand that say it; those before a Kazakh "about" stand close together."""
    end = len(heard.tokens) if step > 0 else -1
    apart = {at for m in surely if m.kind in _APART for at in range(m.start, m.end)}
    found: list[int] = []
    for at in range(about + step, end, step):
        if heard.tokens[at].clause != heard.tokens[about].clause or at in apart:
            break
        if not asking.words.light(heard.hits[at]):
            if heard.words[at].asks or within(heard.hits[at][:1], asking.words.question):
                return []  # "about a girl who wants to act" tells a story, "about what" asks
            found.append(at)
        elif found and step < 0:
            break
    return sorted(found) if len(found) <= _LONGEST else []


def _named(surely: Sequence[Mention], words: Sequence[int]) -> bool:
    """Whether they are a name of something, or a film is named besides."""
    within = any(m.kind in _NAMES and m.start <= words[0] and words[-1] < m.end for m in surely)
    return within or any(
        m.kind == "film" and not m.ordinary and (m.end <= words[0] or words[-1] < m.start)
        for m in surely
    )


def _told(
    base: FactBase,
    asking: Asking,
    heard: Heard,
    surely: Sequence[Mention],
    about: int,
    words: Sequence[int],
) -> list[Mention]:
    """Where all of these words stand in one description; a time behind them is its own."""
    films = [base.plots.films(heard.tokens[at].skeleton) for at in words]
    if not frozenset.intersection(*films):
        return []
    start, end = min(about, words[0]), max(about, words[-1]) + 1
    for time in sorted((m for m in surely if m.kind in DATES), key=lambda m: m.start):
        between = heard.hits[end : max(end, time.start)]
        if time.start >= end and all(map(asking.words.light, between)):
            end = time.end  # "of the thirties"
    text = " ".join(heard.tokens[at].text for at in words)
    weight = _WEIGHT * (end - start)
    return [Mention("about", (text,), start, end, _SAID, weight, "told", len(words))]
