"""Updates that go to the bot by themselves: posted one after another, again until they arrive."""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.sandbox.refusal import bad_request
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.updates import NOW_HOOKED, Updates

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SIGNATURE = "X-Telegram-Bot-Api-Secret-Token"
PORTS = (443, 80, 88, 8443)
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)  # seconds between attempts
PATIENCE = 60.0  # seconds for an answer

Answered = Callable[[dict[str, Any]], Awaitable[None]]
"""Takes the call of a method that stands in the answer to an update."""


class Webhook:
    def __init__(self, updates: Updates, clock: Clock) -> None:
        self.url = ""
        self.secret = ""
        self.answered: Answered | None = None
        self.transport: httpx.AsyncBaseTransport | None = None
        """For tests, which are not on the network."""
        self.pause: Callable[[float], Awaitable[None]] = asyncio.sleep
        self._updates = updates
        self._clock = clock
        self._last_error: tuple[int, str] | None = None
        self._connections = 40
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str = "", connections: int = 40) -> None:
        """From now on to this address; to nobody where it is empty."""
        if url:
            check_address(url)
        if secret and not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        self.stop()
        self.url, self.secret, self._last_error = url, secret, None
        self._connections = connections
        if url:
            self._updates.send_away(NOW_HOOKED)
            self._task = asyncio.create_task(self._deliver())

    def stop(self) -> None:
        if self._task:
            self._task.cancel()
            self._task = None

    def as_json(self) -> dict[str, Any]:
        """A WebhookInfo."""
        info: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.url:
            info |= {"max_connections": self._connections, "ip_address": "127.0.0.1"}
        if self._last_error:
            info["last_error_date"], info["last_error_message"] = self._last_error
        if self._updates.allowed:
            info["allowed_updates"] = sorted(self._updates.allowed)
        return info

    async def _deliver(self) -> None:
        headers = {SIGNATURE: self.secret} if self.secret else {}
        async with httpx.AsyncClient(
            transport=self.transport, headers=headers, timeout=PATIENCE, trust_env=False
        ) as client:
            failures = 0
            while True:
                await self._updates.news()
                waiting = self._updates.waiting(limit=1)
                if not waiting:
                    return  # the sandbox closes
                (update,) = waiting
                if await self._post(client, update):
                    self._updates.waiting(update["update_id"] + 1)
                    failures = 0
                else:
                    await self.pause(WAITS[min(failures, len(WAITS) - 1)])
                    failures += 1

    async def _post(self, client: httpx.AsyncClient, update: dict[str, Any]) -> bool:
        try:
            answer = await client.post(self.url, json=update)
        except httpx.HTTPError as error:
            self._note(f"Connection failed: {type(error).__name__}")
            return False
        if not answer.is_success:
            why = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
            self._note(why)
            return False
        if self.answered and (call := _object_in(answer)):
            await self.answered(call)
        return True

    def _note(self, why: str) -> None:
        self._last_error = (self._clock.seconds, why)


def _object_in(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def check_address(url: str) -> None:
    """HTTPS as Telegram wants it; plain HTTP only to this machine."""
    try:
        parts = urlsplit(url)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise bad_request("bad webhook: invalid webhook URL specified") from None
    if not host or parts.scheme not in ("http", "https"):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if _is_here(host):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (port or 443) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
