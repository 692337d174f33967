"""The invariants of a workspace as one function: run after the tests, by the demo, and in production."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from pipeline.domain.bilan import Bilan
from pipeline.engine.house import House
from pipeline.errors import Unavailable
from pipeline.sne.port import ACTIVE, HeldPiece, Sne
from pipeline.stages.ingest import deadline_of
from pipeline.store import deposits, lots, mails, plis, serial, tasks
from pipeline.store.blobs import Blobs

UNREACHABLE = "SNE"
"""Where a violation is that only says that the register could not be asked."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A promise that does not hold. ``where``: a lot, a pli, a piece or a blob; ``remedy``: what to do, in French."""

    invariant: str
    where: str
    what: str
    remedy: str


def check_world(house: House) -> list[Violation]:
    """Return every invariant that does not hold, in a stable order."""
    with house.store.begin() as tx:
        bilans = list(_bilans(tx))
        found = [
            *_bytes(tx, house.store.blobs),
            *_pages(tx, bilans),
            *_bilan_files(bilans, house.racine / "outbox" / "bilans"),
            *_mails(tx),
            *_tasks(tx),
            *_deadlines(tx, house),
        ]
    return found + list(_deposits(bilans, house.sne))


def _bytes(tx: Connection, blobs: Blobs) -> Iterator[Violation]:
    """I1: what was received is still there, bit for bit."""
    for name in lots.blobs(tx):
        path = blobs.path(name)
        if not path.exists():
            yield Violation("I1", name, "un contenu reçu a disparu", "restaurer ce contenu d'une sauvegarde")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != name:
            yield Violation("I1", name, "un contenu reçu a changé", "restaurer ce contenu d'une sauvegarde")


def _pages(tx: Connection, bilans: Sequence[Bilan]) -> Iterator[Violation]:
    """I2: the plis of a lot share out its pages, each page in one account and in one piece at most."""
    for lot in lots.in_state(tx, "coupe"):
        received = [page.n for page in lots.pages(tx, lot)]
        ranges = [(row.premiere, row.derniere) for row in plis.of_lot(tx, lot)]
        shared = [n for first, last in ranges for n in range(first, last + 1)]
        if sorted(shared) != received:
            yield Violation("I2", lot, "les plis ne se partagent pas les pages du lot", "prévenir un ingénieur")
    for bilan in bilans:
        yield from _pages_of(bilan)


def _pages_of(bilan: Bilan) -> Iterator[Violation]:
    held = Counter(n for piece in bilan.pieces for n in piece.pages)
    if any(count > 1 for count in held.values()):
        yield Violation("I2", bilan.pli, "une page est dans deux pièces", "prévenir un ingénieur")
    listed = [page.n for page in bilan.pages]
    expected = list(range(bilan.plage[0], bilan.plage[1] + 1)) if bilan.plage is not None else []
    if listed != expected or bilan.registre.recues != len(listed):
        yield Violation("I2", bilan.pli, "le registre ne dit pas toutes les pages", "prévenir un ingénieur")


def _bilan_files(bilans: Sequence[Bilan], folder: Path) -> Iterator[Violation]:
    """I6: what the outside reads is what was decided."""
    for bilan in bilans:
        path = folder / f"{bilan.pli}.json"
        shown = json.loads(path.read_bytes()) if path.exists() else None
        if shown != json.loads(json.dumps(serial.public_bilan(bilan))):
            yield Violation("I6", bilan.pli, "le bilan publié est en retard", "relancer « pli traiter »")


def _deposits(bilans: Sequence[Bilan], sne: Sne) -> Iterator[Violation]:
    """I3 and I4: what is said deposited is in the register, once."""
    told = [p for b in bilans for p in b.pieces if p.depot is not None and p.depot.etat == deposits.DEPOSITED]
    try:
        held = Counter(
            held.cle for number in sorted({p.dossier for p in told if p.dossier}) for held in _active(sne, number)
        )
    except Unavailable as error:
        yield Violation("I3", UNREACHABLE, f"le registre n'a pas pu être interrogé ({error})", "recommencer plus tard")
        return
    for cle, count in sorted(held.items()):
        if count > 1:
            yield Violation("I4", cle, f"déposée {count} fois", "retirer les dépôts en trop")
    for piece in told:
        if piece.depot is not None and piece.depot.cle not in held:
            yield Violation("I3", piece.id, "dite déposée, absente du registre", "prévenir un ingénieur")
        if piece.verdict != "acceptee":
            yield Violation("I3", piece.id, "déposée sans être acceptée", "la retirer : « pli rectifier »")


def _active(sne: Sne, numero_unique: str) -> list[HeldPiece]:
    return [held for held in sne.pieces(numero_unique) if held.etat == ACTIVE]


def _mails(tx: Connection) -> Iterator[Violation]:
    """I4: nobody is told twice of the same thing."""
    for name in plis.names(tx):
        natures = Counter(mail.nature for mail in mails.of_pli(tx, name))
        if any(count > 1 for count in natures.values()):
            yield Violation("I4", name, "deux messages de même nature", "prévenir un ingénieur")


def _tasks(tx: Connection) -> Iterator[Violation]:
    """I7: nothing waits for ever without a reason that a person can read."""
    for name, reason in tasks.set_aside(tx):
        yield Violation("I7", name, f"mise de côté : {reason}", "corriger la cause, puis « pli traiter »")


def _deadlines(tx: Connection, house: House) -> Iterator[Violation]:
    """I8: a deadline is what the calendar gives for the day of reception."""
    for name in lots.names(tx):
        receipt = lots.receipt(tx, name)
        if receipt.echeance != deadline_of(receipt.recu_le, receipt.canal, house.settings):
            yield Violation("I8", name, "l'échéance ne suit pas le calendrier", "vérifier config/calendrier.toml")


def _bilans(tx: Connection) -> Iterator[Bilan]:
    for name in plis.names(tx):
        bilan = plis.bilan(tx, name)
        if bilan is not None:
            yield bilan
