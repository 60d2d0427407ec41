"""What each chat was last about: for 15 minutes, in bounded memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from knowledge.answer import Conversation

LASTS = timedelta(minutes=15)

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """A dictionary of bounded size that forgets what was not used for longest."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._entries: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: Key) -> Value | None:
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key: Key, value: Value) -> None:
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)

    def pop(self, key: Key) -> Value | None:
        return self._entries.pop(key, None)


class ConversationStore:
    """The conversations going on, one a place: a chat, or a topic of a forum."""

    def __init__(self, size: int = 10_000) -> None:
        self._going: Recent[Hashable, Conversation] = Recent(size)

    def __len__(self) -> int:
        return len(self._going)

    def get(self, place: Hashable, now: datetime) -> Conversation:
        """The conversation at this place, or a fresh one where it has gone quiet."""
        conversation = self._going.get(place)
        if conversation is None:
            return Conversation()
        if conversation.at is None or now - conversation.at > LASTS:
            self._going.pop(place)
            return Conversation()
        return conversation

    def put(self, place: Hashable, conversation: Conversation) -> None:
        self._going.put(place, conversation)

    def forget(self, place: Hashable) -> None:
        self._going.pop(place)
