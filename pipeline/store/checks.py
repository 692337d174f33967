"""What the last look at the invariants found: how many times each of them does not hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select

from pipeline.store.schema import controle


@dataclass(frozen=True, slots=True)
class Check:
    """A look at the invariants. ``broken``: how many times each does not hold, by its code; those that hold are out."""

    at: datetime
    broken: Mapping[str, int]


def record(tx: Connection, check: Check) -> None:
    """Keep what was found, in the place of what was found before."""
    tx.execute(delete(controle))
    tx.execute(controle.insert().values(le=check.at.isoformat(), violations=dict(check.broken)))


def last(tx: Connection) -> Check | None:
    """Return what was last found; None when nobody has looked yet."""
    row = tx.execute(select(controle)).one_or_none()
    return Check(datetime.fromisoformat(row.le), row.violations) if row is not None else None
