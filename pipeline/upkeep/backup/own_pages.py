"""Is a deposit that we do not know of made of our own pages? Its key says so, whoever typed and cut them meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.sne.port import HeldPiece
from pipeline.stages.compose import cle_of
from pipeline.store import lots, plis, restored

RUN_MAX = 40
"""Pages of the longest piece that is looked for under another cut."""


def pieces_of(tx: Connection, numero_unique: str, held: HeldPiece) -> tuple[str, ...]:
    """Return our pieces that have the pages of a deposit; they are looked for in the plis about its demande."""
    for name in restored.plis_about(tx, numero_unique):
        bilan = plis.bilan(tx, name)
        if bilan is None:
            continue
        stored = {page.n: page.blob for page in lots.pages(tx, bilan.lot)}
        for run in _runs(bilan):
            if cle_of(numero_unique, held.type, [stored[n] for n in run]) == held.cle:
                return tuple(piece.id for piece in bilan.pieces if set(run).intersection(piece.pages))
    return ()


def _runs(bilan: Bilan) -> Iterator[tuple[int, ...]]:
    """Yield the pages that could make one piece: those of each piece as it is, then neighbours under another cut."""
    yield from (piece.pages for piece in bilan.pieces)
    pages = sorted(n for piece in bilan.pieces for n in piece.pages)
    for first in range(len(pages)):
        for last in range(first + 1, min(first + RUN_MAX, len(pages)) + 1):
            yield tuple(pages[first:last])
