"""Who is there; since when each task waits or goes on; what the last check found; what did not leave, found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

NOT_SENT = sa.text("etat <> 'envoye'")


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    _add_presence(collation)
    op.create_table(
        "controle",
        sa.Column("le", sa.String(32, collation), primary_key=True),
        sa.Column("violations", sa.JSON, nullable=False),
    )
    op.add_column("tache", sa.Column("soumise", sa.Float))
    op.add_column("tache", sa.Column("debut", sa.Float))
    op.create_index("envoi_en_suspens", "envoi", ["pli"], sqlite_where=NOT_SENT, postgresql_where=NOT_SENT)


def _add_presence(collation: str | None) -> None:
    op.create_table(
        "presence",
        sa.Column("nom", sa.String(255, collation), primary_key=True),
        sa.Column("machine", sa.Text(collation=collation), nullable=False),
        sa.Column("numero", sa.Integer, nullable=False),
        sa.Column("role", sa.String(12, collation), nullable=False),
        sa.Column("version", sa.String(40, collation), nullable=False),
        sa.Column("depuis", sa.Float, nullable=False),
        sa.Column("vu", sa.Float, nullable=False),
    )
    op.create_table(
        "machine",
        sa.Column("nom", sa.String(255, collation), primary_key=True),
        sa.Column("pages", sa.Integer().with_variant(sa.BigInteger(), "postgresql"), nullable=False),
    )
