"""Alembic's changes of the database, one file a change, in order."""
