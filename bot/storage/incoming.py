"""What came in from outside and what became of it: showings, feeds, drafts, announcements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, select, update

from bot.storage import tables
from bot.storage.database import Storage
from bot.storage.tables import AnnouncedPremiere, AnnouncedShowing
from knowledge.bulletins.drafts import Draft, State
from knowledge.bulletins.reminders import Announced
from knowledge.factbase.showings import Showing


@dataclass(frozen=True, slots=True)
class FeedState:
    """What a feed's server said last; ``next_at`` is None for one that was never asked."""

    address: str
    etag: str = ""
    modified: str = ""
    failures: int = 0
    next_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed: showings that are new, and those that are no more announced."""

    added: tuple[Showing, ...]
    corrected: tuple[Showing, ...]
    """Known before, but as the other of the two: of a festival, or not."""
    missing: tuple[Showing, ...]
    """Still to come, of the same film at the same cinema, and not in what was imported."""


class Incoming:
    """The tables of what comes in, in the database of a storage; each call is a transaction."""

    def __init__(self, storage: Storage) -> None:
        self._run = storage.run
        self._write = storage.write
        self._insert = storage.insert

    # Showings.

    async def showings(self) -> list[Showing]:
        """All of them: whether a film opens or is shown again shows in those that are past."""
        return await self._run(_showings)

    async def import_showings(
        self, showings: Sequence[Showing], today: date, *, replace: bool = False, dry: bool = False
    ) -> Imported:
        """Add what is new; with ``replace``, remove what the same cinemas announce no more."""

        def work(connection: Connection) -> Imported:
            known = {_identity(s): s for s in _showings(connection)}
            given = {_identity(s): s for s in showings}
            added = tuple(s for key, s in given.items() if key not in known)
            corrected = tuple(
                s for key, s in given.items() if key in known and s.festival != known[key].festival
            )
            places = {(s.film, s.city, s.cinema) for s in showings}
            missing = tuple(
                s
                for key, s in known.items()
                if key not in given and s.day >= today and (s.film, s.city, s.cinema) in places
            )
            if not dry:
                for showing in (*added, *corrected):
                    values = dict(zip(_KEY, _identity(showing), strict=True))
                    said = {"source": showing.source[:300], "festival": showing.festival}
                    statement = self._insert(AnnouncedShowing).values(**values, **said)
                    connection.execute(
                        statement.on_conflict_do_update(index_elements=_KEY, set_=said)
                    )
                for showing in missing if replace else ():
                    own = zip(_KEY, _identity(showing), strict=True)
                    connection.execute(
                        delete(AnnouncedShowing).where(
                            *(getattr(AnnouncedShowing, name) == value for name, value in own)
                        )
                    )
            return Imported(added, corrected, missing)

        return await self._write(work)

    # Announced premieres.

    async def announced(self) -> Mapping[str, Announced]:
        row = AnnouncedPremiere
        statement = select(row.film, row.day, row.stage, row.sequence)
        rows = await self._run(lambda connection: connection.execute(statement).all())
        return {film: Announced(day, stage, number) for film, day, stage, number in rows}  # type: ignore[arg-type]

    async def set_announced(self, film: str, announced: Announced) -> None:
        """What was told of a film."""
        values = {
            "day": announced.day, "stage": announced.stage, "sequence": announced.sequence
        }  # fmt: skip
        statement = self._insert(AnnouncedPremiere).values(film=film, **values)
        statement = statement.on_conflict_do_update(index_elements=["film"], set_=values)
        await self._run(lambda connection: connection.execute(statement))

    # Feeds.

    async def feed(self, address: str) -> FeedState:
        row = tables.FeedState
        statement = select(row.etag, row.modified, row.failures, row.next_at).where(
            row.address == address
        )
        found = await self._run(lambda connection: connection.execute(statement).first())
        return FeedState(address, *found) if found else FeedState(address)

    async def set_feed(self, state: FeedState) -> None:
        values = {
            "etag": state.etag, "modified": state.modified,
            "failures": state.failures, "next_at": state.next_at,
        }  # fmt: skip
        statement = self._insert(tables.FeedState).values(address=state.address, **values)
        statement = statement.on_conflict_do_update(index_elements=["address"], set_=values)
        await self._run(lambda connection: connection.execute(statement))

    # Drafts.

    async def add_draft(self, draft: Draft) -> bool:
        """Whether it was new: one of the same key stays as it is."""
        values = {name: getattr(draft, name) for name in _DRAFT}
        statement = self._insert(tables.Draft).values(
            **{**values, "topics": " ".join(draft.topics)}
        )
        statement = statement.on_conflict_do_nothing().returning(tables.Draft.id)
        found = await self._run(lambda connection: connection.scalar(statement))
        return found is not None

    async def drafts(
        self, state: State | None = None, since: datetime | None = None
    ) -> list[Draft]:
        """The oldest first."""
        row = tables.Draft
        statement = select(*(getattr(row, name) for name in _DRAFT)).order_by(row.id)
        if state:
            statement = statement.where(row.state == state)
        if since:
            statement = statement.where(row.created_at >= since)
        rows = await self._run(lambda connection: connection.execute(statement).all())
        return [_draft(row) for row in rows]

    async def draft(self, key: str) -> Draft | None:
        row = tables.Draft
        statement = select(*(getattr(row, name) for name in _DRAFT)).where(row.key == key)
        found = await self._run(lambda connection: connection.execute(statement).first())
        return _draft(found) if found else None

    async def change_draft(self, before: Draft, after: Draft) -> bool:
        """Write the draft if it is still as it was; else somebody was quicker."""
        row = tables.Draft
        statement = (
            update(row)
            .where(row.key == before.key, row.state == before.state)
            .where(row.kk == before.kk, row.ru == before.ru, row.en == before.en)
            .where(row.topics == " ".join(before.topics))
            .values(kk=after.kk, ru=after.ru, en=after.en, state=after.state,
                    topics=" ".join(after.topics))
        )  # fmt: skip
        return await self._run(lambda connection: connection.execute(statement).rowcount == 1)


_KEY = ("film", "day", "at", "city", "cinema")
_DRAFT = ("key", "kk", "ru", "en", "topics", "created_at", "state", "source", "skeleton", "alike")


def _draft(row: Sequence[Any]) -> Draft:
    values = dict(zip(_DRAFT, row, strict=True))
    return Draft(**{**values, "topics": tuple(values["topics"].split())})


def _identity(showing: Showing) -> tuple[str, date, str, str, str]:
    at = showing.at.strftime("%H:%M") if showing.at else ""
    return showing.film, showing.day, at, showing.city, showing.cinema


def _showings(connection: Connection) -> list[Showing]:
    row = AnnouncedShowing
    columns = (row.film, row.day, row.at, row.city, row.cinema, row.source, row.festival)
    rows = connection.execute(select(*columns).order_by(row.id)).all()
    return [
        Showing(film, day, time.fromisoformat(at) if at else None, city, cinema, source, festival)
        for film, day, at, city, cinema, source, festival in rows
    ]
