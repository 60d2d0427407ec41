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

    It must speak of cinema, and either of Kazakhstan or of somebody or something of the base.
    """
    words = text.casefold().split()
    bare = ["".join(letter for letter in word if letter.isalnum()) for word in words]
    if not _speaks(bare, text, "cinema"):
        return None
    entities = _named(reader, text)
    if entities or _speaks(bare, text, "country"):
        return Relevance(entities)
    return None


def _speaks(words: list[str], text: str, kind: str) -> bool:
    beginnings = signs(kind)
    phrases = tuple(b for b in beginnings if " " in b)
    return any(word.startswith(beginnings) for word in words) or any(
        phrase in text.casefold() for phrase in phrases
    )


def _named(reader: Reader, text: str) -> tuple[Entity, ...]:
    """What is named beyond doubt: people by full name, films in quotes or by a telling title."""
    found: dict[Entity, None] = {}
    for heard in reader.hear(text)[:1]:
        if heard.layout.cost:
            continue  # nobody publishes on a wrong keyboard
        for mention in reader.names.find(heard.tokens, heard.hits):
            if len(mention.ids) == 1 and mention.quality >= _SURE and _beyond_doubt(mention):
                found[Entity(mention.kind, mention.ids[0])] = None  # type: ignore[arg-type]
    return tuple(found)[:_MOST]


def _beyond_doubt(mention: Mention) -> bool:
    if mention.kind == "person":
        return mention.words > 1 and mention.how == "name"
    if mention.kind == "film":
        return mention.quoted or (mention.words > 2 and not mention.ordinary)
    return mention.kind == "organisation" and mention.words > 1 and not mention.ordinary
