"""Somebody who chats with the bot: plain HTTP to the sandbox's control API, as a script would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

JSON = dict[str, Any]

PATIENCE = 20  # seconds for an answer, on a busy machine
TYPING = 2  # seconds of the sandbox's time that pass before each thing a person does


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stands in the chat."""

    raw: JSON

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def chat(self) -> int:
        return int(self.raw["chat"]["id"])

    @property
    def text(self) -> str:
        """What can be read in it: also the caption of a picture."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def lead(self) -> str:
        return self.text.splitlines()[0]

    @property
    def has_picture(self) -> bool:
        return "photo" in self.raw

    @property
    def shows_something(self) -> bool:
        return bool(self.text) or not self.raw.keys().isdisjoint(("photo", "document"))

    @property
    def buttons(self) -> list[str]:
        """Labels, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    @property
    def links(self) -> list[str]:
        entities = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return [entity["url"] for entity in entities if entity["type"] == "text_link"]

    @property
    def answers(self) -> str:
        """The text of the message that it quotes."""
        earlier = self.raw.get("reply_to_message", {})
        return str(earlier.get("text") or earlier.get("caption") or "")


class Person:
    """What people do in the app; whatever the bot does is waited for and returned."""

    def __init__(
        self, control: httpx.Client, language: str, name: str = "Aru", **more: Any
    ) -> None:
        self._control = control
        given = {"first_name": name, "language_code": language} | more
        user = self.order("POST", "/users", **given)["result"]
        self.id = int(user["id"])
        self.language = language

    # Writing

    def says(self, text: str, *, hears: str = "", **where: Any) -> Seen:
        """Write, and read the answer; ``chat``, ``reply_to`` and ``topic`` say where.

        ``hears`` is a part of the answer that is waited for, where others may come before it.
        """
        after = self.writes(text, **where)
        return self.reads(after, where.get("chat"), part=hears)

    def writes(self, text: str, *, chat: int | None = None, **more: Any) -> int:
        """Write, and wait for nothing; the number after which an answer would come."""
        path = f"/chats/{chat or self.id}/messages"
        return int(self._act("POST", path, user=self.id, text=text, **more)["after"])

    def sends(self, **content: Any) -> Seen:
        """Something else than text, under the names of the Bot API."""
        path = f"/chats/{self.id}/messages"
        return self.reads(self._act("POST", path, user=self.id, content=content)["after"])

    def edits(self, number: int, text: str) -> Seen:
        """Correct the message of that number; what the bot then changes."""
        path = f"/chats/{self.id}/messages/{number}/edit"
        return self.reads(self._act("POST", path, text=text)["after"], kinds=("edit",))

    # Pressing

    def presses(
        self, message: Seen, label: str, *, kinds: tuple[str, ...] = ("message", "edit")
    ) -> Seen:
        """Press the button whose label has this in it; the message that is new or changed."""
        return self.reads(self._press(message, label), message.chat, kinds)

    def is_told(self, message: Seen, label: str) -> str:
        """Press a button; what is shown for a moment."""
        after = self._press(message, label)
        return str(self._wait(after, message.chat, lambda one: one["kind"] == "notice")["text"])

    def reacts(self, message: Seen, *emoji: str) -> None:
        path = f"/chats/{message.chat}/messages/{message.id}/react"
        self._act("POST", path, user=self.id, emoji=emoji)

    def asks_inline(self, query: str, **more: Any) -> JSON:
        """Write ``@bot query`` somewhere; the results, and the button above them."""
        found = self._act("POST", "/inline", user=self.id, query=query, wait=PATIENCE, **more)
        answer: JSON = found["result"]["answer"]
        assert answer is not None, "no answer to an inline query"
        return {"query": found["result"]["query"], **answer}

    def chooses(self, inline: JSON, result: JSON, chat: int | None = None) -> Seen:
        """Send one of the results of an inline query."""
        path = f"/inline/{inline['query']}/choose"
        given = {"result": result["id"], "chat": chat or self.id}
        return Seen(self._act("POST", path, **given)["result"])

    # Groups

    def opens_group(self, *, kind: str = "group", **more: Any) -> int:
        """A group with the bot in it; its number."""
        made = {"type": kind, "title": "Club", "members": [self.id], "bot": "member"} | more
        return int(self._act("POST", "/chats", **made)["result"]["id"])

    # Reading

    def reads(
        self,
        after: int,
        chat: int | None = None,
        kinds: tuple[str, ...] = ("message",),
        part: str = "",
    ) -> Seen:
        """The first message of the bot after that, with this part in its text."""

        def is_it(one: JSON) -> bool:
            if one["kind"] not in kinds or not one["message"].get("from", {}).get("is_bot"):
                return False
            return part in Seen(one["message"]).text

        return Seen(self._wait(after, chat or self.id, is_it)["message"])

    def log(self, chat: int | None = None) -> list[Seen]:
        """All that stands in the chat now."""
        path = f"/chats/{chat or self.id}/messages"
        return [Seen(message) for message in self.order("GET", path)["result"]]

    def order(self, verb: str, path: str, **given: Any) -> JSON:
        """Any order to the sandbox: see its README."""
        how: JSON = {"params": given} if verb == "GET" else {"json": given}
        answer: JSON = self._control.request(verb, f"/control{path}", **how).json()
        assert answer["ok"], answer
        return answer

    def _act(self, verb: str, path: str, **given: Any) -> JSON:
        self.order("POST", "/clock", forward=TYPING)
        return self.order(verb, path, **given)

    def _press(self, message: Seen, label: str) -> int:
        fitting = [button for button in message.buttons if label in button]
        assert fitting, f"no button {label!r} among {message.buttons}"
        path = f"/chats/{message.chat}/messages/{message.id}/press"
        return int(self._act("POST", path, user=self.id, button=fitting[0])["after"])

    def _wait(self, after: int, chat: int, wanted: Callable[[JSON], bool]) -> JSON:
        while found := self.order("GET", "/events", after=after, chat=chat, wait=PATIENCE)[
            "result"
        ]:
            for one in found:
                if wanted(one):
                    return dict(one)
            after = found[-1]["number"]
        raise AssertionError("nothing came of it")
