"""Years that only bound a time: before 1950, since 2015, after 2020."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.asking.asking import Asking
from knowledge.factbase.dates import since, until
from knowledge.reading.masking import Masked
from knowledge.spelling.lexicon import Hit


def bounded(masked: Masked, hits: Sequence[tuple[Hit, ...]], asking: Asking) -> Masked:
    """The masking with its one year read as a bound, where a word beside it says so."""
    years = masked.of("year")
    if len(years) != 1 or masked.range is None or masked.range.grain != "year":
        return masked
    year = masked.range.first.year
    for at, side in ((years[0].start - 1, "ahead"), (years[0].end, "behind")):
        if at not in masked.rest:
            continue
        rest = tuple(other for other in masked.rest if other != at)
        for word, span in (
            ("until", until(year)),
            ("past", since(year + 1)),
            ("since", since(year)),
        ):
            if asking.says(f"{word}_{side}", [hits[at]], 0.97):
                return replace(masked, rest=rest, range=span)
    return masked
