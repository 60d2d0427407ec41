"""Parts of a series that do not exist: neither "Tulpan 2" nor its sequel is «Tulpan»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import Token

NO_PART = "no part"
_SURE = 0.85
_ROMAN = {"ii": 2, "iii": 3, "iv": 4}
_APART = 3
"""Words that may stand between a title and its "sequel"."""

Hits = Sequence[tuple[Hit, ...]]


def without_parts(
    base: FactBase,
    text: Sequence[Token],
    hits: Hits,
    mentions: Sequence[Mention],
    asking: Asking,
) -> list[Mention]:
    """The mentions; a title beside the number of a part that it does not have is a decoy."""
    films = [m for m in mentions if m.kind == "film" and m.quality > _SURE]
    dated = {m.start for m in mentions if m.kind == "month"}
    found = {}
    if len({(m.start, m.end) for m in films}) == 1:
        # "Is X the sequel of Y?" names two, and what has parts may be one itself.
        single = [f for f in films if all(len(base.series(base.films[i])) == 1 for i in f.ids)]
        for film in single if len(single) == len(films) else ():
            if _continued(film, text, hits, asking):
                found[film] = _lacking(film, film.start, film.end)
    for film in films:
        for number, first, end in _numbered(film, text, hits, asking):
            told = end in dated or any(m.start <= first and end <= m.end for m in films)
            parts = max(len(base.series(base.films[i])) for i in film.ids)
            if not told and parts < number:
                found[film] = _lacking(film, first, end)
    return [
        *(m for m in mentions if not any(_within(m, decoy) for decoy in found.values())),
        *found.values(),
    ]


def _lacking(film: Mention, first: int, end: int) -> Mention:
    weight = film.weight + 0.5 * (end - first - film.words)
    return Mention("decoy", film.ids[:1], first, end, 1.0, weight, NO_PART, end - first, True)


def _continued(film: Mention, text: Sequence[Token], hits: Hits, asking: Asking) -> bool:
    """Whether a "sequel" stands near a title."""
    near = range(max(0, film.start - _APART - 1), min(len(text), film.end + _APART + 1))
    return any(
        text[at].clause == text[film.start].clause
        and asking.says("sequel", hits[at : at + 1], 0.97)
        for at in near
        if not film.start <= at < film.end
    )


def _within(mention: Mention, decoy: Mention) -> bool:
    return decoy.start <= mention.start and mention.end <= decoy.end


def _numbered(
    film: Mention, text: Sequence[Token], hits: Hits, asking: Asking
) -> Iterator[tuple[int, int, int]]:
    """The number of a part beside a title, and where title and number start and end."""

    def number(at: int) -> int:
        if not 0 <= at < len(text) or text[at].clause != text[film.start].clause:
            return 0
        word = text[at].skeleton
        own = [
            asking.words.ordinals[h.word] for h in hits[at][:2] if h.word in asking.words.ordinals
        ]
        return (
            int(word)
            if word.isdigit() and len(word) == 1
            else _ROMAN.get(word, max(own, default=0))
        )

    def part(at: int) -> bool:
        return 0 <= at < len(text) and asking.says("part", hits[at : at + 1], 0.97)

    start, end = film.start, film.end
    counted = end + 1 < len(text) and asking.says("counted", hits[end + 1 : end + 2], 0.95)
    bare = end < len(text) and (text[end].skeleton.isdigit() or text[end].skeleton in _ROMAN)
    if bare and number(end) > 1 and not counted:
        yield number(end), start, end + 1
    elif part(end + 1) and number(end) > 1:  # «Қызғалдақтың екінші бөлімі»
        yield number(end), start, end + 2
    elif part(end) and number(end + 1) > 1:  # "Tulpan part 2"
        yield number(end + 1), start, end + 2
    while (
        start > film.start - 3
        and start
        and any(h.word in asking.words.function for h in hits[start - 1][:1])
    ):
        start -= 1  # "the second part OF Tulpan"
    if part(start - 1) and number(start - 2) > 1:
        yield number(start - 2), start - 2, end
