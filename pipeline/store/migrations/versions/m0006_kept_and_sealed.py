"""The journal refuses to be changed; what is open, held or of a period is found without reading all that ever came."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

INDEXES = (
    ("page", "blob"),
    ("livrable", "blob"),
    ("depot", "numero_unique"),
    ("depot", "etat"),
    ("lot", "etat"),
    ("lot", "recu_le"),
    ("pli", "etat"),
    ("journal", "sujet"),
)


def upgrade() -> None:
    """Add the guards of the journal and the indexes."""
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_sans_{change.lower()} BEFORE {change} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"
        )
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])
