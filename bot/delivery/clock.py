"""Notices when the clock of the machine jumps, by one that cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

JUMP = 60.0  # seconds
SETTLING = 300.0  # seconds without a jump until the time is believed again


class ClockWatch:
    """Until the time has settled nothing is sent, and nothing expires: it may be wrong."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        steady: Callable[[], float],
        settling: float = SETTLING,
    ) -> None:
        self._clock = clock
        self._steady = steady
        self._settling = settling
        self._last: tuple[datetime, float] | None = None
        self._jumped_at: float | None = None

    def look(self) -> float:
        """Seconds by which it has jumped since the last look; 0 for less than a minute."""
        now, steady = self._clock(), self._steady()
        before, steady_before = self._last or (now, steady)
        self._last = now, steady
        jump = (now - before).total_seconds() - (steady - steady_before)
        if abs(jump) < JUMP:
            return 0.0
        self._jumped_at = steady
        return jump

    @property
    def is_settled(self) -> bool:
        if self._jumped_at is not None and self._steady() - self._jumped_at >= self._settling:
            self._jumped_at = None
        return self._jumped_at is None
