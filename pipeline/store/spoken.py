"""What rows say to whoever keeps the service: in lists, in logs, on queues. Never a name, a number, an address."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from pipeline.store.schema import envoi, journal, lot, nuit, pli, purge, tache

AT_ONCE = 1000
"""Rows in memory at a time."""
APART = " | "
"""Between two columns, so that the end of one and the beginning of the next are never read as one word."""
# Left out: the words of a register (depot.raison) and of mail servers (envoi.reponses), which are kept as proof.
_SPOKEN = (
    ("tâche", tache.c.id, (tache.c.sujet, tache.c.ouvrier, tache.c.raison)),
    ("lot", lot.c.id, (lot.c.explication,)),
    ("pli", pli.c.id, ()),
    ("journal, entrée", journal.c.id, (journal.c.sujet, journal.c.evenement, journal.c.detail)),
    ("message", envoi.c.pli, (envoi.c.nature, envoi.c.detail)),
    ("nuit", nuit.c.jour, (nuit.c.comptes,)),
    ("purge", purge.c.sujet, (purge.c.preuve,)),
)


def spoken(tx: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield, row by row, what kind of row it is, its key, and all that it says as one text, the key with it."""
    for kind, key, said in _SPOKEN:
        rows = tx.execute(select(key, *said).execution_options(yield_per=AT_ONCE))
        yield from ((kind, str(row[0]), APART.join(str(value) for value in row if value is not None)) for row in rows)
