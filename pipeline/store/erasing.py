"""What the rows say of people, taken out of them: the account stays, and is nobody's any more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, exists, select, update

from pipeline.domain.bilan import Bilan
from pipeline.domain.receipt import Companion
from pipeline.store import serial
from pipeline.store.holders import parts
from pipeline.store.kept import is_kept
from pipeline.store.schema import adresse, correction, demande, depot, envoi, lecture, livrable, lot, pli, rectification

ERASED = "effacé"
"""What stands in the place of what was said."""
_NUMBER = "numero_unique"
_NAMING = (depot, demande, rectification)


def numbers(tx: Connection, name: str) -> list[str]:
    """Return the numéros uniques that the rows of a pli name, its bilan left aside, in order."""
    rows = (tx.execute(select(table.c.numero_unique).where(table.c.pli == name)).scalars() for table in _NAMING)
    said = tx.execute(select(correction.c.contenu).where(correction.c.pli == name)).scalars()
    return sorted({number for found in rows for number in found} | {it[_NUMBER] for it in said if _NUMBER in it})


def erase_lot(tx: Connection, lot_id: str, companion: Companion) -> None:
    """Take the name of its file out of a lot, and put ``companion`` in the place of what its sender said."""
    said = serial.COMPANION.dump_python(companion, mode="json")
    tx.execute(update(lot).where(lot.c.id == lot_id).values(nom=ERASED, compagnon=said))


def erase_pli(tx: Connection, bilan: Bilan, labels: Mapping[str, str]) -> None:
    """Put ``bilan`` in the place of the one that a pli had, and ``labels`` in the place of the numéros uniques.

    The bilan is kept whole from here on, with its deposits: their PDFs are gone. It is published again.
    """
    name = bilan.pli
    tx.execute(demande.delete().where(demande.c.pli == name))
    for number, label in labels.items():
        for table in (depot, rectification):
            named = (table.c.pli == name, table.c.numero_unique == number)
            tx.execute(update(table).where(*named).values(numero_unique=label))
    tx.execute(update(rectification).where(rectification.c.pli == name).values(motif=ERASED))
    for row in tx.execute(
        select(depot.c.piece, depot.c.raison).where(depot.c.pli == name, depot.c.raison.is_not(None))
    ):
        code = row.raison.partition(" ")[0]  # the status of the answer; its words are the register's own
        tx.execute(update(depot).where(depot.c.pli == name, depot.c.piece == row.piece).values(raison=code))
    for row in tx.execute(select(correction.c.id, correction.c.contenu).where(correction.c.pli == name)):
        if _NUMBER in row.contenu:
            said = {**row.contenu, _NUMBER: labels[row.contenu[_NUMBER]]}
            tx.execute(update(correction).where(correction.c.id == row.id).values(contenu=said))
    values = {"bilan": serial.dump_bilan(bilan), "questions": [], "version": pli.c.version + 1}
    tx.execute(update(pli).where(pli.c.id == name).values(**values))


def forget_pdfs(tx: Connection, lot_id: str) -> None:
    """Forget the PDFs of a purged lot, but for those that a piece of another lot shares."""
    own = select(depot.c.cle).join(pli, pli.c.id == depot.c.pli).where(pli.c.lot == lot_id)
    joined = depot.join(pli, pli.c.id == depot.c.pli).join(lot, lot.c.id == pli.c.lot)
    shared = exists().select_from(joined).where(depot.c.cle == livrable.c.cle, is_kept())
    tx.execute(livrable.delete().where(livrable.c.cle.in_(own), ~shared))


def forget_unused(tx: Connection, keys: Iterable[str]) -> None:
    """Forget the PDFs of these keys, which are no piece's any more."""
    for part in parts(keys):
        tx.execute(livrable.delete().where(livrable.c.cle.in_(part)))


def forget_readings(tx: Connection, blobs: Iterable[str]) -> None:
    """Forget what was read on these images."""
    for part in parts(blobs):
        tx.execute(lecture.delete().where(lecture.c.blob.in_(part)))


def erase_mail(tx: Connection, message_id: str) -> None:
    """Take out of a message to whom it went and what was answered; that it went stays."""
    same = envoi.c.message_id == message_id
    tx.execute(update(envoi).where(same).values(destinataires=[], reponses={}, detail=None))


def old_addresses(tx: Connection, before: datetime, wanted: Collection[str]) -> list[str]:
    """Return the refused addresses, refused before that instant, that are not among ``wanted`` (in lower case)."""
    rows = tx.execute(select(adresse).order_by(adresse.c.adresse))
    return [
        row.adresse for row in rows if row.adresse.lower() not in wanted and datetime.fromisoformat(row.le) < before
    ]


def forget_addresses(tx: Connection, addresses: Iterable[str]) -> None:
    """Forget that these addresses refused."""
    for part in parts(addresses):
        tx.execute(adresse.delete().where(adresse.c.adresse.in_(part)))
