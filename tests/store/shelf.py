"""Workspaces with plis in them, whose pages were written by hand: everything is real but the pixels."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import select

from pipeline.domain.bilan import Bilan
from pipeline.domain.reader import READER_VERSION
from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.durable import write_durably
from pipeline.engine.house import House
from pipeline.engine.run import run_next
from pipeline.stages.compose import cle_of
from pipeline.stages.ingest import deadline_of
from pipeline.stages.split import marks
from pipeline.store import deposits, lots, plis, tasks
from pipeline.store.database import connect
from pipeline.store.lots import StoredPage
from pipeline.store.schema import depot
from pipeline.store.tasks import Kind
from tests import papers

NOON = "2026-05-06T12:00:00+02:00"
LATE = "2026-05-20T12:00:00+02:00"
PDF = b"%PDF-1.7 of nobody\n"


def opened(racine: Path, now: str = NOON, **environ: str) -> House:
    """Open a workspace at noon on the day of reception of the papers, or at another instant."""
    database = racine / "var" / "pli.sqlite"
    if "PLI_BASE" not in environ and not database.exists():
        write_durably(database, empty_database())  # the migrations, run once for all tests
    return House(racine, {"PLI_MAINTENANT": now, "PLI_PARALLELE": "1", **environ})


@lru_cache(maxsize=1)
def empty_database() -> bytes:
    """Return an SQLite database with the tables of today and nothing in them."""
    with TemporaryDirectory() as name:
        path = Path(name) / "pli.sqlite"
        connect(f"sqlite:///{path}").dispose()
        return path.read_bytes()


def knowing(racine: Path, demandes: Mapping[str, Mapping[str, Any]]) -> Path:
    """Write what the SNE of a workspace knows; each demande is active unless it says otherwise."""
    bodies = {number: {"numero_unique": number, "etat": "active"} | dict(said) for number, said in demandes.items()}
    (racine / "config").mkdir(parents=True, exist_ok=True)
    (racine / "config" / "demandes.json").write_text(json.dumps(bodies))
    return racine


def file_pli(
    house: House,
    *pages: Reading,
    canal: Canal = Canal.PAPIER_GUICHET,
    companion: Companion | None = None,
    rank: int = 1,
    image: str | None = None,
) -> str:
    """Put in the house a lot of one pli, read and settled, its accepted pieces composed; return the pli.

    ``image`` names the page images: two plis of the same images hold the same pages.
    """
    receipt = received(house, len(pages), canal, companion, rank)
    blobs = [house.store.blobs.put(f"{image or receipt.lot} {n}".encode()) for n in range(1, len(pages) + 1)]
    with house.store.begin() as tx:
        order = lots.add(tx, receipt, f"prise-{rank}", is_folder=False)
        lots.add_pages(tx, receipt.lot, [StoredPage(n, blob, "png", None) for n, blob in enumerate(blobs, start=1)])
        for blob, reading in zip(blobs, pages, strict=True):
            lots.keep_reading(tx, blob, READER_VERSION, reading)
        lots.set_state(tx, receipt.lot, "coupe")
        plis.add(tx, receipt.pli, receipt.lot, 1, len(pages))
        plis.add_marks(tx, receipt.pli, marks(receipt, papers.numbered(*pages), house.rules))
        tasks.submit(tx, Kind.ASK, receipt.pli, order)
    settle(house, receipt.pli)
    return receipt.pli


def received(
    house: House, count: int, canal: Canal = Canal.PAPIER_GUICHET, companion: Companion | None = None, rank: int = 1
) -> Receipt:
    """Receive a file of so many pages, the ``rank``-th."""
    content = f"lot {rank}".encode()
    house.store.blobs.put(content)
    receipt = papers.receipt(count, canal, companion)
    lot = f"pg{rank:010d}-1"
    return replace(
        receipt,
        pli=f"{lot}-1",
        lot=lot,
        source=Source("MARTIN Claire.pdf", hashlib.sha256(content).hexdigest(), len(content)),
        echeance=deadline_of(receipt.recu_le, canal, house.settings),
    )


def settle(house: House, pli: str) -> None:
    """Settle what waits for it, then compose as if each piece had been made into a PDF before."""
    work(house, Kind.ASK, Kind.SETTLE)
    bilan = bilan_of(house, pli)
    with house.store.begin() as tx:
        stored = {page.n: page.blob for page in lots.pages(tx, bilan.lot)}
        for piece in bilan.pieces:
            if piece.verdict == "acceptee":
                cle = cle_of(piece.dossier, piece.type, [stored[n] for n in piece.pages])
                content = PDF + cle.encode()
                deposits.keep_livrable(tx, cle, house.store.blobs.put(content), len(content), len(piece.pages))
    work(house, Kind.COMPOSE)


def work(house: House, *kinds: Kind) -> None:
    """Run the tasks of these kinds to their end."""
    while run_next(house, "test", kinds) is not None:
        pass


def bilan_of(house: House, pli: str) -> Bilan:
    """Return the bilan of a pli, which was settled."""
    with house.store.begin() as tx:
        bilan = plis.bilan(tx, pli)
    assert bilan is not None
    return bilan


def due_of(tx, pli, piece):
    """Return a piece still to deposit, or None when it is not any more."""
    return next((found for found in deposits.due(tx) if (found.pli, found.piece) == (pli, piece)), None)


def state_of(tx, pli, piece):
    """Return where the deposit of a piece stands, None when it is not to be deposited."""
    key = (depot.c.pli == pli, depot.c.piece == piece)
    return tx.execute(select(depot.c.etat).where(*key)).scalar_one_or_none()
