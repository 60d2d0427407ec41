"""Telegram's side of a conversation, as strict as the real one, below the HTTP client.

``BotApi.transport`` goes under python-telegram-bot's own requests; what the bot sent is read back
as the chat shows it.
"""

from __future__ import annotations

import asyncio
import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import httpx

TOKEN = "4242:AAE-kino_kino_kino_kino_kino_kino_ki"
ME = {"id": 4242, "is_bot": True, "first_name": "Qazaq Kino", "username": "QazaqKinoBot"}

TAGS = {"b", "i", "u", "s", "a", "code", "pre", "blockquote"}
TOKENS = re.compile(
    r'<(/?)([a-z]+)(?: href="([^"<>]*)")?>|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-f]+);|[<>&]'
)

PARAMETERS = {
    "getMe": set(),
    "deleteWebhook": {"drop_pending_updates"},
    "getUpdates": {"offset", "timeout", "limit", "allowed_updates"},
    "sendMessage": {
        "chat_id", "text", "parse_mode", "message_thread_id", "reply_markup", "reply_parameters",
        "link_preview_options",
    },
    "editMessageText": {
        "chat_id", "message_id", "text", "parse_mode", "reply_markup", "link_preview_options",
    },
    "editMessageReplyMarkup": {"chat_id", "message_id", "reply_markup"},
    "deleteMessage": {"chat_id", "message_id"},
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert"},
}  # fmt: skip


class Refused(Exception):
    """What Telegram answers instead of doing it."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code


@dataclass
class Shown:
    """A message of the bot as it stands in the chat."""

    id: int
    chat: int
    html: str
    text: str
    keyboard: list[list[dict[str, Any]]]
    topic: int | None = None
    answers: int | None = None

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.keyboard for button in row]

    def data(self, label: str) -> str:
        return next(
            str(b["callback_data"]) for row in self.keyboard for b in row if b["text"] == label
        )


@dataclass
class BotApi:
    chats: dict[int, dict[str, Any]] = field(default_factory=dict)
    theirs: set[tuple[int, int]] = field(default_factory=set)
    """Messages that people wrote."""
    shown: dict[tuple[int, int], Shown] = field(default_factory=dict)
    queries: set[str] = field(default_factory=set)
    """Presses of buttons that wait for an answer."""
    notices: list[tuple[str, bool]] = field(default_factory=list)
    """What answers to presses said, and whether it had to be closed."""
    calls: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    failing: dict[str, Callable[[], Exception]] = field(default_factory=dict)
    """By method: what happens instead, once."""
    waiting: list[dict[str, Any]] = field(default_factory=list)
    """Updates for getUpdates."""
    last_id: int = 100

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self._handle)

    def messages(self, chat: int = 1) -> list[Shown]:
        return [shown for shown in self.shown.values() if shown.chat == chat]

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def count(self, method: str) -> int:
        return sum(called == method for called, _ in self.calls)

    async def _handle(self, request: httpx.Request) -> httpx.Response:
        _, token, method = request.url.path.split("/")
        form = parse_qs(request.content.decode(), keep_blank_values=True)
        values = {name: value[0] for name, value in form.items()}
        try:
            if token != f"bot{TOKEN}":
                raise Refused(401, "Unauthorized")
            if method not in PARAMETERS:
                raise Refused(404, "Not Found")
            if unknown := values.keys() - PARAMETERS[method]:
                raise Refused(400, f"Bad Request: unexpected {sorted(unknown)}")
            self.calls.append((method, values))
            if method in self.failing:
                raise self.failing.pop(method)()
            result = getattr(self, f"_{method}")(values)
            if method == "getUpdates" and not result and int(values["timeout"]):
                await asyncio.Event().wait()  # a long poll during which nothing comes
        except Refused as refused:
            body = {"ok": False, "error_code": refused.code, "description": str(refused)}
            return httpx.Response(refused.code, json=body)
        return httpx.Response(200, json={"ok": True, "result": result})

    def _getMe(self, _: dict[str, str]) -> Any:
        return ME

    def _deleteWebhook(self, _: dict[str, str]) -> Any:
        return True

    def _getUpdates(self, values: dict[str, str]) -> Any:
        offset = int(values.get("offset", 0))
        self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        return self.waiting[:100]

    def _sendMessage(self, values: dict[str, str]) -> Any:
        chat = int(values["chat_id"])
        if chat not in self.chats:
            raise Refused(400, "Bad Request: chat not found")
        text, keyboard = self._content(values)
        topic = int(values["message_thread_id"]) if "message_thread_id" in values else None
        if topic is not None and topic not in self.chats[chat].get("topics", ()):
            raise Refused(400, "Bad Request: message thread not found")
        reply = json.loads(values.get("reply_parameters", "{}"))
        answers = reply.get("message_id")
        if answers is not None and (chat, answers) not in self.theirs | self.shown.keys():
            if not reply.get("allow_sending_without_reply"):
                raise Refused(400, "Bad Request: message to be replied not found")
            answers = None
        shown = Shown(self.next_id(), chat, values["text"], text, keyboard, topic, answers)
        self.shown[chat, shown.id] = shown
        return self.as_json(shown)

    def _editMessageText(self, values: dict[str, str]) -> Any:
        shown = self._own(values, "edit")
        text, keyboard = self._content(values)
        if (values["text"], keyboard) == (shown.html, shown.keyboard):
            raise Refused(
                400, "Bad Request: message is not modified: specified new message content"
            )
        shown.html, shown.text, shown.keyboard = values["text"], text, keyboard
        return self.as_json(shown)

    def _editMessageReplyMarkup(self, values: dict[str, str]) -> Any:
        shown = self._own(values, "edit")
        keyboard = _keyboard(values)
        if keyboard == shown.keyboard:
            raise Refused(
                400, "Bad Request: message is not modified: specified new message content"
            )
        shown.keyboard = keyboard
        return self.as_json(shown)

    def _deleteMessage(self, values: dict[str, str]) -> Any:
        shown = self._own(values, "delete")
        del self.shown[shown.chat, shown.id]
        return True

    def _answerCallbackQuery(self, values: dict[str, str]) -> Any:
        if values["callback_query_id"] not in self.queries:
            raise Refused(
                400,
                "Bad Request: query is too old and response timeout expired "
                "or query ID is invalid",
            )
        self.queries.remove(values["callback_query_id"])
        text = values.get("text", "")
        if len(text) > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        self.notices.append((text, values.get("show_alert") == "true"))
        return True

    def _own(self, values: dict[str, str], what: str) -> Shown:
        key = int(values["chat_id"]), int(values["message_id"])
        if key in self.theirs:
            raise Refused(400, f"Bad Request: message can't be {what}ed")
        if key not in self.shown:
            raise Refused(400, f"Bad Request: message to {what} not found")
        return self.shown[key]

    def _content(self, values: dict[str, str]) -> tuple[str, list[list[dict[str, Any]]]]:
        text = values["text"]
        if values.get("parse_mode") == "HTML":
            text = parse_html(text)
        elif "parse_mode" in values:
            raise Refused(400, "Bad Request: unsupported parse_mode")
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) > 2 * 4096:
            raise Refused(400, "Bad Request: message is too long")
        return text.strip(), _keyboard(values)

    def as_json(self, shown: Shown) -> dict[str, Any]:
        """The message as updates carry it."""
        message: dict[str, Any] = {
            "message_id": shown.id,
            "date": 1,
            "from": ME,
            "chat": {k: v for k, v in self.chats[shown.chat].items() if k != "topics"},
            "text": shown.text,
        }
        if shown.keyboard:
            message["reply_markup"] = {"inline_keyboard": shown.keyboard}
        if shown.topic is not None:
            message |= {"message_thread_id": shown.topic, "is_topic_message": True}
        return message


def parse_html(text: str) -> str:
    """The text without markup; broken markup is refused."""
    open_tags: list[str] = []

    def token(match: re.Match[str]) -> str:
        closing, tag, href = match[1], match[2], match[3]
        if tag is None:
            if len(match[0]) == 1:
                raise Refused(400, f"Bad Request: can't parse entities: bare {match[0]}")
            return html.unescape(match[0])
        if tag not in TAGS or (href is not None) != (tag == "a" and not closing):
            raise Refused(400, f"Bad Request: can't parse entities: {match[0]}")
        if not closing:
            open_tags.append(tag)
        elif not open_tags or open_tags.pop() != tag:
            raise Refused(400, f"Bad Request: can't parse entities: unexpected {match[0]}")
        return ""

    plain = TOKENS.sub(token, text)
    if open_tags:
        raise Refused(400, f"Bad Request: can't parse entities: {open_tags[-1]} is not closed")
    return plain


def _keyboard(values: dict[str, str]) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = json.loads(values.get("reply_markup", "{}")).get(
        "inline_keyboard", []
    )
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise Refused(400, "Bad Request: text buttons are unallowed in the inline keyboard")
        if not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return [row for row in rows if row]
