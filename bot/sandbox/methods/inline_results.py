"""The results of an inline query, looked through, and what each would send."""

from __future__ import annotations

from typing import Any

from bot.sandbox.formatting.entities import of_bot
from bot.sandbox.formatting.keyboards import read_markup
from bot.sandbox.methods.posting import caption_content
from bot.sandbox.refusal import Refused, bad_request
from bot.sandbox.world.world import World

MOST = 50
LONGEST_ID, LONGEST_OFFSET, LONGEST_PARAMETER = 64, 64, 64  # bytes


def read_results(world: World, given: list[Any]) -> list[dict[str, Any]]:
    """With ``content`` added to each; Refused where Telegram would not show them."""
    if len(given) > MOST:
        raise bad_request("too many inline query results specified")
    results = [_result(world, one) for one in given]
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def read_button(button: Any) -> dict[str, Any] | None:
    """What stands above the results: for us, a way into the private chat."""
    if button is None:
        return None
    if not isinstance(button, dict) or not button.get("text"):
        raise bad_request(
            "can't parse inline query results button: an Object with a text is wanted"
        )
    parameter = button.get("start_parameter")
    if parameter is not None and not is_start_parameter(str(parameter)):
        raise bad_request("START_PARAM_INVALID")
    return button


def is_start_parameter(text: str) -> bool:
    kept = text.replace("_", "").replace("-", "")
    return len(text) <= LONGEST_PARAMETER and (not kept or (kept.isascii() and kept.isalnum()))


def _result(world: World, given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise unreadable("Inline query result must be an object")
    result_id = str(given.get("id") or "")
    if not 1 <= len(result_id.encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    read_markup(given.get("reply_markup"))
    content = _content(world, given)
    return given | {"id": result_id, "content": content}


def _content(world: World, given: dict[str, Any]) -> dict[str, Any]:
    kind = given.get("type")
    if kind not in ("article", "photo", "document"):
        raise unreadable(f'type "{kind}" is unsupported for the inline query result')
    message = given.get("input_message_content")
    if kind == "article" and not given.get("title"):
        raise unreadable('Field "title" must be of type String')
    if message is not None:
        if not isinstance(message, dict):
            raise unreadable("Input message content must be an object")
        formatted = of_bot(
            str(message.get("message_text") or ""),
            str(message.get("parse_mode") or ""),
            message.get("entities") or [],
        )
        entities = {"entities": formatted.entities} if formatted.entities else {}
        return {"text": formatted.text, **entities}
    if kind == "article":
        raise unreadable("Input message content is not specified")
    content = caption_content(given)
    if file_id := given.get(f"{kind}_file_id"):
        if (stored := world.files.get(str(file_id))) is None:
            raise bad_request("wrong file identifier specified")
        return stored.as_content() | content
    if not given.get(f"{kind}_url"):
        raise unreadable(f'Field "{kind}_url" must be of type String')
    return content  # the picture is fetched when somebody chooses it


def unreadable(why: str) -> Refused:
    return bad_request(f"can't parse inline query result: {why}")
