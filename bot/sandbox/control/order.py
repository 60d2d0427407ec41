"""An order to the control API: where it was sent, and what stands in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.sandbox.call import Upload
from bot.sandbox.refusal import bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world.message import Message
from bot.sandbox.world.people import Chat, User
from bot.sandbox.world.world import World


@dataclass
class Order:
    sandbox: Sandbox
    path: Mapping[str, Any]
    given: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    @property
    def world(self) -> World:
        return self.sandbox.world

    @property
    def chat(self) -> Chat:
        try:
            return self.world.chat(int(self.path["chat"]))  # below zero for groups
        except ValueError:
            raise bad_request("the number of a chat is wanted") from None

    @property
    def user(self) -> User:
        """Who does it: in the path, or under ``user``."""
        if "user" in self.path:
            return self.world.user(self.path["user"])
        if (number := self.number("user")) is None:
            raise bad_request("user: the number of a user is wanted")
        return self.world.user(number)

    @property
    def user_or_channel(self) -> User | None:
        """Nobody where it is the channel itself that speaks."""
        if self.chat.type == "channel":
            return None
        if self.chat.type == "private" and "user" not in self.given:
            return self.world.user(self.chat.id)
        return self.user

    @property
    def message(self) -> Message:
        found = self.world.message(self.chat, self.path["message"])
        if found is None:
            raise bad_request("no such message")
        return found

    def text(self, name: str, default: str = "") -> str:
        return str(self.given.get(name, default))

    def number(self, name: str) -> int | None:
        """None where it is not given."""
        value = self.given.get(name)
        if value is None:
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f"{name}: a number is wanted") from None

    def seconds(self, name: str) -> float:
        try:
            return float(self.given.get(name, 0))
        except (TypeError, ValueError):
            raise bad_request(f"{name}: seconds are wanted") from None

    def only(self, *names: str) -> dict[str, Any]:
        """What is given, if there is nothing else: a slip of the pen should not pass unseen."""
        if unknown := self.given.keys() - set(names):
            raise bad_request(f"unknown: {', '.join(sorted(unknown))}")
        return self.given


async def read_order(sandbox: Sandbox, request: Request) -> Order:
    given: dict[str, Any] = dict(request.query_params)
    files: dict[str, Upload] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("multipart/form-data"):
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    files[name] = Upload(value.filename or name, content, value.content_type or "")
                else:
                    given[name] = value
    elif body := await request.body():
        try:
            said = json.loads(body)
        except ValueError:
            raise bad_request("JSON is wanted") from None
        if not isinstance(said, dict):
            raise bad_request("an object is wanted")
        given |= said
    return Order(sandbox, request.path_params, given, files)
