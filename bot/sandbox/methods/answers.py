"""What the bot answers to a pressed button and to an inline query."""

from __future__ import annotations

from bot.sandbox.call import Call
from bot.sandbox.methods.inline_results import LONGEST_OFFSET, read_button, read_results
from bot.sandbox.refusal import bad_request
from bot.sandbox.world.world import World

LONGEST_NOTICE = 200


async def answer_callback_query(world: World, call: Call) -> bool:
    query = world.queries.to_answer(call.text("callback_query_id"))
    text = call.text("text")
    if len(text) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "show_alert": call.flag("show_alert"), "url": call.text("url")}
    query.settle(answer)
    chat = query.message.chat.id if query.message else None
    world.happenings.note("notice", chat, query=query.id, user=query.user.id, **answer)
    return True


async def answer_inline_query(world: World, call: Call) -> bool:
    query = world.queries.to_answer(call.text("inline_query_id"))
    if len(call.text("next_offset").encode()) > LONGEST_OFFSET:
        raise bad_request("NEXT_OFFSET_INVALID")
    answer = {
        "results": read_results(world, call.array("results", "inline query results")),
        "button": read_button(call.json("button", "inline query results button")),
        "cache_time": call.number("cache_time", 300),
        "is_personal": call.flag("is_personal"),
        "next_offset": call.text("next_offset"),
    }
    query.settle(answer)
    world.happenings.note("inline", None, query=query.id, user=query.user.id, **answer)
    return True
