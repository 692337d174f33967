"""All that is not as the sender announced it, or not as it should be: each by its code, and what it brings."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.classifiers import counts
from pipeline.classifiers.counts import Arithmetic
from pipeline.domain.facts import OTHER_BYTES
from pipeline.domain.pli import Anomaly, JudgedPiece, Outcome, Section, Sheets
from pipeline.domain.receipt import Canal


def named(sheets: Sheets, pieces: Sequence[JudgedPiece]) -> tuple[Anomaly, ...]:
    """Name all that is not as announced, or not as it should be."""
    cut = sheets.cut
    found = [*cut.anomalies]
    found += [Anomaly("champ_ignore", "pli", None, (), Outcome.NOTED) for _ in cut.receipt.companion.ignored]
    found += _of_pli(sheets)
    for index, (section, counted) in enumerate(zip(cut.sections, counts.arithmetic(sheets), strict=True)):
        held = sum(piece.filing.cut.section == index for piece in pieces)
        found += _of_section(section, held, counted)
    return (*found, *_held_otherwise(pieces))


def _held_otherwise(pieces: Sequence[JudgedPiece]) -> tuple[Anomaly, ...]:
    """Name the pieces that the SNE already held under their key with other bytes."""
    return tuple(
        Anomaly(OTHER_BYTES, "dossier", piece.numero_unique, tuple(p.n for p in piece.filing.cut.pages), Outcome.NOTED)
        for piece in pieces
        if OTHER_BYTES in piece.alerts
    )


def _of_pli(sheets: Sheets) -> list[Anomaly]:
    cut, blanks = sheets.cut, sheets.blanks
    found = []
    outside = tuple(page.n for s in cut.sections if s.outside for page in s.content if page.n not in blanks)
    if outside:
        found.append(Anomaly("T02", "pli", None, outside, Outcome.REJECTION))
        if cut.receipt.canal is Canal.PAPIER_DEMANDEUR:
            found.append(Anomaly("T09", "pli", None, outside, Outcome.REJECTION))
    opened = sum(section.dossier is not None for section in cut.sections)
    if cut.bordereau is None and cut.receipt.canal is Canal.PAPIER_GUICHET and opened > 1:
        found.append(Anomaly("T01", "pli", None, (), Outcome.NOTED))
    return found + _of_bordereau(sheets)


def _of_bordereau(sheets: Sheets) -> list[Anomaly]:
    cut, bordereau = sheets.cut, sheets.cut.bordereau
    if bordereau is None:
        return []
    found, at = [], (bordereau.page,)
    announced, *counted = counts.of_whole(sheets)
    if counts.fiches_missing(cut):
        found.append(Anomaly("T07", "pli", None, at, Outcome.QUESTION))
    elif announced is not None and announced not in counted:
        found.append(Anomaly("T07", "pli", None, at, Outcome.NOTED))
    if bordereau.dossiers is not None and counts.fiches_seen(cut) > bordereau.dossiers:
        found.append(Anomaly("dossier_inattendu", "pli", None, at, Outcome.NOTED))
    return found


def _of_section(section: Section, pieces: int, counted: Arithmetic) -> list[Anomaly]:
    dossier = section.dossier
    if dossier is None:
        return []
    found, at = [], tuple(page.n for page in section.pages if page.role is not None)
    if counted in {Arithmetic.OVER, Arithmetic.SHORT, Arithmetic.MAY_AGREE}:
        outcome = Outcome.QUESTION if counted is Arithmetic.OVER else Outcome.NOTED
        found.append(Anomaly("T07", "dossier", dossier.numero_unique, at, outcome))
    elif dossier.announced.documents not in {None, pieces}:
        found.append(Anomaly("T07", "dossier", dossier.numero_unique, at, Outcome.NOTED))
    if not pieces:
        found.append(Anomaly("fiche_sans_piece", "dossier", dossier.numero_unique, at, Outcome.NOTED))
    if dossier.rang > 1:
        found.append(Anomaly("fiche_doublee", "dossier", dossier.numero_unique, at, Outcome.NOTED))
    return found
