"""Truths and bilans in three lines: ``M`` and ``N`` are two fictitious numéros uniques."""

import pytest

from pipeline.insight.evaluate.account import case

M, N = "057012345678910691", "057012345679010691"


def truth(*pages, pieces=(), **more):
    """Pages are ``role`` or ``(role, dossier)``, numbered from 1."""
    told = [page if isinstance(page, tuple) else (page, M) for page in pages]
    listed = [{"n": n, "role": role, "dossier": dossier} for n, (role, dossier) in enumerate(told, 1)]
    return {"pages": listed, "pieces": list(pieces), **more}


def true_piece(*pages, dossier=M, type="RES-BUL", verdict="acceptee", motif=None, **more):
    return {"pages": list(pages), "dossier": dossier, "type": type, "verdict": verdict, "motif": motif, **more}


def piece(*pages, dossier=M, type="RES-BUL", verdict="acceptee", motif=None, livrable=None):
    return true_piece(*pages, dossier=dossier, type=type, verdict=verdict, motif=motif) | {
        "id": f"p-{pages[0]:02d}",
        "livrable": livrable,
    }


def bilan(*pages, pieces=(), forged=(), etat="termine", recues=None):
    """Return a bilan; its register holds every page as a separator."""
    content = truth(*pages, pieces=pieces)
    count = len(pages) if recues is None else recues
    return content | {
        "pli": "p",
        "etat": etat,
        "plage": [1, len(pages)],
        "anomalies": [{"code": "signature_fausse", "pages": [n]} for n in forged],
        "registre": {"recues": count, "separateurs": len(pages)},
    }


@pytest.fixture
def lot():
    """A fiche and two payslips, read as they are."""
    pages = ("fiche", "piece", "piece")
    return case(
        "lot",
        truth(*pages, pieces=[true_piece(2), true_piece(3)]),
        [bilan(*pages, pieces=[piece(2), piece(3)])],
    )
