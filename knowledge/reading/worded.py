"""Filters that no name but a word of the question sets: won, women, the youngest, films ABOUT."""

from __future__ import annotations

from collections.abc import Sequence, Set

from knowledge.asking.asking import Asking
from knowledge.asking.kinds import BEHIND_CAMERA, SUBJECTS, SUPERLATIVES, Kind
from knowledge.query import Filter
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit

_PRIZES = ("prize_noun", "won", "prized", "count", "films", "wished", "shared")
_OF_FILMS = ("list.films", "list.count", "list.recommend", *SUPERLATIVES)
_KIN = 0.97
_FORM = 0.99
""" "Дүние" is no form of a word for dying, as "дүниеден" is."""


def said(
    masked: Masked,
    heard: Heard,
    field: str,
    groups: dict[str, set[int]],
    light: Set[int] = frozenset(),
) -> list[Filter]:
    """Which groups the words of the question belong to: won, nominated; as director, actor.

    ``light``: words that say nothing of it, whatever they are spelt like.
    """
    found = []
    named = {at for m in masked.of(*SUBJECTS) for at in range(m.start, m.end)}
    places = [at for at in range(len(heard.hits)) if at in masked.rest or field == "as"]
    places = [at for at in places if at not in named]  # Мәди is not "made"
    every = frozenset().union(*groups.values())
    words = set()
    for at in places:
        if not any(first.word in light for first in heard.hits[at][:1]):
            if any(h.word in light and h.similarity >= _KIN for h in heard.hits[at]) and (
                heard.hits[at][0].word not in every
            ):
                continue  # «в фильме» says nothing of whoever filmed it
            fitting = [h for h in heard.hits[at] if h.word in every and h.similarity >= 0.93]
            # «снимался» is heard as «снимал» too, but says only that he played.
            words |= {h.word for h in fitting if h.similarity >= fitting[0].similarity - 0.01}
    for name, own in groups.items():
        if words & own:
            found.append(Filter(field, name))
    return found


def worded(asking: Asking, kind: Kind, masked: Masked, heard: Heard) -> list[Filter]:
    """The filters that no name but a word of the question sets."""
    name = kind.name
    if name.startswith("award.") or name == "film.oscar":
        entered = [Filter("result", "entered")] if asking.says("entered", heard.hits) else []
        told = [*said(masked, heard, "result", asking.words.result), *entered]
        rest = [heard.hits[at] for at in masked.rest]
        if name == "film.oscar" and not told and asking.says("possesses", rest, 1.0):
            return [Filter("result", "won")]  # who HAS an Oscar has won it
        if name == "award.winner" and asking.says("film_noun", rest, 0.95):
            told += _of_maker(asking, masked, heard)
        return told
    if name == "person.did" or (
        name in SUPERLATIVES and asking.says("whom", [heard.hits[at] for at in masked.rest], 0.97)
    ):
        return said(masked, heard, "as", asking.words.as_role, asking.words.cinema)
    if name == "list.people":
        told = [Filter("gender", "female")] if asking.says("female", heard.hits) else []
        told += [Filter("born", "born")] if asking.says("born", heard.hits) else []
        told += [Filter("died", "died")] if asking.says("died", heard.hits, _FORM) else []
        return [*told, *_foremost(asking, masked, heard)]
    if name not in _OF_FILMS:
        return []
    return [*honoured(asking, masked, heard), *_of_sort(asking, masked, heard)]


def _of_maker(asking: Asking, masked: Masked, heard: Heard) -> list[Filter]:
    """The craft asked for in "who made the movie that won?": a name tells it, or a word."""
    light = asking.words.cinema | asking.words.function
    crafts = said(masked, heard, "as", asking.words.as_role, light)
    return [craft for craft in crafts if f"film.{craft.value}" in BEHIND_CAMERA]


def _foremost(asking: Asking, masked: Masked, heard: Heard) -> list[Filter]:
    """Of which order the first people are asked for: the youngest, with the most films."""
    rest = [heard.hits[at] for at in masked.rest]
    two = len(masked.of("person")) == 2  # "who has more films, X or Y?"
    if not two and asking.says("most", rest):
        for cue, order in (("young", "youngest"), ("old", "oldest")):
            if asking.says(cue, rest):
                return [Filter("foremost", order)]
    if not asking.says("more_than" if two else "most_many", rest):
        return []
    if asking.says("prize_noun", rest) or asking.says("decorated", rest):
        return [Filter("foremost", "awards")]
    light = asking.words.cinema | asking.words.function  # "пен" is "and", no writer's pen
    done = said(masked, heard, "as", asking.words.as_role, light)
    return [Filter("foremost", "films"), *done] if done or two else []


def compared(asking: Asking, masked: Masked, heard: Heard) -> bool:
    """Whether it is asked which of two people has more films or prizes."""
    if len(masked.of("person")) != 2 or masked.derived or masked.of("film", "organisation"):
        return False
    rest = [heard.hits[at] for at in masked.rest]
    either = any(h.word in asking.words.either for found in rest for h in found[:1])
    asks = either or any(asking.says(cue, rest, 0.97) for cue in ("whom", "which"))
    return asks and bool(_foremost(asking, masked, heard))


def _of_sort(asking: Asking, masked: Masked, heard: Heard) -> list[Filter]:
    """Films drawn from books, or made by women: "adaptations", "films by women directors"."""
    rest = [heard.hits[at] for at in masked.rest]
    found = [Filter("adapted", "any")] if asking.says("adaptation", rest) else []
    directors = any("director" in m.ids for m in masked.of("occupation"))
    sorts = [heard.hits[m.start] for m in masked.of("genre", "type")]
    if asking.says("films", rest, 0.99) or asking.says("films_of_sort", sorts, 0.97):
        found += by_women(asking, rest, directors=directors)
    return found


def by_women(
    asking: Asking, rest: Sequence[Sequence[Hit]], *, directors: bool = False
) -> list[Filter]:
    """Films MADE BY WOMEN; ``directors`` are named already."""
    by = directors or asking.says("made_by", rest)
    return [Filter("directed_by", "female")] if by and asking.says("women", rest) else []


def told_about(asking: Asking, masked: Masked, heard: Heard) -> bool:
    """Whether films ABOUT a person are asked for: what he made is no answer."""
    return any(
        asking.says("about_behind", heard.hits[m.end : m.end + 1])
        or asking.says("about_ahead", heard.hits[max(0, m.start - 1) : m.start])
        for m in masked.of("person")
    )


def honoured(asking: Asking, masked: Masked, heard: Heard) -> list[Filter]:
    """The filter of "which films won abroad", "comedies that won prizes".

    A festival that is named is no such thing, and whatever won most is told in an order.
    """
    if masked.of("organisation"):
        return []
    if asking.says("abroad", heard.hits):
        return said(masked, heard, "abroad", {"won": asking.words.result["won"]})
    rest = [heard.hits[at] for at in masked.rest]
    won = asking.says("prize_noun", rest) and (
        asking.says("won", rest) or asking.says("having", rest, 1.0)
    )
    won = won or (asking.says("won", rest) and asking.says("films", rest, 0.99))
    sorts = bool(masked.of("genre", "type") or masked.range)  # "which films won in 2018?"
    if not (sorts and (won or asking.says("prized", rest, _FORM))):
        return []
    if not _only_prizes(asking, masked, rest):
        return []
    return [Filter("result", "won")]


def won_there(asking: Asking, masked: Masked, heard: Heard) -> bool:
    """Whether films of a genre are asked for that won at a festival: "dramas that won there"."""
    rest = [heard.hits[at] for at in masked.rest]
    named = masked.of("organisation") and not masked.of("person") and masked.of("genre", "type")
    return bool(named) and asking.says("won", rest) and _only_prizes(asking, masked, rest)


def _only_prizes(asking: Asking, masked: Masked, rest: Sequence[Sequence[Hit]]) -> bool:
    """Whether of the films nothing is asked but prizes, and not who has most."""
    return (
        not masked.of("film", "award")
        and not asking.says("most", rest)
        and all(_of_prizes(asking, found) for found in rest)
    )


def _of_prizes(asking: Asking, found: Sequence[Hit]) -> bool:
    """Whether a word tells of prizes, or little: "where the hero wins a prize" tells a plot."""
    words = asking.words
    said = any(asking.says(cue, [found], 0.93) for cue in _PRIZES)
    said = said or any(h.word in asking.trades and h.similarity >= 0.95 for h in found[:2])
    return said or words.light(found) or bool(found and found[0].word in words.question)
