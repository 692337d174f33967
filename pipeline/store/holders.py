"""Who holds which blob: what was received, page images, PDFs. A purged lot holds nothing any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, exists, select

from pipeline.store.kept import is_kept
from pipeline.store.schema import depot, livrable, lot, page, pli

AT_ONCE = 500
"""Names in one query, at most."""


def blobs_of(tx: Connection, lot_id: str) -> set[str]:
    """Return the blobs of a lot: what was received, its page images, the PDFs of its pieces."""
    found = (select(column).select_from(where).where(lot.c.id == lot_id) for column, where in _HOLDING)
    return {blob for each in found for blob in tx.execute(each).scalars()}


def holders(tx: Connection, blobs: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each of these blobs with each lot, not purged, that holds it."""
    for part in parts(blobs):
        for column, where in _HOLDING:
            held = select(column, lot.c.id).select_from(where).where(column.in_(part), is_kept())
            yield from ((blob, name) for blob, name in tx.execute(held))


def received(tx: Connection, prefix: str) -> set[str]:
    """Return the originals and page images, of lots not purged, whose name begins so."""
    return {name for column, where in _HOLDING[:2] for name in tx.execute(_kept(column, where, prefix)).scalars()}


def composed(tx: Connection, prefix: str) -> set[str]:
    """Return the PDFs whose name begins so, whatever became of their pieces."""
    return set(tx.execute(select(livrable.c.blob).where(_begins(livrable.c.blob, prefix))).scalars())


def unused(tx: Connection) -> dict[str, str]:
    """Return the PDFs, by key, that are no piece's any more: it was settled otherwise since."""
    nobody = ~exists().where(depot.c.cle == livrable.c.cle)
    return {row.cle: row.blob for row in tx.execute(select(livrable.c.cle, livrable.c.blob).where(nobody))}


def parts(names: Iterable[str]) -> Iterator[Sequence[str]]:
    """Yield names by as many as one query takes."""
    ordered = sorted(names)
    yield from (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def _kept(column: Column[str], where: FromClause, prefix: str) -> Select[str]:
    return select(column).select_from(where).where(_begins(column, prefix), is_kept())


def _begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    """Say that a hash begins so; as a range, which an index serves."""
    return column.between(prefix, f"{prefix}g")


_FILED = livrable.join(depot, depot.c.cle == livrable.c.cle).join(pli, pli.c.id == depot.c.pli)
_HOLDING: tuple[tuple[Column[str], FromClause], ...] = (
    (lot.c.sha256, lot),
    (page.c.blob, page.join(lot, lot.c.id == page.c.lot)),
    (livrable.c.blob, _FILED.join(lot, lot.c.id == pli.c.lot)),
)
"""Where blobs are named, with the lots that hold them."""
