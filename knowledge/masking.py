"""Ways to cut a question into names and words: the best few of all combinations of mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.asking import Asking, Phrase
from knowledge.dates import Range, decade_range, month_range, relative_range, season_range, year_range
from knowledge.lexicon import Hit
from knowledge.names import Mention
from knowledge.spelling import Token

_BEAM = 10
_YEAR = re.compile(r"^(18[89]|19\d|20[0-4])\d$")
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

    def without(self, *gone: Mention) -> tuple[Mention, ...]:
        return tuple(m for m in self.mentions if m not in gone)


def maskings(
    text: Sequence[Token], hits: Sequence[tuple[Hit, ...]], mentions: Sequence[Mention], asking: Asking,
    keep: int = 6,
) -> list[Masked]:  # fmt: skip
    """The likeliest cuts, best first, by the weight they explain."""
    by_start: dict[int, list[Mention]] = defaultdict(list)
    for mention in [*mentions, *_years(text)]:
        by_start[mention.start].append(mention)
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
                if mention.kind == "role":
                    gain *= 0.75
                if mention.kind == "occupation" or (mention.kind == "genre" and mention.ordinary):
                    gain *= 0.6  # "режиссёр", "музыка" are asked for more often than named
                beams[mention.end].append((value + gain, (*chosen, mention)))
    found = []
    for value, chosen in sorted(beams[size], key=lambda s: -s[0])[:keep]:
        covered = {at for m in chosen for at in range(m.start, m.end)}
        rest = tuple(at for at in range(size) if at not in covered)
        found.append(Masked(chosen, rest, value))
    return found


def _plain(found: Sequence[Hit], asking: Asking) -> float:
    """What a word explains when it is taken as a word with which people ask."""
    if not asking.is_asking(found, 0.8):
        return 0.0
    return 0.08 + 0.75 * asking.weight(found) * max(h.similarity for h in found)


def _years(text: Sequence[Token]) -> list[Mention]:
    found = []
    for at, token in enumerate(text):
        if _YEAR.match(token.skeleton):
            found.append(Mention("year", (token.skeleton,), at, at + 1, 1.0, 0.8, "term", 1))
        elif token.skeleton.isdigit() and len(token.skeleton) == 2 and token.skeleton.endswith("0"):
            following = text[at + 1].skeleton if at + 1 < len(text) else ""
            if following in _DECADE_SUFFIX:
                decade = ("20" if token.skeleton in ("00", "10", "20") else "19") + token.skeleton
                found.append(Mention("decade", (decade,), at, at + 2, 1.0, 0.8, "term", 2))
    return found


def with_range(masked: Masked, text: Sequence[Token], today: date) -> Masked:
    """The masking with its words for dates read as one range."""
    years = masked.of("year")
    months = masked.of("month")
    year = int(years[-1].ids[0]) if years else None
    found: Range | None = None
    if months:
        found = month_range(year or _nearest_year(int(months[0].ids[0]), today), int(months[0].ids[0]))
    elif masked.of("season"):
        found = season_range(year or today.year, masked.of("season")[0].ids[0])
    elif masked.of("decade"):
        found = decade_range(int(masked.of("decade")[0].ids[0]))
    elif year is not None and years:
        after = text[years[-1].end].skeleton if years[-1].end < len(text) else ""
        plural = after in _DECADE_SUFFIX - {"ear"} and year % 10 == 0
        found = decade_range(year) if plural and after in ("e", "h", "s") else year_range(year)
        if len(years) == 2:
            low, high = sorted(int(m.ids[0]) for m in years)
            found = Range(year_range(low).first, year_range(high).last, "years")
    elif masked.of("relative"):
        found = relative_range(masked.of("relative")[0].ids[0], today)
    return replace(masked, range=found) if found else masked


def _nearest_year(month: int, today: date) -> int:
    """A month without a year is the nearest one: up to five months back, else ahead."""
    distance = (month - today.month) % 12
    return today.year + (1 if month < today.month and distance <= 6 else 0) - (
        1 if month > today.month and distance > 6 else 0
    )


def derive(
    masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking
) -> list[Masked]:  # fmt: skip
    """Maskings in which "the director of X" stands for a person, "films by X" for films."""
    found = []
    light = asking.words.function | asking.words.cinema
    for phrase in asking.phrases:
        for mention in masked.mentions:
            if mention.kind != phrase.slot or not mention.ids:
                continue
            span = _span(phrase, mention, masked, hits, light)
            if span is None:
                continue
            rest = tuple(at for at in masked.rest if not span[0] <= at < span[1])
            found.append(
                replace(
                    masked,
                    rest=rest,
                    value=masked.value,
                    derived=(*masked.derived, Derived(mention, phrase.relation)),
                )
            )
    # The longest phrase explains most.
    found.sort(key=lambda m: len(m.rest))
    seen: set[tuple[object, ...]] = set()
    unique = []
    for candidate in found:
        key = (candidate.rest, candidate.derived[-1].relation)
        if key not in seen:
            seen.add(key)
            unique.append(candidate)
    return unique[:4]


def _span(
    phrase: Phrase, mention: Mention, masked: Masked, hits: Sequence[tuple[Hit, ...]], light: set[int]
) -> tuple[int, int] | None:  # fmt: skip
    """Where the phrase stands around the mention, or None; light words may stand between."""
    covered = {at for m in masked.mentions for at in range(m.start, m.end)}
    parts = {at for m in masked.of("role") for at in range(m.start, m.end)}

    def walk(words: Sequence[int], at: int, step: int) -> int | None:
        for word in words:
            while True:
                if at in parts and phrase.relation == "actor_of":
                    at += step
                    continue
                if not 0 <= at < len(hits) or at in covered:
                    return None
                if any(h.word == word and h.similarity >= 0.85 for h in hits[at]):
                    at += step
                    break
                if any(h.word in light and h.similarity >= 0.9 for h in hits[at]):
                    at += step
                    continue
                return None
        return at

    start = walk(tuple(reversed(phrase.before)), mention.start - 1, -1)
    end = walk(phrase.after, mention.end, 1)
    if start is None or end is None or (not phrase.before and not phrase.after):
        return None
    return start + 1, end
