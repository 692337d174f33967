"""What is open is found at the same price however much was ever done; on PostgreSQL, names sort as bytes do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

OPEN, BEHIND = sa.text("etat <> 'faite'"), sa.text("version <> publiee")


def upgrade() -> None:
    """Add the indexes of what is open, behind or marked; make PostgreSQL compare texts as SQLite does."""
    if op.get_bind().dialect.name == "postgresql":
        _compare_bytes()
        # Each task is written three times: what that leaves is cleared away before claims have to step over it.
        op.execute("ALTER TABLE tache SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0)")
    op.create_index("ix_marque_pli", "marque", ["pli"])
    op.create_index("pli_a_publier", "pli", ["id"], sqlite_where=BEHIND, postgresql_where=BEHIND)
    op.drop_index("tache_due", "tache")
    columns = {"tache_libre": ["etat", "pas_avant", "rang", "id", "genre"], "tache_ouverte": ["id"]}
    for name, indexed in columns.items():
        op.create_index(name, "tache", indexed, sqlite_where=OPEN, postgresql_where=OPEN)


def _compare_bytes() -> None:
    """Sort and bound every text by its bytes, whatever language the database was made for: ranges of names need it."""
    inspector = sa.inspect(op.get_bind())
    for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
        for column in inspector.get_columns(table):
            if isinstance(column["type"], sa.String):
                kind = column["type"].compile(op.get_bind().dialect)
                op.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column["name"]}" TYPE {kind} COLLATE "C"')
