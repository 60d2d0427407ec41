"""The sandbox as a whole: each call meets faults, pace, the method itself, and is written down."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Any

from bot.sandbox.call import Call, as_parameters
from bot.sandbox.faults import Fault, Faults, ServerError
from bot.sandbox.methods import BY_NAME
from bot.sandbox.pace import Pace
from bot.sandbox.refusal import Refused
from bot.sandbox.world.world import World

CALLS_KEPT = 10_000


@dataclass(frozen=True)
class Made:
    """A call that was made, and what came of it."""

    number: int
    at: float
    call: Call
    result: Any = None
    refusal: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "at": self.at,
            "method": self.call.method,
            "parameters": self.call.values,
            "files": {name: file.name for name, file in self.call.files.items()},
            "result": self.result,
            "refusal": self.refusal,
        }


class Sandbox:
    """A world, a bot in it, and what goes wrong between them."""

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self.faults = Faults(self.world.clock)
        self.pace = Pace(self.world.clock)
        self.calls: deque[Made] = deque(maxlen=CALLS_KEPT)
        self._number = 0
        self.world.webhook.answered = self._answered_by_webhook

    async def call(self, call: Call) -> Any:
        """What the method answers; Refused, or ServerError, where it does not."""
        method = BY_NAME.get(call.method.lower())
        try:
            if method is None:
                raise Refused(404, "Not Found: method not found")
            chat = self.world.find_chat(call.text("chat_id"))
            fault: Fault | None = await self.faults.before(call.method, chat.id if chat else None)
            self.pace.count(call.method, chat)
            result = await method(self.world, call)
        except Exception as error:
            self._write_down(call, refusal=str(error))
            raise
        self._write_down(call, result)
        if fault:  # it was carried out, but who called does not hear of it
            await self.faults.hold(fault.seconds)
        return result

    def close(self) -> None:
        self.faults.close()
        self.world.close()

    def _write_down(self, call: Call, result: Any = None, refusal: str = "") -> None:
        self._number += 1
        made = Made(self._number, self.world.clock(), call, result, refusal)
        self.calls.append(made)

    async def _answered_by_webhook(self, answer: dict[str, Any]) -> None:
        """A bot may call one method in its answer to an update; nobody tells it the result."""
        method = answer.pop("method", None)
        if not method:
            return
        try:
            await self.call(Call(str(method), as_parameters(answer)))
        except (Refused, ServerError):
            return  # it is written down all the same
