"""Names, descriptions and commands, for each language and kind of chat."""

from __future__ import annotations

import pytest
from telegram import Bot, BotCommandScopeAllGroupChats
from telegram.error import BadRequest

from tests.bot.sandbox.conftest import Api, Control


async def test_commands_by_language(bot: Bot, aru: int, control: Control) -> None:
    await bot.set_my_commands([("help", "help")])
    await bot.set_my_commands([("help", "көмек")], language_code="kk")
    await bot.set_my_commands([("film", "film")], scope=BotCommandScopeAllGroupChats())
    assert [c.description for c in await bot.get_my_commands(language_code="kk")] == ["көмек"]
    assert await bot.get_my_commands(language_code="ru") == ()

    async def shown() -> list[str]:
        (chat,) = (await control("GET", "/state", user=aru))["chats"]
        return [command["description"] for command in chat["commands"]]

    assert await shown() == ["көмек"]
    await control("PATCH", f"/users/{aru}", language_code="ru")
    assert await shown() == ["help"]
    await bot.delete_my_commands()
    assert await shown() == []


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (("Help", "x"), "bot_command_invalid"),
        (("a" * 33, "x"), "bot_command_invalid"),
        (("help", ""), "bot_command_description_invalid"),
        (("help", "x" * 257), "bot_command_description_invalid"),
    ],
)
async def test_commands_that_are_wrong(bot: Bot, command: tuple[str, str], why: str) -> None:
    with pytest.raises(BadRequest, match=rf"(?i){why}"):
        await bot.set_my_commands([command])


async def test_too_many_commands(api: Api) -> None:
    commands = [{"command": f"c{number}", "description": "x"} for number in range(101)]
    why = await api.why("setMyCommands", commands=commands)
    assert why == "Bad Request: BOT_COMMANDS_TOO_MUCH"


async def test_texts_by_language(bot: Bot, aru: int, control: Control) -> None:
    assert await bot.set_my_name("Қазақ кино", language_code="kk")
    assert await bot.set_my_description("about", language_code="")
    assert await bot.set_my_short_description("short")
    assert (await bot.get_my_name("kk")).name == "Қазақ кино"
    assert (await bot.get_my_name("ru")).name == "Qazaq Kino"
    assert (await bot.get_my_description("kk")).description == "about"
    assert (await bot.get_my_short_description()).short_description == "short"
    seen = (await control("GET", "/state", user=aru))["bot"]
    assert (seen["name"], seen["description"]) == ("Қазақ кино", "about")
    await bot.set_my_description("")
    assert (await bot.get_my_description()).description == ""


@pytest.mark.parametrize(
    ("kind", "limit"), [("Name", 64), ("Description", 512), ("ShortDescription", 120)]
)
async def test_texts_have_their_length(api: Api, kind: str, limit: int) -> None:
    name = {"ShortDescription": "short_description"}.get(kind, kind.lower())
    assert await api.result(f"setMy{kind}", **{name: "ә" * limit})
    assert "TOO_LONG" in await api.why(f"setMy{kind}", **{name: "ә" * (limit + 1)})


async def test_no_such_language(api: Api) -> None:
    assert "LANG_CODE_INVALID" in await api.why("getMyName", language_code="kaz")
