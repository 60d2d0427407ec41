"""What every handler works with: the engine, the storage, and what is remembered of each chat."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from weakref import WeakKeyDictionary

from telegram import Chat, MaybeInaccessibleMessage, Message, Update
from telegram.ext import CallbackContext, ExtBot

from bot.conversations import ConversationStore, Recent
from bot.storage import Storage, StorageError, Votes
from handlers.flood import FloodGate
from handlers.pictures import Pictures
from handlers.stale import Backlog
from knowledge.answer import Answer, Conversation, Entity
from knowledge.answers.texts import Texts, load_texts
from knowledge.factbase.records import LANGUAGES

if TYPE_CHECKING:
    from bot.delivery.delivery import Delivery
    from knowledge.engine import Engine

logger = logging.getLogger(__name__)

DEFAULT_LANGUAGE = "kk"
FRESH = Conversation()


Offers: TypeAlias = Recent[tuple[str, str, date], tuple[Answer, ...]]
"""What was offered inline for a text, in a language, on a day."""


class Place(NamedTuple):
    """Where a conversation goes on: a chat, or one topic of a forum."""

    chat: int
    topic: int | None = None

    @classmethod
    def of(cls, message: MaybeInaccessibleMessage) -> Place:
        if isinstance(message, Message) and message.is_topic_message:
            return cls(message.chat.id, message.message_thread_id)
        return cls(message.chat.id)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked; all empty where a button was pressed instead."""

    question: str = ""
    message: int | None = None
    before: Conversation = FRESH
    """The conversation so far: an edited question is asked in the same one."""


NOT_ASKED = Asked()


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it stands in the chat."""

    answer: Answer
    messages: tuple[int, ...]
    asked: Asked = NOT_ASKED
    picture: str = ""
    """The key of the picture under which it stands; empty where it is text."""


@dataclass(slots=True)
class Service:
    """One a bot; ``engine`` is replaced whole when the facts are read again."""

    engine: Engine
    storage: Storage
    clock: Callable[[], datetime]
    """The time now, in the zone whose calendar "today" is of."""
    pictures: Pictures | None = None
    choose: Callable[[Sequence[Entity]], Entity] = random.choice
    """Picks one for /random."""
    votes: Votes = field(init=False)
    texts: Texts = field(default_factory=load_texts)
    conversations: ConversationStore = field(default_factory=ConversationStore)
    replies: Recent[tuple[int, int], Reply] = field(default_factory=lambda: Recent(20_000))
    """By chat and message: of the question, and of each message of the answer."""
    languages: Recent[int, str] = field(default_factory=lambda: Recent(10_000))
    photos: Recent[tuple[Entity, str], str] = field(default_factory=lambda: Recent(2_000))
    """By record and language: the file_id of a card's picture, for inline results."""
    offers: WeakKeyDictionary[Engine, Offers] = field(default_factory=WeakKeyDictionary)
    """By engine: facts that are read again are offered anew."""
    albums: Recent[str, bool] = field(default_factory=lambda: Recent(1_000))
    flood: FloodGate = field(default_factory=FloodGate)
    group_flood: FloodGate = field(default_factory=FloodGate.of_groups)
    backlog: Backlog = field(default_factory=Backlog)

    def __post_init__(self) -> None:
        self.votes = Votes(self.storage)

    @property
    def today(self) -> date:
        return self.clock().date()

    async def chosen_language(self, chat: int) -> str:
        """Chosen with /lang, or an empty string; a broken database is no reason for silence."""
        known = self.languages.get(chat)
        if known is None:
            try:
                known = await self.storage.language(chat)
            except StorageError as error:
                logger.error("language of a chat not read: %s", error)
                return ""
            self.languages.put(chat, known)
        return known

    async def choose_language(self, chat: int, language: str) -> None:
        await self.storage.set_language(chat, language, self.clock())
        self.languages.put(chat, language)

    async def note_unanswered(self, question: str, language: str) -> None:
        try:
            await self.storage.note_unanswered(question, language, self.clock())
        except StorageError as error:
            logger.error("unanswered question not noted: %s", error)

    async def count_votes(self, kind: str, up: int, down: int) -> None:
        try:
            await self.votes.count(kind, up, down)
        except StorageError as error:
            logger.error("votes not counted: %s", error)


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Any]]):
    """The context of a handler, with the service at hand."""

    @property
    def service(self) -> Service:
        service: Service = self.bot_data["service"]
        return service

    @property
    def delivery(self) -> Delivery:
        delivery: Delivery = self.bot_data["delivery"]
        return delivery

    async def language(self, update: Update) -> str:
        """As was chosen here, as was spoken last, as Telegram is set, as the letters tell."""
        chat, user = update.effective_chat, update.effective_user
        # Inline there is no chat: then what was chosen in the person's own chat counts.
        home = chat or user
        if home and (chosen := await self.service.chosen_language(home.id)):
            return chosen
        if chat:
            message = update.effective_message
            place = Place.of(message) if message else Place(chat.id)
            spoken = self.service.conversations.get(place, self.service.clock()).language
            if spoken in LANGUAGES:
                return spoken
        code = (user.language_code or "")[:2].lower() if user else ""
        if code in LANGUAGES:
            return code
        return self.service.engine.tongue(_typed(update)) or DEFAULT_LANGUAGE

    def say(self, language: str, key: str, **values: Any) -> str:
        return self.service.texts.say(language, key, **values)


def _typed(update: Update) -> str:
    """What the person wrote, without the command before it."""
    message = update.message or update.edited_message
    text = (message.text or message.caption or "") if message else ""
    if update.inline_query:
        text = update.inline_query.query
    return text.partition(" ")[2] if text.startswith("/") else text


def in_group(chat: Chat) -> bool:
    return chat.type in (Chat.GROUP, Chat.SUPERGROUP)
