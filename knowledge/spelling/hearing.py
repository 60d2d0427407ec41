"""What was typed, on the keyboards on which it makes sense: tokens and what each may mean."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from msgspec.structs import replace

from knowledge.asking.asking import Asking, Word
from knowledge.reading.masking import Masked
from knowledge.spelling.lexicon import Hit, Lexicon
from knowledge.spelling.spelling import Layout, Token, layouts, respelt, tokens

_BESIDE, _APART = 0.5, 0.3
"""What a word counts in a clause that names something but asks nothing, and in any other."""
MEANT = 0.6
"""Another keyboard was on only where so much of the text makes sense on it: "asdf" is noise."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A text on one keyboard layout: its tokens and what each may mean."""

    layout: Layout
    tokens: tuple[Token, ...]
    hits: tuple[tuple[Hit, ...], ...]
    words: tuple[Word, ...]
    known: float


_SLIP, _SAID, _AS_NEAR = 0.8, 0.99, 0.02
"""From where on a word is heard as a misspelt one, what that then counts, and who shares in it."""
_FOUND = 0.95
"""Below this a word is sought as it is written as well."""
_FORM = 0.97
"""From here on a word is a form of another."""
_AS_TYPED = 0.97
"""What makes so much sense as it stands was typed on no other layout."""
_RESPELT = 0.01
_NEAR = 0.12
"""How much less of the text another layout may explain than the best one."""


def hear(lexicon: Lexicon, text: str, asking: Asking) -> list[Heard]:
    """The text on every keyboard layout on which it makes sense, the best first."""
    found: list[Heard] = []
    best = 0.0
    for layout in layouts(text):
        heard = _heard(lexicon, layout, best - _NEAR, asking)
        if heard and (not layout.cost or heard.known >= MEANT):
            found.append(heard)
            best = max(best, heard.known - layout.cost)
            if heard.known >= _AS_TYPED and not layout.cost:
                break  # "from" is not АҚШ
    found.sort(key=lambda heard: heard.layout.cost - heard.known)
    # Letters that only Kazakh has are typed as digits: on the Russian keyboard they are numbers.
    swapped = {heard.layout.name: heard for heard in found}
    if "kk" in swapped and "ru" in swapped and swapped["kk"].known > swapped["ru"].known:
        found.remove(swapped["ru"])
    return [h for h in found if h.known - h.layout.cost >= best - _NEAR][:2]


def _heard(lexicon: Lexicon, layout: Layout, least: float, asking: Asking) -> Heard | None:
    """The text on this layout; None as soon as it cannot explain ``least`` of its letters.

    On a wrong layout most words are strange, and strange words are the dearest to look up.
    """
    words = tokens(layout.text)
    total = left = sum(len(t.skeleton) for t in words) or 1
    known = 0.0
    hits = []
    heard = []
    for token in words:
        size = len(token.skeleton)
        found = lexicon.find(token.skeleton)
        if meant := asking.words.spoken.get(token.text.casefold()):
            found = _also(found, lexicon.find(meant))
        if not found or found[0].similarity < _FOUND:
            token, found = _respelt(lexicon, token, found)
        found = _with_kin(lexicon, asking.slips.among(token.text, found), asking.terms)
        heard.append(token)
        hits.append(_slipped(found, asking.often_asked))
        if found and size > 1:
            known += size * found[0].similarity ** 2
        elif token.skeleton.isdigit():
            known += 0.6 * size
        left -= size
        if (known + left) / total - layout.cost < least - 1e-9:
            return None
    return Heard(layout, tuple(heard), tuple(hits), tuple(map(asking.word, hits)), known / total)


def _also(found: tuple[Hit, ...], meant: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """A word as it is said, and what it stands for: "wat", «скока»."""
    hits = {hit.word: hit.similarity for hit in found}
    for hit in meant:
        hits[hit.word] = max(hit.similarity - _RESPELT, hits.get(hit.word, 0.0))
    return tuple(Hit(*each) for each in sorted(hits.items(), key=lambda each: -each[1]))


def _respelt(
    lexicon: Lexicon, token: Token, found: tuple[Hit, ...]
) -> tuple[Token, tuple[Hit, ...]]:
    """The word as it is spelt otherwise, where that is known better."""
    for other in respelt(token.text):
        hits = lexicon.find(other)
        if hits and hits[0].similarity - _RESPELT > (found[0].similarity if found else 0.0):
            token = replace(token, skeleton=other)
            found = tuple(Hit(hit.word, hit.similarity - _RESPELT) for hit in hits)
    return token, found


def _with_kin(lexicon: Lexicon, heard: tuple[Hit, ...], terms: Set[int]) -> tuple[Hit, ...]:
    """What a misspelt word is, and the term of which it is a form: "комедиялр", "сриалы"."""
    if not heard or not _SLIP < heard[0].similarity < 1.0:
        return heard
    meant, hits = heard[0], {hit.word: hit.similarity for hit in heard}
    for kin in lexicon.find(lexicon.words[meant.word]):
        if kin.similarity >= _FORM and kin.word in terms:
            as_near = round(kin.similarity * meant.similarity, 4)
            hits[kin.word] = max(as_near, hits.get(kin.word, 0.0))
    return tuple(Hit(*each) for each in sorted(hits.items(), key=lambda each: -each[1]))


def _slipped(found: tuple[Hit, ...], asked: Set[int]) -> tuple[Hit, ...]:
    """Of a word that is nothing but a slip in an asking one, that is as good as said."""
    if not found or not _SLIP <= found[0].similarity < _SAID or found[0].word not in asked:
        return found
    least = found[0].similarity - _AS_NEAR
    return tuple(
        Hit(hit.word, _SAID) if hit.similarity >= least and hit.word in asked else hit
        for hit in found
    )


def weighed(heard: Heard, masked: Masked, asking: Asking) -> list[float]:
    """How much each word around the names counts.

    "Saw a poster of X the other day, who plays in it?": where a clause asks, the others are
    chatter; where none does, the clause that names something counts.
    """
    clauses = [heard.tokens[at].clause for at in masked.rest]
    named = {heard.tokens[at].clause for m in masked.mentions for at in range(m.start, m.end)}
    asks = {
        clause for at, clause in zip(masked.rest, clauses, strict=True) if heard.words[at].asks
    }
    if not asks and masked.derived:  # "we saw X. Has its director other films?"
        asks = {
            clause
            for at, clause in zip(masked.rest, clauses, strict=True)
            if asking.says("yesno", [heard.hits[at]], 0.99)
        }
    if asks:
        return [1.0 if c in asks else _BESIDE if c in named else _APART for c in clauses]
    if named.intersection(clauses):
        return [1.0 if c in named else _APART for c in clauses]
    return [1.0] * len(clauses)


def starts(text: str, tokens: Sequence[Token]) -> list[int]:
    """Where each token starts in the text, as far as they are found."""
    found, at = [], 0
    for token in tokens:
        at = text.find(token.text, at)
        if at < 0:
            break
        found.append(at)
        at += len(token.text)
    return found


def unexplained(
    heard: Heard, masked: Masked, shares: Sequence[float], *, beyond: bool
) -> tuple[tuple[str, ...], float]:
    """The words around the names with which nobody asks, and what they weigh."""
    left = [
        (at, part)
        for at, part in zip(masked.rest, shares, strict=True)
        if not (heard.words[at].of_any if beyond else heard.words[at].of_films)
    ]
    texts = tuple(
        heard.tokens[at].text
        for at, part in left
        if part >= _BESIDE and len(heard.tokens[at].skeleton) > 1
    )
    return texts, sum([heard.words[at].weight * part for at, part in left])


def beside(heard: Heard, masked: Masked) -> float:
    """How strange the words next to a name of one word are: it may be a part of a longer one."""
    rest = set(masked.rest)
    found = 0.0
    for mention in masked.of("film", "person"):
        if mention.words == 1 and not mention.quoted:
            for at in (mention.start - 1, mention.end):
                if (
                    at in rest
                    and heard.tokens[at].clause == heard.tokens[mention.start].clause
                    and not heard.tokens[at].skeleton.isdigit()
                    and not heard.words[at].of_films
                ):
                    found = max(found, heard.words[at].weight)
    return found
