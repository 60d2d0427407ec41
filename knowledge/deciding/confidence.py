"""How likely a reading or a written answer is right: logistic over explicit signs.

The weights are fitted by ``make train`` on the project's own questions and stand in
``confidence.json``, one named weight a line, to be read and reviewed.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib import resources
from itertools import repeat
from operator import attrgetter, mul

from knowledge.deciding.found import Found
from knowledge.reading.reading import Reading
from knowledge.reading.signs import Signs

FAMILIES = (
    "film",
    "person",
    "award",
    "premiere",
    "list",
    "news",
    "org",
    "talk",
    "follow",
    "beyond",
)
_SIGNS = tuple(name for name in Signs.__struct_fields__ if name != "known")
"""That a fact is missing makes the reading no less right."""
_OF_SIGNS = attrgetter(*_SIGNS)
_IS = {family: {f"is_{each}": float(each == family) for each in FAMILIES} for family in FAMILIES}


def of_reading(reading: Reading, found: Found | None, rival: float) -> dict[str, float]:
    """The features of a reading.

    ``found`` is the best written answer, ``rival`` the rank of the best other reading.
    """
    written = found.score if found else 0.0
    matched, words = (found.matched, found.covered_words) if found else (0.0, 0.0)
    signs = reading.signs
    explained = signs.explained
    values: dict[str, float] = dict(zip(_SIGNS, map(float, _OF_SIGNS(signs)), strict=True))
    family, _, name = reading.kind.partition(".")
    strange = min(signs.strange * max(signs.asked * 3, 0.5), 2.0) / 2
    values |= _IS[family]
    values |= {
        "carried": float(reading.carried),
        "missing": float(bool(reading.missing)),
        "decoy": float(reading.missing == "decoy"),
        "namesakes": float(bool(reading.namesakes)),
        "filters": min(len(reading.query.filters), 4) / 4,
        "confidence": reading.confidence,
        "rank": reading.rank,
        "lead": reading.rank - rival,
        "written": written,
        "written_over": max(0.0, written - reading.confidence),
        "written_more": max(0.0, min(words, matched) - explained),
        "written_matched": matched,
        "written_matched_more": max(0.0, matched - explained),
        "written_words": words,
        "written_alike": found.alike if found else 0.0,
        "written_alike_more": max(0.0, (found.alike if found else 0.0) - explained),
        "written_both": matched * words,
        "written_both_more": max(0.0, matched * words - explained * signs.fit),
        "written_sort": found.sort if found else 0.0,
        "written_year": found.year if found else 0.0,
        "written_itself": float(bool(found and found.asked_itself)),
        "poorly_explained_written": max(0.0, 0.6 - explained) * matched,
        "fit_explained": signs.fit * explained,
        "quality_explained": signs.least_quality * explained,
        "poorly_explained": max(0.0, 0.6 - explained),
        "well_explained": max(0.0, explained - 0.8),
        "poor_fit": max(0.0, 0.6 - signs.fit),
        "poor_name": max(0.0, 0.9 - signs.least_quality),
        "named_cue": signs.cue * signs.named,
        "nameless_strange": signs.strange * (not signs.named),
        "strange_all": strange,
        "strange_list": strange * (family in ("list", "premiere")),
        "strange_award": strange * (family == "award"),
        "strange_most": max(0.0, signs.strange_words - 0.4),
        "chance_cue": signs.chance * explained,
        "log_chance": math.log(max(signs.chance, 1e-3)),
        "strange_talk": strange * (family == "talk"),
        "derived_explained": signs.derived * explained,
        "derived_poor": signs.derived * max(0.0, 0.8 - explained),
        "short": float(signs.length <= 0.25),
        "card": float(name in ("card", "who", "what")),
        "carried_cue": float(reading.carried) * signs.cue,
        "following_new": float(signs.following and not reading.carried),
        "bare": float(signs.asked < 0.1),
    }
    return values


def of_written(
    found: Found, second: float, named: bool, shared: bool, best: Reading | None, chance: float
) -> dict[str, float]:
    """The features of a written answer.

    ``second`` is the next one's score, ``best`` the likeliest reading.
    """
    signs = best.signs if best else Signs(explained=0.0, strange=1.0)
    values = {
        "score": found.score,
        "covered": found.covered,
        "covered_words": found.covered_words,
        "name_only": max(0.0, 0.4 - found.covered_words),
        "words_matched": found.covered_words * found.matched,
        "matched": found.matched,
        "alike": found.alike,
        "alike_well": max(0.0, found.alike - 0.6),
        "alike_poorly": max(0.0, 0.4 - found.alike),
        "alike_more": max(0.0, found.alike - signs.explained),
        "lead": found.score - second,
        "clear_lead": found.covered * (found.score - second),
        "asked": min(found.asked, 5.0) / 5,
        "gained": min(found.asked * found.covered, 4.0) / 4,
        "light": max(0.0, 1.5 - found.asked),
        "words_gained": min(found.asked_words * found.covered_words, 3.0) / 3,
        "few_words": max(0.0, 1.0 - found.asked_words),
        "news": float(found.entity.kind == "news"),
        "named": float(named),
        "shared": float(shared),
        "named_elsewhere": float(named and not shared),
        "following": float(signs.following),
        "well_covered": max(0.0, found.covered - 0.75),
        "well_matched": max(0.0, found.matched - 0.5),
        "poorly_matched": max(0.0, 0.3 - found.matched),
        "both": found.covered * found.matched,
        "exactly": max(0.0, min(found.covered, found.matched) - 0.8),
        "sort": max(0.0, found.sort),
        "other_sort": max(0.0, -found.sort),
        "year": max(0.0, found.year),
        "other_year": max(0.0, -found.year),
        "rival_explained": signs.explained,
        "rival_strange": signs.strange,
        "rival_missing": float(bool(best and best.missing)),
        "rival_talk": float(bool(best and best.kind.startswith(("talk", "follow")))),
        "rival_fit": signs.fit,
        "rival_quality": signs.least_quality if best else 0.0,
        "rival_known": float(bool(best and signs.known and not best.missing)),
        "rival_clear": float(bool(best and explains_all(best)) and not found.asked_itself),
        "itself": float(found.asked_itself),
        "matched_over": found.matched - signs.explained,
        "covered_over": found.covered_words - signs.explained,
        "matched_more": max(0.0, found.matched - signs.explained),
        "shared_matched": shared * found.matched,
        "shared_covered": shared * found.covered_words,
        "elsewhere_matched": (named and not shared) * found.matched,
    }
    family = best.kind.partition(".")[0] if best else ""
    values |= {f"rival_is_{each}": float(family == each) for each in FAMILIES[:6]}
    return values | against(values, chance)


def explains_all(reading: Reading) -> bool:
    """Whether the reading leaves no word of the question over, or is all that it can mean."""
    signs = reading.signs
    explained = signs.explained >= 0.9 or (signs.implied and not signs.unexplained)
    return signs.named and not reading.missing and explained and not signs.strange


def against(values: dict[str, float], chance: float) -> dict[str, float]:
    """What depends on the chance of the likeliest reading, which training fits first."""
    return {
        "rival": chance,
        "over": values["score"] - chance,
        "unrivalled": max(0.0, 0.5 - chance),
        "covered_alone": values["covered"] * (1.0 - chance),
    }


def of_winner(
    first: float, second: float, values: dict[str, float], doubt: float, *, written: bool
) -> dict[str, float]:
    """The features of the contest's winner; ``values`` are its own, ``doubt`` what they miss."""
    ahead = {
        "first": first,
        "second": second,
        "ahead": first - second,
        "log": math.log(max(first, 1e-4) / max(1.0 - first, 1e-4)),
        "doubted": 1.0 - doubt,
        "log_second": math.log(max(second, 1e-4) / max(1.0 - second, 1e-4)),
    }
    of = "told" if written else "read"
    return {f"{of}_{name}": value for name, value in values.items()} | ahead


@cache
def _weights() -> dict[str, dict[str, float]]:
    path = resources.files("knowledge") / "confidence.json"
    found: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))
    return found


def probability(kind: str, values: dict[str, float]) -> float:
    """The fitted chance, 0 to 1; ``kind`` is ``reading`` or ``written``."""
    weights = _weights()[kind]
    own = map(weights.get, values, repeat(0.0))
    total = sum(map(mul, own, values.values()), weights["bias"])
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
