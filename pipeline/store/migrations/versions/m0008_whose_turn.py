"""Whose turn it is: tasks go by deadline, then by what each station had; what waited keeps its order of receipt."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

RANK = "smaller first: the minute of the deadline, then the turn"
TURNS = 1 << 36
LARGE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
LOT = sa.table("lot", sa.column("rang", sa.Integer), sa.column("echeance", sa.String))
TASK = sa.table("tache", sa.column("rang", LARGE), sa.column("etat", sa.String))


def upgrade() -> None:
    """Add what each line of lots was promised; put the deadline first in the rank of what is still to do."""
    bind = op.get_bind()
    if bind.dialect.name == "postgresql":
        op.alter_column("tache", "rang", type_=LARGE, comment=RANK)
    _add_lines("C" if bind.dialect.name == "postgresql" else None)
    for due in bind.execute(sa.select(LOT.c.echeance).distinct()).scalars().all():
        lots = sa.select(LOT.c.rang).where(LOT.c.echeance == due)
        first = int(datetime.fromisoformat(due).timestamp()) // 60 * TURNS if due else 0
        waiting = sa.update(TASK).where(TASK.c.etat != "faite", TASK.c.rang.in_(lots))
        bind.execute(waiting.values(rang=first + TASK.c.rang))


def _add_lines(collation: str | None) -> None:
    op.create_table(
        "ligne",
        sa.Column("echeance", LARGE, nullable=False, comment="minutes since the epoch"),
        sa.Column("canal", sa.String(20, collation), nullable=False),
        sa.Column("station", sa.Text(collation=collation), nullable=False, comment="empty: none"),
        sa.Column("sorte", sa.String(12, collation), nullable=False, comment="ouvrir, lire, grand"),
        sa.Column("fin", LARGE, nullable=False, comment="the turn that comes after those given"),
        sa.PrimaryKeyConstraint("echeance", "canal", "station", "sorte"),
    )
