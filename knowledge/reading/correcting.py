"""Which of the namesakes is meant: "the one of 1995", "no, the series", "the newer one"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from knowledge.answer import Conversation, Entity
from knowledge.asking.asking import Asking
from knowledge.asking.words import nothing_but, within
from knowledge.factbase.base import FactBase
from knowledge.factbase.records import Film, Organisation
from knowledge.naming.mention import Mention
from knowledge.query import Filter, passes
from knowledge.reading.masking import Masked
from knowledge.spelling.lexicon import Hit

_AGES = ("newer", "older")
_NOUN = {"organisation": "film_noun", "film": "prize_noun"}
"""By what else is called the same is asked for."""


def corrected(
    base: FactBase,
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    masked: Masked,
    conversation: Conversation,
) -> list[Masked]:
    """ "The one of 1995", "no, the series": a namesake of the film talked of is meant."""
    if another := _of_that_name(base, asking, hits, masked, conversation):
        return another
    film = next((e for e in conversation.entities[:2] if e.kind == "film"), None)
    if not film or not conversation.asked.startswith("film.") or masked.derived:
        return []
    words, cues = asking.words, asking.words.cues
    plain = words.function | words.filler | words.cinema | words.negation
    plain = plain.union(*(cues[cue] for cue in ("part", "agrees", "meant", *_AGES)))
    said = [hits[at] for at in masked.rest]
    if meant := asking.says("meant", said, 0.97):
        plain |= cues["yesno"]  # "I WAS asking about …"
    if any(all(h.word not in plain for h in hits[at][:3]) for at in masked.rest):
        return []
    tests = [Filter("genre", m.ids[0]) for m in masked.of("type", "genre")]
    tests += [Filter("date", "", masked.range)] if masked.range else []
    named = masked.of("person")
    asked_back = conversation.entities if conversation.options else ()
    others = [base.films[e.id] for e in asked_back[:8] if e.kind == "film"]
    age = next((cue for cue in _AGES if others and asking.says(cue, said, 0.97)), "")
    if not (tests or named or age) or masked.of("film", "organisation"):
        return []
    if age:
        like = sorted(others, key=lambda f: f.year or 0, reverse=age == "newer")
    else:
        first = base.films[film.id]
        agreed = [first] if meant or asking.says("agrees", said, 0.97) else []
        like = [*agreed, *others, *base.called_like(first)]
    for other in like:
        made = all(any(passes(base, other, Filter("maker", i)) for i in m.ids) for m in named)
        if made and all(passes(base, other, test) for test in tests):
            at = masked.mentions[0].start if masked.mentions else 0
            mention = Mention("film", (other.id,), at, at + 1, 0.97, 0.5, "name", 1)
            return [replace(masked, mentions=(mention,), range=None, rest=())]
    return []


def _of_that_name(
    base: FactBase,
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    masked: Masked,
    conversation: Conversation,
) -> list[Masked]:
    """ "No, the film", "and the prize?" after what bears the same name."""
    words, cues = asking.words, asking.words.cues
    first = next(iter(conversation.entities), None)
    cue = _NOUN.get(first.kind, "") if first else ""
    said = [hits[at] for at in masked.rest]
    called = cues[cue] | (cues["films_of_him"] if cue == "film_noun" else set())
    if not first or not cue or masked.mentions or not any(within(f, called) for f in said):
        return []
    # Of the film talked of "the prizes?" asks rather than of another thing.
    if first.kind == "film" and not any(within(f, words.negation) for f in said):
        return []
    small = words.function - words.question, words.filler, words.negation, cues["agrees"]
    if not nothing_but(said, *small, cues["meant"], called, words.pronouns["film"]):
        return []
    own: Film | Organisation = (base.films if first.kind == "film" else base.organisations)[
        first.id
    ]
    others = base.organisations if first.kind == "film" else base.films
    kind: Literal["film", "organisation"] = "organisation" if first.kind == "film" else "film"
    alike = [Entity(kind, id_) for id_, other in others.items() if _names(own) & _names(other)]
    if not alike:
        return []
    best = max(alike, key=base.fame)
    mention = Mention(
        best.kind, (best.id,), masked.rest[0], masked.rest[0] + 1, 0.97, 0.5, "name", 1
    )
    return [replace(masked, mentions=(mention,), rest=())]


def _names(record: Film | Organisation) -> set[str]:
    text = record.title if isinstance(record, Film) else record.name
    return {own.casefold() for own in (text.kk, text.ru, text.en, *record.aka)}
