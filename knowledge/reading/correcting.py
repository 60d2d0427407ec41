"""Which of the namesakes is meant: "the one of 1995", "no, the series", "the newer one"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.answer import Conversation
from knowledge.asking.asking import Asking
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.query import Filter, passes
from knowledge.reading.masking import Masked
from knowledge.spelling.lexicon import Hit

_AGES = ("newer", "older")


def corrected(
    base: FactBase,
    asking: Asking,
    hits: Sequence[Sequence[Hit]],
    masked: Masked,
    conversation: Conversation,
) -> list[Masked]:
    """ "The one of 1995", "no, the series": a namesake of the film talked of is meant."""
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
