"""Sending, editing, deleting: what works, and what the real one refuses, too."""

from __future__ import annotations

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.sandbox.world.clock import Clock
from tests.bot.sandbox.conftest import Api, Control


def keyboard(data: str = "yes", text: str = "Yes") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(text, callback_data=data)]])


async def test_a_message_with_markup_and_buttons(bot: Bot, aru: int, control: Control) -> None:
    sent = await bot.send_message(
        aru, "<b>Тюльпан</b> 😀", parse_mode=ParseMode.HTML, reply_markup=keyboard()
    )
    assert sent.text_html == "<b>Тюльпан</b> 😀"
    assert sent.reply_markup == keyboard()
    assert sent.from_user
    assert sent.from_user.is_bot
    seen = (await control("GET", f"/chats/{aru}/messages"))[-1]
    assert (seen["message_id"], seen["text"]) == (sent.message_id, "Тюльпан 😀")


async def test_broken_markup_is_refused_with_its_place(bot: Bot, aru: int) -> None:
    with pytest.raises(
        BadRequest, match=r"Can't parse entities: unsupported start tag \"h1\" at byte offset 5"
    ):
        await bot.send_message(aru, "a bc <h1>x</h1>", parse_mode="HTML")


async def test_edited_in_place(bot: Bot, aru: int, control: Control) -> None:
    sent = await bot.send_message(aru, "one", reply_markup=keyboard())
    edited = await bot.edit_message_text("two", aru, sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup) == ("two", None)  # what is not given is taken away
    assert edited.edit_date
    changed = await control("GET", "/events", kind="edit")
    assert changed[-1]["message"]["text"] == "two"


async def test_an_edit_that_changes_nothing(bot: Bot, aru: int) -> None:
    sent = await bot.send_message(aru, "one", reply_markup=keyboard())
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("one", aru, sent.message_id, reply_markup=keyboard())
    await bot.edit_message_text("one", aru, sent.message_id, reply_markup=keyboard("no"))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(aru, sent.message_id, reply_markup=keyboard("no"))
    await bot.edit_message_reply_markup(aru, sent.message_id)


async def test_what_cannot_be_edited(bot: Bot, aru: int, control: Control) -> None:
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", aru, 999)
    theirs = await control("POST", f"/chats/{aru}/messages", text="mine")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", aru, theirs["message_id"])


async def test_deleting(bot: Bot, aru: int, control: Control, clock: Clock) -> None:
    first, second = [await bot.send_message(aru, text) for text in ("one", "two")]
    assert await bot.delete_message(aru, first.message_id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(aru, first.message_id)
    clock.forward(48 * 3600 + 1)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(aru, second.message_id)
    (gone,) = await control("GET", "/events", kind="delete")
    assert gone["message_id"] == first.message_id


async def test_others_messages_stay_in_a_group(
    bot: Bot, group: int, aru: int, control: Control
) -> None:
    theirs = await control("POST", f"/chats/{group}/messages", user=aru, text="hm")
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(group, theirs["message_id"])
    await control("POST", f"/chats/{group}/bot", user=aru, status="administrator")
    assert await bot.delete_messages(group, [theirs["message_id"], 12345])


async def test_answering_a_message(bot: Bot, aru: int, control: Control) -> None:
    asked = await control("POST", f"/chats/{aru}/messages", text="who?")
    sent = await bot.send_message(aru, "he", reply_to_message_id=asked["message_id"])
    assert sent.reply_to_message
    assert sent.reply_to_message.text == "who?"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(aru, "he", reply_parameters=ReplyParameters(999))
    anyway = ReplyParameters(999, allow_sending_without_reply=True)
    assert not (await bot.send_message(aru, "he", reply_parameters=anyway)).reply_to_message


async def test_chats_that_are_not_there(api: Api, control: Control) -> None:
    assert await api.why("sendMessage", chat_id=1, text="x") == "Bad Request: chat not found"
    assert await api.why("sendMessage", text="x") == "Bad Request: chat_id is empty"
    silent = await control("POST", "/users", first_name="Silent")
    why = await api.why("sendMessage", chat_id=silent["id"], text="x")
    assert why == "Bad Request: chat not found"  # nobody is written to who has not written first


@pytest.mark.parametrize(
    ("button", "why"),
    [
        ({"text": "a", "callback_data": "ә" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a"}, "can't parse inline keyboard button: Text buttons are unallowed in the "
         "inline keyboard"),
        ({"callback_data": "a"}, 'can\'t parse inline keyboard button: Field "text" must be of '
         "type String"),
        ({"text": " ", "callback_data": "a"}, "inline keyboard button text must be non-empty"),
        ({"text": "a", "url": "nowhere"}, "inline keyboard button URL 'nowhere' is invalid: Wrong "
         "HTTP URL"),
        ("a", "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ],
)  # fmt: skip
async def test_buttons_that_are_wrong(api: Api, aru: int, button: object, why: str) -> None:
    markup = {"inline_keyboard": [[button]]}
    answer = await api.why("sendMessage", chat_id=aru, text="x", reply_markup=markup)
    assert answer == f"Bad Request: {why}"


async def test_callback_data_of_64_bytes_fits(bot: Bot, aru: int) -> None:
    assert (await bot.send_message(aru, "x", reply_markup=keyboard("ә" * 32))).message_id


async def test_keyboards_that_are_no_keyboards(api: Api, aru: int) -> None:
    async def why(markup: object) -> str:
        return await api.why("sendMessage", chat_id=aru, text="x", reply_markup=markup)

    assert "object expected as reply markup" in await why([])
    assert "must be an Array of Arrays" in await why({"inline_keyboard": [{}]})
    assert "can't parse reply keyboard markup JSON object" in await why("{")
    row = [{"text": "a", "callback_data": "a"}] * 9
    assert "reply markup is too long" in await why({"inline_keyboard": [row]})


async def test_chat_actions_and_reactions(bot: Bot, aru: int, api: Api, control: Control) -> None:
    assert await bot.send_chat_action(aru, "typing")
    (seen,) = await control("GET", "/events", kind="action")
    assert seen["action"] == "typing"
    why = await api.why("sendChatAction", chat_id=aru, action="sleeping")
    assert why == "Bad Request: wrong parameter action in request"
    theirs = await control("POST", f"/chats/{aru}/messages", text="thanks")
    assert await bot.set_message_reaction(aru, theirs["message_id"], "👍")
    seen = (await control("GET", f"/chats/{aru}/messages"))[-1]
    assert list(seen["reactions"].values()) == [["👍"]]
    with pytest.raises(BadRequest, match=r"(?i)reaction_invalid"):
        await bot.set_message_reaction(aru, theirs["message_id"], "🐫")


@pytest.mark.parametrize(
    ("method", "given", "why"),
    [
        (
            "sendMessage",
            {"entities": [{"type": "bold", "offset": "0"}]},
            "MessageEntity is wanted",
        ),
        ("sendMessage", {"entities": ["bold"]}, "MessageEntity is wanted"),
        ("sendMessage", {"reply_parameters": {"message_id": "one"}}, "replied not found"),
        ("setMessageReaction", {"message_id": 1, "reaction": ["👍"]}, "REACTION_INVALID"),
        ("setMyCommands", {"scope": {"type": []}, "commands": []}, "unsupported type"),
    ],
)
async def test_what_cannot_be_read_is_refused(
    api: Api, aru: int, method: str, given: dict[str, object], why: str
) -> None:
    assert why in await api.why(method, **({"chat_id": aru, "text": "hi"} | given))


async def test_numbers_of_messages_that_are_none_are_passed_over(api: Api, aru: int) -> None:
    assert await api.result("deleteMessages", chat_id=aru, message_ids=["one", [1], None])
