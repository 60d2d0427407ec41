"""What people think of answers: thumbs up and down, counted by kind of question, without names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from bot.storage.database import Storage
from bot.storage.tables import Vote


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes on answers to one kind of question, such as ``film.director``."""

    kind: str
    up: int
    down: int


class Votes:
    """Over the same database as ``Storage``."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def count(self, kind: str, up: int, down: int) -> None:
        """Add to the votes on a kind; a vote that was taken back is -1."""
        insert: Any = self._storage._insert(Vote)
        statement = insert.values(kind=kind, up=max(up, 0), down=max(down, 0))
        statement = statement.on_conflict_do_update(
            index_elements=["kind"], set_={"up": Vote.up + up, "down": Vote.down + down}
        )
        await self._storage._run(lambda connection: connection.execute(statement))

    async def tallies(self) -> list[Tally]:
        """All kinds, those with most thumbs down first."""
        statement = select(Vote.kind, Vote.up, Vote.down).order_by(Vote.down.desc(), Vote.kind)
        rows = await self._storage._run(lambda connection: connection.execute(statement).all())
        return [Tally(*row) for row in rows]
