"""What breaks is said once: one line in the log, one message to each editor."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from telegram.error import TelegramError

logger = logging.getLogger(__name__)

Tell = Callable[[str], Awaitable[None]]
"""Says a text, by its key, to all editors."""


class Alarm:
    """Not again until it was over in between."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._ringing: set[str] = set()

    async def ring(self, key: str, line: str) -> None:
        """``key`` is that of the text for editors; ``line`` is for the log."""
        if key in self._ringing:
            return
        self._ringing.add(key)
        logger.error("%s", line)
        try:
            await self._tell(key)
        except TelegramError as error:
            logger.warning("editors not told: %s", error)

    def over(self, key: str) -> None:
        if key in self._ringing:
            self._ringing.discard(key)
            logger.warning("over: %s", key)
