"""Which item of the list told last is meant: "the second one", "the last?", "the other one"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from knowledge.answer import PAGE, Conversation
from knowledge.asking.asking import Asking
from knowledge.asking.words import nothing_but, within
from knowledge.factbase.base import FactBase
from knowledge.naming.mention import Mention
from knowledge.reading.masking import Masked
from knowledge.reading.narrowing import OF_FILMS
from knowledge.spelling.lexicon import Hit

_ENUMERATING = (*OF_FILMS, "list.", "award.", "premiere.", "film.cast")


def names_part(asking: Asking, hits: Sequence[Sequence[Hit]]) -> bool:
    """Whether a film or a part is spoken of, and not just "the first ONE"."""
    parts = asking.words.cues["part"] - asking.words.cues["person_noun"]
    return any(within(found[:1], parts) for found in hits)


def picked(
    base: FactBase,
    masked: Masked,
    hits: Sequence[tuple[Hit, ...]],
    asking: Asking,
    conversation: Conversation,
) -> list[Masked]:
    """ "The second one", "when did the last come out?": an item of the list shown last."""
    people = conversation.asked in ("film.cast", "list.people", "list.both")
    items = [e for e in conversation.listed if e.kind == ("person" if people else "film")]
    whole = len(items) > PAGE  # else only what is on the page was handed on
    listed = items[(conversation.page - 1) * PAGE :] if whole else items
    if len(listed) < 2 or masked.mentions:
        return []
    if people and names_part(asking, [hits[at] for at in masked.rest]):
        return []  # "is there a PART 2?" after the cast
    # Once one of them was talked of, "the second part" is one of its series.
    if not conversation.asked.startswith(_ENUMERATING):
        film = next(
            (base.films[e.id] for e in conversation.entities[:1] if e.kind == "film"), None
        )
        # "And the second?" after who made the first; of no film named since.
        other = film and not any(e.id == film.id for e in items)
        if other or asking.says("part", hits) or (film and len(base.series(film)) > 1):
            return []
    for at in masked.rest:
        number = next(
            (
                asking.words.ordinals[hit.word]
                for hit in hits[at][:4]
                if hit.similarity >= 0.95 and hit.word in asking.words.ordinals
            ),
            0,
        )
        if number and _of_sort(asking, hits, masked):
            continue
        if not people and len(masked.rest) > 1 and asking.says("latest", [hits[at]]):
            listed = [max(items, key=lambda e: base.films[e.id].year or 0)]
            number = 0 if asking.says("among", hits) else 1
        if 0 < number <= len(listed):
            item = listed[number - 1]
            beside = {at - 1, at + 1, at}
            rest = tuple(
                other
                for other in masked.rest
                if other != at
                and not (other in beside and asking.says("part", [hits[other]]))
                and not asking.says("among", [hits[other]], 0.99)
            )
            mention = Mention(item.kind, (item.id,), at, at + 1, 0.97, 0.5, "name", 1)
            return [replace(masked, mentions=(mention,), rest=rest)]
    return []


def the_other(
    asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked, conversation: Conversation
) -> list[Masked]:
    """ "And the other one?" of two between which was chosen, once one was talked of."""
    films = [e for e in conversation.listed if e.kind == "film"]
    told = next((e for e in conversation.entities if e.kind == "film"), None)
    others = [e for e in films if e != told]
    if masked.mentions or conversation.options or len(films) != 2 or len(others) != 1:
        return []
    words, cues = asking.words, asking.words.cues
    small = words.function - words.question, words.filler, cues["part"], cues["article"]
    said = [at for at in masked.rest if within(hits[at][:1], words.other)]
    rest = [hits[at] for at in masked.rest if at not in said]
    if not said or not nothing_but(rest, *small):
        return []
    mention = Mention("film", (others[0].id,), said[0], said[0] + 1, 0.97, 0.5, "name", 1)
    return [replace(masked, mentions=(mention,), rest=())]


def _of_sort(asking: Asking, hits: Sequence[Sequence[Hit]], masked: Masked) -> bool:
    """Whether "the first CARTOON?" is asked for, and no item of a list."""
    words, cues = asking.words, asking.words.cues
    sorts = cues["film_noun"] - cues["part"] - words.cinema
    said = [hits[at] for at in masked.rest]
    small = words.function, words.filler, words.question, words.ordinals.keys()
    return any(within(f[:1], sorts) for f in said) and nothing_but(said, *small, sorts)
