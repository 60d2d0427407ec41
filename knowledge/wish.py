"""What somebody wishes to be told of, or to be told of no more: comes out of a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Action = Literal["subscribe", "unsubscribe"]


@dataclass(frozen=True, slots=True)
class Wish:
    """``topic`` one of the general topics, or ``name`` whom it is about; neither: everything."""

    action: Action
    language: str
    topic: str = ""
    name: str = ""
    """As it was written, for the engine to find."""
    film_only: bool = False
