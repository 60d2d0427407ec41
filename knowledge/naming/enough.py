"""How much of an alias a text must hold: nearly all of a short one, most of a long one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.naming.aliases import Alias
from knowledge.spelling.spelling import Token

DATES = ("relative", "month", "season", "decade")
_SURE = 0.97
_LOWEST = 0.70


_NEAR = 3
"""So many words may stand between a title and the year of its film."""


def dated(
    alias: Alias, text: Sequence[Token], start: int, years: Mapping[str, int | None]
) -> bool:
    """Whether the year of the film stands near: "trailer for She, the 2017 one"."""
    own = {str(year) for id_ in alias.ids if (year := years.get(id_))}
    near = text[max(0, start - _NEAR) : start + len(alias.words) + _NEAR]
    return alias.kind == "film" and any(token.skeleton in own for token in near)


def needed(alias: Alias, letters: int, matched: int, alone: bool, strange: bool) -> float:
    """The least share of an alias that must be found, by its length.

    ``strange``: with what was typed nobody asks, so that it is rather a name.
    """
    if len(alias.words) == 1:
        if alias.kind in DATES:
            return 1.0 if letters <= 4 else 0.8 if alias.kind == "month" else 0.9
        if letters <= 3:
            return _SURE
        if alias.kind == "decoy":
            # "a cat" is no Cate, and "coded" no Koreeda.
            return _SURE if letters <= 4 else 0.9 if letters <= 6 else 0.84
        if alias.kind == "organisation" and letters > 5:
            return 0.82
        if alias.kind not in ("film", "person", "role"):
            return 0.90 if letters <= 5 else 0.84  # "trip" is no thriller
        if strange:
            return 0.84 if letters <= 4 else 0.81
        return 0.84 if letters <= 5 else 0.83
    if alias.kind == "decoy" and matched < len(alias.words) - 1:
        return 1.01
    if matched < 2:
        return 1.01 if alone else 0.93
    return least(alias)


def least(alias: Alias) -> float:
    """The same where nothing else speaks against the alias."""
    size = len(alias.words)
    if alias.kind in DATES and size > 1:
        return 0.95
    if alias.kind == "decoy" and size > 1:
        return 0.90
    if alias.kind == "award" and size > 1:
        return 0.62
    return 0.80 if size <= 2 else _LOWEST
