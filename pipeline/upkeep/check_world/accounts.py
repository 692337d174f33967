"""I2: every page in one account. I3: one fate for each piece. I6: what the outside reads is what was decided."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.domain.bilan import Bilan
from pipeline.engine.day import RESUME
from pipeline.engine.house import House
from pipeline.store import deposits, lots, plis, serial, tasks
from pipeline.upkeep.check_world.violation import ENGINEER, Violation


def check(house: House) -> Iterator[Violation]:
    """Look at each lot, then at each bilan."""
    with house.store.begin() as tx:
        cut, names = lots.in_state(tx, "coupe"), plis.names(tx)
    for lot in cut:
        yield from _shares(house, lot)
    for name in names:
        with house.store.begin() as tx:
            bilan = plis.bilan(tx, name)
            forgotten = bilan is not None and _unplanned(bilan) and name not in tasks.unsettled(tx)
        if bilan is not None:
            yield from _pages(bilan)
            yield from _fates(bilan)
            if forgotten:
                yield Violation("I3", name, "une pièce est acceptée, et rien ne la déposera", ENGINEER)
            yield from _file(bilan, house.racine / "outbox" / "bilans")


def _shares(house: House, lot: str) -> Iterator[Violation]:
    """I2: the plis of a lot share out its pages."""
    with house.store.begin() as tx:
        received = [page.n for page in lots.pages(tx, lot)]
        ranges = [(row.premiere, row.derniere) for row in plis.of_lot(tx, lot)]
    shared = [n for first, last in ranges for n in range(first, last + 1)]
    if sorted(shared) != received:
        yield Violation("I2", lot, "les plis ne se partagent pas les pages du lot", ENGINEER)


def _pages(bilan: Bilan) -> Iterator[Violation]:
    """I2: each page in one account, and in one piece at most, the piece that it names."""
    held = Counter(n for piece in bilan.pieces for n in piece.pages)
    if any(count > 1 for count in held.values()):
        yield Violation("I2", bilan.pli, "une page est dans deux pièces", ENGINEER)
    named = {page.n: page.piece for page in bilan.pages if page.piece is not None}
    if named != {n: piece.id for piece in bilan.pieces for n in piece.pages}:
        yield Violation("I2", bilan.pli, "une page et sa pièce ne se nomment pas l'une l'autre", ENGINEER)
    listed = [page.n for page in bilan.pages]
    expected = list(range(bilan.plage[0], bilan.plage[1] + 1)) if bilan.plage is not None else []
    if listed != expected or bilan.registre.recues != len(listed):
        yield Violation("I2", bilan.pli, "le registre ne dit pas toutes les pages", ENGINEER)


def _unplanned(bilan: Bilan) -> bool:
    """I3: what is accepted is to be deposited, once the pli is not being worked on any more."""
    return any(piece.depot is None and piece.verdict == "acceptee" for piece in bilan.pieces)


def _fates(bilan: Bilan) -> Iterator[Violation]:
    """I3: nothing but what is accepted is in the register."""
    for piece in bilan.pieces:
        filed = piece.depot is not None and piece.depot.etat == deposits.DEPOSITED
        if filed and piece.verdict != "acceptee":
            yield Violation("I3", piece.id, "déposée sans être acceptée", "la retirer : « pli rectifier »")


def _file(bilan: Bilan, folder: Path) -> Iterator[Violation]:
    path = folder / f"{bilan.pli}.json"
    shown = json.loads(path.read_bytes()) if path.exists() else None
    if shown != json.loads(json.dumps(serial.public_bilan(bilan))):
        yield Violation("I6", bilan.pli, "le bilan publié est en retard", f"relancer {RESUME}")
