"""Logging that never shows a bot token: in Telegram's addresses, in errors, in tracebacks."""

from __future__ import annotations

import logging
import re

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
HIDDEN = "<token>"


def redact(text: str, token: str = "") -> str:
    """The text without anything that looks like a token, and without this one in any case."""
    text = TOKEN.sub(HIDDEN, text)
    return text.replace(token, HIDDEN) if token else text


class Redacting(logging.Formatter):
    """Redacts the finished line: message, values and traceback alike."""

    def __init__(self, token: str = "") -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record), self._token)


def set_up_logging(level: str = "INFO", token: str = "") -> None:
    """One handler, on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # At INFO they write the address of every call, and the token is part of it.
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("alembic").setLevel(logging.WARNING)
