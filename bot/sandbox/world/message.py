"""A message, as it stands in a chat now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.world.people import Chat, User

Keyboard = list[list[dict[str, Any]]]

DELETABLE = 48 * 3600  # seconds


@dataclass
class Message:
    id: int
    chat: Chat
    sender: User | None
    """Nobody, where a channel itself speaks."""
    date: int
    content: dict[str, Any]
    """``text`` or ``photo`` and so on, with entities, under the names of the Bot API."""
    keyboard: Keyboard = field(default_factory=list)
    other_markup: dict[str, Any] | None = None
    """A keyboard in the place of the letters, or its removal; people see it, bots do not."""
    topic: int | None = None
    replies_to: Message | None = None
    via_bot: User | None = None
    inline_id: str = ""
    edited: int | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)
    """By user."""

    @property
    def text(self) -> str:
        """What can be read in it."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (
            self.content.get("entities") or self.content.get("caption_entities") or []
        )
        return found

    @property
    def is_text(self) -> bool:
        return "text" in self.content

    @property
    def has_media(self) -> bool:
        return "photo" in self.content or "document" in self.content

    def button(self, label_or_data: str) -> dict[str, Any] | None:
        for row in self.keyboard:
            for button in row:
                if label_or_data in (button["text"], button.get("callback_data")):
                    return button
        return None

    def as_json(self, *, alone: bool = False) -> dict[str, Any]:
        """As bots see it; ``alone`` without what it replies to."""
        message: dict[str, Any] = {"message_id": self.id}
        if self.sender:
            message["from"] = self.sender.as_json()
        else:
            message["sender_chat"] = self.chat.as_json()
        message |= {"chat": self.chat.as_json(), "date": self.date}
        if self.edited is not None:
            message["edit_date"] = self.edited
        if self.topic is not None:
            message |= {"message_thread_id": self.topic, "is_topic_message": True}
        if self.replies_to and not alone:
            message["reply_to_message"] = self.replies_to.as_json(alone=True)
        if self.via_bot:
            message["via_bot"] = self.via_bot.as_json()
        message |= self.content
        if self.keyboard:
            message["reply_markup"] = {"inline_keyboard": self.keyboard}
        return message

    def as_seen(self) -> dict[str, Any]:
        """As people see it, with the reactions below."""
        seen = self.as_json()
        if self.reactions:
            seen["reactions"] = {str(user): emoji for user, emoji in self.reactions.items()}
        if self.other_markup:
            seen["reply_markup"] = self.other_markup
        return seen
