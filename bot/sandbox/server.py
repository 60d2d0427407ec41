"""The sandbox on HTTP: the Bot API for bots, the control API for scripts, the page for people."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox import control
from bot.sandbox.call import read_call
from bot.sandbox.faults import ServerError
from bot.sandbox.refusal import Refused
from bot.sandbox.sandbox import Sandbox

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
POLICY = (
    "default-src 'self'; img-src 'self' data: https:; style-src 'self'; frame-ancestors 'none'"
)
CLOSING = 2  # seconds for answers that are under way
KEPT_OPEN = 75  # seconds; longer than clients do, whose next request would meet a closing door


@dataclass(frozen=True)
class Address:
    """Where a running sandbox is found."""

    port: int

    @property
    def base_url(self) -> str:
        """In the place of https://api.telegram.org."""
        return f"http://{HOST}:{self.port}"

    @property
    def page(self) -> str:
        return f"{self.base_url}/"


def application(sandbox: Sandbox) -> Starlette:
    """The whole of it, for a server or for a test's transport."""
    token = sandbox.world.bot.token

    async def method(request: Request) -> Response:
        if request.path_params["token"] != token:
            return refusal(Refused(401, "Unauthorized"))
        try:
            call = await read_call(request.path_params["method"], request)
            return JSONResponse({"ok": True, "result": await sandbox.call(call)})
        except Refused as refused:
            return refusal(refused)
        except ServerError as error:
            return PlainTextResponse("<html>Bad Gateway</html>", error.code)

    async def download(request: Request) -> Response:
        stored = sandbox.world.files.at(request.path_params["path"])
        if request.path_params["token"] != token:
            return refusal(Refused(401, "Unauthorized"))
        if stored is None:
            return refusal(Refused(404, "Not Found"))
        return Response(stored.content, media_type="application/octet-stream")

    async def page(request: Request) -> Response:
        return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", download),
            *control.routes(sandbox),
            Route("/", page),
            Mount("/page", StaticFiles(directory=PAGE)),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"]),
            Middleware(_SameOrigin),
        ],
        exception_handlers={404: _not_found},
    )


def refusal(refused: Refused) -> Response:
    seconds = refused.parameters.get("retry_after")
    headers = {"Retry-After": str(seconds)} if seconds else None
    return JSONResponse(refused.as_json(), refused.code, headers)


async def _not_found(request: Request, error: Exception) -> Response:
    return refusal(Refused(404, "Not Found"))


class _SameOrigin:
    """Other pages open in the same browser have no say here."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", []))
        origin = headers.get(b"origin", b"").decode("latin-1")
        if origin and origin != f"http://{headers.get(b'host', b'').decode('latin-1')}":
            await PlainTextResponse("Forbidden", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


@asynccontextmanager
async def serve(sandbox: Sandbox | None = None, port: int = 0) -> AsyncIterator[Address]:
    """Run it on this machine alone; a free port where none is named."""
    sandbox = sandbox or Sandbox()
    # Only of a socket that says it is TCP does asyncio send small packets without delay.
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        server = _Server(
            uvicorn.Config(
                application(sandbox),
                log_config=None,
                log_level="warning",
                access_log=False,
                ws="none",
                lifespan="off",
                timeout_keep_alive=KEPT_OPEN,
                timeout_graceful_shutdown=CLOSING,
            )
        )
        running = asyncio.create_task(server.serve(sockets=[listening]))
        await server.ready.wait()
        try:
            yield Address(listening.getsockname()[1])
        finally:
            sandbox.close()
            server.should_exit = True
            with suppress(asyncio.CancelledError):
                await running


class _Server(uvicorn.Server):
    """Part of another program: signals are not its business, and it tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
