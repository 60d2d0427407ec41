"""What Alembic runs: at the bot's start with its connection, or from its own command line."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine

from bot.storage.tables import Table


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        # SQLite changes a column by copying its table.
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    from bot.settings import load_settings

    with create_engine(load_settings().database_url).begin() as own:
        migrate(own)
