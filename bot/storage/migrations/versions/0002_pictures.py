"""Pictures that Telegram has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sent_pictures",
        sa.Column("subject", sa.String(100), primary_key=True),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("file_id", sa.String(255), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("sent_pictures")
