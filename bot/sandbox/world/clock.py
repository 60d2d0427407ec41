"""What time it is in the sandbox."""

from __future__ import annotations

import time
from collections.abc import Callable


class Clock:
    """The time of this machine, or of a test, which a script may move forward."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._ahead = 0.0

    def __call__(self) -> float:
        return self._source() + self._ahead

    @property
    def seconds(self) -> int:
        """As Telegram writes dates."""
        return int(self())

    def forward(self, seconds: float) -> None:
        self._ahead += seconds
