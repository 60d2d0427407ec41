"""What a script, or the page, sees of the chats."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.sandbox.control.order import Order
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world.people import PRESENT, Chat

LONGEST_WAIT = 60.0  # seconds
BREATH = 15.0  # seconds after which a quiet stream shows that it lives


async def state(order: Order) -> dict[str, Any]:
    """All that ``user`` sees before looking into a chat: the bot, its menu, the chats."""
    world, bot, user = order.world, order.world.bot, order.user
    language = user.language_code
    return {
        "user": user.as_json(),
        "bot": bot.user.as_json()
        | {
            "name": bot.text("name", language),
            "description": bot.text("description", language),
            "short_description": bot.text("short_description", language),
            "inline": bot.inline,
        },
        "chats": [
            chat.as_json()
            | {
                "bot": chat.bot,
                "members": len(chat.members),
                "topics": chat.topics,
                "commands": bot.shown_commands(chat, language),
            }
            for chat in world.chats.values()
            if _is_in(chat, user.id)
        ],
    }


async def messages(order: Order) -> list[dict[str, Any]]:
    """Of a chat, as they stand now; ``after`` the number of one of them."""
    after = order.number("after") or 0
    return [message.as_seen() for message in order.world.in_chat(order.chat, after)]


async def events(order: Order) -> list[dict[str, Any]]:
    """What has happened ``after`` a number, of one ``kind`` or in one ``chat``.

    If there is nothing yet, the first that happens within ``wait`` seconds.
    """
    order.only("after", "kind", "chat", "wait")
    return await order.world.happenings.wait(
        order.number("after") or 0,
        min(order.seconds("wait"), LONGEST_WAIT),
        order.number("chat"),
        order.given.get("kind"),
    )


async def calls(order: Order) -> list[dict[str, Any]]:
    """What the bot has called, whether it worked or not; ``method`` picks."""
    order.only("after", "method")
    after, method = order.number("after") or 0, order.text("method").lower()
    return [
        made.as_json()
        for made in order.sandbox.calls
        if made.number > after and (not method or made.call.method.lower() == method)
    ]


def stream(sandbox: Sandbox, request: Request) -> Response:
    """The same as events, without an end, as server-sent events."""
    given = request.headers.get("last-event-id") or request.query_params.get("after", "")
    happenings = sandbox.world.happenings
    # A number from before a restart of the sandbox means nothing now.
    known = given.isdecimal() and int(given) <= happenings.last
    last = int(given) if known else happenings.last

    async def told() -> AsyncIterator[str]:
        nonlocal last
        yield "retry: 1000\n\n"
        while not happenings.closed:
            found = await happenings.wait(last, BREATH)
            if not found:
                yield ": quiet\n\n"
            for one in found:
                last = one["number"]
                yield f"id: {last}\ndata: {json.dumps(one, ensure_ascii=False)}\n\n"

    headers = {"Cache-Control": "no-store"}
    return StreamingResponse(told(), media_type="text/event-stream", headers=headers)


def file(sandbox: Sandbox, request: Request) -> Response:
    """A photo to look at, a document to take away."""
    stored = sandbox.world.files.get(request.path_params["file_id"])
    if stored is None:
        return Response("Not Found", 404)
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "max-age=86400"}
    if stored.kind == "document" or not stored.mime.startswith("image/"):
        headers["Content-Disposition"] = "attachment"
    return Response(stored.content, media_type=stored.mime, headers=headers)


def _is_in(chat: Chat, user: int) -> bool:
    if chat.type == "private":
        return chat.id == user
    return chat.migrated_to is None and chat.members.get(user, "left") in PRESENT
