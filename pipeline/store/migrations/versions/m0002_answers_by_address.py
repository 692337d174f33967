"""What each address's server answered, kept by address."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the answers; a message that left before was taken by all its addresses."""
    answers = sa.Column(
        "reponses",
        sa.JSON(),
        nullable=False,
        server_default="{}",
        comment="by address: what its server last said, and in what words",
    )
    op.add_column("envoi", answers)
    envoi = sa.table(
        "envoi",
        sa.column("id", sa.Integer),
        sa.column("destinataires", sa.JSON),
        sa.column("reponses", sa.JSON),
        sa.column("etat", sa.String),
        sa.column("detail", sa.Text),
    )
    bind = op.get_bind()
    for row in bind.execute(sa.select(envoi).where(envoi.c.etat == "envoye")).all():
        said = {address: ["envoye", row.detail or ""] for address in row.destinataires}
        bind.execute(envoi.update().where(envoi.c.id == row.id).values(reponses=said, detail=None))
