"""What comes from outside: showings, announced premieres, feeds, drafts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "showings",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("film", sa.String(55), nullable=False),
        sa.Column("day", sa.Date(), nullable=False, index=True),
        sa.Column("at", sa.String(5), nullable=False),
        sa.Column("city", sa.String(120), nullable=False),
        sa.Column("cinema", sa.String(120), nullable=False),
        sa.Column("source", sa.String(300), nullable=False),
        sa.Column("festival", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("film", "day", "at", "city", "cinema"),
    )
    op.create_table(
        "announced_premieres",
        sa.Column("film", sa.String(55), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("stage", sa.String(10), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
    )
    op.create_table(
        "feeds",
        sa.Column("address", sa.String(500), primary_key=True),
        sa.Column("etag", sa.String(500), nullable=False),
        sa.Column("modified", sa.String(100), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(80), nullable=False, unique=True),
        sa.Column("kk", sa.String(5000), nullable=False),
        sa.Column("ru", sa.String(5000), nullable=False),
        sa.Column("en", sa.String(5000), nullable=False),
        sa.Column("topics", sa.String(1000), nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("skeleton", sa.String(600), nullable=False),
        sa.Column("alike", sa.String(80), nullable=False),
        sa.Column("state", sa.String(10), nullable=False, index=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, index=True),
    )


def downgrade() -> None:
    for table in ("drafts", "feeds", "announced_premieres", "showings"):
        op.drop_table(table)
