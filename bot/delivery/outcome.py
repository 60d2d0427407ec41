"""What came of a call: whether it was carried out, and what to do about it if it was not.

Telegram's client calls nearly everything a NetworkError: what counts is what lies beneath.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

UNREACHABLE = re.compile(
    r"chat not found|deactivated|not enough rights|no rights to send|administrator rights"
    r"|CHAT_WRITE_FORBIDDEN"
    r"|PEER_ID_INVALID|was kicked|TOPIC_CLOSED|user not found",
    re.IGNORECASE,
)


class Verdict(Enum):
    SENT = auto()
    NOT_SENT = auto()
    """Certainly not: it is tried again."""
    HELD_BACK = auto()
    """We were too fast: it is tried again when the time that Telegram named is over."""
    REFUSED = auto()
    """The chat does not want us, or is gone."""
    MOVED = auto()
    IMPOSSIBLE = auto()
    """As it is, it will never be taken."""
    UNKNOWN = auto()
    """Perhaps it was carried out, perhaps not."""


@dataclass(frozen=True, slots=True)
class Outcome:
    verdict: Verdict
    reason: str = ""
    message_id: int | None = None
    moved_to: int | None = None

    @property
    def is_outage(self) -> bool:
        """It is Telegram or the way to it that fails, whatever the chat."""
        return self.verdict in (Verdict.NOT_SENT, Verdict.UNKNOWN)


def of_error(error: Exception) -> Outcome:
    """What an error of python-telegram-bot means for the message that was being sent."""
    reason = f"{type(error).__name__}: {error}"
    match error:
        case RetryAfter():
            return Outcome(Verdict.HELD_BACK, reason)
        case ChatMigrated():
            return Outcome(Verdict.MOVED, reason, moved_to=error.new_chat_id)
        case Forbidden():
            return Outcome(Verdict.REFUSED, reason)
        case BadRequest():
            gone = UNREACHABLE.search(error.message)
            return Outcome(Verdict.REFUSED if gone else Verdict.IMPOSSIBLE, reason)
        case InvalidToken() | Conflict():
            return Outcome(Verdict.NOT_SENT, reason)
        case NetworkError():
            return Outcome(_of_network(error), reason)
        case TelegramError():  # an answer that cannot be read
            return Outcome(Verdict.UNKNOWN, reason)
        case _:
            return Outcome(Verdict.IMPOSSIBLE, reason)


def never_left(error: Exception) -> bool:
    """There was no connection: whatever was to be sent, nobody has seen anything of it."""
    cause = error.__cause__
    return isinstance(cause, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


def _of_network(error: NetworkError) -> Verdict:
    if never_left(error):
        return Verdict.NOT_SENT
    cause = error.__cause__
    # Without a cause the Bot API itself said no, in JSON; what stands in between does not know.
    aborted = "internal server error" in error.message.lower()
    return Verdict.NOT_SENT if cause is None and not aborted else Verdict.UNKNOWN
