"""Faults on demand: what goes wrong with which calls, and how often."""

from __future__ import annotations

import asyncio
import math
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from bot.sandbox.refusal import Refused, bad_request, forbidden, too_many_requests
from bot.sandbox.world.clock import Clock

Kind = Literal[
    "flood", "forbidden", "bad_request", "migrate", "server_error", "timeout_before",
    "timeout_after", "slow",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)

RECEIVING = frozenset({"getupdates", "setwebhook", "deletewebhook", "getwebhookinfo", "getme"})
"""Met only by faults that name them: otherwise the poll would swallow what is meant for a send."""


@dataclass
class Fault:
    kind: Kind
    method: str = ""
    """Every method that sends, where none is named."""
    chat: int | None = None
    skip: int = 0
    """Calls that are spared first."""
    times: int | None = 1
    """None: for ever, or a flood until it is over."""
    retry_after: int = 5
    code: int = 502
    description: str = ""
    migrate_to: int = 0
    seconds: float = 60.0
    """How long an answer is held back."""
    until: float | None = None
    """When a flood is over; by itself ``retry_after`` after the first call that it meets."""

    def meets(self, method: str, chat: int | None) -> bool:
        if self.chat is not None and self.chat != chat:
            return False
        if self.method:
            return self.method.lower() == method.lower()
        return method.lower() not in RECEIVING


class ServerError(Exception):
    """An answer of a machine in between, which is no JSON."""

    def __init__(self, code: int) -> None:
        super().__init__(f"{code}")
        self.code = code


class Faults:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._faults: list[Fault] = []
        self._over = asyncio.Event()

    def add(self, given: dict[str, Any]) -> Fault:
        if given.get("kind") not in KINDS:
            raise bad_request(f"kind: one of {', '.join(KINDS)}")
        given = {"times": None if given["kind"] == "flood" else 1} | given
        try:
            fault = Fault(**given)
        except TypeError as error:
            raise bad_request(str(error)) from None
        if fault.kind == "migrate" and not fault.migrate_to:
            raise bad_request("migrate_to: the number of the supergroup is wanted")
        self._faults.append(fault)
        return fault

    def clear(self) -> None:
        self._faults.clear()

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(fault) for fault in self._faults]

    async def before(self, method: str, chat: int | None) -> Fault | None:
        """Fails, or delays, and tells what is to be done after the call was carried out."""
        fault = self._take(method, chat)
        if fault is None or fault.kind == "timeout_after":
            return fault
        match fault.kind:
            case "flood":
                until = self._clock() if fault.until is None else fault.until
                raise too_many_requests(max(1, math.ceil(until - self._clock())))
            case "forbidden":
                raise forbidden(fault.description or "bot was blocked by the user")
            case "bad_request":
                raise bad_request(fault.description or "chat not found")
            case "migrate":
                why = "group chat was upgraded to a supergroup chat"
                raise bad_request(why, migrate_to_chat_id=fault.migrate_to)
            case "server_error":
                if fault.description:
                    raise Refused(fault.code, fault.description)
                raise ServerError(fault.code)
            case "timeout_before":
                await self.hold(fault.seconds)
                raise ServerError(504)
            case "slow":
                await self.hold(fault.seconds)
        return None

    async def hold(self, seconds: float) -> None:
        """Until the time is over, or the sandbox closes."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._over.wait(), seconds)

    def close(self) -> None:
        self._over.set()

    def _take(self, method: str, chat: int | None) -> Fault | None:
        now = self._clock()
        self._faults = [
            fault for fault in self._faults if fault.until is None or now < fault.until
        ]
        for fault in self._faults:
            if not fault.meets(method, chat):
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            if fault.kind == "flood" and fault.until is None:
                fault.until = now + fault.retry_after
            if fault.times is not None:
                fault.times -= 1
                if not fault.times:
                    self._faults.remove(fault)
            return fault
        return None
