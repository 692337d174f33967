"""Lots as received, their pages, and the readings of those."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, Row, func, select, update

from pipeline.domain.reading import Reading
from pipeline.domain.receipt import Canal, Companion, Receipt, Source
from pipeline.media.page_image import Kind
from pipeline.store import serial, sharing, turns
from pipeline.store.database import add_once
from pipeline.store.schema import lecture, lot, page

AT_ONCE = 20
"""Readings in memory at a time, as text."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page of a lot; ``blob`` holds its image, of type ``kind``; ``dpi`` when the file says so."""

    n: int
    blob: str
    kind: Kind
    dpi: float | None


def add(tx: Connection, receipt: Receipt, taking: str, *, is_folder: bool) -> int:
    """Record the lot of a taking and return its number in the order of receipt."""
    values = {
        "id": receipt.lot,
        "prise": taking,
        "dossier_images": is_folder,
        "canal": receipt.canal,
        "station": receipt.station,
        "nom": receipt.source.nom,
        "sha256": receipt.source.sha256,
        "octets": receipt.source.octets,
        "recu_le": receipt.recu_le.isoformat(),
        "recu_le_source": receipt.recu_le_source,
        "echeance": receipt.echeance.isoformat(),
        "compagnon": serial.COMPANION.dump_python(receipt.companion, mode="json"),
        "etat": "recu",
    }
    return int(tx.execute(lot.insert().values(**values).returning(lot.c.rang)).scalar_one())


def recorded(tx: Connection, taking: str) -> str | None:
    """Return the lot of a taking, or None when it is not recorded yet."""
    return tx.execute(select(lot.c.id).where(lot.c.prise == taking)).scalar_one_or_none()


def names(tx: Connection) -> list[str]:
    """Return the lots in their order of receipt."""
    return list(tx.execute(select(lot.c.id).order_by(lot.c.rang)).scalars())


def in_state(tx: Connection, state: str) -> list[str]:
    """Return the lots that stand in a state, in their order of receipt."""
    return list(tx.execute(select(lot.c.id).where(lot.c.etat == state).order_by(lot.c.rang)).scalars())


def blobs(tx: Connection) -> list[str]:
    """Return the names of all that was received: originals and page images."""
    originals = tx.execute(select(lot.c.sha256).distinct()).scalars()
    return sorted({*originals, *tx.execute(select(page.c.blob).distinct()).scalars()})


def is_folder(tx: Connection, lot_id: str) -> bool:
    """Say whether a lot came as a folder of images, kept as one archive."""
    return bool(tx.execute(select(lot.c.dossier_images).where(lot.c.id == lot_id)).scalar_one())


def times_received(tx: Connection, stem: str) -> int:
    """Count the lots whose name is ``stem`` and a rank: same channel, file name and bytes, purged since or not."""
    same = lot.c.id.between(f"{stem}-", f"{stem}-:")  # ":" follows the digits; a range is served by the index
    return int(tx.execute(select(func.count()).where(same)).scalar_one())


def rank(tx: Connection, lot_id: str, first: int = 1) -> int:
    """Return the rank of what follows from pages of a lot that are read, the first of which is ``first``."""
    due = tx.execute(select(lot.c.echeance).where(lot.c.id == lot_id)).scalar_one()
    return turns.to_follow(tx, lot_id, sharing.minute_of(datetime.fromisoformat(due)), first)


def receipt(tx: Connection, lot_id: str) -> Receipt:
    """Return how a lot came; its pli is the lot itself and its pages are all of them."""
    row = tx.execute(select(lot).where(lot.c.id == lot_id)).one()
    pages = tx.execute(select(func.count()).where(page.c.lot == lot_id)).scalar_one()
    return receipt_of(row, row.id, 1, int(pages))


def receipt_of(row: Row[tuple[object, ...]], pli: str, first: int, last: int) -> Receipt:
    """Return the receipt of a pli from the row of its lot."""
    return Receipt(
        pli=pli,
        lot=row.id,
        canal=Canal(row.canal),
        station=row.station,
        source=Source(row.nom, row.sha256, row.octets),
        recu_le=datetime.fromisoformat(row.recu_le),
        recu_le_source=row.recu_le_source,
        echeance=datetime.fromisoformat(row.echeance),
        companion=companion_of(row),
        first=first,
        last=last,
    )


def companion_of(row: Row[tuple[object, ...]]) -> Companion:
    """Return the companion kept in the row of a lot."""
    return serial.COMPANION.validate_python(row.compagnon)


def set_state(tx: Connection, lot_id: str, state: str, motif: str | None = None, why: str | None = None) -> None:
    """Change the state of a lot, with the motive and its explanation when it is refused."""
    values = {"etat": state, "motif": motif, "explication": why}
    tx.execute(update(lot).where(lot.c.id == lot_id).values(**values))


def add_pages(tx: Connection, lot_id: str, pages: Iterable[StoredPage]) -> None:
    """Record the pages of a lot."""
    rows = [{"lot": lot_id, "n": p.n, "blob": p.blob, "genre": p.kind, "ppp": p.dpi} for p in pages]
    tx.execute(page.insert(), rows)


def pages(tx: Connection, lot_id: str, first: int = 1, last: int | None = None) -> list[StoredPage]:
    """Return the pages of a lot from ``first`` to ``last`` (the end when None), in order."""
    within = [page.c.lot == lot_id, page.c.n >= first]
    if last is not None:
        within.append(page.c.n <= last)
    rows = tx.execute(select(page).where(*within).order_by(page.c.n))
    return [StoredPage(row.n, row.blob, row.genre, row.ppp) for row in rows]


def keep_reading(tx: Connection, blob: str, reader: str, reading: Reading) -> None:
    """Remember a reading under the image's hash and the reader's version; the first one kept stays."""
    content = serial.READING.dump_json(reading).decode()
    add_once(tx, lecture, {"blob": blob, "lecteur": reader, "contenu": content})


def is_read(tx: Connection, blob: str, reader: str) -> bool:
    """Say whether an image was already read by that version of the reader."""
    key = (lecture.c.blob == blob, lecture.c.lecteur == reader)
    return tx.execute(select(lecture.c.blob).where(*key)).first() is not None


def readings(tx: Connection, lot_id: str, reader: str, first: int = 1, last: int | None = None) -> dict[int, Reading]:
    """Return the readings of the pages of a lot, by page number.

    A page that this version of the reader never saw keeps the reading of the latest version that did: a pli
    that an older program read is settled again without being read again.
    """
    within = [page.c.lot == lot_id, page.c.n >= first]
    if last is not None:
        within.append(page.c.n <= last)
    order = (page.c.n, lecture.c.lecteur == reader, lecture.c.lecteur)  # the last of a page is the one that counts
    joined = page.join(lecture, lecture.c.blob == page.c.blob)
    found = select(page.c.n, lecture.c.contenu).select_from(joined).where(*within).order_by(*order)
    rows = tx.execute(found.execution_options(yield_per=AT_ONCE))
    last_ones = (list(seen)[-1] for _, seen in groupby(rows, key=lambda row: row.n))  # one page in memory at a time
    return {row.n: serial.load_reading(row.contenu) for row in last_ones}


def explanation(tx: Connection, lot_id: str) -> str | None:
    """Return why a lot was refused, in French, or None."""
    row = tx.execute(select(lot.c.explication).where(lot.c.id == lot_id)).one()
    return str(row.explication) if row.explication is not None else None


def is_refused(tx: Connection, lot_id: str) -> bool:
    """Say whether a lot was refused as a whole."""
    return str(tx.execute(select(lot.c.etat).where(lot.c.id == lot_id)).scalar_one()) == "refuse"
