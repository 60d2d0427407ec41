"""The index of whole names finds what looking at every name would find."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.naming.nearest import FARTHEST, NearestNames, reach
from knowledge.spelling.spelling import fold
from tests.benchmarks.many import made, slipped

MANY = 20_000
MOST_MS = 20.0
"""For a busy machine of CI; `make bench` holds the real limits."""

LETTERS = "abeikns 2"
_WORDS = st.lists(st.text("abeikns2", min_size=1, max_size=9), min_size=1, max_size=3)
NAMES = st.lists(_WORDS.map(" ".join), min_size=1, max_size=60)


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[list[str], str]:
    """Names, and one of them with up to two slips: few letters make many near ones."""
    names = draw(NAMES)
    text = draw(st.sampled_from(names))
    for _ in range(draw(st.integers(0, FARTHEST))):
        at = draw(st.integers(0, len(text)))
        before, after = text[:at], text[at:]
        text = draw(
            st.sampled_from(
                (
                    before + draw(st.sampled_from(LETTERS)) + after,
                    before + after[1:],
                    before + draw(st.sampled_from(LETTERS)) + after[1:],
                    before + after[1:2] + after[:1] + after[2:],
                )
            )
        )
    return names, text


@given(drawn=spoilt())
def test_every_name_within_reach_is_found(drawn: tuple[list[str], str]) -> None:
    names, text = drawn
    found = set(NearestNames(names).candidates(text).tolist())
    assert found >= {n for n, name in enumerate(names) if OSA.distance(text, name) <= reach(text)}


@pytest.mark.fuzz
@given(drawn=spoilt())
def test_the_nearest_is_that_of_a_scan(drawn: tuple[list[str], str]) -> None:
    names, text = drawn
    best = max(names, key=lambda name: fuzz.ratio(text, name))
    found = NearestNames(names).nearest(text)
    if OSA.distance(text, best) <= reach(text):
        assert found
        assert found[2] == pytest.approx(fuzz.ratio(text, best) / 100)
        assert names[found[0]] == found[1]


@given(text=st.text(max_size=60))
def test_any_text_has_a_nearest_name_or_none(text: str) -> None:
    names = NearestNames(["aman", "kiz jibek", "a", "2 2"])
    found = names.nearest(text)
    assert found is None or 0 <= found[2] <= 1
    assert NearestNames([]).nearest(text) is None


@pytest.mark.parametrize(("text", "slips"), [("", 0), ("aman", 0), ("amans", 1), ("kiz jibek", 2)])
def test_short_texts_reach_less_far(text: str, slips: int) -> None:
    assert reach(text) == slips


def test_among_many_names_it_is_as_good_as_looking_at_each() -> None:
    known = made(MANY)
    folded = [" ".join(fold(name)) for name in known]
    index = NearestNames(folded)
    ours = theirs = 0
    times = []
    for text, name in slipped(known, 300):
        typed = " ".join(fold(text))
        before = process_time()
        found = index.nearest(typed)
        times.append((process_time() - before) * 1000)
        scan = max(process.extract_iter(typed, folded, scorer=fuzz.ratio), key=lambda f: f[1])
        ours += found is not None and known[found[0]] == name
        theirs += known[scan[2]] == name
    assert ours >= theirs - 3
    assert sorted(times)[-4] <= MOST_MS
