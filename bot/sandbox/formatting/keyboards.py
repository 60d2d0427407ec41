"""Keyboards under messages, looked through as Telegram does."""

from __future__ import annotations

from typing import Any

from bot.sandbox.formatting.markup import checked_url
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.message import Keyboard

LONGEST_DATA = 64  # bytes
MOST_BUTTONS, MOST_IN_A_ROW = 100, 8
OTHER_ACTIONS = (
    "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
    "web_app", "login_url", "copy_text", "callback_game", "pay",
)  # fmt: skip
STYLES = ("", "danger", "success", "primary")


def read_markup(markup: Any) -> tuple[Keyboard, dict[str, Any] | None]:
    """The inline keyboard, and whatever other markup there is; Refused where it is wrong."""
    if markup is None:
        return [], None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if inline := read_inline(markup.get("inline_keyboard")):
        return inline, None
    other = {"keyboard", "remove_keyboard", "force_reply"} & markup.keys()
    return [], markup if other else None


def read_inline(rows: Any) -> Keyboard:
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    keyboard = [[_button(button) for button in row] for row in rows if row]
    if sum(map(len, keyboard)) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in keyboard):
        raise bad_request("reply markup is too long")
    return keyboard


def _button(button: Any) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise _unreadable("InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise _unreadable('Field "text" must be of type String')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style", "") not in STYLES:
        raise _unreadable("invalid button style specified")
    if url := button.get("url"):
        if not checked_url(str(url)):
            raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
        return button
    if data := button.get("callback_data"):
        if len(str(data).encode()) > LONGEST_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
        return button
    if not button.keys() & set(OTHER_ACTIONS):
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    return button


def _unreadable(why: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {why}")
