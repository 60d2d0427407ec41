"""An engine that says what it is told to: pages, length, faults at will."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any, cast

from knowledge.answer import Answer, Conversation, Entity, Option
from knowledge.engine import Engine

TULPAN = Entity("film", "tulpan-2008")
CAST = Option("Cast", "film.cast:tulpan-2008")
AWARDS = Option("Awards", "film.awards:tulpan-2008")

DIRECTOR = Answer(
    "answer",
    "en",
    "Sergei Dvortsevoy directed Tulpan.",
    ("Tulpan (2008)", "<Cannes> & more"),
    options=(CAST, AWARDS),
    alternatives=(Option("The Tulip", "film.card:tulip"), Option("Tulips", "film.card:tulips")),
    entities=(TULPAN,),
    sources=("https://www.imdb.com/title/1?a=1&b=2", "https://kazpravda.kz/x"),
    ref="film.director:tulpan-2008",
)
WHICH = Answer("clarify", "en", "Which Tulip?", options=(CAST, AWARDS))
CAST_ANSWER = Answer("answer", "en", "Askhat Kuchinchirekov plays Asa.", entities=(TULPAN,))
UNKNOWN = Answer("unknown", "ru", "Этого я не знаю.", ("Спросите о фильме.",))
LONG = Answer("answer", "en", "A long list.", tuple(f"{n}. {'ә' * 90}" for n in range(100)))
CARD = Answer(
    "answer",
    "en",
    "Tulpan (2008)",
    ("Directed by Sergei Dvortsevoy.",),
    options=(Option("Cast", "+cast.tulpan-2008"),),
    entities=(TULPAN,),
    asked="film.card",
    ref="+.tulpan-2008",
    card=TULPAN,
)
CARD_CAST = replace(
    CARD,
    lead="Cast: Tulpan (2008)",
    lines=("Askhat Kuchinchirekov",),
    options=(Option("Back", CARD.ref),),
    ref="+cast.tulpan-2008",
    section="cast",
)


def page(number: int) -> Answer:
    return Answer(
        "answer", "en", "Seven pages.", (f"page {number}",), ref="films", page=number, pages=7
    )


@dataclass
class Scripted:
    """Questions, and refs of buttons, to answers."""

    says: dict[str, Answer | Exception] = field(
        default_factory=lambda: {
            "who directed tulpan": DIRECTOR,
            "tulip": WHICH,
            "where is my cat": UNKNOWN,
            "long": LONG,
            "films": page(1),
            "broken": RuntimeError("no such thing"),
            CAST.ref: CAST_ANSWER,
            AWARDS.ref: replace(CAST_ANSWER, lead="It won at Cannes."),
        }
    )
    asked: list[tuple[str, date, Conversation, str]] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    base: Any = field(
        default_factory=lambda: SimpleNamespace(
            films=[1] * 21, people=[1] * 1389, organisations=[1]
        )
    )
    newest: date = date(2026, 11, 20)

    def ask(self, text: str, *, today: date, conversation: Conversation, language: str) -> Answer:
        self.asked.append((text, today, conversation, language))
        found = self.says.get(text.lower(), replace(UNKNOWN, language=language or "kk"))
        if isinstance(found, Exception):
            raise found
        return found

    def open(self, ref: str, *, today: date, language: str, page: int = 1) -> Answer | None:
        self.opened.append(ref)
        if ref == "films":
            return _page(page) if 1 <= page <= 7 else None
        if ref.startswith("+"):
            card: Answer | None = self.cards.open(ref)
            return card
        found = self.says.get(ref)
        return found if isinstance(found, Answer) else None

    def tongue(self, text: str) -> str:
        return ""

    @property
    def cards(self) -> Any:
        """One card, of one film."""
        return SimpleNamespace(
            open=lambda ref, **_: {CARD.ref: CARD, CARD_CAST.ref: CARD_CAST}.get(ref),
            show=lambda entity, **_: CARD if entity == TULPAN else None,
            for_chat=lambda answer, **_: answer,
        )

    @property
    def refs(self) -> Any:
        return SimpleNamespace(
            card=lambda entity, section="": f"+{section}.{entity.id}",
            has=lambda entity: entity == TULPAN,
        )

    @property
    def subscribing(self) -> Any:
        """Nobody wishes anything."""
        return SimpleNamespace(read=lambda text: None)

    def name(self, entity: Entity, language: str) -> str:
        return entity.id

    def follow(self, conversation: Conversation, answer: Answer, now: datetime) -> Conversation:
        return Conversation(entities=answer.entities, language=answer.language, at=now)

    @property
    def engine(self) -> Engine:
        return cast(Engine, self)


_page = page
