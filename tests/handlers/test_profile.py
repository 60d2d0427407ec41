"""Commands, name and descriptions are set in each language, and only where they differ."""

from __future__ import annotations

import pytest

from bot.application import Application
from handlers.context import Service
from handlers.profile import COMMANDS, announce
from handlers.registration import EDITORS_COMMANDS
from tests.botapi import TOKEN, BotApi, Refused


async def test_everything_is_set_in_every_language_once(
    application: Application, service: Service, api: BotApi
) -> None:
    await announce(application.bot, service.texts)
    for code, language in {"": "kk", "kk": "kk", "ru": "ru", "en": "en"}.items():
        said = [
            {"command": name, "description": service.texts.say(language, f"chat-command-{name}")}
            for name in COMMANDS
        ]
        assert api.profile["Commands", code] == said
        assert api.profile["Name", code] == "Qazaq Kino"
        described = service.texts.say(language, "chat-bot-description")
        assert api.profile["Description", code] == described
        assert api.profile["ShortDescription", code]
    assert api.count("setMyCommands") == 4
    await announce(application.bot, service.texts)
    assert sum(called.startswith("setMy") for called, _ in api.calls) == 16


async def test_only_what_differs_is_set(
    application: Application, service: Service, api: BotApi
) -> None:
    await announce(application.bot, service.texts)
    api.profile["Description", "ru"] = "of last year"
    api.calls.clear()
    await announce(application.bot, service.texts)
    assert [called for called, _ in api.calls if called.startswith("set")] == ["setMyDescription"]


async def test_a_refusal_is_logged_and_the_rest_is_done(
    application: Application,
    service: Service,
    api: BotApi,
    caplog: pytest.LogCaptureFixture,
) -> None:
    api.failing["setMyName"] = lambda: Refused(429, f"Too Many Requests: {TOKEN}")
    await announce(application.bot, service.texts)
    assert "name not set (kk)" in caplog.text
    assert TOKEN not in caplog.text
    assert ("Name", "") not in api.profile
    assert api.profile["Name", "ru"] == "Qazaq Kino"
    assert api.profile["Description", ""]


def test_every_command_of_the_menu_is_handled(application: Application) -> None:
    handled = {
        command
        for handler in application.handlers[0]
        for command in getattr(handler, "commands", ())
    }
    assert set(COMMANDS) == handled - {"start"} - EDITORS_COMMANDS.keys()
