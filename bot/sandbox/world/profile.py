"""The bot as people see it before they write: names, descriptions and commands, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusal import bad_request
from bot.sandbox.world.people import Chat, User

BOT_ID = 4242
TOKEN = f"{BOT_ID}:AAE-sandbox_sandbox_sandbox_sandbox_1"
USERNAME = "QazaqKinoBot"
NAME = "Qazaq Kino"

LONGEST = {"name": 64, "description": 512, "short_description": 120}
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MOST_COMMANDS, LONGEST_COMMAND_DESCRIPTION = 100, 256
DEFAULT_SCOPE = ("default", "", "")

Scope = tuple[str, str, str]
"""Kind, chat, user."""


@dataclass
class Profile:
    """What setMyName and its like change."""

    token: str = TOKEN
    username: str = USERNAME
    privacy: bool = True
    """In groups it hears only what is meant for it."""
    inline: bool = True
    tells_choices: bool = False
    """Whether it hears which inline result was chosen; @BotFather's /setinlinefeedback."""
    texts: dict[tuple[str, str], str] = field(default_factory=lambda: {("name", ""): NAME})
    """By kind and language."""
    commands: dict[tuple[Scope, str], list[dict[str, str]]] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    @property
    def user(self) -> User:
        return User(self.id, self.texts["name", ""], self.username, is_bot=True)

    def in_full(self) -> dict[str, Any]:
        """As getMe tells it."""
        return self.user.as_json() | {
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def text(self, kind: str, language: str = "") -> str:
        """In that language, or in none in particular."""
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def set_text(self, kind: str, language: str, text: str) -> None:
        check_language(language)
        if len(text) > LONGEST[kind]:
            raise bad_request(f"BOT_{kind.upper()}_TOO_LONG")
        if text:
            self.texts[kind, language] = text
        elif (kind, language) != ("name", ""):
            self.texts.pop((kind, language), None)

    def set_commands(self, scope: Scope, language: str, commands: list[Any]) -> None:
        check_language(language)
        if len(commands) > MOST_COMMANDS:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        kept = [_command(command) for command in commands]
        self.commands[scope, language] = kept

    def shown_commands(self, chat: Chat, language: str) -> list[dict[str, str]]:
        """What somebody with that language finds in the menu of that chat."""
        kinds = "all_private_chats" if chat.type == "private" else "all_group_chats"
        scopes: list[Scope] = [("chat", str(chat.id), ""), (kinds, "", ""), DEFAULT_SCOPE]
        for scope in scopes:
            for tongue in dict.fromkeys((language, "")):
                if found := self.commands.get((scope, tongue)):
                    return found
        return []


def check_language(code: str) -> None:
    if code and not re.fullmatch("[a-z]{2}", code):
        raise bad_request("LANG_CODE_INVALID")


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict) or not {"command", "description"} <= given.keys():
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given["command"]).removeprefix("/")
    description = str(given["description"]).strip()
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}
