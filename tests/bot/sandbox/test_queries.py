"""Pressed buttons and inline queries: each is answered once and in time."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram import InlineQueryResultArticle as Article
from telegram import InlineQueryResultCachedPhoto as CachedPhoto
from telegram.error import BadRequest

from bot.sandbox.call import Upload
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.world import World
from tests.bot.sandbox.conftest import PNG, Api, Control

YES = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])


@pytest.fixture
async def asked(bot: Bot, aru: int, api: Api) -> str:
    """Where there is a button to press."""
    await api.updates()
    sent = await bot.send_message(aru, "sure?", reply_markup=YES)
    return f"/chats/{aru}/messages/{sent.message_id}"


async def test_a_button_is_pressed_and_answered(bot: Bot, asked: str, control: Control) -> None:
    pressing = asyncio.create_task(control("POST", f"{asked}/press", button="Yes", wait=5))
    (update,) = await bot.get_updates(timeout=5)
    query = update.callback_query
    assert query
    assert query.data == "y"
    assert query.message
    assert query.from_user.first_name == "Aru"
    assert await bot.answer_callback_query(query.id, "done", show_alert=True)
    answer = (await pressing)["answer"]
    assert (answer["text"], answer["show_alert"]) == ("done", True)


async def test_it_is_answered_once(bot: Bot, asked: str, control: Control) -> None:
    query = (await control("POST", f"{asked}/press", button="y"))["query"]
    assert await bot.answer_callback_query(query)
    for number in (query, "12"):
        with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
            await bot.answer_callback_query(number)


async def test_it_is_answered_in_time(
    bot: Bot, asked: str, control: Control, clock: Clock
) -> None:
    query = (await control("POST", f"{asked}/press", button="y"))["query"]
    clock.forward(61)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query)


async def test_a_long_notice(bot: Bot, asked: str, control: Control) -> None:
    query = (await control("POST", f"{asked}/press", button="y"))["query"]
    with pytest.raises(BadRequest, match=r"(?i)message_too_long"):
        await bot.answer_callback_query(query, "a" * 201)


async def test_buttons_that_are_not_there(asked: str, control: Control) -> None:
    why = await control.refused("POST", f"{asked}/press", button="No")
    assert why == "Bad Request: no such button: No"


def article(number: str = "1", **more: Any) -> Article:
    text = InputTextMessageContent("<b>Тюльпан</b>", parse_mode="HTML")
    return Article(number, "Тюльпан", text, **more)


async def ask(control: Control, bot: Bot, aru: int, query: str = "tul") -> Update:
    await control("POST", "/inline", user=aru, query=query)
    return (await bot.get_updates())[-1]


async def test_inline_from_question_to_message(
    bot: Bot, aru: int, control: Control, api: Api
) -> None:
    await api.updates()
    asking = asyncio.create_task(control("POST", "/inline", user=aru, query="tul", wait=5))
    (update,) = await bot.get_updates(timeout=5)
    assert update.inline_query
    assert update.inline_query.query == "tul"
    button = InlineQueryResultsButton("more", start_parameter="film_tulpan")
    await bot.answer_inline_query(update.inline_query.id, [article()], button=button)
    answer = (await asking)["answer"]
    assert answer["results"][0]["title"] == "Тюльпан"
    assert answer["button"]["start_parameter"] == "film_tulpan"

    await api.updates()
    path = f"/inline/{update.inline_query.id}/choose"
    message = await control("POST", path, result="1")
    assert message["text"] == "Тюльпан"
    assert message["entities"][0]["type"] == "bold"
    (heard,) = await api.updates("message")
    assert heard["via_bot"]["username"] == "QazaqKinoBot"
    assert await control.refused("POST", path, result="2") == "Bad Request: no such result"


async def test_a_chosen_message_is_edited_by_its_inline_id(
    bot: Bot, world: World, aru: int, control: Control, api: Api
) -> None:
    world.bot.tells_choices = True
    query = (await ask(control, bot, aru)).inline_query
    assert query
    await bot.answer_inline_query(query.id, [article(reply_markup=YES)])
    await api.updates()
    message = await control("POST", f"/inline/{query.id}/choose", result="1", text="tul")
    path = f"/chats/{aru}/messages/{message['message_id']}"
    await control("POST", f"{path}/press", button="Yes")
    heard = await api.updates()
    chosen = heard[1]["chosen_inline_result"]
    pressed = heard[2]["callback_query"]
    assert chosen["inline_message_id"] == pressed["inline_message_id"]
    assert "message" not in pressed
    number = pressed["inline_message_id"]
    assert await bot.edit_message_text("changed", inline_message_id=number) is True
    with pytest.raises(BadRequest, match=r"(?i)message_id_invalid"):
        await bot.edit_message_text("changed", inline_message_id="other")


async def test_a_picture_that_was_sent_before(
    bot: Bot, aru: int, control: Control, world: World
) -> None:
    photo = (await bot.send_photo(aru, PNG)).photo[-1].file_id
    query = (await ask(control, bot, aru)).inline_query
    assert query
    await bot.answer_inline_query(query.id, [CachedPhoto("p", photo, caption="card")])
    message = await control("POST", f"/inline/{query.id}/choose", result="p")
    assert (message["photo"][-1]["file_id"], message["caption"]) == (photo, "card")


async def test_a_picture_at_an_address(aru: int, control: Control, api: Api, world: World) -> None:
    async def fetch(url: str) -> Upload:
        return Upload("p.png", PNG)

    world.files._fetch = fetch
    query = (await control("POST", "/inline", user=aru, query=""))["query"]
    photo = {"type": "photo", "id": "p", "photo_url": "https://a.kz/p", "thumbnail_url": "x"}
    await api.result("answerInlineQuery", inline_query_id=query, results=[photo])
    message = await control("POST", f"/inline/{query}/choose", result="p")
    assert message["photo"][-1]["width"] == 2


ARTICLE = {
    "type": "article",
    "id": "1",
    "title": "t",
    "input_message_content": {"message_text": "x"},
}


@pytest.mark.parametrize(
    ("results", "why"),
    [
        ([ARTICLE] * 2, "RESULT_ID_DUPLICATE"),
        ([ARTICLE | {"id": "1" * 65}], "RESULT_ID_INVALID"),
        ([ARTICLE | {"id": str(n)} for n in range(51)], "too many inline query results"),
        ([ARTICLE | {"title": ""}], 'Field "title" must be of type String'),
        ([ARTICLE | {"input_message_content": None}], "Input message content is not specified"),
        ([ARTICLE | {"input_message_content": "x"}], "content must be an object"),
        ([ARTICLE | {"reply_markup": "x"}], "object expected as reply markup"),
        ([ARTICLE | {"type": "dance"}], 'type "dance" is unsupported'),
        ([{"type": "photo", "id": "1"}], 'Field "photo_url" must be of type String'),
        (["x"], "Inline query result must be an object"),
        ({}, "expected an Array of inline query results"),
    ],
)
async def test_results_that_are_wrong(
    aru: int, control: Control, api: Api, results: Any, why: str
) -> None:
    query = (await control("POST", "/inline", user=aru, query="a"))["query"]
    answer = await api.why("answerInlineQuery", inline_query_id=query, results=results)
    assert why in answer
    # A refused answer is none: the right one may follow, but only one.
    assert await api.result("answerInlineQuery", inline_query_id=query, results=[ARTICLE])
    again = await api.why("answerInlineQuery", inline_query_id=query, results=[])
    assert "query is too old" in again


async def test_a_start_parameter_has_its_letters(aru: int, control: Control, api: Api) -> None:
    query = (await control("POST", "/inline", user=aru, query="a"))["query"]
    button = {"text": "more", "start_parameter": "film tulpan"}
    why = await api.why("answerInlineQuery", inline_query_id=query, results=[], button=button)
    assert why == "Bad Request: START_PARAM_INVALID"
