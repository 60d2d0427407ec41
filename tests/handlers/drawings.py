"""Pictures kept in memory, with nothing drawn on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Drawing:
    key: str
    photo: bytes | str
    caption: str


@dataclass
class Drawings:
    """Draws everything once, unless it is told not to."""

    kept: dict[str, str] = field(default_factory=dict)
    """By key: the file_id under which Telegram has the picture."""
    drawn: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    """What there is no picture of: ``card`` or the name of a chart."""
    broken: bool = False
    hopeless: set[str] = field(default_factory=set)
    """Keys of what cannot be drawn anew."""

    async def card(self, kind: str, id: str, language: str) -> Drawing | None:
        return self._picture("card", f"{kind}:{id}:{language}")

    async def chart(self, name: str, language: str, about: str = "") -> Drawing | None:
        return self._picture(name, f"{name}:{about}:{language}")

    async def sent(self, picture: Any, file_id: str) -> None:
        self.kept[picture.key] = file_id

    async def refused(self, picture: Any) -> Drawing | None:
        self.kept.pop(picture.key, None)
        if picture.key in self.hopeless:
            return None
        return self._picture("", picture.key)

    def _picture(self, what: str, key: str) -> Drawing | None:
        if self.broken:
            raise RuntimeError("no pencil")
        if what in self.missing:
            return None
        if key in self.kept:
            return Drawing(key, self.kept[key], f"caption of {key}")
        self.drawn.append(key)
        return Drawing(key, b"\x89PNG " + key.encode(), f"caption of {key}")
