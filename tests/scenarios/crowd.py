"""Many plis at once: one is settled, the others are its likeness under other numbers, written into the memory."""

from __future__ import annotations

import json
from pathlib import Path

from sqlalchemy import Connection, Table, select

from pipeline.engine.house import House
from pipeline.engine.publish import publish
from pipeline.stages.compose import cle_of
from pipeline.store.schema import depot, livrable, lot, page, pli
from tests import papers
from tests.store.shelf import PDF, file_pli

MONTHS = ("janvier", "février", "mars", "avril")
PIECES = len(MONTHS) + 1
"""Accepted pieces of each pli."""
FIRST = "057121500000010691"


def number(rank: int) -> str:
    """Return the numéro unique of the ``rank``-th pli, from 1."""
    return f"0571215{rank - 1:06}10691"


def demandes(path: Path, count: int) -> Path:
    """Write what a register knows of that many plis."""
    known = {number(rank): {"numero_unique": number(rank), "etat": "active"} for rank in range(1, count + 1)}
    path.write_text(json.dumps(known))
    return path


def fill(house: House, count: int) -> None:
    """Put so many plis in the house, each of ``PIECES`` pieces that are accepted and composed."""
    bulletins = [papers.bulletin(mois=f"{month} 2026") for month in MONTHS]
    name = file_pli(house, papers.fiche(FIRST, "MARTIN", "CLAIRE"), *bulletins, papers.quittance())
    with house.store.begin() as tx:
        model = _Model(tx, name, house)
        for rank in range(2, count + 1):
            model.repeat(tx, rank)
    publish(house)


class _Model:
    def __init__(self, tx: Connection, name: str, house: House) -> None:
        self._pli = dict(tx.execute(select(pli).where(pli.c.id == name)).one()._mapping)
        self._lot = dict(tx.execute(select(lot).where(lot.c.id == self._pli["lot"])).one()._mapping)
        self._pages = _rows(tx, page, lot=self._lot["id"])
        self._depots = _rows(tx, depot, pli=name)
        self._blobs = house.store.blobs

    def repeat(self, tx: Connection, rank: int) -> None:
        old_lot, new_lot = self._lot["id"], f"pg{rank:010}-1"
        new_pli = f"{new_lot}-1"

        def renamed(text: str) -> str:
            return text.replace(old_lot, new_lot).replace(FIRST, number(rank))

        tx.execute(lot.insert().values(**{**self._lot, "id": new_lot, "rang": rank, "prise": f"prise-{rank}"}))
        tx.execute(page.insert(), [{**row, "lot": new_lot} for row in self._pages])
        bilan, version = renamed(self._pli["bilan"]), self._pli["publiee"] + 1
        tx.execute(
            pli.insert().values(**{**self._pli, "id": new_pli, "lot": new_lot, "bilan": bilan, "version": version})
        )
        stored = {row["n"]: row["blob"] for row in self._pages}
        for piece in json.loads(bilan)["pieces"]:
            if piece["verdict"] != "acceptee":
                continue
            cle = cle_of(number(rank), piece["type"], [stored[n] for n in piece["pages"]])
            content = PDF + cle.encode()
            blob = self._blobs.put(content)
            tx.execute(livrable.insert().values(cle=cle, blob=blob, octets=len(content), pages=len(piece["pages"])))
            row = next(row for row in self._depots if renamed(row["piece"]) == piece["id"])
            known = {"pli": new_pli, "piece": piece["id"], "cle": cle, "numero_unique": number(rank)}
            tx.execute(depot.insert().values(**{**row, **known}))


def _rows(tx: Connection, table: Table, **key: str) -> list[dict[str, object]]:
    return [dict(row._mapping) for row in tx.execute(select(table).filter_by(**key))]
