"""Bilans as their JSON says them, about people who do not exist."""

from __future__ import annotations

from typing import Any

from pipeline.domain.filing_plan import Family, FilingPlan, Motif, PieceType, Scope
from pipeline.domain.rules import Rules, Thresholds

NU = "057121507390310691"


def _type(code: str, category: str, label: str, *, sensitive: bool = False) -> PieceType:
    return PieceType(code, category, label, Scope.FILED, False, sensitive, False, False, False)


def _motif(code: str, family: Family, label: str, advice: str) -> Motif:
    return Motif(code, family, "piece", label, advice)


RULES = Rules(
    plan=FilingPlan(
        "test",
        {
            "IDE-CNN": _type("IDE-CNN", "Identité", "Carte nationale d'identité"),
            "SAN-CER": _type("SAN-CER", "Santé", "Certificat médical", sensitive=True),
            "RES-BUL": _type("RES-BUL", "Ressources", "Bulletin de salaire"),
        },
    ),
    motifs={
        motif.code: motif
        for motif in (
            _motif("T02", Family.TRANSMISSION, "Fiche récapitulative absente", "Ajoutez la fiche et renvoyez."),
            _motif("T05", Family.TRANSMISSION, "Numéro unique inconnu", "Vérifiez le numéro."),
            _motif("P01", Family.OUT_OF_SCOPE, "Pièce hors de la liste", "Ne la renvoyez pas."),
            _motif("T07", Family.TRANSMISSION, "Nombre de pages différent", "Vérifiez l'envoi."),
            _motif("T10", Family.TRANSMISSION, "Fichier protégé ou corrompu", "Renvoyez un PDF sans mot de passe."),
            _motif("I01", Family.UNUSABLE, "Pièce illisible", "Numérisez-la de nouveau, bien éclairée."),
            _motif("I08", Family.HANDWRITTEN, "Document manuscrit", "Fournissez un document imprimé."),
            _motif("A01", Family.ALERT, "Éléments à contrôler", "Contrôlez l'original."),
            _motif("A04", Family.ALERT, "Verso peut-être manquant", "Vérifiez les deux faces."),
        )
    },
    keys={},
    dialects=(),
    thresholds=Thresholds(),
)


def piece(rank: int, **said: Any) -> dict[str, Any]:
    """An accepted and deposited identity card, but for what is said otherwise."""
    return {
        "id": f"pli-7-{rank:02d}",
        "dossier": NU,
        "rang": 1,
        "pages": [rank],
        "type": "IDE-CNN",
        "role": "D",
        "confiance": 0.98,
        "verdict": "acceptee",
        "motif": None,
        "alertes": [],
        "preuves": [],
        "livrable": None,
        "depot": {"etat": "depose", "cle": "c" * 64, "reference": "SNE-1"},
    } | said


def bilan(*pieces: dict[str, Any], **said: Any) -> dict[str, Any]:
    """A guichet's pli of one dossier holding ``pieces``, after a bordereau and a fiche."""
    filed = [one for one in pieces if one["dossier"] == NU]
    return {
        "schema": "bilan/1",
        "pli": "pli-7",
        "lot": "lot-7",
        "plage": [1, 9],
        "canal": "papier-guichet",
        "reference": "ENV-2026-0042",
        "source": {"nom": "scan_0042.pdf", "sha256": "0" * 64, "octets": 10},
        "recu_le": "2026-05-06T09:30:00+02:00",
        "recu_le_source": "depot",
        "echeance": "2026-05-11T23:59:59+02:00",
        "etat": "termine",
        "guichet": {"code": "10691", "departement": "057"},
        "bordereau": {"dossiers": 1, "pages": 8, "envoi": "ENV-2026-0042"},
        "anomalies": [],
        "pages": [],
        "dossiers": [
            {
                "numero_unique": NU,
                "rang": 1,
                "code": "signed",
                "annonce": {"documents": 3, "pages": 6},
                "compte": {"documents": len(filed), "pages": 5},
                "pieces": [one["id"] for one in filed],
            }
        ],
        "pieces": list(pieces),
        "registre": {
            "recues": 9,
            "separateurs": 2,
            "blanches": 1,
            "acceptees": 4,
            "rejetees": 2,
            "a_verifier": 0,
            "hors_dossier": 0,
        },
    } | said
