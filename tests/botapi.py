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
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qs

import httpx

TOKEN = "4242:AAE-kino_kino_kino_kino_kino_kino_ki"
ME = {
    "id": 4242, "is_bot": True, "first_name": "Qazaq Kino", "username": "QazaqKinoBot",
    "supports_inline_queries": True,
}  # fmt: skip

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
    "getChatMember": {"chat_id", "user_id"},
    "sendDocument": {
        "chat_id", "document", "caption", "message_thread_id", "reply_parameters",
    },
    "answerCallbackQuery": {"callback_query_id", "text", "show_alert"},
    "sendPhoto": {
        "chat_id", "photo", "caption", "parse_mode", "message_thread_id", "reply_markup",
        "reply_parameters",
    },
    "editMessageCaption": {"chat_id", "message_id", "caption", "parse_mode", "reply_markup"},
    "editMessageMedia": {"chat_id", "message_id", "media", "reply_markup"},
    "answerInlineQuery": {"inline_query_id", "results", "cache_time", "is_personal", "button"},
    **{
        f"{verb}My{what}": {"language_code", *({parameter} if verb == "set" else ())}
        for verb in ("get", "set")
        for what, parameter in {
            "Commands": "commands", "Name": "name", "Description": "description",
            "ShortDescription": "short_description",
        }.items()
    },
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
    photo: str = ""
    """The file_id of the picture over it, of which ``text`` is the caption."""

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
    files: dict[str, bytes] = field(default_factory=dict)
    """By file_id: the pictures that were uploaded."""
    administrators: set[tuple[int, int]] = field(default_factory=set)
    """Chat and person."""
    documents: dict[int, bytes] = field(default_factory=dict)
    """By message: the files that were sent."""
    inline: list[dict[str, Any]] = field(default_factory=list)
    """Answers to inline queries: results, button, cache_time."""
    profile: dict[tuple[str, str], Any] = field(default_factory=dict)
    """By what and language code: commands, name, descriptions."""
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
        values, uploads = _form(request)
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
            self._uploads = uploads
            if "My" in method:
                result = self._profile(method, values)
            else:
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

    def _sendPhoto(self, values: dict[str, str]) -> Any:
        photo = self._photo(values.get("photo", ""))
        caption = self._caption(values)
        shown = self.shown[
            int(values["chat_id"]),
            self._sendMessage(values | {"text": values["caption"]})["message_id"],
        ]
        shown.photo, shown.text = photo, caption
        return self.as_json(shown)

    def _sendDocument(self, values: dict[str, str]) -> Any:
        message = self._sendMessage(values | {"text": values["caption"]})
        [self.documents[message["message_id"]]] = self._uploads.values()
        return message

    def _getChatMember(self, values: dict[str, str]) -> Any:
        chat, user = int(values["chat_id"]), int(values["user_id"])
        is_one = (chat, user) in self.administrators
        person = {"id": user, "is_bot": False, "first_name": "Aru"}
        return {"user": person, "status": "creator", "is_anonymous": False} if is_one else {
            "user": person, "status": "member"
        }  # fmt: skip

    def _photo(self, photo: str) -> str:
        """The file_id of what is sent: by its file_id, by an address, or as an upload."""
        upload = self._uploads.get(photo.removeprefix("attach://") if photo else "photo")
        if upload is not None or photo.startswith("https://"):
            file_id = f"photo-{self.next_id()}"
            self.files[file_id] = upload or photo.encode()
            return file_id
        if photo not in self.files:
            raise Refused(400, "Bad Request: wrong remote file identifier specified")
        return photo

    def _caption(self, values: dict[str, str]) -> str:
        text = parse_html(values["caption"])
        if len(text.encode("utf-16-le")) > 2 * 1024:
            raise Refused(400, "Bad Request: message caption is too long")
        return text.strip()

    def _editMessageCaption(self, values: dict[str, str]) -> Any:
        return self._edit_photo(values, "")

    def _editMessageMedia(self, values: dict[str, str]) -> Any:
        media = json.loads(values["media"])
        assert media["type"] == "photo"
        return self._edit_photo(values | media, self._photo(media["media"]))

    def _edit_photo(self, values: dict[str, str], photo: str) -> Any:
        shown = self._own(values, "edit")
        if not shown.photo:
            raise Refused(400, "Bad Request: there is no caption in the message to edit")
        text, keyboard = self._caption(values), _keyboard(values)
        photo = photo or shown.photo
        if (values["caption"], keyboard, photo) == (shown.html, shown.keyboard, shown.photo):
            raise Refused(
                400, "Bad Request: message is not modified: specified new message content"
            )
        shown.html, shown.text, shown.keyboard = values["caption"], text, keyboard
        shown.photo = photo
        return self.as_json(shown)

    def _answerInlineQuery(self, values: dict[str, str]) -> Any:
        if values["inline_query_id"] not in self.queries:
            raise Refused(400, "Bad Request: query is too old and response timeout expired")
        self.queries.remove(values["inline_query_id"])
        results = json.loads(values["results"])
        if len(results) > 50:
            raise Refused(400, "Bad Request: RESULTS_TOO_MUCH")
        if len({result["id"] for result in results}) < len(results):
            raise Refused(400, "Bad Request: RESULT_ID_DUPLICATE")
        for result in results:
            if not 1 <= len(result["id"].encode()) <= 64:
                raise Refused(400, "Bad Request: RESULT_ID_INVALID")
            if "photo_file_id" in result:
                self._caption(result)
                self._photo(result["photo_file_id"])
            else:
                content = result["input_message_content"]
                self._content(content | {"text": content["message_text"]})
            _keyboard({"reply_markup": json.dumps(result.get("reply_markup", {}))})
        button = json.loads(values.get("button", "{}"))
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button.get("start_parameter", "x")):
            raise Refused(400, "Bad Request: START_PARAM_INVALID")
        self.inline.append({**values, "results": results, "button": button})
        return True

    def _profile(self, method: str, values: dict[str, str]) -> Any:
        """What people see of the bot, by language; each has its longest length."""
        what, code = method[5:], values.get("language_code", "")
        if method.startswith("get"):
            found = self.profile.get((what, code), [] if what == "Commands" else "")
            name = re.sub("(?<!^)([A-Z])", r"_\1", what).lower()
            return found if what == "Commands" else {name: found}
        [new] = (value for name, value in values.items() if name != "language_code")
        most = {"Commands": 4096, "Name": 64, "Description": 512, "ShortDescription": 120}[what]
        if len(new) > most:
            raise Refused(400, "Bad Request: too long")
        self.profile[what, code] = json.loads(new) if what == "Commands" else new
        return True

    def _editMessageText(self, values: dict[str, str]) -> Any:
        shown = self._own(values, "edit")
        if shown.photo:
            raise Refused(400, "Bad Request: there is no text in the message to edit")
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
            "caption" if shown.photo else "text": shown.text,
        }
        if shown.photo:
            size = {"file_id": shown.photo, "file_unique_id": "u", "width": 9, "height": 9}
            message["photo"] = [size | {"file_id": f"small-{shown.photo}"}, size]
        if shown.keyboard:
            message["reply_markup"] = {"inline_keyboard": shown.keyboard}
        if shown.topic is not None:
            message |= {"message_thread_id": shown.topic, "is_topic_message": True}
        return message


def _form(request: httpx.Request) -> tuple[dict[str, str], dict[str, bytes]]:
    """The values of a request, and the files that came along."""
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/"):
        form = parse_qs(request.content.decode(), keep_blank_values=True)
        return {name: value[0] for name, value in form.items()}, {}
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + request.content)
    values: dict[str, str] = {}
    uploads: dict[str, bytes] = {}
    for part in message.walk():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            if part.get_filename() is None:
                values[name] = content.decode()
            else:
                uploads[name] = content
    return values, uploads


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
        does = button.keys() & {"callback_data", "url", "switch_inline_query"}
        if len(does) != 1 or not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return [row for row in rows if row]
