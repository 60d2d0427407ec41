"""Titles that the base does not hold: a longer name is not the film whose name is a part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES
from knowledge.naming.mention import Mention
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token, fold

_NAMES = frozenset({"film", "person", "organisation", "role", "award", "section", "decoy"})
_IN_TITLES = frozenset({"film", "place", "role", "occupation"})
"""What a title with capitals may name without being a name of a person or prize."""
_WEIGHT = 1.2
"""Of each word of an unknown title: more than any name that is a part of it."""
_SPELT = 91.0
"""So like a title of ours is a title in quotes that was misspelt."""
_OWNER = ("ның", "нің", "дың", "дің", "тың", "тің")
_ITS = ("ы", "і")
"""How Kazakh ends whom something belongs to, and what belongs to him."""
_CALLED, _SAID = 0.75, 0.5
"""Of a festival called like a film, and of one in whose name "film" would stand."""
_LONGEST = 6
"""So many words before "called" may be a title."""

Hits = Sequence[tuple[Hit, ...]]


def whole_titles(base: FactBase) -> dict[str, str]:
    """Ids of the films by their folded titles in all languages."""
    return {
        " ".join(fold(film.title.get(code))): film.id
        for film in base.films.values()
        for code in LANGUAGES
    }


def event_share(
    hits: Hits, events: Sequence[Mention], films: Set[tuple[int, int]], asking: Asking
) -> float:
    """What is left of a festival or prize where a film is called so; less where "film" is said."""
    share = 1.0
    for event in events:
        said = [asking.says("film_noun", [hits[at]], 0.97) for at in (event.start, event.end - 1)]
        if (event.start, event.end) in films:
            share = min(share, _CALLED)
        elif (event.start + said[0], event.end - said[1]) in films:
            share = min(share, _SAID)
    return share


def unknown_titles(
    text: Sequence[Token],
    hits: Hits,
    mentions: Sequence[Mention],
    asking: Asking,
    titles: Mapping[str, str],
) -> list[Mention]:
    """A decoy for each title in the text of which the names of the base cover only a part.

    ``titles`` are those of the base, folded, with their films: a misspelt one is no decoy.
    """
    names = [m for m in mentions if m.kind in _NAMES]
    spans = {*_quoted(text, hits, mentions, asking), *_called(text, hits, names, asking)}
    spans.update(_capitalised(text, hits, mentions, asking))
    spans.update(_owned(text, hits, mentions, asking))
    found = []
    for first, end in sorted(spans):
        if any(m.start <= first and end <= m.end for m in names if m.kind == "film"):
            continue  # "Returning to the "A"": quotes within a title end nothing
        inside = [m for m in names if first <= m.start and m.end <= end]
        telling = {at for at in range(first, end) if _tells(text[at], hits[at], asking)}
        together = {at for m in inside for at in range(m.start, m.end)}
        if len(together) < end - first and not any(
            telling <= set(range(m.start, m.end)) for m in inside
        ):
            size = end - first
            said = " ".join(token.skeleton for token in text[first:end])
            near = process.extractOne(said, titles.keys(), scorer=ratio, score_cutoff=_SPELT)
            kind, id_, how = ("film", titles[near[0]], "name") if near else ("decoy", "", "term")
            quality = near[1] / 100 if near else 1.0
            found.append(
                Mention(kind, (id_,), first, end, quality, _WEIGHT * size, how, size, True)
            )
    return found


def _tells(token: Token, hits: Sequence[Hit], asking: Asking) -> bool:
    """Whether a word of a title is more than a number or a preposition."""
    return not token.skeleton.isdigit() and not any(
        hit.word in asking.words.function and hit.similarity > 0.95 for hit in hits[:3]
    )


def _quoted(
    text: Sequence[Token], hits: Hits, mentions: Sequence[Mention], asking: Asking
) -> Iterator[tuple[int, int]]:
    """Words in quotes that are a film's name: so is said, or they name a film, part or place."""
    for quoted, run in groupby(range(len(text)), key=lambda at: text[at].quoted):
        places = list(run)
        first, end = places[0], places[-1] + 1
        if not quoted or len(places) < 2 or _cinema(hits[first:end], asking):
            continue
        beside = [*hits[max(0, first - 1) : first], *hits[end : end + 1]]
        if _cinema(beside, asking) or any(
            m.kind in ("film", "place", "role") and first <= m.start < end for m in mentions
        ):
            yield first, end


def _cinema(hits: Hits, asking: Asking) -> bool:
    """Whether "film" or the like stands among the words."""
    return any(
        hit.word in asking.words.cinema and hit.similarity >= 0.93
        for found in hits
        for hit in found
    )


def _called(
    text: Sequence[Token], hits: Hits, names: Sequence[Mention], asking: Asking
) -> Iterator[tuple[int, int]]:
    """ "… деген фильм": the title ends there, so a name that ends before is a part of it."""
    for at in range(1, len(text) - 1):
        if not (
            asking.says("called", hits[at : at + 1]) and _cinema(hits[at + 1 : at + 2], asking)
        ):
            continue
        before = [m for m in names if m.kind == "film" and at - _LONGEST <= m.start < at]
        if before and all(m.end < at for m in before):
            yield min(m.start for m in before), at


def _owned(
    text: Sequence[Token], hits: Hits, mentions: Sequence[Mention], asking: Asking
) -> Iterator[tuple[int, int]]:
    """ "Көкжал батырдың оралуы": a word that belongs to the one before is no title by itself."""
    words = asking.words
    light = (words.cinema, words.function, words.filler, words.question, asking.generic_words)
    named = {at for m in mentions for at in range(m.start, m.end)}
    for mention in mentions:
        before = mention.start - 1
        if (
            mention.kind == "film"
            and mention.words == 1
            and mention.quality < 1.0
            and before >= 0
            and before not in named
            and text[before].text.casefold().endswith(_OWNER)
            and text[mention.start].text.casefold().endswith(_ITS)
            and not text[mention.start].quoted
            and not any(hit.word in group for hit in hits[before][:3] for group in light)
        ):
            yield before, mention.end


def _run(joins: bool, token: Token) -> tuple[bool, int, bool]:
    return joins, token.clause, token.quoted


def _capitalised(
    text: Sequence[Token], hits: Hits, mentions: Sequence[Mention], asking: Asking
) -> Iterator[tuple[int, int]]:
    """Three words or more with capitals inside a sentence: "The Last Akyn of Zharkent"."""
    if all(token.text.isupper() or token.skeleton.isdigit() for token in text):
        return  # capitals all over tell nothing
    large = [token.text[:1].isupper() for token in text]
    joins = [
        up or any(h.word in asking.words.function for h in found[:1])
        for up, found in zip(large, hits, strict=True)
    ]
    for inside, run in groupby(range(1, len(text)), key=lambda at: _run(joins[at], text[at])):
        places = [at for at in run if inside[0]]
        while places and not large[places[-1]]:
            places.pop()
        while places and not large[places[0]]:
            places.pop(0)
        if sum(large[at] for at in places) < 3 or len(places) + 2 > len(text):
            continue
        first, end = places[0], places[-1] + 1
        within = [m for m in mentions if m.start < end and first < m.end]
        known = {at for m in within for at in range(m.start, m.end)}
        head = next((at for at in places if _tells(text[at], hits[at], asking)), first)
        if head not in known and {m.kind for m in within} <= _IN_TITLES:
            yield first, end
