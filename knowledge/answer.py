"""What comes out of a question: a plain value that terminal, Telegram and JSON render."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from knowledge.query import Query

AnswerKind = Literal["answer", "clarify", "unknown", "talk"]
EntityKind = Literal["film", "person", "organisation", "topic", "news"]
_REMEMBERED = 32
PAGE = 10
"""How many items of a list are shown at once."""


class Entity(msgspec.Struct, frozen=True):
    kind: EntityKind
    id: str


@dataclass(frozen=True, slots=True)
class Option:
    """A button: ``ref`` is at most 64 ASCII bytes and can be opened without any state."""

    label: str
    ref: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """``lead`` says what was asked and nothing else, ``lines`` the rest; plain text, no markup."""

    kind: AnswerKind
    language: str
    lead: str
    lines: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    """At most four readings to choose from (clarify), or what can be opened next (answer)."""
    alternatives: tuple[Option, ...] = ()
    """The next best readings, behind "not what I meant"."""
    entities: tuple[Entity, ...] = ()
    sources: tuple[str, ...] = ()
    asked: str = ""
    """The kind of question that was read, such as ``film.director``."""
    ref: str = ""
    """This answer's own reference, to open it again or turn its page."""
    page: int = 1
    pages: int = 1
    confidence: float = 0.0
    card: Entity | None = None
    """The record of which this is the card, or a section of the card."""
    section: str = ""

    @property
    def text(self) -> str:
        """The whole message as a person sees it, sources excepted."""
        return "\n".join((self.lead, *self.lines))


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a chat was last about; immutable, one per chat, forgotten after 15 minutes."""

    entities: tuple[Entity, ...] = ()
    asked: str = ""
    listed: tuple[Entity, ...] = ()
    """The last list shown, for "the second one" and "only those by …"."""
    last: Query | None = None
    """What the last answer was about, whole."""
    list_asked: str = ""
    list_last: Query | None = None
    """The same of the last list of films, also where one of them was talked of since."""
    options: tuple[Option, ...] = ()
    others: tuple[Option, ...] = ()
    """What else the last question may have meant."""
    ref: str = ""
    page: int = 1
    pages: int = 1
    language: str = ""
    at: datetime | None = None

    def after(
        self, answer: Answer, now: datetime, last: Query | None = None, *, lists: bool = False
    ) -> Conversation:
        """The conversation once this was answered; talk and ignorance change no subject."""
        if answer.kind == "talk" or (answer.kind == "unknown" and not answer.entities):
            return replace(self, at=now, language=answer.language)
        entities = tuple(dict.fromkeys((*answer.entities, *self.entities)))
        listed = tuple(e for e in answer.entities if e.kind in ("film", "person"))
        # A film and who made it are no list: "and the second?" still asks of the one before.
        several = max(sum(e.kind == kind for e in listed) for kind in ("film", "person"))
        more = answer.asked == "follow.more"
        return Conversation(
            entities[:_REMEMBERED],
            self.asked if more or not answer.asked else answer.asked,
            listed if several > 1 else self.listed,
            last,
            answer.asked if lists else self.list_asked,
            last if lists else self.list_last,
            answer.options if answer.kind == "clarify" else (),
            answer.alternatives,
            answer.ref or self.ref,
            answer.page,
            answer.pages,
            answer.language,
            now,
        )
