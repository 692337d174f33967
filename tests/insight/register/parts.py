"""Plis of an envelope, written by hand."""

from dataclasses import replace
from datetime import datetime

from pipeline.domain.receipt import Canal
from pipeline.insight.register.part import Part, Pieces, Share, Sides

MONDAY = datetime.fromisoformat("2026-05-11T23:59:59+02:00")
EARLY, LATE = datetime.fromisoformat("2026-05-07T12:00:00+02:00"), datetime.fromisoformat("2026-05-12T00:00:00+02:00")
RECEIVED = datetime.fromisoformat("2026-05-06T10:00:00+02:00")
SHEET = Sides(1)


def dossier(number, pages, announced=None, documents=1, blank=0):
    """A dossier opened by its fiche."""
    return Share(number, documents, announced or pages, documents, Sides(pages, blank), SHEET, given=False)


def given(documents, pages, announced_documents, announced_pages=None):
    """What a lot brings of the dossier that its companion names."""
    return Share("A", announced_documents, announced_pages, documents, Sides(pages), Sides(), given=True)


def part(name, *shares, announced=None, again=False, **changes):
    """A pli; ``announced``: dossiers and pages of its bordereau."""
    bordereau = Sides(1) if announced else Sides()
    sides = sum((share.sides for share in shares), bordereau)
    made = Part(
        pli=name, canal=Canal.PAPIER_GUICHET, sha256=name, recu_le=RECEIVED, echeance=MONDAY, etat="termine",
        guichet="10691", envelope=("envoi", "10691", "K7Q2M9XA4B") if announced else None,
        announced_dossiers=announced[0] if announced else None, announced_pages=announced[1] if announced else None,
        bordereau=bordereau, sides=sides, shares=shares, unopened=0, pieces=Pieces(accepted=len(shares)), again=again,
        told=None,
    )  # fmt: skip
    return replace(made, **changes)


def deposit(name, *shares, **changes):
    return part(name, *shares, canal=Canal.PWP, envelope=("pwp", "depot@example.org", "R1"), **changes)
