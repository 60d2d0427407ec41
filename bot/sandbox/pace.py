"""How fast a bot may send: 30 messages a second, 1 a second to a chat, 20 a minute to a group."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

from bot.sandbox.refusal import too_many_requests
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.people import Chat

SENDING = frozenset({"sendmessage", "sendphoto", "senddocument", "sendmediagroup"})
EDITING = frozenset(
    {"editmessagetext", "editmessagecaption", "editmessagemedia", "editmessagereplymarkup"}
)
"""Edits count among all messages and in groups, but a person may turn pages quickly."""


@dataclass(frozen=True)
class Limits:
    per_second: int = 30
    chat_per_second: int = 1
    group_per_minute: int = 20


@dataclass
class _Window:
    """So many in such a time."""

    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float, most: int) -> float:
        """Seconds until there is room."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        if len(self.times) < most:
            return 0.0
        return self.times[len(self.times) - most] + self.seconds - now


class Pace:
    """Off until it is switched on."""

    def __init__(self, clock: Clock) -> None:
        self.limits: Limits | None = None
        self._clock = clock
        self._all = _Window(1)
        self._chats: dict[int, _Window] = {}
        self._groups: dict[int, _Window] = {}

    def set(self, limits: Limits | None) -> None:
        self.limits = limits
        self._all = _Window(1)
        self._chats.clear()
        self._groups.clear()

    def count(self, method: str, chat: Chat | None) -> None:
        """Refused where the bot goes too fast; what is refused does not count."""
        method = method.lower()
        if self.limits is None or method not in SENDING | EDITING:
            return
        now = self._clock()
        windows = self._windows(self.limits, method, chat)
        wait = max(window.wait(now, most) for window, most in windows)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for window, _ in windows:
            window.times.append(now)

    def _windows(
        self, limits: Limits, method: str, chat: Chat | None
    ) -> list[tuple[_Window, int]]:
        windows = [(self._all, limits.per_second)]
        if chat is None:
            return windows
        if method in SENDING:
            one = self._chats.setdefault(chat.id, _Window(1))
            windows.append((one, limits.chat_per_second))
        if chat.type != "private":
            group = self._groups.setdefault(chat.id, _Window(60))
            windows.append((group, limits.group_per_minute))
        return windows
