"""A sandbox with subscribers in it, and what they have received."""

from __future__ import annotations

import os
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.delivery.item import Item
from bot.delivery.rhythm import Rhythm
from bot.delivery.topic import Topic
from bot.sandbox.call import Call
from bot.sandbox.sandbox import Sandbox
from bot.storage import Storage
from bot.storage.items import Items
from bot.storage.subscriptions import Subscriptions
from tests.databases import database, rows

TOPIC = Topic("news")
ALWAYS = Rhythm(quiet_from=0, quiet_until=0)
TEXTS = {"reminder": "A reminder", "notice": "A notice"}
"""The first may be repeated, the second may not."""
REPEAT = "This may be the second time"


class DeadlySandbox(Sandbox):
    """Kills whoever calls: at the so-manieth message, before or after it is accepted."""

    def __init__(self) -> None:
        super().__init__()
        self.victim = 0
        self.before = 0
        self.after = 0
        self.messages = 0
        self.answered: set[int] = set()
        """Chats that have a message of the bot."""

    async def call(self, call: Call) -> Any:
        if call.method.lower() != "sendmessage":
            return await super().call(call)
        self.messages += 1
        number = self.messages
        if number == self.before:
            os.kill(self.victim, signal.SIGKILL)
        result = await super().call(call)
        self.answered.add(call.number("chat_id"))
        if number == self.after:
            os.kill(self.victim, signal.SIGKILL)
        return result


async def publish(folder: Path, sandbox: Sandbox, chats: list[int]) -> None:
    """Both items for all chats; those below zero are groups."""
    for chat in chats:
        if chat < 0:
            sandbox.world.add_chat("group", "Cinema", id=chat, bot="member")
        else:
            sandbox.world.add_user("Aru", id=chat)
            sandbox.world.chats[chat].bot = "member"
    storage = Storage.open(database(folder))
    now = datetime.now(UTC)
    subscriptions = Subscriptions(storage, ALWAYS)
    for chat in chats:
        await subscriptions.subscribe(chat, TOPIC, now, "en")
    for kind, text in TEXTS.items():
        item = Item(
            kind,
            "",
            "1",
            dict.fromkeys(("kk", "ru", "en"), text),
            (TOPIC,),
            now + timedelta(days=7),
            repeatable=kind == "reminder",
        )
        await Items(storage).publish(item, now)
    await storage.close()


def received(sandbox: Sandbox) -> dict[tuple[str, int], list[str]]:
    """By kind and chat, what arrived."""
    found: dict[tuple[str, int], list[str]] = {}
    for message in sandbox.world.messages.values():
        for kind, text in TEXTS.items():
            if text in message.text:
                found.setdefault((kind, message.chat.id), []).append(message.text)
    return found


def states(folder: Path) -> dict[tuple[str, int], str]:
    query = "SELECT kind, chat_id, ledger.state FROM ledger JOIN items ON items.id = item_id"
    return {(kind, chat): state for kind, chat, state in rows(folder, query)}


def in_flight(folder: Path) -> Counter[str]:
    """Rows in doubt, by kind."""
    return Counter(kind for (kind, _), state in states(folder).items() if state == "sending")
