"""Nights, envelopes received, corrections after deposit, refused addresses, purges, and the chain of the journal."""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables and columns; chain what the journal already holds."""
    for table in ("depot", "envoi"):
        op.add_column(table, sa.Column("essais", sa.Integer(), nullable=False, server_default="0"))
        op.add_column(table, sa.Column("pas_avant", sa.String(32)))
    op.add_column("journal", sa.Column("empreinte", sa.String(64), nullable=False, server_default=""))
    _chain()
    op.create_table(
        "courrier",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("recu_le", sa.String(10), nullable=False),
        sa.Column("canal", sa.String(20), nullable=False),
        sa.Column("plis", sa.Integer(), nullable=False),
        sa.Column("le", sa.String(32), nullable=False),
    )
    op.create_table(
        "nuit",
        sa.Column("jour", sa.String(10), primary_key=True),
        sa.Column("ouverte_le", sa.String(32), nullable=False),
        sa.Column("fermee_le", sa.String(32)),
        sa.Column("comptes", sa.JSON(), nullable=False),
        sa.Column("resume", sa.Text()),
        sa.Column("resume_etat", sa.String(16)),
    )
    op.create_table(
        "rectification",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("pli", sa.String(60), sa.ForeignKey("pli.id"), nullable=False, index=True),
        sa.Column("piece", sa.String(64), nullable=False),
        sa.Column("cle", sa.String(64), nullable=False),
        sa.Column("numero_unique", sa.String(18), nullable=False),
        sa.Column("reference", sa.Text()),
        sa.Column("motif", sa.Text(), nullable=False),
        sa.Column("violation", sa.Boolean(), nullable=False),
        sa.Column("etat", sa.String(12), nullable=False),
        sa.Column("par", sa.Text(), nullable=False),
        sa.Column("le", sa.String(32), nullable=False),
        sa.Column("retire_le", sa.String(32)),
    )
    op.create_table(
        "adresse",
        sa.Column("adresse", sa.String(254), primary_key=True),
        sa.Column("raison", sa.Text(), nullable=False),
        sa.Column("le", sa.String(32), nullable=False),
    )
    op.create_table(
        "purge",
        sa.Column("genre", sa.String(12), primary_key=True),
        sa.Column("sujet", sa.String(120), primary_key=True),
        sa.Column("regle", sa.String(40), nullable=False),
        sa.Column("preuve", sa.JSON(), nullable=False),
        sa.Column("le", sa.String(32), nullable=False),
    )


def _chain() -> None:
    """Give each entry the hash of what it says and of the entry before it, as ``store/journal.py`` does."""
    journal = sa.table(
        "journal",
        sa.column("id", sa.Integer),
        sa.column("le", sa.String),
        sa.column("sujet", sa.String),
        sa.column("evenement", sa.String),
        sa.column("detail", sa.JSON),
        sa.column("empreinte", sa.String),
    )
    bind, before = op.get_bind(), ""
    for row in bind.execute(sa.select(journal).order_by(journal.c.id)).all():
        said = json.dumps([before, row.le, row.sujet, row.evenement, row.detail], ensure_ascii=False, sort_keys=True)
        before = hashlib.sha256(said.encode()).hexdigest()
        bind.execute(journal.update().where(journal.c.id == row.id).values(empreinte=before))
