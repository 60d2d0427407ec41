"""The database of a test: a SQLite file, or a schema of its own on the server that is named.

With ``TEST_DATABASE_URL=postgresql+psycopg://…`` whatever takes its database from here runs on
PostgreSQL; `make test-postgres` knows which tests do.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, NullPool, bindparam, create_engine, make_url, text

from bot.storage.tables import Moment

_made: list[str] = []

SERVER = os.environ.get("TEST_DATABASE_URL", "")
only_sqlite = pytest.mark.skipif(bool(SERVER), reason="of SQLite files alone")
only_postgresql = pytest.mark.skipif(
    not SERVER, reason="TEST_DATABASE_URL names no PostgreSQL: make test-postgres"
)


def database(folder: Path) -> str:
    """As in DATABASE_URL; the same for the same folder."""
    if not SERVER:
        return f"sqlite:///{folder / 'kino.sqlite3'}"
    schema = f"test_{hashlib.sha256(bytes(folder)).hexdigest()[:24]}"
    _make(schema)
    url = make_url(SERVER).update_query_dict({"options": f"-csearch_path={schema}"})
    return url.render_as_string(hide_password=False)


def rows(folder: Path, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """What a query finds, past the storage; values stand in it as ``:name``."""
    return found(database(folder), query, **values)


def found(url: str, query: str, **values: Any) -> list[tuple[Any, ...]]:
    """The same where the address is known."""
    with _engine(url).begin() as connection:
        types = {name: Moment() for name, value in values.items() if isinstance(value, datetime)}
        typed = [bindparam(name, type_=types.get(name)) for name in values]
        return [tuple(row) for row in connection.execute(text(query).bindparams(*typed), values)]


def as_moment(found: Any) -> datetime:
    """A moment as a query brings it: SQLite has it as text."""
    moment = datetime.fromisoformat(found) if isinstance(found, str) else found
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


@contextmanager
def connected(folder: Path) -> Iterator[Connection]:
    with _engine(database(folder)).begin() as connection:
        yield connection


@cache
def _engine(url: str) -> Engine:
    return create_engine(url, poolclass=NullPool)


@cache
def _make(schema: str) -> None:
    with _engine(SERVER).begin() as connection:
        connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    _made.append(schema)


def drop() -> None:
    """What was made on the server."""
    for schema in _made:
        with _engine(SERVER).begin() as connection:
            connection.exec_driver_sql(f"DROP SCHEMA {schema} CASCADE")
    _made.clear()
