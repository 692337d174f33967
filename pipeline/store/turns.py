"""The turns that are given out, as rows: what waits says where the others are, a line says where its last lot ends.

Every function works inside the transaction of its caller, which may write anything: turns are given one at a time.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, or_, select, update

from pipeline.domain.receipt import Receipt
from pipeline.store import sharing, tasks
from pipeline.store.database import add_once
from pipeline.store.schema import ligne, page
from pipeline.store.sharing import GREAT_PAGES, Sort, Turns

FORGOTTEN = 30 * 24 * 60
"""Minutes after which what was promised for a deadline is nobody's concern."""


def to_open(tx: Connection, receipt: Receipt, weight: float) -> int:
    """Return the rank at which a lot is opened; ``weight``: of its channel."""
    minute = sharing.minute_of(receipt.echeance)
    return sharing.rank(minute, _join(tx, receipt, Sort.OPEN, 1, weight).first)


def to_read(tx: Connection, receipt: Receipt, pages: int, weight: float) -> Iterable[int]:
    """Return the ranks at which so many pages of a lot are read, in order; ``weight``: of its channel."""
    minute = sharing.minute_of(receipt.echeance)
    given = _join(tx, receipt, sharing.sort_of(pages), pages, weight)
    return (sharing.rank(minute, given.of(n)) for n in range(1, pages + 1))


def to_follow(tx: Connection, lot: str, minute: int, first: int) -> int:
    """Return the rank of what follows from pages of a lot, read before, that begin at ``first``."""
    beyond = (page.c.lot == lot, page.c.n == GREAT_PAGES + 1)
    is_great = tx.execute(select(page.c.n).where(*beyond)).first() is not None
    sort = Sort.GREAT if is_great else Sort.READ
    return sharing.rank(minute, sharing.turn_after(sort, first, _now(tx, minute) or 0))


def _join(tx: Connection, receipt: Receipt, sort: Sort, pages: int, weight: float) -> Turns:
    """Have a lot stand at the end of its line."""
    minute = sharing.minute_of(receipt.echeance)
    line = {"echeance": minute, "canal": receipt.canal, "station": receipt.station or "", "sorte": sort}
    own = [ligne.c[name] == value for name, value in line.items()]
    now = _now(tx, minute)
    if now is None:
        _forget(tx, minute)
    end = tx.execute(select(ligne.c.fin).where(*own)).scalar()
    given = sharing.join(sort, pages, now or 0, end or 0, weight)
    add_once(tx, ligne, {**line, "fin": given.end})
    tx.execute(update(ligne).where(*own).values(fin=given.end))
    return given


def _now(tx: Connection, minute: int) -> int | None:
    """Return the turn of the first task that waits of those due then; None when none does."""
    first = tasks.first_rank(tx, sharing.rank(minute, 0), sharing.rank(minute + 1, 0))
    return sharing.now_of(first) if first is not None else None


def _forget(tx: Connection, minute: int) -> None:
    """Begin afresh: nobody waits, and nobody is owed anything."""
    tx.execute(delete(ligne).where(or_(ligne.c.echeance == minute, ligne.c.echeance < minute - FORGOTTEN)))
