"""Questions that the bot must answer soon and once: presses of buttons, and inline queries."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusal import bad_request
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.message import Message
from bot.sandbox.world.people import User

ANSWERABLE = 60.0  # seconds


@dataclass
class Query:
    id: str
    user: User
    since: float
    message: Message | None = None
    """Whose button was pressed."""
    answer: dict[str, Any] | None = None
    _answered: asyncio.Event = field(default_factory=asyncio.Event)

    def settle(self, answer: dict[str, Any]) -> None:
        self.answer = answer
        self._answered.set()

    def give_up(self) -> None:
        """There will be no answer; who waits for one goes on."""
        self._answered.set()

    async def wait(self, seconds: float) -> dict[str, Any] | None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._answered.wait(), seconds)
        return self.answer


class Queries:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: dict[str, Query] = {}

    def ask(self, user: User, message: Message | None = None) -> Query:
        query = Query(str(7_000_000 + len(self._open)), user, self._clock(), message)
        self._open[query.id] = query
        return query

    def find(self, query_id: str) -> Query | None:
        return self._open.get(query_id)

    def to_answer(self, query_id: str) -> Query:
        """Refused where nobody waits for the answer any longer."""
        query = self._open.get(query_id)
        if query is None or query.answer is not None or self._clock() > query.since + ANSWERABLE:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    def close(self) -> None:
        for query in self._open.values():
            query.give_up()
