"""What each step of a task cost, kept with the task."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the costs; nothing is known of those of tasks done before."""
    costs = sa.Column(
        "durees", sa.JSON(), nullable=False, server_default="{}", comment="CPU seconds of the last attempt, by step"
    )
    op.add_column("tache", costs)
