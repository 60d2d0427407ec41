"""The other side of the chats: a script, or the page, plays the people and sees what they see.

Everything under /control takes and gives JSON: ``{"ok": true, "result": …, "after": 12}``, where
``after`` is the number of the last thing that had happened by then, to be waited on in /events.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.control import acting, steering, watching
from bot.sandbox.control.order import Order, read_order
from bot.sandbox.refusal import Refused
from bot.sandbox.sandbox import Sandbox

Deed = Callable[[Order], Awaitable[Any]]

MESSAGE = "/chats/{chat}/messages/{message:int}"
DEEDS: tuple[tuple[str, str, Deed], ...] = (
    ("GET", "/state", watching.state),
    ("GET", "/events", watching.events),
    ("GET", "/calls", watching.calls),
    ("GET", "/chats/{chat}/messages", watching.messages),
    ("POST", "/users", acting.add_user),
    ("PATCH", "/users/{user:int}", acting.change_user),
    ("POST", "/users/{user:int}/block", acting.block),
    ("POST", "/users/{user:int}/unblock", acting.unblock),
    ("POST", "/chats", acting.add_chat),
    ("POST", "/chats/{chat}/messages", acting.say),
    ("POST", "/chats/{chat}/files", acting.send_file),
    ("POST", "/chats/{chat}/topics", acting.open_topic),
    ("POST", "/chats/{chat}/bot", acting.set_bot),
    ("POST", "/chats/{chat}/migrate", acting.migrate),
    ("POST", f"{MESSAGE}/edit", acting.edit),
    ("POST", f"{MESSAGE}/press", acting.press),
    ("POST", f"{MESSAGE}/react", acting.react),
    ("DELETE", MESSAGE, acting.delete),
    ("POST", "/inline", acting.ask_inline),
    ("POST", "/inline/{query}/choose", acting.choose),
    ("POST", "/updates", steering.put_update),
    ("PATCH", "/bot", steering.change_bot),
    ("GET", "/faults", steering.list_faults),
    ("POST", "/faults", steering.add_fault),
    ("DELETE", "/faults", steering.clear_faults),
    ("PUT", "/pace", steering.set_pace),
    ("POST", "/clock", steering.move_clock),
)


def routes(sandbox: Sandbox) -> list[Route]:
    """All of the above, the stream for the page, and the files in the chats."""

    async def stream(request: Request) -> Response:
        return watching.stream(sandbox, request)

    async def file(request: Request) -> Response:
        return watching.file(sandbox, request)

    return [
        *(
            Route(f"/control{path}", _endpoint(sandbox, deed), methods=[method])
            for method, path, deed in DEEDS
        ),
        Route("/control/stream", stream),
        Route("/control/files/{file_id}", file),
    ]


def _endpoint(sandbox: Sandbox, deed: Deed) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            result = await deed(await read_order(sandbox, request))
        except Refused as refused:
            return JSONResponse(refused.as_json(), refused.code)
        after = sandbox.world.happenings.last
        return JSONResponse({"ok": True, "result": result, "after": after})

    return endpoint
