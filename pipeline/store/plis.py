"""Plis: what was decided of them, what was asked of people, and what they answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, select, update

from pipeline.domain.bilan import Bilan, BilanPiece, Depot, Livrable, completed
from pipeline.domain.corrections import Correction, Corrections
from pipeline.domain.facts import Demande, Facts
from pipeline.domain.receipt import Receipt
from pipeline.store import lots, serial
from pipeline.store.database import add_once
from pipeline.store.schema import correction, demande, depot, livrable, lot, marque, pli, refus

IN_PROGRESS = "en_cours"
MARK_MAX = 80
FINGERPRINT, SEEN = "piece:", "vue:"
"""How the marks of pieces begin; with ``SEEN`` before, those that another pli had already brought."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open question about a piece. ``candidates``: types with their probability, best first."""

    piece: str
    question: str
    why: str
    pages: tuple[int, ...]
    candidates: tuple[tuple[str, float], ...]


def add(tx: Connection, name: str, lot_id: str, first: int, last: int) -> None:
    """Record a pli that a lot was found to hold; recording it again changes nothing."""
    if tx.execute(select(pli.c.id).where(pli.c.id == name)).first() is None:
        tx.execute(
            pli.insert().values(
                id=name, lot=lot_id, premiere=first, derniere=last, etat=IN_PROGRESS, questions=[], version=0, publiee=0
            )
        )


def receipt(tx: Connection, name: str) -> Receipt:
    """Return how a pli came."""
    own = tx.execute(select(pli).where(pli.c.id == name)).one()
    row = tx.execute(select(lot).where(lot.c.id == own.lot)).one()
    return lots.receipt_of(row, name, own.premiere, own.derniere)


def settled(tx: Connection, bilan: Bilan, asked: Iterable[Asked]) -> None:
    """Keep what was decided of a pli, and what it leaves to ask."""
    questions = [
        {"piece": q.piece, "question": q.question, "why": q.why, "pages": q.pages, "candidates": q.candidates}
        for q in asked
    ]
    values = {"etat": bilan.etat, "bilan": serial.dump_bilan(bilan), "questions": questions}
    tx.execute(update(pli).where(pli.c.id == bilan.pli).values(version=pli.c.version + 1, **values))


def touch(tx: Connection, name: str) -> None:
    """Say that a pli has changed, so that its bilan is published again."""
    tx.execute(update(pli).where(pli.c.id == name).values(version=pli.c.version + 1))


def bilan(tx: Connection, name: str) -> Bilan | None:
    """Return the bilan of a pli with what composing and depositing added, or None before its first settling."""
    row = tx.execute(select(pli.c.bilan).where(pli.c.id == name)).one_or_none()
    if row is None or row.bilan is None:
        return None
    kept = serial.load_bilan(row.bilan)
    if any(piece.depot is not None for piece in kept.pieces):
        return kept  # purged: kept with its deposits, since the PDFs are gone
    livrables, depots, details = _after(tx, name)
    return completed(kept, livrables, depots, details)


def _after(tx: Connection, name: str) -> tuple[dict[str, Livrable], dict[str, Depot], dict[str, str]]:
    joined = depot.join(livrable, livrable.c.cle == depot.c.cle, isouter=True)
    rows = list(
        tx.execute(
            select(depot, livrable.c.blob, livrable.c.octets, livrable.c.pages, livrable.c.detail)
            .select_from(joined)
            .where(depot.c.pli == name)
        )
    )
    made = {row.piece: Livrable(row.blob, row.octets, row.pages) for row in rows if row.blob is not None}
    details = {row.piece: row.detail for row in rows if row.detail}
    return made, {row.piece: Depot(row.etat, row.cle, row.reference) for row in rows}, details


def questions(tx: Connection, name: str) -> list[Asked]:
    """Return the open questions of a pli."""
    row = tx.execute(select(pli.c.questions).where(pli.c.id == name)).one()
    return [_asked(written) for written in row.questions]


def _asked(written: Mapping[str, Any]) -> Asked:
    guesses = tuple((code, confidence) for code, confidence in written["candidates"])
    return Asked(written["piece"], written["question"], written["why"], tuple(written["pages"]), guesses)


def names(tx: Connection) -> list[str]:
    """Return the plis in their order of receipt."""
    rows = tx.execute(select(pli.c.id).join(lot, lot.c.id == pli.c.lot).order_by(lot.c.rang, pli.c.premiere))
    return [row.id for row in rows]


def of_lot(tx: Connection, lot_id: str) -> list[Row[Any]]:
    """Return the rows of the plis of a lot, in order."""
    return list(tx.execute(select(pli).where(pli.c.lot == lot_id).order_by(pli.c.premiere)))


def with_piece(tx: Connection, piece: str) -> str | None:
    """Return the pli that a piece belongs to by its name, or None when there is none."""
    name = piece.rpartition("-")[0]
    return name if tx.execute(select(pli.c.id).where(pli.c.id == name)).first() is not None else None


def unpublished(tx: Connection) -> list[tuple[str, int]]:
    """Return the settled plis whose bilan file is behind, with the version to publish."""
    rows = tx.execute(select(pli.c.id, pli.c.version).where(pli.c.version != pli.c.publiee, pli.c.bilan.is_not(None)))
    return [(row.id, row.version) for row in rows]


def published(tx: Connection, name: str, version: int) -> None:
    """Say that the bilan file shows that version."""
    tx.execute(update(pli).where(pli.c.id == name).values(publiee=version))


def add_marks(tx: Connection, name: str, marks: Iterable[str]) -> list[str]:
    """Keep the marks of a pli; return the plis received after it that bear one of them.

    One that is longer than any of ours, or holds what no text does, is the work of a forger, and marks nothing.
    """
    kept = [mark for mark in sorted(marks) if len(mark) <= MARK_MAX and "\0" not in mark]
    for mark in kept:
        add_once(tx, marque, {"marque": mark, "pli": name})
    places = _places(tx, select(marque.c.pli).where(marque.c.marque.in_(kept)), name)
    return sorted(other for other, place in places.items() if place > places[name])


def _places(tx: Connection, wanted: Select[tuple[str]], name: str) -> dict[str, tuple[int, int]]:
    """Return where some plis, and ``name``, stand in the order of receipt: what costs nothing of the others."""
    row = (pli.c.id, lot.c.rang, pli.c.premiere)
    found = select(*row).join(lot, lot.c.id == pli.c.lot).where(pli.c.id.in_(wanted) | (pli.c.id == name))
    return {name: (rank, first) for name, rank, first in tx.execute(found)}


def keep_fingerprints(tx: Connection, name: str, prints: Iterable[str]) -> bool:
    """Keep the fingerprints of the pieces of a pli; say whether another pli had brought one of the new ones.

    What another had brought is frozen when a pli first brings the same: what comes or changes later moves nothing, and
    a pli judged again sees what was seen.
    """
    mine = set(tx.execute(select(marque.c.marque).where(marque.c.pli == name)).scalars())
    fresh = sorted(set(prints) - mine)
    known = set(tx.execute(select(marque.c.marque).where(marque.c.marque.in_(fresh))).scalars())
    rows = [*fresh, *(f"{SEEN}{mark}" for mark in sorted(known))]
    if rows:
        tx.execute(marque.insert(), [{"marque": mark, "pli": name} for mark in rows])
    return bool(known)


def facts(tx: Connection, name: str) -> Facts:
    """Return what the world has said about a pli."""
    told = tx.execute(select(demande.c.contenu).where(demande.c.pli == name)).scalars()
    known = [serial.DEMANDE.validate_python(content) for content in told]
    refused = tx.execute(select(refus).where(refus.c.pli == name))
    return Facts(
        demandes={found.numero_unique: found for found in known},
        seen_before=_envelopes_before(tx, name) | _pieces_before(tx, name),
        refused={(row.page, row.type): row.raison for row in refused},
    )


def _envelopes_before(tx: Connection, name: str) -> frozenset[str]:
    """Return the marks of a pli, those of its pieces left out, that one received before it bears too."""
    of_pieces = marque.c.marque.startswith(FINGERPRINT) | marque.c.marque.startswith(SEEN)
    own = select(marque.c.marque).where(marque.c.pli == name, ~of_pieces)
    places = _places(tx, select(marque.c.pli).where(marque.c.marque.in_(own)), name)
    rows = tx.execute(select(marque).where(marque.c.marque.in_(own)))
    return frozenset(row.marque for row in rows if places[row.pli] < places[name])


def _pieces_before(tx: Connection, name: str) -> frozenset[str]:
    """Return the fingerprints of pieces that another pli had brought when this one first did."""
    seen = select(marque.c.marque).where(marque.c.pli == name, marque.c.marque.startswith(SEEN))
    return frozenset(mark.removeprefix(SEEN) for mark in tx.execute(seen).scalars())


def keep_refusal(tx: Connection, name: str, piece: BilanPiece, reason: str, now: datetime) -> None:
    """Keep why a piece could not be filed as it is; the first reason stays."""
    key = {"pli": name, "page": piece.pages[0], "type": piece.type or ""}
    if tx.execute(select(refus.c.raison).filter_by(**key)).first() is None:
        tx.execute(refus.insert().values(**key, raison=reason, le=now.isoformat()))


def keep_demande(tx: Connection, name: str, said: Demande, now: datetime) -> None:
    """Keep what the SNE said of a demande, for this pli; what it says later takes its place."""
    key = (demande.c.pli == name, demande.c.numero_unique == said.numero_unique)
    values = {"contenu": serial.DEMANDE.dump_python(said, mode="json"), "le": now.isoformat()}
    if tx.execute(update(demande).where(*key).values(**values)).rowcount == 0:
        tx.execute(demande.insert().values(pli=name, numero_unique=said.numero_unique, **values))


def correct(tx: Connection, name: str, said: Correction, who: str, now: datetime) -> None:
    """Append what an operator said."""
    content = serial.dump_correction(said)
    tx.execute(correction.insert().values(pli=name, contenu=content, par=who, le=now.isoformat(), annulee=False))


def cancel(tx: Connection, name: str, pages: Iterable[int]) -> int:
    """Take back what was said about pieces that begin at one of ``pages``; return how many answers that was."""
    wanted = set(pages)
    rows = tx.execute(select(correction).where(correction.c.pli == name, ~correction.c.annulee))
    ids = [row.id for row in rows if row.contenu["page"] in wanted]
    tx.execute(update(correction).where(correction.c.id.in_(ids)).values(annulee=True))
    return len(ids)


def said(tx: Connection, name: str) -> Corrections:
    """Return what operators said of a pli, folded."""
    rows = tx.execute(
        select(correction.c.contenu).where(correction.c.pli == name, ~correction.c.annulee).order_by(correction.c.id)
    )
    return Corrections.of(serial.load_correction(row.contenu) for row in rows)
