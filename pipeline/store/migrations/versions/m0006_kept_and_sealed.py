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
    if op.get_bind().dialect.name == "postgresql":
        _guard_on_postgres()
    else:
        _guard_on_sqlite()
    for table, column in INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _guard_on_sqlite() -> None:
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_sans_{change.lower()} BEFORE {change} ON journal "
            "BEGIN SELECT RAISE(ABORT, 'the journal is only ever added to'); END"
        )


def _guard_on_postgres() -> None:
    op.execute(
        "CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION 'the journal is only ever added to' USING ERRCODE = 'integrity_constraint_violation';"
        " END $$"
    )
    for change in ("UPDATE", "DELETE", "TRUNCATE"):
        op.execute(
            f"CREATE TRIGGER journal_sans_{change.lower()} BEFORE {change} ON journal "
            "FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()"
        )
