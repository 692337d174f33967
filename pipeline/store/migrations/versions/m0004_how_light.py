"""How each piece is delivered, and what was proved of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the sentence; nothing is said of pieces composed before."""
    op.add_column("livrable", sa.Column("detail", sa.Text(), nullable=True, comment="its profile and proof, in French"))
