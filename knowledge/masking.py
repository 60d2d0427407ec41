"""Ways to cut a question into names and words: the best few of all combinations of mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.asking import Asking
from knowledge.dates import (
    Range,
    decade_range,
    month_range,
    relative_range,
    season_range,
    year_range,
)
from knowledge.lexicon import Hit
from knowledge.names import Mention
from knowledge.spelling import Token

_BEAM = 10


_KEPT = 6


_LONG = 24
"""Of a text with more words half as many cuts are kept: each is read, and dear to read."""


_YEAR = re.compile(r"^(18[89]|19\d|20[0-4])\d$")


_ROUND = re.compile(r"^\d0$")
_DECADE_SUFFIX = frozenset({"e", "h", "s", "ear", "aia"})


@dataclass(frozen=True, slots=True)
class Derived:
    """A mention reached over a relation: the director of X, the second part of X."""

    mention: Mention
    relation: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its names taken out; ``rest`` are the positions of the words left."""

    mentions: tuple[Mention, ...]
    rest: tuple[int, ...]
    value: float
    derived: tuple[Derived, ...] = ()
    range: Range | None = None

    def of(self, *kinds: str) -> list[Mention]:
        return [m for m in self.mentions if m.kind in kinds]


def maskings(
    text: Sequence[Token],
    hits: Sequence[tuple[Hit, ...]],
    mentions: Sequence[Mention],
    asking: Asking,
    near: frozenset[str] = frozenset(),
) -> list[Masked]:
    """The likeliest cuts, best first, by the weight they explain; ``near`` are films talked of."""
    by_start: dict[int, list[Mention]] = defaultdict(list)
    near = near | {id_ for m in mentions if m.kind == "film" for id_ in m.ids}
    for mention in [*mentions, *_years(text, hits, asking)]:
        if (
            mention.kind == "month"
            and (len(text[mention.start].skeleton) <= 3 or mention.quality < 0.9)
            and not _beside_number(mention, text)
        ):
            continue  # "few" is no фев., and a misspelt month stands beside a number
        if mention.kind == "organisation":
            mention = _with_its_kind(mention, hits, asking)
        by_start[mention.start].append(mention)
    named = any(
        m.kind in ("film", "person") and m.quality > 0.9 and not m.ordinary for m in mentions
    )
    titled = {(m.start, m.end) for m in mentions if m.kind == "film" and m.quality > 0.95}
    plain = [_plain(found, asking) for found in hits]
    size = len(text)
    beams: list[list[tuple[float, tuple[Mention, ...]]]] = [[] for _ in range(size + 1)]
    beams[0] = [(0.0, ())]
    for at in range(size):
        beams[at] = sorted(beams[at], key=lambda s: -s[0])[:_BEAM]
        for value, chosen in beams[at]:
            beams[at + 1].append((value + plain[at], chosen))
            for mention in by_start[at]:
                gain = mention.value + 0.1 * (mention.words - 1) + (0.3 if mention.quoted else 0.0)
                if mention.ordinary and not mention.quoted:
                    gain *= 0.7
                gain *= _inclination(mention, near, hits, asking, named)
                if mention.kind == "role" and (at, mention.end) in titled:
                    gain *= 0.62  # a part called like its film: the film is meant
                beams[mention.end].append((value + gain, (*chosen, mention)))
    keep = _KEPT if size <= _LONG else _KEPT // 2
    found = []
    for value, chosen in sorted(beams[size], key=lambda s: -s[0])[:keep]:
        covered = {at for m in chosen for at in range(m.start, m.end)}
        rest = tuple(at for at in range(size) if at not in covered)
        found.append(Masked(chosen, rest, value))
    return found


def _with_its_kind(mention: Mention, hits: Sequence[tuple[Hit, ...]], asking: Asking) -> Mention:
    """ "Фестиваль Евразия", "Tulpar award": the word beside the name belongs to it."""
    generic = asking.generic_words

    def says(at: int) -> bool:
        return 0 <= at < len(hits) and any(
            h.word in generic and h.similarity >= 0.93 for h in hits[at][:3]
        )

    start, end = mention.start, mention.end
    while says(start - 1):
        start -= 1
    while says(end):
        end += 1
    return replace(mention, start=start, end=end)


def _beside_number(mention: Mention, text: Sequence[Token]) -> bool:
    return any(
        0 <= at < len(text) and text[at].skeleton.isdigit()
        for at in (mention.start - 2, mention.start - 1, mention.end)
    )


def _inclination(
    mention: Mention,
    near: frozenset[str],
    hits: Sequence[tuple[Hit, ...]],
    asking: Asking,
    named: bool,
) -> float:
    """What speaks for or against taking a mention besides its own weight."""
    if mention.kind == "role":
        # A part of a film that is talked of, otherwise rather a person's name.
        return 1.45 if any(id_.split("/")[0] in near for id_ in mention.ids) else 0.55
    if mention.kind == "decoy":
        return 0.85 if mention.words > 1 else 0.7
    if mention.kind == "occupation" or (
        named and mention.kind in ("genre", "type") and mention.ordinary
    ):
        return 0.6  # "режиссёр", "музыка" are asked for more often than named
    if mention.kind in ("language", "country") and all(
        any(h.word in asking.words.cinema and h.similarity >= 0.93 for h in hits[at])
        for at in range(mention.start, mention.end)
    ):
        return 0.1  # "казахский фильм" is what this bot is about, not a filter
    return 1.0


def _plain(found: Sequence[Hit], asking: Asking) -> float:
    """What a word explains when it is taken as a word with which people ask."""
    if not asking.is_asking(found, 0.8):
        return 0.0
    return 0.08 + 0.75 * asking.weight(found) * max(h.similarity for h in found)


def _years(
    text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> list[Mention]:
    found = []
    for at, token in enumerate(text):
        if _YEAR.match(token.skeleton):
            following = hits[at + 1] if at + 1 < len(text) else ()
            said = any(
                h.word in asking.words.cues["year"] and h.similarity > 0.9 for h in following
            )
            end = at + (2 if said else 1)
            found.append(Mention("year", (token.skeleton,), at, end, 1.0, 0.8, "term", 1))
        elif _ROUND.match(token.skeleton):
            suffix = text[at + 1].skeleton if at + 1 < len(text) else ""
            if suffix in _DECADE_SUFFIX:
                decade = ("20" if token.skeleton in ("00", "10", "20") else "19") + token.skeleton
                found.append(Mention("decade", (decade,), at, at + 2, 1.0, 0.8, "term", 2))
    return found


def with_range(masked: Masked, text: Sequence[Token], today: date) -> Masked:
    """The masking with its words for dates read as one range."""
    years = masked.of("year")
    months = masked.of("month")
    year = int(years[-1].ids[0]) if years else None
    found: Range | None = None
    day = _day(months[0], text) if months else 0
    if months and day:
        month = int(months[0].ids[0])
        try:
            one = date(year or today.year, month, day)
            found = Range(one, one, "day", "" if year else "every_year")
        except ValueError:
            found = None
    elif months:
        found = month_range(
            year or _nearest_year(int(months[0].ids[0]), today), int(months[0].ids[0])
        )
    elif masked.of("season"):
        found = season_range(year or today.year, masked.of("season")[0].ids[0])
    elif masked.of("decade"):
        found = decade_range(int(masked.of("decade")[0].ids[0]))
    elif year is not None and years:
        after = text[years[-1].start + 1].skeleton if years[-1].start + 1 < len(text) else ""
        plural = after in ("e", "h", "s") and year % 10 == 0
        found = decade_range(year) if plural else year_range(year)
        if len(years) == 2:
            low, high = sorted(int(m.ids[0]) for m in years)
            found = Range(year_range(low).first, year_range(high).last, "years")
    elif masked.of("relative"):
        found = relative_range(masked.of("relative")[0].ids[0], today)
    return replace(masked, range=found) if found else masked


def _day(month: Mention, text: Sequence[Token]) -> int:
    """The day of the month beside its name, 0 where none stands there."""
    for at in (month.start - 1, month.end):
        if (
            0 <= at < len(text)
            and text[at].skeleton.isdigit()
            and 1 <= int(text[at].skeleton) <= 31
        ):
            return int(text[at].skeleton)
    return 0


def _nearest_year(month: int, today: date) -> int:
    """A month without a year is the nearest one: up to five months back, else ahead."""
    distance = (month - today.month) % 12
    return (
        today.year
        + (1 if month < today.month and distance <= 6 else 0)
        - (1 if month > today.month and distance > 6 else 0)
    )
