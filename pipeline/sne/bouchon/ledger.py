"""What the stand-in holds: one row a piece in SQLite, its PDF beside it, named by its content.

The PDF is on disk before its row: a death between the two leaves a file that the next attempt writes again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from pipeline.durable import sweep_drafts, write_durably
from pipeline.errors import Misuse
from pipeline.sne.bouchon.metadonnees import Metadonnees
from pipeline.sne.port import ACTIVE, WITHDRAWN

BASE = "sne.sqlite"
PIECES = "pieces"
_TABLE = """
CREATE TABLE IF NOT EXISTS piece (
    rang INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL UNIQUE,
    numero_unique TEXT NOT NULL,
    cle TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    octets INTEGER NOT NULL,
    type TEXT NOT NULL,
    depose_le TEXT NOT NULL,
    metadonnees TEXT NOT NULL,
    retire_le TEXT,
    motif TEXT
)"""
_ENTRY = "SELECT reference, numero_unique, cle, sha256, octets, type, depose_le, retire_le FROM piece"


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece that is held. ``depose_le`` and ``retire_le``: instants, ISO 8601 with their offset."""

    reference: str
    numero_unique: str
    cle: str
    sha256: str
    octets: int
    type: str
    depose_le: str
    retire_le: str | None

    @property
    def etat(self) -> str:
        return ACTIVE if self.retire_le is None else WITHDRAWN


@dataclass(frozen=True, slots=True)
class Filed:
    """The piece is held, since now (``is_new``) or since before."""

    entry: Entry
    is_new: bool


class Ledger:
    """The pieces held in ``folder``. ``now`` gives the instant of a deposit, with its offset.

    Calls may come from several threads. Raises ``OSError`` or ``sqlite3.Error`` when the disk will not have it.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Open ``folder``, made if missing; raises ``Misuse`` when it cannot hold a ledger."""
        self._pieces = folder / PIECES
        self._now = now
        self._lock = Lock()
        try:
            self._pieces.mkdir(parents=True, exist_ok=True)
            sweep_drafts(self._pieces)
            self._base = sqlite3.connect(folder / BASE, timeout=30, isolation_level=None, check_same_thread=False)
            for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", _TABLE):
                self._base.execute(statement)
        except (OSError, sqlite3.Error) as error:
            raise Misuse(f"--base {folder} : ce dossier ne peut pas tenir le registre ({error})") from error

    def file(self, numero_unique: str, cle: str, metadonnees: Metadonnees, content: bytes) -> Filed | None:
        """Hold a piece under its key, once; None when this key is there for something else.

        A piece that was withdrawn is still there: to file it again answers the same, and leaves it withdrawn.
        """
        with self._lock, self._base:
            self._base.execute("BEGIN IMMEDIATE")
            known = self._find(cle)
            if known is not None:
                same = (known.numero_unique, known.sha256) == (numero_unique, metadonnees.sha256)
                return Filed(known, is_new=False) if same else None
            write_durably(self._pieces / f"{metadonnees.sha256}.pdf", content)
            self._base.execute(
                "INSERT INTO piece (reference, numero_unique, cle, sha256, octets, type, depose_le, metadonnees)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(_reference(cle), numero_unique, cle, metadonnees.sha256, metadonnees.octets, metadonnees.type),
                    *(self._now().isoformat(), metadonnees.model_dump_json()),
                ),
            )
            filed = self._find(cle)
        return Filed(filed, is_new=True) if filed is not None else None

    def withdraw(self, numero_unique: str, cle: str, motif: str) -> Entry | None:
        """Mark a piece as withdrawn, with the first motive said; None when it is not there."""
        with self._lock, self._base:
            self._base.execute(
                "UPDATE piece SET retire_le = ?, motif = ? WHERE cle = ? AND numero_unique = ? AND retire_le IS NULL",
                (self._now().isoformat(), motif, cle, numero_unique),
            )
            known = self._find(cle)
        return known if known is not None and known.numero_unique == numero_unique else None

    def entries(self, numero_unique: str) -> list[Entry]:
        """List what is held for a demande, oldest first."""
        with self._lock:
            rows = self._base.execute(f"{_ENTRY} WHERE numero_unique = ? ORDER BY rang", (numero_unique,))
            return [Entry(*row) for row in rows]

    def close(self) -> None:
        """Let go of the database."""
        self._base.close()

    def _find(self, cle: str) -> Entry | None:
        row = self._base.execute(f"{_ENTRY} WHERE cle = ?", (cle,)).fetchone()
        return Entry(*row) if row is not None else None


def _reference(cle: str) -> str:
    """Derive the reference from the key: the same piece has the same one, in any ledger."""
    return f"SNE-{hashlib.sha256(cle.encode()).hexdigest()[:16].upper()}"
