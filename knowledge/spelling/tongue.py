"""The language of a question: by the words around its names, its letters, and its titles."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import LANGUAGES, Film
from knowledge.naming.mention import Mention
from knowledge.reading.masking import Masked
from knowledge.spelling.hearing import Heard
from knowledge.spelling.lexicon import Hit
from knowledge.spelling.spelling import KAZAKH_LETTERS, fold

_OWN = 1.2
"""What a word of another language weighs in Latin letters."""
_BEFORE, _ALONE = 0.4, 1.0
"""What the language of the conversation weighs against a question that shows hardly any."""


def language_of(
    heard: Heard, masked: Masked, asking: Asking, base: FactBase, before: str = ""
) -> str:
    """The language of the words around the names; letters decide where words do not.

    ``before`` is that of the conversation: "ал Жол?" is said in both languages.
    """
    votes = {"kk": 0.0, "ru": 0.0, "en": 0.0}
    terms = [
        at
        for m in masked.mentions
        if (m.how == "term" and m.kind not in ("role", "decoy")) or m.kind == "about"
        for at in range(m.start, m.end)
    ]
    if masked.derived:  # so do the words that led from a name to what is meant
        named = {at for m in masked.mentions for at in range(m.start, m.end)}
        left = {*masked.rest, *named}
        terms += [at for at in range(len(heard.tokens)) if at not in left]
    cyrillic, kazakh = _letters(heard.layout.text)
    shown = kazakh or not cyrillic
    languages = asking.words.languages
    for at in (*masked.rest, *terms):
        hit = heard.words[at].shows
        if hit and hit.similarity >= 0.88:
            counts = languages[hit.word]
            # "iPhone", "kredit" are said in every language, «qansha» in one alone.
            weight = _OWN if not cyrillic and "en" not in counts else 1.0
            total = sum(counts.values())
            shown = True
            for language, count in counts.items():
                votes[language] += weight * hit.similarity**4 * count / total
    if kazakh:
        # "Ассалаумағалейкум, брат": a word that Russian has borrowed with its letters is no sign.
        outside = any(
            c in KAZAKH_LETTERS
            for at in (*masked.rest, *terms)
            if not any(_borrowed(asking, hit) for hit in heard.hits[at][:1])
            for c in heard.tokens[at].text
        )
        votes["kk"] += 1.0 if outside else 0.4
    if cyrillic:
        votes["en"] -= 3.0
        votes["ru"] += 0.4
    else:
        votes["en"] += 0.3
    for mention in masked.of("film")[:1]:
        films = [base.films[id_] for id_ in mention.ids]
        span = masked.range
        of_then = [f for f in films if span and f.year and span.touches(str(f.year))]
        own = _title_languages(heard, mention, (of_then or films)[0])
        for language in own:
            votes[language] += 0.9 / len(own) ** 2
    if before:
        # "Ого!" is said in every language: who says no more goes on in his own.
        votes[before] += _BEFORE if shown and len(heard.tokens) > 1 else _ALONE
    best = max(votes, key=lambda name: votes[name])
    return best if votes[best] > 0 else ""


def _borrowed(asking: Asking, hit: Hit) -> bool:
    """Whether this is a greeting or the like that people also say in Russian."""
    polite = hit.word in asking.words.filler and hit.similarity == 1.0
    return polite and "ru" in asking.words.languages.get(hit.word, ())


@lru_cache(maxsize=8)
def _letters(text: str) -> tuple[bool, bool]:
    """Whether most are Cyrillic, and whether some are Kazakh alone; a text is read often."""
    letters = [c for c in text if c.isalpha()]
    cyrillic = sum("Ѐ" <= c <= "ӿ" for c in letters) > len(letters) / 2
    return cyrillic, not KAZAKH_LETTERS.isdisjoint(text)


@lru_cache(maxsize=4096)
def _skeletons(title: str) -> str:
    return " ".join(fold(title))


def _title_languages(heard: Heard, mention: Mention, film: Film) -> list[str]:
    """In which languages the film is called as it was typed, give or take an ending."""
    typed = " ".join(t.skeleton for t in heard.tokens[mention.start : mention.end])
    near = {code: ratio(typed, _skeletons(film.title.get(code))) for code in LANGUAGES}
    top = max(near.values())
    return [code for code, value in near.items() if value >= max(80.0, top - 1)]
