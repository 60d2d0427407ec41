"""Conversations end after a quarter of an hour, and memory has a bound."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.conversations import ConversationStore, Recent
from knowledge.answer import Conversation

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_conversation_lasts_fifteen_minutes_and_is_then_forgotten() -> None:
    store = ConversationStore()
    talk = Conversation(asked="film.director", at=NOON)
    store.put(1, talk)
    assert store.get(1, NOON + timedelta(minutes=15)) == talk
    assert store.get(2, NOON) == Conversation()
    assert store.get(1, NOON + timedelta(minutes=15, seconds=1)) == Conversation()
    assert len(store) == 0


def test_a_conversation_of_no_time_does_not_last() -> None:
    store = ConversationStore()
    store.put(1, Conversation(asked="film.director"))
    assert store.get(1, NOON) == Conversation()


def test_what_was_not_used_for_longest_goes_first() -> None:
    recent: Recent[int, str] = Recent(2)
    recent.put(1, "a")
    recent.put(2, "b")
    assert recent.get(1) == "a"
    recent.put(3, "c")
    assert [recent.get(key) for key in (1, 2, 3)] == ["a", None, "c"]
    recent.put(3, "d")
    assert (len(recent), recent.get(3), recent.pop(3), recent.pop(3)) == (2, "d", "d", None)


def test_ten_thousand_chats_at_most() -> None:
    store = ConversationStore(100)
    for chat in range(1000):
        store.put(chat, Conversation(at=NOON))
    assert len(store) == 100
