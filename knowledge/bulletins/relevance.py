"""Whether a text of somebody else is news of Kazakh cinema, and whom of our base it names."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.answer import Entity
from knowledge.bulletins.words import signs
from knowledge.naming.mention import Mention
from knowledge.reading.reading import Reader

_SURE = 0.93
_MOST = 6


@dataclass(frozen=True, slots=True)
class Relevance:
    """Kazakh cinema, and what of the base is named; ``entities`` may be none."""

    entities: tuple[Entity, ...] = ()


def relevance(reader: Reader, text: str) -> Relevance | None:
    """None where it is no news of Kazakh cinema.

    It must speak of cinema, and of Kazakhstan or of somebody or something of the base; words that
    are of cinema only sometimes ("premiere", "director") count beside such a name alone.
    """
    folded = text.casefold()
    words = ["".join(filter(str.isalnum, word)) for word in folded.split()]

    def speaks(kind: str) -> bool:
        return any(w.startswith(signs(kind)) for w in words) or any(
            phrase in folded for phrase in signs(kind) if " " in phrase
        )

    cinema = speaks("cinema")
    if not cinema and not speaks("beside"):
        return None
    entities = _named(reader, text)
    return Relevance(entities) if entities or (cinema and speaks("country")) else None


def _named(reader: Reader, text: str) -> tuple[Entity, ...]:
    """What is named beyond doubt: people by full name, films in quotes or by a telling title."""
    found: dict[Entity, None] = {}
    taken: set[int] = set()
    for heard in reader.hear(text)[:1]:
        if heard.layout.cost:
            continue  # nobody publishes on a wrong keyboard
        for mention in reader.names.find(heard.tokens, heard.hits):
            if mention.quality < _SURE or len(mention.ids) > 1 or not _beyond_doubt(mention):
                continue
            span = range(mention.start, mention.end)
            if taken.isdisjoint(span):
                taken.update(span)
                found[Entity(mention.kind, mention.ids[0])] = None  # type: ignore[arg-type]
    return tuple(found)[:_MOST]


def _beyond_doubt(mention: Mention) -> bool:
    if mention.kind == "person":
        return mention.words > 1 and mention.how == "name"
    if mention.kind == "film":
        return mention.quoted or (mention.words > 2 and not mention.ordinary)
    return mention.kind == "organisation" and mention.words > 1 and not mention.ordinary
