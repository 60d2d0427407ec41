"""What a word of a question tells, by the kinds whose wordings hold it."""

from __future__ import annotations

from knowledge.asking.patterns import Pattern, Patterns

DIRECTED, PLACE, WHO = 1, 2, 3


def _pattern(kind: str, *words: int) -> Pattern:
    return Pattern(kind, "en", words, frozenset())


def _weights(*more: Pattern) -> dict[int, float]:
    usual = [_pattern("film.director", DIRECTED, WHO)] * 20
    usual += [_pattern("film.location", PLACE)] * 20 + [_pattern("person.who", WHO)] * 20
    return Patterns([*usual, *more], lambda _: 1.0).weights


def test_a_stray_wording_takes_little_of_what_a_word_tells() -> None:
    stray = _weights(_pattern("film.location", DIRECTED))
    assert _weights()[DIRECTED] == 1.0
    assert 0.8 < stray[DIRECTED] < 1.0


def test_a_word_of_many_kinds_tells_less_than_one_of_few() -> None:
    weights = _weights()
    assert weights[WHO] < weights[PLACE]
